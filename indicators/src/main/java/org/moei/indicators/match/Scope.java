package org.moei.indicators.match;

import java.util.Locale;

/** How far a domain indicator reaches. */
public enum Scope {
    /** This name only. */
    EXACT,
    /** The name and all below it; the default. */
    SUBDOMAINS;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
