package org.moei.linkage.evidence;

import java.util.Arrays;

/** The edges that link without a person, likeliest first; edges of equal weight in an order that depends on ids only. */
final class StrongEdges {
    /** Weights are told apart by a thousandth of a bit, up to this many. */
    private static final int MOST = 200;
    private static final int WEIGHT_BITS = 18;

    private final Population people;
    private final Longs edges;
    private final long[] packed;
    private final int indexBits;

    StrongEdges(Population people, Longs edges, Ints bits, float least) {
        this.people = people;
        this.edges = edges;
        indexBits = 64 - Long.numberOfLeadingZeros(Math.max(1, edges.size - 1L));
        int tieBits = 63 - WEIGHT_BITS - indexBits;
        Longs strong = new Longs(Math.max(16, edges.size / 2));
        for (int e = 0; e < edges.size; e++) {
            float weight = Float.intBitsToFloat(bits.get(e));
            if (weight >= least) {
                long below = MOST * 1000L - Math.round(Math.min(MOST, weight) * 1000);
                strong.add(below << 63 - WEIGHT_BITS | tie(people, edges.values[e]) >>> 64 - tieBits << indexBits | e);
            }
        }
        packed = strong.toArray();
        Arrays.parallelSort(packed);
    }

    /** The same for the same two ids. */
    static long tie(Population people, long edge) {
        return Hashes.both(people.idHashes.values[(int) (edge >>> 32)], people.idHashes.values[(int) edge]);
    }

    /** Numbers of edges; ties that the packed part of the hash does not settle are settled by all of it. */
    long[] likeliestFirst() {
        long mask = (1L << indexBits) - 1;
        int i = 0;
        while (i < packed.length) {
            int j = i + 1;
            while (j < packed.length && packed[j] >>> indexBits == packed[i] >>> indexBits) {
                j++;
            }
            if (j - i > 1) {
                Long[] ties = new Long[j - i];
                for (int k = i; k < j; k++) {
                    ties[k - i] = packed[k];
                }
                Arrays.sort(ties, (a, b) -> Long.compare(tie(people, edges.values[(int) (a & mask)]), tie(people, edges.values[(int) (b & mask)])));
                for (int k = i; k < j; k++) {
                    packed[k] = ties[k - i];
                }
            }
            i = j;
        }
        for (int k = 0; k < packed.length; k++) {
            packed[k] &= mask;
        }
        return packed;
    }
}
