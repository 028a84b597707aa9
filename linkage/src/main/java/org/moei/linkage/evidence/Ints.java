package org.moei.linkage.evidence;

import java.util.Arrays;

/** A growing list of ints. */
final class Ints {
    int[] values;
    int size;

    Ints(int capacity) {
        values = new int[Math.max(4, capacity)];
    }

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1) + 4);
        }
        values[size++] = value;
    }

    int get(int i) {
        return values[i];
    }

    void cut(int newSize) {
        size = newSize;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }
}
