package org.moei.linkage.evidence;

import java.util.Arrays;

/** Counts of comparison vectors: a cell for each combination of levels and of the rarity rounded to half bits. Integer counts, so threads and order don't matter. */
final class Histogram {
    private static final int MAX_CELLS = 1 << 20;

    private final int fields;
    private long[] keys = new long[1 << 12];
    private long[] second = new long[1 << 12];
    private int[] index = new int[1 << 12];
    private byte[] levels;
    /** Half bits of the name's rarity in the upper sixteen bits, of the other fields' in the lower. */
    private int[] rarity = new int[1 << 11];
    long[] counts = new long[1 << 11];
    private int[] order = new int[0];
    int cells;

    Histogram(int fields) {
        this.fields = fields;
        levels = new byte[fields << 11];
        Arrays.fill(index, -1);
    }

    byte level(int cell, int field) {
        return levels[cell * fields + field];
    }

    double nameRarity(int cell) {
        return (rarity[cell] >>> 16) / 2.0;
    }

    double otherRarity(int cell) {
        return (rarity[cell] & 0xFFFF) / 2.0;
    }

    /** Counts a vector; the nationality's rarity is left out where names agree, as {@link Model} does. */
    void add(byte[] vector, float[] rare, long count) {
        float sum = 0;
        for (int f = 1; f < fields; f++) {
            sum += f == Levels.NATION && Levels.agrees(vector[Levels.NAME]) ? 0 : rare[f];
        }
        add(vector, 0, Math.round(2 * rare[Levels.NAME]) << 16 | Math.round(2 * sum), count);
    }

    private void add(byte[] vector, int from, int half, long count) {
        long a = 0;
        long b = half;
        for (int f = 0; f < fields; f++) {
            if (f < 15) {
                a = a << 4 | vector[from + f];
            } else {
                b = b << 4 ^ vector[from + f] ^ (b >>> 60);
            }
        }
        int slot = (int) Hashes.then(a, b) & keys.length - 1;
        while (index[slot] >= 0 && (keys[slot] != a || second[slot] != b)) {
            slot = slot + 1 & keys.length - 1;
        }
        int cell = index[slot];
        if (cell < 0) {
            if (cells >= MAX_CELLS) {
                return;
            }
            cell = cells++;
            if (cell == counts.length) {
                counts = Arrays.copyOf(counts, cell * 2);
                rarity = Arrays.copyOf(rarity, cell * 2);
                levels = Arrays.copyOf(levels, cell * 2 * fields);
            }
            System.arraycopy(vector, from, levels, cell * fields, fields);
            rarity[cell] = half;
            keys[slot] = a;
            second[slot] = b;
            index[slot] = cell;
            if (cells * 2 > keys.length) {
                grow();
            }
        }
        counts[cell] += count;
    }

    void addAll(Histogram other) {
        for (int c = 0; c < other.cells; c++) {
            add(other.levels, c * fields, other.rarity[c], other.counts[c]);
        }
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldSecond = second;
        int[] oldIndex = index;
        keys = new long[oldKeys.length * 2];
        second = new long[keys.length];
        index = new int[keys.length];
        Arrays.fill(index, -1);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldIndex[i] >= 0) {
                int slot = (int) Hashes.then(oldKeys[i], oldSecond[i]) & keys.length - 1;
                while (index[slot] >= 0) {
                    slot = slot + 1 & keys.length - 1;
                }
                keys[slot] = oldKeys[i];
                second[slot] = oldSecond[i];
                index[slot] = oldIndex[i];
            }
        }
    }

    /** Cells in an order that depends on their content only. */
    int[] ordered() {
        if (order.length != cells) {
            order = sorted();
        }
        return order;
    }

    private int[] sorted() {
        Integer[] order = new Integer[cells];
        for (int i = 0; i < cells; i++) {
            order[i] = i;
        }
        Arrays.sort(order, (x, y) -> {
            int by = Arrays.compare(levels, x * fields, x * fields + fields, levels, y * fields, y * fields + fields);
            return by != 0 ? by : Integer.compare(rarity[x], rarity[y]);
        });
        int[] plain = new int[cells];
        for (int i = 0; i < cells; i++) {
            plain[i] = order[i];
        }
        return plain;
    }
}
