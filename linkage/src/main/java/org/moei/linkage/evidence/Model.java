package org.moei.linkage.evidence;

import java.util.Arrays;

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
    /** By level of the name: what a bit of its rarity is worth, 1 until {@link NameCalibration} knows better. */
    final float[] nameSlope = new float[Levels.MOST_LEVELS];
    /** By level of the name: log odds in bits without rarity, prior included, where calibrated; NaN elsewhere. */
    private final double[] nameOdds = new double[Levels.MOST_LEVELS];
    /** By level of the nationality: its weight where the names agree, since names are of a country themselves. */
    final float[] nationNamed = {0, 0.1f, -1};

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
        Arrays.fill(nameSlope, 1);
        Arrays.fill(nameOdds, Double.NaN);
        refresh();
    }

    /** Fixes what a level of the name is worth: log odds, prior included, of {@code odds} plus {@code slope} times the bits of rarity. */
    void calibrate(int nameLevel, double odds, double slope) {
        nameOdds[nameLevel] = odds;
        nameSlope[nameLevel] = (float) slope;
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
        for (int l = 1; l < nameOdds.length; l++) {
            if (!Double.isNaN(nameOdds[l])) {
                weights[Levels.NAME][l] = (float) (nameOdds[l] - priorBits());
            }
        }
    }

    /** The weight of a pair without the prior. */
    double bits(byte[] levels, float[] rarity) {
        double sum = 0;
        for (int f = 0; f < levels.length; f++) {
            sum += bits(f, levels, rarity);
        }
        return sum;
    }

    /** The weight of one field. */
    double bits(int field, byte[] levels, float[] rarity) {
        byte level = levels[field];
        return switch (field) {
            case Levels.NAME -> weights[field][level] + nameSlope[level] * rarity[field];
            case Levels.NATION -> Levels.agrees(levels[Levels.NAME]) ? nationNamed[level] : weights[field][level] + rarity[field];
            default -> weights[field][level] + rarity[field];
        };
    }

    /** The weight of everything but name and nationality. */
    double bitsBesideName(byte[] levels, float[] rarity) {
        double sum = 0;
        for (int f = 1; f < levels.length; f++) {
            sum += f == Levels.NATION ? 0 : weights[f][levels[f]] + rarity[f];
        }
        return sum;
    }

    /** The weight of a cell of a histogram without the prior. */
    double bits(Histogram pairs, int cell) {
        int name = pairs.level(cell, Levels.NAME);
        double sum = nameSlope[name] * pairs.nameRarity(cell) + pairs.otherRarity(cell);
        for (int f = 0; f < match.length; f++) {
            int level = pairs.level(cell, f);
            sum += f == Levels.NATION && Levels.agrees(name) ? nationNamed[level] : weights[f][level];
        }
        return sum;
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
