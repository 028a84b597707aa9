package org.moei.indicators.internal.find;

/**
 * How a Burmese word in Unicode is spelled in Zawgyi, the older encoding that half of the country's telephones used: visual order, and other
 * meanings for the same code points (Unicode Consortium, FAQ on Myanmar). For words without stacked consonants and medial ra, which is all
 * that the table of context words holds.
 */
final class Zawgyi {
    private Zawgyi() {}

    static boolean isBurmese(String word) {
        return word.chars().anyMatch(c -> c >= 0x1000 && c <= 0x109F);
    }

    static String of(String word) {
        StringBuilder out = new StringBuilder(word.length());
        int syllable = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            switch (c) {
                case 0x1031 -> out.insert(syllable, c);
                case 0x103A -> out.append('\u1039');
                case 0x103B -> out.append('\u103A');
                case 0x103D -> out.append('\u103C');
                case 0x103E -> out.append('\u103D');
                default -> {
                    if (c >= 0x1000 && c <= 0x1021) {
                        syllable = out.length();
                    }
                    out.append(c);
                }
            }
        }
        return out.toString();
    }
}
