package org.moei.linkage.evidence;

import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Records that share a key. Blocks above the cap are split by birth year, by other values and by the whole name, never dropped. The members of
 * a block stand in order, and each record knows its blocks.
 */
final class Blocks {
    private final int[] start;
    private final int[] members;
    private final int[] listStart;
    private final int[] lists;

    private Blocks(int[] start, int[] members, int records) {
        this.start = start;
        this.members = members;
        for (int b = 0; b + 1 < start.length; b++) {
            sort(start[b], start[b + 1]);
        }
        listStart = new int[records + 1];
        for (int m : members) {
            listStart[m + 1]++;
        }
        for (int r = 0; r < records; r++) {
            listStart[r + 1] += listStart[r];
        }
        lists = new int[members.length];
        int[] next = Arrays.copyOf(listStart, records);
        for (int b = 0; b + 1 < start.length; b++) {
            for (int i = start[b]; i < start[b + 1]; i++) {
                lists[next[members[i]]++] = b;
            }
        }
    }

    private void sort(int from, int to) {
        for (int i = from + 1; i < to; i++) {
            if (members[i] < members[i - 1]) {
                Arrays.sort(members, from, to);
                return;
            }
        }
    }

    int count() {
        return start.length - 1;
    }

    int from(int block) {
        return start[block];
    }

    int member(int i) {
        return members[i];
    }

    /** Pairs with repetition. */
    long pairs() {
        long sum = 0;
        for (int b = 0; b < count(); b++) {
            long size = start[b + 1] - start[b];
            sum += size * (size - 1) / 2;
        }
        return sum;
    }

    /** Where the blocks of a record begin, for {@link #blockOf}. */
    int firstOf(int record) {
        return listStart[record];
    }

    int blockOf(int x) {
        return lists[x];
    }

    /** One block of everybody: for small collections. */
    static Blocks all(int records) {
        return new Blocks(new int[] {0, records}, IntStream.range(0, records).toArray(), records);
    }

    /** Builds blocks from keys; a key generator for each thread. */
    static Blocks of(Population people, Function<Integer, BlockKeys> generators, Splitter splitter, int cap) {
        int n = people.size();
        int bits = 64 - Long.numberOfLeadingZeros(Math.max(1, n - 1L));
        int parts = Math.max(1, Math.min(64, n / 20_000));
        Longs[] found = new Longs[parts];
        IntStream.range(0, parts).parallel().forEach(p -> {
            BlockKeys keys = generators.apply(p);
            Longs packed = new Longs(1 << 16);
            Longs own = new Longs(256);
            int to = (int) ((long) n * (p + 1) / parts);
            for (int r = (int) ((long) n * p / parts); r < to; r++) {
                own.size = 0;
                keys.add(r, own);
                for (int k = 0; k < own.size; k++) {
                    packed.add(own.values[k] << bits & Long.MAX_VALUE | r);
                }
            }
            found[p] = packed;
        });
        int total = 0;
        for (Longs part : found) {
            total = Math.addExact(total, part.size);
        }
        long[] all = new long[total];
        int at = 0;
        for (int p = 0; p < parts; p++) {
            System.arraycopy(found[p].values, 0, all, at, found[p].size);
            at += found[p].size;
            found[p] = new Longs(4);
        }
        Arrays.parallelSort(all);
        Ints starts = new Ints(1 << 16);
        Ints members = new Ints(Math.max(16, total / 2));
        long mask = (1L << bits) - 1;
        int i = 0;
        while (i < total) {
            int j = i;
            long key = all[i] >>> bits;
            int size = 0;
            long last = -1;
            while (j < total && all[j] >>> bits == key) {
                if (all[j] != last) {
                    last = all[j];
                    all[i + size++] = last;
                }
                j++;
            }
            if (size > 1 && size <= cap) {
                starts.add(members.size);
                for (int k = 0; k < size; k++) {
                    members.add((int) (all[i + k] & mask));
                }
            } else if (size > cap) {
                int[] big = new int[size];
                for (int k = 0; k < size; k++) {
                    big[k] = (int) (all[i + k] & mask);
                }
                splitter.split(big, cap, starts, members);
            }
            i = j;
        }
        starts.add(members.size);
        return new Blocks(starts.toArray(), members.toArray(), n);
    }
}
