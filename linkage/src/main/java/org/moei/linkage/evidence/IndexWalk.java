package org.moei.linkage.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.moei.linkage.api.Candidate;

/** What one thread needs to answer a question from a {@link RecordIndex}: the records under its keys, compared one by one. */
final class IndexWalk {
    /** Candidates that are compared in full for one query. */
    private static final int MOST_COMPARED = 600;
    /** Log odds in bits, with prior .5, that a pair must be able to reach for its names to be aligned across scripts. */
    static final double LEAST_BITS = -6;
    /** Longest list of records under a key that is walked; longer ones say too little. */
    private static final int LONGEST_LIST = 20_000;

    private final Population people;
    private final Levels fields;
    private final Model model;
    final PairComparer comparer;
    private final Map<Long, Ints> lists;
    private final Ints alive;
    private int[] hits = new int[1024];
    private float[] merit = new float[1024];

    IndexWalk(Population people, Levels fields, Model model, PairComparer comparer, Map<Long, Ints> lists, Ints alive) {
        this.people = people;
        this.fields = fields;
        this.model = model;
        this.comparer = comparer;
        this.lists = lists;
        this.alive = alive;
    }

    /** The distinct keys of a record. */
    static long[] keys(Population people, int r) {
        Longs out = new Longs(64);
        IndexKeys.add(people, r, out);
        long[] keys = out.toArray();
        Arrays.sort(keys);
        int distinct = 0;
        for (int i = 0; i < keys.length; i++) {
            if (i == 0 || keys[i] != keys[i - 1]) {
                keys[distinct++] = keys[i];
            }
        }
        return Arrays.copyOf(keys, distinct);
    }

    /**
     * The k likeliest records for a question that stands in the population at {@code q}.
     *
     * @param roughly records whose names are roughly like those asked for, ascending: they are compared whatever the keys say, and only with them names are
     *     aligned across scripts; empty where nobody has looked
     */
    List<Candidate> best(int q, int[] roughly, int k, double priorBits) {
        List<Candidate> all = new ArrayList<>();
        for (int r : gather(q, roughly)) {
            boolean across = roughly.length == 0 || Arrays.binarySearch(roughly, r) >= 0;
            comparer.alignAcrossWhere(model, across ? LEAST_BITS : Double.POSITIVE_INFINITY);
            comparer.compare(q, r);
            if (shared()) {
                all.add(new Candidate(people.id(r), Model.probability(priorBits + model.bits(comparer.levels, comparer.rarity))));
            }
        }
        all.sort(Comparator.comparingDouble(Candidate::probability).reversed().thenComparing(Candidate::id));
        return List.copyOf(all.subList(0, Math.min(k, all.size())));
    }

    private boolean shared() {
        byte name = comparer.levels[Levels.NAME];
        if (name > 0 && name != Levels.NAME_DIFFERENT) {
            return true;
        }
        byte date = comparer.levels[Levels.DATE];
        if (date > 0 && date != Levels.DATE_DIFFERENT && date != Levels.DATE_INTERVAL_DIFFERS && date != Levels.AGE_OTHER) {
            return true;
        }
        for (int f = Levels.FIRST_TEXT; f < fields.count(); f++) {
            if (comparer.levels[f] > 0 && comparer.levels[f] < Levels.TEXT_DIFFERENT) {
                return true;
            }
        }
        return false;
    }

    /** The records under the question's keys, the most promising {@value #MOST_COMPARED}, and the further ones; a key weighs more the fewer records it leads to. */
    private int[] gather(int q, int[] roughly) {
        if (merit.length < people.size()) {
            merit = new float[people.size() * 2];
        }
        int held = people.counted();
        int count = 0;
        for (long key : keys(people, q)) {
            Ints list = lists.get(key);
            if (list == null || list.size > LONGEST_LIST && list.size > held / 20) {
                continue;
            }
            float weight = (float) Math.max(0.1, Model.log2((held + 1.0) / list.size));
            for (int i = 0; i < list.size; i++) {
                count = meet(list.values[i], weight, count);
            }
        }
        int kept = count > MOST_COMPARED ? mostPromising(count) : count;
        for (int i = 0; i < kept; i++) {
            merit[hits[i]] = 1;
        }
        for (int r : roughly) {
            kept = meet(r, 1, kept);
        }
        int[] found = Arrays.copyOf(hits, kept);
        for (int r : found) {
            merit[r] = 0;
        }
        return found;
    }

    private int meet(int r, float weight, int count) {
        if (alive.get(r) == 0) {
            return count;
        }
        int size = count;
        if (merit[r] == 0) {
            if (count == hits.length) {
                hits = Arrays.copyOf(hits, count * 2);
            }
            hits[size++] = r;
        }
        merit[r] += weight;
        return size;
    }

    private int mostPromising(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = merit[hits[i]];
        }
        Arrays.sort(values);
        float least = values[count - MOST_COMPARED];
        int kept = 0;
        for (int i = 0; i < count; i++) {
            int r = hits[i];
            if (merit[r] >= least && kept < MOST_COMPARED * 4) {
                hits[kept++] = r;
            } else {
                merit[r] = 0;
            }
        }
        return kept;
    }
}
