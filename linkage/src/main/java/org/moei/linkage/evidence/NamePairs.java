package org.moei.linkage.evidence;

import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.moei.linkage.names.TokenRole;

/** Draws pairs of records whose names sound alike in two parts or as a whole, whatever else the records say: each such pair with the same chance within its group. */
final class NamePairs {
    private static final int MOST_TOKENS = 6;
    private static final int DRAWN_OF_A_GROUP = 30;
    private static final int MOST_DRAWN = 250_000;
    private static final int PARTS = 8;

    private final Population people;
    /** Key above, record below. */
    private final long[] keyed;
    private final int bits;

    NamePairs(Population people) {
        this.people = people;
        bits = 64 - Long.numberOfLeadingZeros(Math.max(1, people.size() - 1L));
        Longs all = new Longs(people.size() * 3);
        for (int r = 0; r < people.size(); r++) {
            keys(r, all);
        }
        keyed = all.toArray();
        Arrays.parallelSort(keyed);
    }

    private void keys(int r, Longs out) {
        if (people.nameStart.get(r) == people.nameStart.get(r + 1)) {
            return;
        }
        int from = people.tokenStart.get(people.nameStart.get(r));
        int to = people.tokenStart.get(people.nameStart.get(r) + 1);
        long[] sounds = new long[MOST_TOKENS];
        String[] skeletons = new String[MOST_TOKENS];
        int count = 0;
        for (int t = from; t < to && count < MOST_TOKENS; t++) {
            int code = people.tokens.get(t);
            if (people.vocabulary.token(code).role() != TokenRole.INITIAL) {
                skeletons[count] = people.vocabulary.token(code).skeleton();
                sounds[count] = skeletons[count].isEmpty() ? people.vocabulary.hash(code) : Hashes.of(skeletons[count]);
                count++;
            }
        }
        for (int a = 0; a < count; a++) {
            for (int b = a + 1; b < count; b++) {
                add(Hashes.both(sounds[a], sounds[b]), r, out);
            }
        }
        if (count == 1) {
            add(Hashes.then(sounds[0], 1), r, out);
        } else if (count == 2) {
            add(Hashes.then(Hashes.of(skeletons[0] + skeletons[1]), 1), r, out);
            add(Hashes.then(Hashes.of(skeletons[1] + skeletons[0]), 1), r, out);
        }
    }

    private void add(long key, int r, Longs out) {
        out.add(key << bits & Long.MAX_VALUE | r);
    }

    private interface Group {
        void at(int from, int to);
    }

    private void groups(int first, int last, Group group) {
        int i = first;
        while (i < last) {
            int j = i + 1;
            while (j < keyed.length && keyed[j] >>> bits == keyed[i] >>> bits) {
                j++;
            }
            if (j - i > 1) {
                group.at(i, j);
            }
            i = j;
        }
    }

    private static long drawn(long size) {
        return Math.min(size * (size - 1) / 2, DRAWN_OF_A_GROUP);
    }

    /** The vectors of the pairs drawn, each counted as often as the pairs it stands for. */
    Histogram draw(int fields, Supplier<PairComparer> comparers) {
        long[] all = new long[1];
        groups(0, keyed.length, (from, to) -> all[0] += drawn(to - from));
        int shift = 0;
        while (all[0] >> shift > MOST_DRAWN) {
            shift++;
        }
        int least = shift;
        int[] cuts = new int[PARTS + 1];
        for (int p = 1; p <= PARTS; p++) {
            int cut = (int) ((long) keyed.length * p / PARTS);
            while (cut > 0 && cut < keyed.length && keyed[cut] >>> bits == keyed[cut - 1] >>> bits) {
                cut++;
            }
            cuts[p] = Math.max(cut, cuts[p - 1]);
        }
        Histogram sum = new Histogram(fields);
        IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(p -> {
                    PairComparer comparer = comparers.get();
                    Histogram own = new Histogram(fields);
                    groups(cuts[p], cuts[p + 1], (from, to) -> {
                        if ((Hashes.mix(keyed[from] >>> bits) & (1L << least) - 1) == 0) {
                            draw(from, to, comparer, own);
                        }
                    });
                    return own;
                })
                .sequential()
                .forEach(sum::addAll);
        return sum;
    }

    private void draw(int from, int to, PairComparer comparer, Histogram out) {
        int size = to - from;
        int[] members = new int[size];
        Integer[] order = new Integer[size];
        for (int i = 0; i < size; i++) {
            members[i] = (int) (keyed[from + i] & (1L << bits) - 1);
            order[i] = i;
        }
        Arrays.sort(order, (x, y) -> Long.compare(people.idHashes.values[members[x]], people.idHashes.values[members[y]]));
        long pairs = (long) size * (size - 1) / 2;
        long wanted = drawn(size);
        long weight = Math.max(1, Math.round((double) pairs / wanted));
        int done = 0;
        for (int d = 1; d < size && done < wanted; d++) {
            for (int i = 0; i + d < size && done < wanted; i++) {
                // large groups: neighbours in an order that means nothing, spread over the whole group
                int at = size - d <= wanted ? i : (int) ((long) i * (size - d) / wanted);
                if (at + d < size) {
                    int a = members[order[at]];
                    int b = members[order[at + d]];
                    done++;
                    if (a != b) {
                        comparer.compare(a, b);
                        out.add(comparer.levels, comparer.rarity, weight);
                    }
                }
            }
        }
    }
}
