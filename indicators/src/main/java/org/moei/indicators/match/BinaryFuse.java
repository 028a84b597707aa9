package org.moei.indicators.match;

import java.util.Arrays;

/**
 * A binary fuse filter of three places a key (Graf and Lemire, "Binary Fuse Filters: Fast and Smaller Than Xor Filters", 2022): some
 * 9 bits a key for fingerprints of 8 bits, 18 for 16, and one absent key in 256 or 65,536 that it takes for present. The keys
 * cannot be read from it, only asked for.
 *
 * @param bits of a fingerprint, 8 or 16
 * @param seed chosen at random for each filter, so that two filters of the same keys have nothing in common
 * @param cells the fingerprints, of which three together give that of a key
 */
record BinaryFuse(int bits, long seed, int segment, int segments, short[] cells) {
    private static final int TRIES = 100;

    BinaryFuse {
        if (bits != 8 && bits != 16 || Integer.bitCount(segment) != 1 || segments < 1 || cells.length != (segments + 2) * segment) {
            throw new IllegalArgumentException("The filter (" + bits + " bits, " + segments + " segments of " + segment + ") does not hold together.");
        }
    }

    /** @param keys distinct or not; sorted by the call */
    static BinaryFuse of(long[] keys, int bits, long seed) {
        long[] distinct = distinct(keys);
        int size = distinct.length;
        int segment = size < 2 ? 4 : Math.min(1 << 18, 1 << (int) Math.floor(Math.log(size) / Math.log(3.33) + 2.25));
        double factor = size < 2 ? 0 : Math.max(1.125, 0.875 + 0.25 * Math.log(1_000_000) / Math.log(size));
        int capacity = (int) Math.round(size * factor);
        int segments = Math.max(1, (capacity + segment - 1) / segment - 2);
        BinaryFuse shape = new BinaryFuse(bits, seed, segment, segments, new short[(segments + 2) * segment]);
        for (int i = 0; i < TRIES; i++) {
            BinaryFuse filter = new BinaryFuse(bits, mixed(seed + i), segment, segments, shape.cells);
            if (filter.fill(distinct)) {
                return filter;
            }
        }
        throw new IllegalStateException("No seed of " + TRIES + " gave a filter.");
    }

    private static long[] distinct(long[] keys) {
        Arrays.sort(keys);
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                keys[count++] = keys[i];
            }
        }
        return Arrays.copyOf(keys, count);
    }

    boolean mayHold(long key) {
        long hash = mixed(key ^ seed);
        int sum = fingerprint(hash) ^ cells[place(hash, 0)] ^ cells[place(hash, 1)] ^ cells[place(hash, 2)];
        return (sum & mask()) == 0;
    }

    /** Peels keys that stand alone in a place until none is left, then sets their fingerprints in the opposite order. */
    private boolean fill(long[] keys) {
        byte[] counts = new byte[cells.length];
        byte[] which = new byte[cells.length];
        long[] sums = new long[cells.length];
        for (long key : keys) {
            long hash = mixed(key ^ seed);
            for (int p = 0; p < 3; p++) {
                int place = place(hash, p);
                if (++counts[place] < 0) {
                    return false;
                }
                which[place] ^= (byte) p;
                sums[place] ^= hash;
            }
        }
        int[] alone = new int[cells.length];
        int waiting = 0;
        for (int i = 0; i < cells.length; i++) {
            if (counts[i] == 1) {
                alone[waiting++] = i;
            }
        }
        long[] order = new long[keys.length];
        byte[] found = new byte[keys.length];
        int done = 0;
        while (waiting > 0) {
            int here = alone[--waiting];
            if (counts[here] != 1) {
                continue;
            }
            long hash = sums[here];
            order[done] = hash;
            found[done++] = which[here];
            for (int p = 0; p < 3; p++) {
                int place = place(hash, p);
                if (--counts[place] == 1) {
                    alone[waiting++] = place;
                }
                which[place] ^= (byte) p;
                sums[place] ^= hash;
            }
        }
        if (done < keys.length) {
            return false;
        }
        Arrays.fill(cells, (short) 0);
        for (int i = done - 1; i >= 0; i--) {
            int sum = fingerprint(order[i]);
            for (int p = 0; p < 3; p++) {
                sum ^= p == found[i] ? 0 : cells[place(order[i], p)];
            }
            cells[place(order[i], found[i])] = (short) (sum & mask());
        }
        return true;
    }

    private int mask() {
        return bits == 8 ? 0xff : 0xffff;
    }

    private static int fingerprint(long hash) {
        return (int) (hash ^ hash >>> 32);
    }

    private int place(long hash, int which) {
        int first = (int) Math.unsignedMultiplyHigh(hash, (long) segments * segment);
        return switch (which) {
            case 0 -> first;
            case 1 -> first + segment ^ (int) (hash >>> 18) & segment - 1;
            case 2 -> first + 2 * segment ^ (int) hash & segment - 1;
            default -> throw new IllegalArgumentException("A key has three places.");
        };
    }

    private static long mixed(long key) {
        long h = (key ^ key >>> 33) * 0xFF51AFD7ED558CCDL;
        h = (h ^ h >>> 33) * 0xC4CEB9FE1A85EC53L;
        return h ^ h >>> 33;
    }
}
