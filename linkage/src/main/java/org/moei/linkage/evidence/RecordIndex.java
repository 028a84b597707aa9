package org.moei.linkage.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moei.linkage.api.Candidate;
import org.moei.linkage.api.Comparison;
import org.moei.linkage.api.PersonRecord;

/** Records that come and go, and the best candidates for a query among them. Weights are the shipped ones; rarity is that of the records held. */
public final class RecordIndex {
    /** Candidates that are compared in full for one query. */
    private static final int MOST_COMPARED = 600;
    /** Longest list of records under a key that is walked; longer ones say too little. */
    private static final int LONGEST_LIST = 20_000;

    /** Log odds in bits, with prior .5, that a pair must be able to reach for its names to be aligned across scripts. */
    private static final double LEAST_BITS = -6;

    private final Population people = new Population();
    private final Map<Long, Ints> lists = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final TokenTraits traits = new TokenTraits();
    private final SharedNames names = SharedNames.growing(people);
    private Ints alive = new Ints(1024);
    private int living;
    private Levels fields = new Levels(people, 1);
    private Model model = new Model(fields, 0.5);
    private DateFrequencies dates = new DateFrequencies(people);
    private PairComparer comparer = comparer();
    private int datedAt;
    private int[] hits = new int[1024];
    private float[] merit = new float[1024];

    /** Holds a record; its id must be new. */
    public synchronized void add(PersonRecord record) {
        if (positions.containsKey(record.id())) {
            throw new IllegalArgumentException("The id of the record is in the index already.");
        }
        int r = people.add(record, 0);
        positions.put(record.id(), r);
        alive.add(1);
        living++;
        traits.update(people.vocabulary);
        for (long key : keys(r)) {
            lists.computeIfAbsent(key, k -> new Ints(2)).add(r);
        }
        refresh();
    }

    /** Forgets a record; false where the index did not hold it. */
    public synchronized boolean remove(String id) {
        Integer r = positions.remove(id);
        if (r == null) {
            return false;
        }
        alive.values[r] = 0;
        living--;
        return true;
    }

    public synchronized int size() {
        return living;
    }

    public synchronized boolean contains(String id) {
        return positions.containsKey(id);
    }

    private PairComparer comparer() {
        PairComparer made = new PairComparer(people, fields, new DirectNearness(people.vocabulary, fields.columns, traits), traits, dates, names, null);
        made.alignAcrossWhere(model, LEAST_BITS);
        return made;
    }

    private void refresh() {
        names.follow();
        boolean renewed = names.renewed();
        boolean newColumn = people.texts.size() != fields.columns.size() && fields.count() < Levels.MOST_FIELDS;
        boolean stale = people.size() > datedAt + datedAt / 4 + 64;
        if (newColumn || stale || renewed) {
            fields = new Levels(people, 1);
            model = new Model(fields, 0.5);
            dates = new DateFrequencies(people);
            comparer = comparer();
            datedAt = people.size();
        }
    }

    private long[] keys(int r) {
        Longs out = new Longs(32);
        IndexKeys.add(people, r, out);
        return Arrays.stream(out.toArray()).distinct().toArray();
    }

    /**
     * The likeliest records for a query, likeliest first, ties by id; only records that share any evidence.
     *
     * @param prior probability that the person asked for is in the index at all, spread over its records; 0 for 1/size
     */
    public synchronized List<Candidate> candidates(PersonRecord query, int k, double prior) {
        return candidates(query, k, prior, new int[0]);
    }

    /** The same with further records, by order of arrival, that are compared whatever the keys say. */
    synchronized List<Candidate> candidates(PersonRecord query, int k, double prior, int[] further) {
        if (living == 0 || k <= 0) {
            return List.of();
        }
        int q = people.add(query, 1);
        try {
            traits.update(people.vocabulary);
            refresh();
            double share = prior > 0 ? prior : 1.0 / Math.max(2, living);
            double priorBits = Model.log2(share / (1 - share));
            int[] found = union(gather(q), further);
            List<Candidate> all = new ArrayList<>();
            for (int r : found) {
                comparer.compare(q, r);
                if (shared()) {
                    all.add(new Candidate(people.id(r), Model.probability(priorBits + model.bits(comparer.levels, comparer.rarity))));
                }
            }
            all.sort((a, b) -> {
                int by = Double.compare(b.probability(), a.probability());
                return by != 0 ? by : a.id().compareTo(b.id());
            });
            return List.copyOf(all.subList(0, Math.min(k, all.size())));
        } finally {
            people.removeLast();
            names.cut();
        }
    }

    private int[] union(int[] found, int[] further) {
        return further.length == 0
                ? found
                : java.util.stream.IntStream.concat(Arrays.stream(found), Arrays.stream(further).filter(r -> alive.get(r) == 1)).distinct().toArray();
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
        for (int f = Levels.FIRST_TEXT; f < comparer.levels.length; f++) {
            if (comparer.levels[f] > 0 && comparer.levels[f] < Levels.TEXT_DIFFERENT) {
                return true;
            }
        }
        return false;
    }

    /** The records under the query's keys, the most promising {@value #MOST_COMPARED}; a key weighs more the fewer records it leads to. */
    private int[] gather(int q) {
        if (merit.length < people.size()) {
            merit = new float[people.size() * 2];
        }
        int count = 0;
        for (long key : keys(q)) {
            Ints list = lists.get(key);
            if (list == null || list.size > LONGEST_LIST && list.size > people.size() / 20) {
                continue;
            }
            float weight = (float) Math.max(0.1, Model.log2((people.size() + 1.0) / list.size));
            for (int i = 0; i < list.size; i++) {
                int r = list.values[i];
                if (alive.get(r) == 1) {
                    if (merit[r] == 0) {
                        if (count == hits.length) {
                            hits = Arrays.copyOf(hits, count * 2);
                        }
                        hits[count++] = r;
                    }
                    merit[r] += weight;
                }
            }
        }
        int[] found = Arrays.copyOf(hits, count);
        if (count > MOST_COMPARED) {
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = merit[found[i]];
            }
            Arrays.sort(values);
            float least = values[count - MOST_COMPARED];
            int kept = 0;
            for (int i = 0; i < count; i++) {
                if (merit[found[i]] >= least && kept < MOST_COMPARED * 4) {
                    int r = found[i];
                    merit[r] = 0;
                    found[kept++] = r;
                } else {
                    merit[found[i]] = 0;
                }
            }
            return Arrays.copyOf(found, kept);
        }
        for (int r : found) {
            merit[r] = 0;
        }
        return found;
    }

    /** Compares two records with the rarity of this index; neither need be in it. */
    public synchronized Comparison compare(PersonRecord a, PersonRecord b, double prior) {
        int i = people.add(a, 0);
        int j = people.add(b, 0);
        try {
            traits.update(people.vocabulary);
            refresh();
            return Comparer.explain(people, comparer, model, Model.log2(prior / (1 - prior)), i, j);
        } finally {
            people.removeLast();
            people.removeLast();
            names.cut();
        }
    }
}
