package org.moei.foundation.access;

import java.util.Locale;

/** The two sides. No account is ever in both. */
public enum Wing {
    PROTECTION,
    DISRUPTION;

    /** As schemas, roles and options write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
