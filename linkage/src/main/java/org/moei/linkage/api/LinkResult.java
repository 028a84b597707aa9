package org.moei.linkage.api;

import java.util.List;
import java.util.Map;

/**
 * What linking gave.
 *
 * @param pairs at or above the wanted probability, each once, likeliest first, ties by id
 * @param clusters record id → cluster id (the smallest record id of the cluster); every record has one
 * @param weakBridges pairs that hold two parts of a cluster together alone and are weak, for a person to look at
 */
public record LinkResult(List<Pair> pairs, Map<String, String> clusters, List<Pair> weakBridges, Stats stats) {

    /**
     * Counts and timings.
     *
     * @param estimatedPairCompleteness share of the true pairs that were candidates, as far as it can be estimated; NaN if unknown
     * @param stageSeconds by stage, in order
     */
    public record Stats(
            long records, long candidatePairs, long scoredPairs, long prunedPairs, double estimatedPairCompleteness, long clusters, Map<String, Double> stageSeconds) {}
}
