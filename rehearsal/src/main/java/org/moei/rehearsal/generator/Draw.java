package org.moei.rehearsal.generator;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A stream of chance that belongs to a name: the stream of person 17 does not change when person 16 needs one draw more.
 *
 * <p>SplitMix64 (Steele, Lea and Flood, OOPSLA 2014), written out here because its bytes are part of what a seed promises.
 */
public final class Draw implements RandomGenerator {
    private static final long GOLDEN = 0x9E37_79B9_7F4A_7C15L;

    private long state;

    private Draw(long state) {
        this.state = state;
    }

    /** The stream that a seed has for a purpose and an index in it. */
    public static Draw of(long seed, String purpose, long index) {
        long hash = seed;
        for (int i = 0; i < purpose.length(); i++) {
            hash = mix(hash ^ (purpose.charAt(i) * GOLDEN));
        }
        return new Draw(mix(hash ^ mix(index + GOLDEN)));
    }

    private static long mix(long z) {
        long y = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        y = (y ^ (y >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return y ^ (y >>> 31);
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    /** True with the given probability, 0 to 1. */
    public boolean chance(double probability) {
        return unit() < probability;
    }

    /** From 0 inclusive to 1 exclusive, in steps of 2⁻⁵³. */
    public double unit() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** From 0 inclusive to {@code bound} exclusive. */
    public int below(int bound) {
        return (int) Math.floor(unit() * bound);
    }

    /** From {@code low} to {@code high}, both inclusive. */
    public int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** Each equally likely. */
    public <T> T pick(List<T> of) {
        return of.get(below(of.size()));
    }

    /** The index that the weights favour; weights need not add up to one. */
    public int weighted(double... weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double at = unit() * sum;
        for (int i = 0; i < weights.length; i++) {
            at -= weights[i];
            if (at < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }

    /** Normally distributed by the sum of twelve uniform draws (exact tails do not matter here, exact bytes do). */
    public double around(double mean, double standardDeviation) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return mean + sum * standardDeviation;
    }
}
