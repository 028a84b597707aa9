package org.moei.protection.people;

import java.util.Locale;

/** What a record is. Each has a key of its own; links join records, never keys. */
public enum RecordKind {
    /** Somebody who was given a token. */
    PERSON,
    /** One row of a list that somebody else wrote. */
    LIST_ROW,
    /** A family's request for somebody. */
    REQUEST;

    /** As touches and tables write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static RecordKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
