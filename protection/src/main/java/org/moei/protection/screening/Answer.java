package org.moei.protection.screening;

import java.util.Locale;

/** An answer to a question. Not asked is no answer at all; not known is never no. */
public enum Answer {
    YES,
    NO,
    NOT_KNOWN;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Answer of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
