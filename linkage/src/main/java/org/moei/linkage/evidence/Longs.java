package org.moei.linkage.evidence;

import java.util.Arrays;

/** A growing list of longs. */
final class Longs {
    long[] values;
    int size;

    Longs(int capacity) {
        values = new long[Math.max(4, capacity)];
    }

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1) + 4);
        }
        values[size++] = value;
    }

    long[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
