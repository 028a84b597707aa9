package org.moei.linkage.names;

/**
 * How often each letter a–z stands in a name, up to seven times, in four bits each: thirteen letters in the first long, thirteen in the second. The order of
 * letters and parts is left out, so two spellings of one name have nearly one bag whichever way round they are written, joined or split.
 */
public final class LetterBag {
    private static final long ONES = 0x0001_1111_1111_1111L;
    private static final long TOPS = ONES << 3;
    /** Readings of a name or token that are looked at. */
    public static final int MOST_READINGS = 8;

    private LetterBag() {}

    /** Adds the letters of a Latin text to the two longs from {@code at} on. */
    public static void add(String latin, long[] bags, int at) {
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

    /** How many letters. */
    static int letters(long first, long second) {
        return sum(first) + sum(second);
    }

    /** How many letters of one bag the other lacks. */
    private static int lacking(long first, long second, long otherFirst, long otherSecond) {
        return sum(above(first, otherFirst)) + sum(above(second, otherSecond));
    }

    /** Share of the shorter one's letters that the other lacks, in the two bags, one of each list, that fit best; 0 where either list is empty. */
    public static double lackingShare(long[] left, long[] right) {
        double least = left.length == 0 || right.length == 0 ? 0 : 1;
        for (int a = 0; a < left.length; a += 2) {
            int lettersA = letters(left[a], left[a + 1]);
            for (int b = 0; b < right.length; b += 2) {
                int lettersB = letters(right[b], right[b + 1]);
                int lacking = lettersA <= lettersB ? lacking(left[a], left[a + 1], right[b], right[b + 1]) : lacking(right[b], right[b + 1], left[a], left[a + 1]);
                least = Math.min(least, lacking / (double) Math.max(1, Math.min(lettersA, lettersB)));
            }
        }
        return least;
    }

    /** A bit for each letter that stands in it. */
    static int mask(long first, long second) {
        return mask(first) | mask(second) << 13;
    }

    private static int mask(long counts) {
        return (int) Long.compress(counts | counts >>> 1 | counts >>> 2, ONES);
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
