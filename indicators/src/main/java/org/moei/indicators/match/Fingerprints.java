package org.moei.indicators.match;

import java.nio.charset.StandardCharsets;

/**
 * Hashes of names and values. A name is hashed label by label from its end to its front, so that each label border gives the hash of a
 * parent domain; a label from its end to its front by words of eight bytes, letters in lower case.
 */
final class Fingerprints {
    static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long FACTOR = 0xD6E8FEB86659FD93L;
    private static final long LABEL = 0xA0761D6478BD642FL;

    private Fingerprints() {}

    /** Begins the next label to the left. */
    static long label(long hash) {
        return Long.rotateLeft(hash, 23) + LABEL;
    }

    /** Takes the last {@code count} bytes, 1 to 8, of a word of a label. */
    static long step(long hash, long word, int count) {
        long x = hash ^ (word | Words.SMALL) >>> 64 - 8 * count;
        return x * FACTOR ^ Math.unsignedMultiplyHigh(x, FACTOR);
    }

    /** Spreads the bits; what is stored and looked up. The lowest bit is free for the scope, and no name has 0. */
    static long finish(long hash) {
        long h = (hash ^ hash >>> 32) * 0x9FB21C651E98DF25L;
        h = (h ^ h >>> 29) & ~1L;
        return h == 0 ? 2 : h;
    }

    /** Of a whole name. */
    static long name(byte[] bytes, int from, int to) {
        long hash = SEED;
        int i = to;
        while (true) {
            hash = label(hash);
            int kept = 8;
            while (kept == 8) {
                long word = Words.before(bytes, i);
                kept = Math.min(Long.numberOfLeadingZeros(Words.dots(word)) >>> 3, i - from);
                if (kept > 0) {
                    hash = step(hash, word, kept);
                    i -= kept;
                }
            }
            if (i == from) {
                return finish(hash);
            }
            i--;
        }
    }

    /** Of the last two labels of a name, or of the one that it has. */
    static long ending(byte[] bytes, int from, int to) {
        int i = to;
        for (int dots = 0; i > from; i--) {
            if (bytes[i - 1] == '.' && ++dots == 2) {
                break;
            }
        }
        return name(bytes, i, to);
    }

    /** The bits of a name in its word of the filter: two, by bits that do not choose the word. */
    static long filterBits(long key) {
        return 1L << (key >>> 1) | 1L << (key >>> 7);
    }

    /** Of any other value, by its kind, bytes as they are. */
    static long value(int kind, byte[] bytes, int from, int to) {
        long hash = SEED + kind * 0x632BE59BD9B4E019L;
        for (int i = from; i < to; i++) {
            hash = (hash ^ bytes[i]) * FACTOR;
            hash ^= hash >>> 47;
        }
        return finish(hash);
    }

    static long value(int kind, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        return value(kind, bytes, 0, bytes.length);
    }
}
