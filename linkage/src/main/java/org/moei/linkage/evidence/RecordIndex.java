package org.moei.linkage.evidence;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.moei.linkage.api.Candidate;
import org.moei.linkage.api.Comparison;
import org.moei.linkage.api.PersonRecord;

/** Records that come and go, and the best candidates for a query among them. Weights are the shipped ones; rarity is that of the records held. */
public final class RecordIndex {
    /** Fewer queries are not worth a thread. */
    private static final int FEWEST_FOR_A_THREAD = 8;

    private final Population people = new Population();
    private final Map<Long, Ints> lists = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final TokenTraits traits = new TokenTraits();
    private final SharedNames names = SharedNames.growing(people);
    private final Ints alive = new Ints(1024);
    private int living;
    private Levels fields = new Levels(people, 1);
    private Model model = new Model(fields, 0.5);
    private DateFrequencies dates = new DateFrequencies(people);
    private int datedAt;
    /** One for each thread. */
    private final List<IndexWalk> walks = new ArrayList<>();

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
        for (long key : IndexWalk.keys(people, r)) {
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

    private IndexWalk walk(int thread) {
        while (walks.size() <= thread) {
            walks.add(new IndexWalk(people, fields, model, comparer(), lists, alive));
        }
        return walks.get(thread);
    }

    private PairComparer comparer() {
        PairComparer made = new PairComparer(people, fields, new DirectNearness(people.vocabulary, fields.columns, traits), traits, dates, names, null);
        made.alignAcrossWhere(model, IndexWalk.LEAST_BITS);
        return made;
    }

    private void refresh() {
        names.follow();
        boolean renewed = names.renewed();
        boolean newColumn = people.texts.size() != fields.columns.size() && fields.count() < Levels.MOST_FIELDS;
        boolean stale = people.size() > datedAt + datedAt / 4 + 64;
        if (stale) {
            // only as records arrive, or an answer would depend on what was asked before
            dates = new DateFrequencies(people);
            datedAt = people.size();
        }
        if (newColumn || stale || renewed) {
            fields = new Levels(people, 1);
            model = new Model(fields, 0.5);
            walks.clear();
        }
    }

    /**
     * The likeliest records for a query, likeliest first, ties by id; only records that share any evidence.
     *
     * @param prior probability that the person asked for is in the index at all, spread over its records; 0 for 1/size
     */
    public List<Candidate> candidates(PersonRecord query, int k, double prior) {
        return candidates(List.of(query), k, prior, List.of(new int[0])).getFirst();
    }

    /**
     * The same for many queries, on all cores; no answer depends on the other queries.
     *
     * @param roughly for each query the records, by order of arrival, whose names are roughly alike; see {@link IndexWalk#best}
     */
    synchronized List<List<Candidate>> candidates(List<PersonRecord> queries, int k, double prior, List<int[]> roughly) {
        if (living == 0 || k <= 0) {
            return queries.stream().map(q -> List.<Candidate>of()).toList();
        }
        refresh();
        int first = people.size();
        try {
            queries.forEach(people::ask);
            traits.update(people.vocabulary);
            names.follow();
            double share = prior > 0 ? prior : 1.0 / Math.max(2, living);
            double priorBits = Model.log2(share / (1 - share));
            List<List<Candidate>> answers = new ArrayList<>(Collections.nCopies(queries.size(), List.of()));
            int threads = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), queries.size() / FEWEST_FOR_A_THREAD));
            walk(threads - 1);
            AtomicInteger next = new AtomicInteger();
            IntStream.range(0, threads).parallel().forEach(t -> {
                for (int q = next.getAndIncrement(); q < queries.size(); q = next.getAndIncrement()) {
                    answers.set(q, walks.get(t).best(first + q, roughly.get(q), k, priorBits));
                }
            });
            return List.copyOf(answers);
        } finally {
            forgetQuestions(first);
        }
    }

    private void forgetQuestions(int first) {
        int before = people.written.size();
        while (people.size() > first) {
            people.removeLast();
        }
        names.cut(before);
    }

    /** Compares two records with the rarity of this index; neither need be in it. */
    public synchronized Comparison compare(PersonRecord a, PersonRecord b, double prior) {
        refresh();
        int i = people.size();
        try {
            people.ask(a);
            people.ask(b);
            traits.update(people.vocabulary);
            names.follow();
            walk(0).comparer.alignAcrossWhere(model, IndexWalk.LEAST_BITS);
            return Comparer.explain(people, walk(0).comparer, model, Model.log2(prior / (1 - prior)), i, i + 1);
        } finally {
            forgetQuestions(i);
        }
    }
}
