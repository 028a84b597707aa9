package org.moei.linkage.evidence;

import java.util.Arrays;

/** An order of records in which those that sound alike stand beside each other, so that what is compared is near in memory. */
final class AlikeOrder {
    private static final long UPPER = -1L << 40;

    private AlikeOrder() {}

    /** The records by the sound of the rarest part of the first name, then by that of the whole. */
    static int[] of(Population people, TokenSounds sounds) {
        int n = people.size();
        int bits = 64 - Long.numberOfLeadingZeros(Math.max(1, n - 1L));
        long[] packed = new long[n];
        for (int r = 0; r < n; r++) {
            long rarest = 0;
            long whole = 0;
            int least = Integer.MAX_VALUE;
            int name = people.nameStart.get(r);
            int last = name < people.nameStart.get(r + 1) ? people.tokenStart.get(name + 1) : 0;
            for (int t = last > 0 ? people.tokenStart.get(name) : 0; t < last; t++) {
                int token = people.tokens.get(t);
                long sound = sounds.of(token)[0];
                whole += Hashes.mix(sound);
                if (sounds.count(token) < least) {
                    least = sounds.count(token);
                    rarest = sound;
                }
            }
            packed[r] = (Hashes.mix(rarest) >>> 1 & UPPER | Hashes.mix(whole) >>> 24) >>> bits << bits | r;
        }
        Arrays.parallelSort(packed);
        int[] found = new int[n];
        for (int k = 0; k < n; k++) {
            found[k] = (int) (packed[k] & (1L << bits) - 1);
        }
        return found;
    }
}
