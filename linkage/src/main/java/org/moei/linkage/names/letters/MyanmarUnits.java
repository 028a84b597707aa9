package org.moei.linkage.names.letters;

import java.util.ArrayList;
import java.util.List;

/** Burmese in Unicode order: each syllable is an onset (consonant and medials) and a rhyme (vowels, final with its killer, tone). */
final class MyanmarUnits {
    private static final char VIRAMA = 0x1039;
    private static final char ASAT = 0x103A;

    private MyanmarUnits() {}

    static List<String> split(String text) {
        List<String> units = new ArrayList<>(text.length());
        int i = 0;
        int n = text.length();
        while (i < n) {
            int onset = i;
            i++;
            while (i < n && isMedial(text.charAt(i))) {
                i++;
            }
            units.add(text.substring(onset, i));
            int rhyme = i;
            while (i < n && (isSign(text.charAt(i)) || isFinal(text, i))) {
                i++;
            }
            if (i < n && i > 0 && text.charAt(i) == VIRAMA) {
                i++;
            }
            if (i > rhyme) {
                units.add(text.substring(rhyme, i));
            }
        }
        return units;
    }

    private static boolean isMedial(char c) {
        return c >= 0x103B && c <= 0x103E;
    }

    private static boolean isSign(char c) {
        return c >= 0x102B && c <= 0x1038 || c == ASAT || c == 0x1060;
    }

    private static boolean isFinal(String text, int i) {
        char c = text.charAt(i);
        return c >= 0x1000 && c <= 0x1021 && i + 1 < text.length()
                && (text.charAt(i + 1) == ASAT || text.charAt(i + 1) == VIRAMA || text.charAt(i + 1) == 0x1037 && i + 2 < text.length() && text.charAt(i + 2) == ASAT);
    }
}
