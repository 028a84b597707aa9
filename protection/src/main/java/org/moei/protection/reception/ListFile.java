package org.moei.protection.reception;

import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * What the importer says of a file.
 *
 * @param name of the list, the same for all its versions
 * @param party who wrote it
 * @param version as the party numbers it, or the date
 * @param date when it arrived
 * @param stated the total that the party states, if it states one
 * @param place where the people on it are, or empty
 * @param nationality of everybody on it where it has no such column (an embassy writes about its own), or empty
 */
public record ListFile(String name, String party, String version, LocalDate date, OptionalLong stated, String place, String nationality, Kind kind) {

    /** A list of people of several nationalities. */
    public ListFile(String name, String party, String version, LocalDate date, OptionalLong stated, String place, Kind kind) {
        this(name, party, version, date, stated, place, "", kind);
    }

    /** What a list is about. */
    public enum Kind {
        /** A row for each person, as somebody else wrote it. */
        NAMES,
        /** Counts by nationality. */
        COUNTS,
        /** Families who look for somebody. */
        REQUESTS,
        /** The desk's own sheets: each row is somebody who gets a token. */
        ARRIVALS;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        public static Kind of(String id) {
            return valueOf(id.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
