package org.moei.linkage.api;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moei.base.Progress;
import org.moei.linkage.evidence.LinkRun;
import org.moei.linkage.evidence.Population;

/**
 * Finds who is the same in one or several lists, without labels: weights are fitted to the records at hand, starting from shipped ones.
 * Neither the order of records nor of lists changes the answer. Thresholds: {@link LinkOptions#AUTO} for linking without a person,
 * {@link LinkOptions#REVIEW} for showing.
 */
public final class Linker {
    private Linker() {}

    /** Links the records of one collection. Ids must be distinct. */
    public static LinkResult link(List<PersonRecord> records, LinkOptions options, Progress progress) {
        return linkLists(List.of(records), options, progress);
    }

    /** Links several lists as one collection; {@link LinkOptions.Scope} tells which pairs are compared. Ids must be distinct over all lists. */
    public static LinkResult linkLists(List<List<PersonRecord>> lists, LinkOptions options, Progress progress) {
        Population people = new Population();
        Map<String, Integer> known = new HashMap<>();
        for (int source = 0; source < lists.size(); source++) {
            for (PersonRecord record : lists.get(source)) {
                if (known.put(record.id(), source) != null) {
                    throw new IllegalArgumentException("An id stands for two records. Ids must be distinct over all lists.");
                }
                people.add(record, source);
            }
        }
        return result(new LinkRun(people, options, progress).run(), options);
    }

    private static LinkResult result(LinkRun run, LinkOptions options) {
        List<Pair> pairs = new ArrayList<>();
        for (int p = 0; p < run.pairs(); p++) {
            if (run.probability(p) >= options.minProbability()) {
                pairs.add(pair(run, p));
            }
        }
        Comparator<Pair> order = Comparator.comparingDouble(Pair::probability).reversed().thenComparing(Pair::id1).thenComparing(Pair::id2);
        pairs.sort(order);
        List<Pair> bridges = new ArrayList<>();
        for (int p : run.weakBridges()) {
            bridges.add(pair(run, p));
        }
        bridges.sort(order);
        int[] cluster = run.clusterOf();
        Map<String, String> clusters = HashMap.newHashMap(run.records());
        long count = 0;
        for (int r = 0; r < run.records(); r++) {
            clusters.put(run.id(r), run.id(cluster[r]));
            count += cluster[r] == r ? 1 : 0;
        }
        LinkResult.Stats stats = new LinkResult.Stats(
                run.records(), run.candidatePairs(), run.scoredPairs(), 0, run.estimatedPairCompleteness(), count, Map.copyOf(run.stageSeconds()));
        return new LinkResult(List.copyOf(pairs), clusters, List.copyOf(bridges), stats);
    }

    private static Pair pair(LinkRun run, int p) {
        String a = run.id(run.left(p));
        String b = run.id(run.right(p));
        return a.compareTo(b) <= 0 ? new Pair(a, b, run.probability(p)) : new Pair(b, a, run.probability(p));
    }
}
