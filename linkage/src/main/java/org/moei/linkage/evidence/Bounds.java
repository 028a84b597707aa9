package org.moei.linkage.evidence;

/** A fitted model with the most that names can add, by the bits of rarity that they could share at best: pairs that cannot reach a threshold are told without aligning names. */
final class Bounds {
    private static final int MOST_BITS = 256;

    final Model model;
    final double prior;
    private final float[] mostByBits = new float[MOST_BITS + 1];

    Bounds(Model model) {
        this.model = model;
        prior = model.priorBits();
        float[] weights = model.weights[Levels.NAME];
        for (int bits = 0; bits <= MOST_BITS; bits++) {
            float most = 0;
            for (int level = 1; level < Levels.NAMES.size(); level++) {
                most = Math.max(most, weights[level] + (level == Levels.NAME_DIFFERENT ? 0 : model.nameSlope[level] * bits));
            }
            mostByBits[bits] = most;
        }
    }

    /** No pair of names that share at most these bits adds more. */
    float mostOfName(float bits) {
        return mostByBits[(int) Math.min(MOST_BITS, Math.ceil(bits))];
    }
}
