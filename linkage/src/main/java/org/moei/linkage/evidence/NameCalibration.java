package org.moei.linkage.evidence;

/**
 * Finds out, without labels, what agreement of names is worth among the people at hand. Names of one country share their parts, given names follow fashion, and
 * two parts of one family come together, so the bits of rarity of a name overstate. Among pairs that were chosen by their names alone, the other evidence is a
 * mixture of what it is in matches and what it is in random pairs; the share of matches at each kind of agreement and rarity is what explains that mixture
 * best. It is fitted as a line for each kind: log odds = a + b · bits of rarity.
 */
final class NameCalibration {
    private static final int ROUNDS = 12;
    private static final int STEPS = 4;
    /** Fewer pairs of a kind say nothing. */
    private static final double LEAST_WEIGHT = 50;
    /** Bits by which the shipped height of a line may well be wrong, and the share by which its slope may. */
    private static final double HEIGHT_DOUBT = 4;
    private static final double SLOPE_DOUBT = 0.35;
    private static final double LEAST_SLOPE = 0.15;
    private static final double MOST_SLOPE = 1.1;
    private static final double NATION_STRENGTH = 20;
    private static final double LN2 = Math.log(2);

    private NameCalibration() {}

    /** Fits all kinds of agreement of names to pairs that were drawn by names alone. */
    static void fit(Model model, Histogram pairs) {
        int[] cells = pairs.ordered();
        double[] rest = new double[cells.length];
        double[] chance = new double[cells.length];
        for (int x = 0; x < cells.length; x++) {
            rest[x] = restBits(model, pairs, cells[x]);
        }
        for (int kind = 1; kind < Levels.NAMES.size(); kind++) {
            if (Levels.agrees(kind)) {
                fit(model, pairs, cells, rest, kind, chance);
            }
        }
        nations(model, pairs, cells, chance);
    }

    private static double restBits(Model model, Histogram pairs, int cell) {
        double sum = pairs.otherRarity(cell);
        for (int f = 1; f < model.match.length; f++) {
            sum += f == Levels.NATION ? 0 : model.weights[f][pairs.level(cell, f)];
        }
        int nation = pairs.level(cell, Levels.NATION);
        return sum + (Levels.agrees(pairs.level(cell, Levels.NAME)) ? model.nationNamed[nation] : 0);
    }

    private static void fit(Model model, Histogram pairs, int[] cells, double[] rest, int kind, double[] chance) {
        double all = 0;
        double mean = 0;
        for (int cell : cells) {
            if (pairs.level(cell, Levels.NAME) == kind) {
                all += pairs.counts[cell];
                mean += pairs.counts[cell] * pairs.nameRarity(cell);
            }
        }
        if (all < LEAST_WEIGHT) {
            return;
        }
        mean /= all;
        double slope = model.nameSlope[kind];
        double height = model.priorBits() + model.weights[Levels.NAME][kind] + slope * mean;
        double firstHeight = height;
        for (int round = 0; round < ROUNDS; round++) {
            for (int x = 0; x < cells.length; x++) {
                if (pairs.level(cells[x], Levels.NAME) == kind) {
                    chance[x] = Model.probability(height + slope * (pairs.nameRarity(cells[x]) - mean) + rest[x]);
                }
            }
            for (int step = 0; step < STEPS; step++) {
                // Newton's step of a logistic regression of the chances on the bits, held near where it began
                double g0 = (firstHeight - height) / (HEIGHT_DOUBT * HEIGHT_DOUBT);
                double g1 = (1 - slope) / (SLOPE_DOUBT * SLOPE_DOUBT);
                double h00 = 1 / (HEIGHT_DOUBT * HEIGHT_DOUBT);
                double h01 = 0;
                double h11 = 1 / (SLOPE_DOUBT * SLOPE_DOUBT);
                for (int x = 0; x < cells.length; x++) {
                    if (pairs.level(cells[x], Levels.NAME) == kind) {
                        double bits = pairs.nameRarity(cells[x]) - mean;
                        double said = Model.probability(height + slope * bits);
                        double weight = pairs.counts[cells[x]];
                        double wrong = weight * (chance[x] - said) * LN2;
                        double curve = weight * said * (1 - said) * LN2 * LN2;
                        g0 += wrong;
                        g1 += wrong * bits;
                        h00 += curve;
                        h01 += curve * bits;
                        h11 += curve * bits * bits;
                    }
                }
                double determinant = h00 * h11 - h01 * h01;
                double up = (h11 * g0 - h01 * g1) / determinant;
                double turn = (h00 * g1 - h01 * g0) / determinant;
                height += Math.clamp(up, -2, 2);
                slope = Math.clamp(slope + Math.clamp(turn, -0.3, 0.3), LEAST_SLOPE, MOST_SLOPE);
            }
        }
        model.calibrate(kind, height - slope * mean, slope);
    }

    /** Names are of a country: where they agree, a shared nationality says little, and how little is seen here. */
    private static void nations(Model model, Histogram pairs, int[] cells, double[] chance) {
        double[] match = new double[3];
        double[] other = new double[3];
        for (int x = 0; x < cells.length; x++) {
            if (Levels.agrees(pairs.level(cells[x], Levels.NAME))) {
                int level = pairs.level(cells[x], Levels.NATION);
                match[level] += chance[x] * pairs.counts[cells[x]];
                other[level] += (1 - chance[x]) * pairs.counts[cells[x]];
            }
        }
        for (int level = 1; level <= 2; level++) {
            double one = (match[level] + NATION_STRENGTH * Levels.NATIONS.get(level).match()) / (match[1] + match[2] + NATION_STRENGTH);
            double two = (other[level] + NATION_STRENGTH * (level == 1 ? 0.9 : 0.1)) / (other[1] + other[2] + NATION_STRENGTH);
            double bits = Model.log2(one / two);
            model.nationNamed[level] = (float) (level == 1 ? Math.max(0, bits) : Math.min(0, bits));
        }
    }
}
