package org.moei.linkage.names.letters;

import java.util.Arrays;
import java.util.Collection;

/** Numbers from 0 on for a fixed set of longs: open addressing without objects, since every letter of every name is looked up. */
final class LongIndex {
    private final long[] keys;
    private final int[] numbers;

    /** Numbers the keys in the order given. */
    LongIndex(Collection<Long> all) {
        int room = Integer.highestOneBit(Math.max(2, all.size())) * 4;
        keys = new long[room];
        numbers = new int[room];
        Arrays.fill(numbers, -1);
        int next = 0;
        for (long key : all) {
            int slot = slot(key);
            while (numbers[slot] >= 0) {
                slot = slot + 1 & room - 1;
            }
            keys[slot] = key;
            numbers[slot] = next++;
        }
    }

    private int slot(long key) {
        long mixed = (key ^ key >>> 32) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 33) & keys.length - 1;
    }

    /** The number of a key, or -1. */
    int find(long key) {
        int slot = slot(key);
        while (numbers[slot] >= 0) {
            if (keys[slot] == key) {
                return numbers[slot];
            }
            slot = slot + 1 & keys.length - 1;
        }
        return -1;
    }
}
