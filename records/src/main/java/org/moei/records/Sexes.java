package org.moei.records;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The words for sex in lists of many languages (sexes.tsv). Silence stays silence: an unknown word is no sex. */
public final class Sexes {
    private static final Map<String, Character> WORDS = new HashMap<>();

    static {
        for (String[] row : Tables.read("sexes.tsv")) {
            for (String word : row[1].split("\\|")) {
                WORDS.put(Texts.key(word), row[0].charAt(0));
            }
        }
    }

    private Sexes() {}

    /** {@code m}, {@code f} or {@code x} (neither of the two, as in travel documents), or empty. */
    public static Optional<Character> find(String written) {
        return written.length() > 40 ? Optional.empty() : Optional.ofNullable(WORDS.get(Texts.key(written)));
    }
}
