package org.moei.linkage.api;

import java.util.List;
import org.moei.linkage.evidence.RecordIndex;

/**
 * Records that come and go, searched one query at a time; an answer depends on the query and on what the index holds, not on the order in
 * which it came. Safe for several threads (one at a time works). Holds personal data in memory only.
 */
public final class LinkageIndex {
    private final RecordIndex index = new RecordIndex();

    /** Adds a record; its id must be new. */
    public void add(PersonRecord record) {
        index.add(record);
    }

    /** Forgets a record; false where the index did not hold it. */
    public boolean remove(String id) {
        return index.remove(id);
    }

    /** Whether the index holds this id. */
    public boolean contains(String id) {
        return index.contains(id);
    }

    /** Records held. */
    public int size() {
        return index.size();
    }

    /** The k likeliest records for a query, under a prior of one in {@link #size()}; likeliest first, ties by id. */
    public List<Candidate> candidates(PersonRecord query, int k) {
        return index.candidates(query, k, 0);
    }

    /** The same under a prior that each record of the index is the one asked for. */
    public List<Candidate> candidates(PersonRecord query, int k, double prior) {
        return index.candidates(query, k, prior);
    }

    /**
     * Why two records are or are not the same person: the waterfall of the review page. Neither need be in the index; rarity is that of its
     * records.
     *
     * @param prior probability before any evidence, e.g. 0.5 for two records that somebody thought worth comparing, 1/size for a random pair
     */
    public Comparison compare(PersonRecord a, PersonRecord b, double prior) {
        if (!(prior > 0 && prior < 1)) {
            throw new IllegalArgumentException("The prior (" + prior + ") is not between 0 and 1.");
        }
        return index.compare(a, b, prior);
    }

    /** {@link #compare(PersonRecord, PersonRecord, double)} under a prior of one in {@link #size()}. */
    public Comparison compare(PersonRecord a, PersonRecord b) {
        return index.compare(a, b, 1.0 / Math.max(2, size()));
    }
}
