package org.moei.linkage.names.letters;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What one unit in its context may be spelt as: chunk numbers, ascending, with natural log probabilities. */
public final class Emissions {
    private static final int FEW = 3;

    private final int[] chunks;
    private final float[] weights;
    /** Where each chunk stands, by its hash; made when first asked of many chunks. Threads may make it at once, and alike. */
    private volatile short @Nullable [] places;

    Emissions(int[] chunks, float[] weights) {
        this.chunks = chunks;
        this.weights = weights;
    }

    int size() {
        return chunks.length;
    }

    int chunk(int i) {
        return chunks[i];
    }

    float weight(int i) {
        return weights[i];
    }

    /** The weight of a chunk, or NaN if it is not here. */
    float find(int chunk) {
        if (chunks.length <= FEW || chunks.length > Short.MAX_VALUE) {
            int i = Arrays.binarySearch(chunks, chunk);
            return i < 0 ? Float.NaN : weights[i];
        }
        short[] known = places;
        if (known == null) {
            known = made();
            places = known;
        }
        for (int slot = slot(chunk, known.length); known[slot] >= 0; slot = slot + 1 & known.length - 1) {
            if (chunks[known[slot]] == chunk) {
                return weights[known[slot]];
            }
        }
        return Float.NaN;
    }

    private short[] made() {
        short[] made = new short[Integer.highestOneBit(chunks.length) * 4];
        Arrays.fill(made, (short) -1);
        for (int i = 0; i < chunks.length; i++) {
            int slot = slot(chunks[i], made.length);
            while (made[slot] >= 0) {
                slot = slot + 1 & made.length - 1;
            }
            made[slot] = (short) i;
        }
        return made;
    }

    private static int slot(int chunk, int slots) {
        return chunk * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(slots - 1);
    }
}
