package org.moei.linkage.names.letters;

import java.util.Arrays;

/** What one unit in its context may be spelt as: chunk numbers, ascending, with natural log probabilities. */
public final class Emissions {
    private final int[] chunks;
    private final float[] weights;

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
        int i = Arrays.binarySearch(chunks, chunk);
        return i < 0 ? Float.NaN : weights[i];
    }
}
