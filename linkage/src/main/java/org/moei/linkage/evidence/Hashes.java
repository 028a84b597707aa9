package org.moei.linkage.evidence;

/** 64-bit mixing that is the same on every machine and in every order of records. */
final class Hashes {
    private Hashes() {}

    /** Stafford's variant 13 of the SplitMix64 finaliser. */
    static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    static long of(CharSequence text) {
        long h = 0x9E3779B97F4A7C15L ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001b3L;
            h ^= h >>> 29;
        }
        return mix(h);
    }

    /** Of two values in any order. */
    static long both(long a, long b) {
        return a <= b ? mix(a * 31 + mix(b)) : mix(b * 31 + mix(a));
    }

    static long then(long a, long b) {
        return mix(mix(a) * 31 + b);
    }
}
