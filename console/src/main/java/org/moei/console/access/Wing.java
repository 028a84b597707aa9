package org.moei.console.access;

import java.util.Locale;

/** The two halves of the house. An account belongs to one of them. */
public enum Wing {
    PROTECTION,
    DISRUPTION;

    /** As it stands in style sheets, keys of texts and addresses. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
