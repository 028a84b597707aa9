package org.moei.foundation;

import java.util.Random;

/** Randomness of tests: the seed is printed, and {@code -Dseed=…} replays a run. */
public final class Seeds {
    private Seeds() {}

    public static Random random(String what) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println(what + ": -Dseed=" + seed);
        return new Random(seed);
    }

    public static byte[] bytes(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
