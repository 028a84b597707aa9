package org.moei.indicators.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Eight bytes at a time in one long, little-endian: which of them are token characters, dots or line feeds, as their top bits. */
final class Words {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    private static final long LOWS = ~TOPS;
    private static final long DOTS = '.' * ONES;
    private static final long FEEDS = '\n' * ONES;
    private static final long UNDERSCORES = '_' * ONES;
    /** Sets the bit in which a small letter differs from a capital one; among token characters it confuses no two others. */
    static final long SMALL = 0x20 * ONES;

    private Words() {}

    /** The eight bytes from {@code at} on. */
    static long at(byte[] b, int at) {
        return (long) LONGS.get(b, at);
    }

    /** The eight bytes before {@code end}; zeros stand for what is before the array. */
    static long before(byte[] b, int end) {
        if (end >= 8) {
            return (long) LONGS.get(b, end - 8);
        }
        long word = 0;
        for (int i = 0; i < end; i++) {
            word |= (b[i] & 0xffL) << 64 - 8 * (end - i);
        }
        return word;
    }

    /** Dots; the lowest mark is right, marks above it may be wrong. The quickest test for "none". */
    static long anyDot(long word) {
        long x = word ^ DOTS;
        return x - ONES & ~x & TOPS;
    }

    /** Dots, every mark right. */
    static long dots(long word) {
        return zeros(word ^ DOTS);
    }

    static long feeds(long word) {
        return zeros(word ^ FEEDS);
    }

    private static long zeros(long x) {
        return ~((x & LOWS) + LOWS | x) & TOPS;
    }

    /** Bytes that end a token: all but letters, digits, hyphen, underscore and dot. */
    static long borders(long word) {
        long low = word & LOWS;
        long small = low | SMALL;
        // adding 0x80 - c sets the top bit of every byte that is c or more
        long letter = small + (0x80 - 'a') * ONES & ~(small + (0x80 - 'z' - 1) * ONES);
        long digit = low + (0x80 - '0') * ONES & ~(low + (0x80 - '9' - 1) * ONES);
        long sign = low + (0x80 - '-') * ONES & ~(low + (0x80 - '.' - 1) * ONES);
        return (~(letter | digit | sign | zeros(low ^ UNDERSCORES)) | word) & TOPS;
    }
}
