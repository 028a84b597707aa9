package org.moei.linkage.names.letters;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.moei.linkage.names.NameScript;

/** Splits a token's normal form into the units that its script's table knows. */
public final class Units {
    private Units() {}

    /** Units of a normal form: letters; for Hangul jamo; for Ethiopic consonant and vowel order; for Myanmar onset and rhyme. */
    public static List<String> split(NameScript script, String normal) {
        return switch (script) {
            case HANGUL -> letters(Normalizer.normalize(normal, Normalizer.Form.NFD));
            case ETHIOPIC -> ethiopic(normal);
            case THAI, LAO, KHMER -> SouthEastAsianUnits.split(normal);
            case GREEK, ARMENIAN -> digraphs(normal);
            case MYANMAR -> MyanmarUnits.split(normal);
            case LATIN, CYRILLIC, GEORGIAN, HEBREW, ARABIC, DEVANAGARI, BENGALI, GURMUKHI, GUJARATI, ORIYA, TAMIL, TELUGU,
                    KANNADA, MALAYALAM, SINHALA, HAN, KANA, OTHER, NONE -> letters(normal);
        };
    }

    private static List<String> letters(String text) {
        List<String> units = new ArrayList<>(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            units.add(Character.toString(c));
            i += Character.charCount(c);
        }
        return units;
    }

    private static final java.util.Set<String> DIGRAPHS = java.util.Set.of("ու", "ου", "ει", "οι", "αι", "αυ", "ευ", "γγ", "γκ", "μπ", "ντ", "τζ", "τσ");

    /** Letters, two that stand for one sound together. */
    private static List<String> digraphs(String text) {
        List<String> units = new ArrayList<>(text.length());
        for (int i = 0; i < text.length(); i++) {
            boolean two = i + 1 < text.length() && DIGRAPHS.contains(text.substring(i, i + 2));
            units.add(text.substring(i, two ? i + 2 : i + 1));
            i += two ? 1 : 0;
        }
        return units;
    }

    /** A syllable sign is a consonant (its first-order sign) and the number of its vowel order. */
    private static List<String> ethiopic(String text) {
        List<String> units = new ArrayList<>(text.length() * 2);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x1200 && c <= 0x1357) {
                int order = (c - 0x1200) % 8;
                units.add(String.valueOf((char) (c - order)));
                units.add(String.valueOf((char) ('1' + order)));
            } else {
                units.add(String.valueOf(c));
            }
        }
        return units;
    }
}
