package org.moei.foundation.database;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which rows a transaction may see: those that are in the hands of this agency, at one of these places, for this purpose.
 *
 * @param agency code of the agency
 * @param places codes of places; {@link #EVERYWHERE} stands for all places of the agency
 * @param purpose code of the purpose, e.g. {@code screening}
 * @param health whether it asks for what is about health, which is shown to no transaction that does not
 */
public record Scope(String agency, Set<String> places, String purpose, boolean health) {
    public static final Set<String> EVERYWHERE = Set.of("*");
    private static final int LONGEST_CODE = 200;
    private static final int MOST_PLACES = 10_000;

    public Scope {
        places = Set.copyOf(places);
        if (places.size() > MOST_PLACES) {
            throw new IllegalArgumentException("A scope of " + places.size() + " places is more than " + MOST_PLACES + ".");
        }
        checkCode("agency", agency);
        checkCode("purpose", purpose);
        places.forEach(place -> checkCode("place", place));
    }

    /** Without what is about health. */
    public Scope(String agency, Set<String> places, String purpose) {
        this(agency, places, purpose, false);
    }

    /** The same, with what is about health. */
    public Scope withHealth() {
        return new Scope(agency, places, purpose, true);
    }

    private static void checkCode(String what, String code) {
        if (code.isBlank() || code.length() > LONGEST_CODE) {
            throw new IllegalArgumentException("The " + what + " of a scope has " + code.length() + " characters (expected 1 to " + LONGEST_CODE + ").");
        }
    }

    /** The places as PostgreSQL writes an array of text. */
    String placesAsArray() {
        return new TreeSet<>(places).stream()
                .map(place -> "\"" + place.replace("\\", "\\\\").replace("\"", "\\\"") + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }
}
