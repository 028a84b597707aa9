package org.moei.linkage.evidence;

/**
 * How often each letter a–z stands in a name, up to seven times, in four bits each: thirteen letters in the first long, thirteen in the second. The order of
 * letters and parts is left out, so two spellings of one name have nearly one bag whichever way round they are written, joined or split.
 */
final class LetterBag {
    private static final long ONES = 0x0001_1111_1111_1111L;
    private static final long TOPS = ONES << 3;

    private LetterBag() {}

    /** Adds the letters of a Latin text to the two longs from {@code at} on. */
    static void add(String latin, long[] bags, int at) {
        for (int i = 0; i < latin.length(); i++) {
            int letter = latin.charAt(i) - 'a';
            if (letter >= 0 && letter < 26) {
                int half = at + letter / 13;
                int shift = letter % 13 * 4;
                if ((bags[half] >>> shift & 7) < 7) {
                    bags[half] += 1L << shift;
                }
            }
        }
    }

    static int letters(long first, long second) {
        return sum(first) + sum(second);
    }

    /** How many letters of one bag the other lacks. */
    static int lacking(long first, long second, long otherFirst, long otherSecond) {
        return sum(above(first, otherFirst)) + sum(above(second, otherSecond));
    }

    /** For each letter how much oftener it stands in a than in b, 0 where it does not. */
    private static long above(long a, long b) {
        long difference = (a | TOPS) - b;
        long notLess = difference & TOPS;
        return difference & notLess - (notLess >>> 3);
    }

    private static int sum(long counts) {
        return Long.bitCount(counts & ONES) + 2 * Long.bitCount(counts & ONES << 1) + 4 * Long.bitCount(counts & ONES << 2);
    }
}
