package org.moei.linkage.api;

import java.util.List;

/**
 * Why two records are or are not the same person.
 *
 * @param probability of being the same person, calibrated under the prior
 * @param priorBits binary logarithm of the prior odds: where the waterfall starts
 * @param weights one for each field that both sides say something about, the heaviest first; they and the prior add up to the log odds
 */
public record Comparison(double probability, double priorBits, List<Weight> weights) {}
