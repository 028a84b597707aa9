package org.moei.linkage.evidence;

/**
 * Weights of a Fellegi-Sunter comparison in bits (binary logarithms). The weight of a pair is the sum over its fields of the weight of the
 * level reached and, for levels that depend on rarity, the bits of rarity.
 */
final class Model {
    final Levels fields;
    final double[][] match;
    final double[][] random;
    final float[][] weights;
    /** Share of matches among all pairs that could be compared. */
    double prior;

    Model(Levels fields, double prior) {
        this.fields = fields;
        this.prior = prior;
        int count = fields.count();
        match = new double[count][];
        random = new double[count][];
        weights = new float[count][Levels.MOST_LEVELS];
        for (int f = 0; f < count; f++) {
            int levels = fields.levels.get(f).size();
            match[f] = new double[levels];
            random[f] = new double[levels];
            for (int l = 1; l < levels; l++) {
                match[f][l] = fields.levels.get(f).get(l).match();
                random[f][l] = fields.levels.get(f).get(l).random();
            }
        }
        refresh();
    }

    /** Recomputes weights after shares changed. */
    void refresh() {
        for (int f = 0; f < match.length; f++) {
            for (int l = 1; l < match[f].length; l++) {
                boolean rare = fields.levels.get(f).get(l).rare();
                weights[f][l] = (float) log2(Math.max(1e-5, match[f][l]) / (rare ? 1 : Math.max(1e-7, random[f][l])));
            }
        }
    }

    /** The weight of a pair without the prior. */
    double bits(byte[] levels, float[] rarity) {
        double sum = 0;
        for (int f = 0; f < levels.length; f++) {
            sum += weights[f][levels[f]] + rarity[f];
        }
        return sum;
    }

    /** The weight of everything but the name. */
    double bitsBesideName(byte[] levels, float[] rarity) {
        return bits(levels, rarity) - weights[Levels.NAME][levels[Levels.NAME]] - rarity[Levels.NAME];
    }

    /** The weight of the best level that names in two scripts reach, rarity left out. */
    double mostAcross() {
        float[] name = weights[Levels.NAME];
        return Math.max(Math.max(name[Levels.NAME_NEAR], name[Levels.NAME_SAME]), Math.max(name[Levels.NAME_LEFT_OUT], name[Levels.NAME_SOME]));
    }

    double priorBits() {
        return log2(prior / (1 - prior));
    }

    static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }

    /** Probability of log odds in bits. */
    static double probability(double bits) {
        return 1 / (1 + Math.pow(2, -Math.max(-60, Math.min(60, bits))));
    }
}
