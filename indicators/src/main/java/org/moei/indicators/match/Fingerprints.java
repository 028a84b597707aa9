package org.moei.indicators.match;

import java.nio.charset.StandardCharsets;

/** Hashes of names and values. A name is hashed from its last byte to its first, so that each label border gives the hash of a parent domain. */
final class Fingerprints {
    static final long SEED = 0x9E3779B97F4A7C15L;
    private static final long FACTOR = 0xD6E8FEB86659FD93L;

    private Fingerprints() {}

    /** One byte further to the left; letters count in lower case (in a token, setting bit 5 changes nothing else that could be confused). */
    static long step(long hash, int b) {
        return (hash ^ (b | 0x20)) * FACTOR;
    }

    /** Spreads the bits; what is stored and looked up. The lowest bit is free for the scope. */
    static long finish(long hash) {
        long h = (hash ^ hash >>> 32) * 0x9FB21C651E98DF25L;
        return (h ^ h >>> 29) & ~1L;
    }

    static long name(byte[] bytes, int from, int to) {
        long hash = SEED;
        for (int i = to - 1; i >= from; i--) {
            hash = step(hash, bytes[i]);
        }
        return finish(hash);
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
