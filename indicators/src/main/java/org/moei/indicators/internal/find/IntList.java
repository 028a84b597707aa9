package org.moei.indicators.internal.find;

import java.util.Arrays;

/** Positions, in the order in which they were found. */
final class IntList {
    private int[] items = new int[256];
    private int size;

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    int get(int index) {
        return items[index];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    /** The index of the last item that is not above the value, -1 where all are; the items must rise. */
    int lastUpTo(int value) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (items[middle] <= value) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
