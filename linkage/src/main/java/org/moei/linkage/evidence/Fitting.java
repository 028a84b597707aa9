package org.moei.linkage.evidence;

/**
 * Expectation and maximisation on the histogram of candidate pairs, without labels (Winkler 1988; Fellegi and Sunter 1969). Shares among
 * random pairs are measured on random pairs and stay; shares among matches and the prior are fitted, starting from the shipped ones, which
 * count as {@value #STRENGTH} matches seen before.
 */
final class Fitting {
    private static final double STRENGTH = 60;
    private static final double RANDOM_STRENGTH = 400;
    private static final int GROUPS = 3;
    private static final int MOST_ROUNDS = 40;
    private static final double ENOUGH = 1e-4;

    private Fitting() {}

    /** Replaces the shipped shares among random pairs by measured ones. */
    static void random(Model model, Histogram pairs) {
        for (int f = 0; f < model.random.length; f++) {
            double[] seen = new double[model.random[f].length];
            double[] all = new double[GROUPS];
            for (int c = 0; c < pairs.cells; c++) {
                int level = pairs.level(c, f);
                if (level > 0) {
                    seen[level] += pairs.counts[c];
                    all[Levels.group(f, level)] += pairs.counts[c];
                }
            }
            double[] shipped = new double[GROUPS];
            for (int l = 1; l < seen.length; l++) {
                shipped[Levels.group(f, l)] += model.random[f][l];
            }
            for (int l = 1; l < seen.length; l++) {
                int g = Levels.group(f, l);
                model.random[f][l] = (seen[l] + RANDOM_STRENGTH * model.random[f][l] / shipped[g]) / (all[g] + RANDOM_STRENGTH);
            }
        }
        model.refresh();
    }

    /**
     * Fits shares among matches and the prior.
     *
     * @param scale how many candidate pairs a sampled one stands for
     * @param allPairs all pairs that the scope allows, candidates or not
     */
    static void match(Model model, Histogram pairs, double scale, double allPairs) {
        int fields = model.match.length;
        int[] order = pairs.ordered();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[][] sums = new double[fields][];
            for (int f = 0; f < fields; f++) {
                sums[f] = new double[model.match[f].length];
            }
            double matches = 0;
            double priorBits = model.priorBits();
            for (int c : order) {
                double expected = Model.probability(priorBits + model.bits(pairs, c)) * pairs.counts[c];
                matches += expected;
                for (int f = 0; f < fields; f++) {
                    sums[f][pairs.level(c, f)] += expected;
                }
            }
            double change = 0;
            for (int f = 0; f < fields; f++) {
                double[] seen = new double[GROUPS];
                double[] shipped = new double[GROUPS];
                for (int l = 1; l < sums[f].length; l++) {
                    seen[Levels.group(f, l)] += sums[f][l];
                    shipped[Levels.group(f, l)] += model.fields.levels.get(f).get(l).match();
                }
                for (int l = 1; l < sums[f].length; l++) {
                    int g = Levels.group(f, l);
                    double before = model.match[f][l];
                    model.match[f][l] = (sums[f][l] + STRENGTH * model.fields.levels.get(f).get(l).match() / shipped[g]) / (seen[g] + STRENGTH);
                    change = Math.max(change, Math.abs(before - model.match[f][l]));
                }
            }
            model.prior = Math.max(1e-12, Math.min(0.3, (matches * scale + 1) / (allPairs + 1)));
            model.refresh();
            if (change < ENOUGH) {
                return;
            }
        }
    }
}
