package org.moei.linkage.evidence;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Splits a block that is too big by what else its records say; what nothing tells apart meets its neighbours in order of the whole name. */
final class Splitter {
    private final Population people;
    private final Levels fields;

    /** Blocks split before, by their content: people of one name meet under every key of that name. */
    private final Set<Long> split = new HashSet<>();

    Splitter(Population people, Levels fields) {
        this.people = people;
        this.fields = fields;
    }

    void split(int[] big, int cap, Ints starts, Ints members) {
        if (!split.add(content(big))) {
            return;
        }
        byYear(big, cap, starts, members);
        for (int c = 0; c < fields.columns.size(); c++) {
            TextColumn column = fields.columns.get(c);
            if (column.distinct() >= 20) {
                long[] keyed = new long[big.length];
                int n = 0;
                for (int i = 0; i < big.length; i++) {
                    if (!column.isMissing(big[i])) {
                        keyed[n++] = pack(Hashes.of(column.text(column.value(big[i], 0))), i);
                    }
                }
                emit(big, keyed, n, cap, starts, members);
            }
        }
        long[] names = new long[big.length];
        for (int i = 0; i < big.length; i++) {
            names[i] = pack(wholeName(big[i]), i);
        }
        emit(big, names, big.length, cap, starts, members);
        window(big, cap, starts, members);
    }

    private long content(int[] members) {
        long sum = members.length;
        for (int member : members) {
            sum += Hashes.mix(people.idHashes.values[member]);
        }
        return Hashes.mix(sum);
    }

    private static long pack(long hash, int index) {
        return hash << 31 & Long.MAX_VALUE | index;
    }

    private void byYear(int[] big, int cap, Ints starts, Ints members) {
        long[] keyed = new long[big.length];
        int n = 0;
        for (int i = 0; i < big.length; i++) {
            int d = people.dateStart.get(big[i]);
            if (d < people.dateStart.get(big[i] + 1)) {
                int middle = (people.dateFrom.get(d) + people.dateTo.get(d)) / 2;
                keyed[n++] = pack(Hashes.mix(LocalDate.ofEpochDay(middle).getYear()), i);
            }
        }
        emit(big, keyed, n, cap, starts, members);
    }

    private long wholeName(int r) {
        long sum = 0;
        for (int t = people.tokenStart.get(people.nameStart.get(r)); people.nameStart.get(r) < people.nameStart.get(r + 1) && t < people.tokenStart.get(people.nameStart.get(r) + 1); t++) {
            sum += Hashes.mix(people.vocabulary.hash(people.tokens.get(t)));
        }
        return Hashes.mix(sum);
    }

    /** Groups by key; groups within the cap become blocks. */
    private void emit(int[] big, long[] keyed, int n, int cap, Ints starts, Ints members) {
        Arrays.sort(keyed, 0, n);
        int i = 0;
        while (i < n) {
            int j = i;
            while (j < n && keyed[j] >>> 31 == keyed[i] >>> 31) {
                j++;
            }
            if (j - i > 1 && j - i <= cap) {
                block(big, keyed, i, j, starts, members);
            } else if (j - i > cap) {
                chunks(big, keyed, i, j, cap, starts, members);
            }
            i = j;
        }
    }

    private void chunks(int[] big, long[] keyed, int from, int to, int cap, Ints starts, Ints members) {
        int[] group = new int[to - from];
        for (int i = from; i < to; i++) {
            group[i - from] = big[(int) (keyed[i] & 0x7FFF_FFFF)];
        }
        window(group, cap, starts, members);
    }

    private static void block(int[] big, long[] keyed, int from, int to, Ints starts, Ints members) {
        starts.add(members.size);
        for (int k = from; k < to; k++) {
            members.add(big[(int) (keyed[k] & 0x7FFF_FFFF)]);
        }
    }

    /** Overlapping runs in order of the whole name, then of the id's hash. */
    private void window(int[] group, int cap, Ints starts, Ints members) {
        Integer[] order = new Integer[group.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = group[i];
        }
        Arrays.sort(order, (a, b) -> {
            int by = Long.compare(wholeName(a), wholeName(b));
            return by != 0 ? by : Long.compare(people.idHashes.values[a], people.idHashes.values[b]);
        });
        int width = Math.max(2, cap / 4);
        for (int from = 0; from < order.length - 1; from += Math.max(1, width / 2)) {
            int to = Math.min(order.length, from + width);
            starts.add(members.size);
            for (int i = from; i < to; i++) {
                members.add(order[i]);
            }
            if (to == order.length) {
                break;
            }
        }
    }
}
