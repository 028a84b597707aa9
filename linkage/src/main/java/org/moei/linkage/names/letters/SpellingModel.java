package org.moei.linkage.names.letters;

import java.util.List;
import java.util.Map;

/** How usual a spelling is: log probability of a sequence of units, each given the two before it. */
public final class SpellingModel {
    /** For a unit never seen in names. */
    public static final float UNSEEN = -9f;

    /** Added when the longer context is unknown. */
    static final float SHORTER = -0.4f;

    final Vocabulary units;
    final Map<Long, Float> weights;
    private final LongIndex index;
    private final float[] values;

    /** Weights keyed by {@link #key}; interpolated by the fit. */
    public SpellingModel(Vocabulary units, Map<Long, Float> weights) {
        this.units = units;
        this.weights = Map.copyOf(weights);
        List<Long> keys = List.copyOf(this.weights.keySet());
        index = new LongIndex(keys);
        values = new float[keys.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = this.weights.getOrDefault(keys.get(i), UNSEEN);
        }
    }

    /** The key of a unit after up to two others; a level of its own for each length. */
    public static long key(int level, int before2, int before1, int unit) {
        long key = level;
        key = key << 16 | unit;
        key = key << 16 | (level > 0 ? before1 : 0);
        return key << 16 | (level > 1 ? before2 : 0);
    }

    /** The numbers of units, as {@link #score} takes them. */
    public int[] numbers(List<String> spelling) {
        return units.findAll(spelling);
    }

    /** ln P(spelling), its end included. */
    public float score(int[] spelling) {
        float sum = 0;
        int two = Vocabulary.START;
        int one = Vocabulary.START;
        for (int i = 0; i <= spelling.length; i++) {
            int unit = i < spelling.length ? spelling[i] : Vocabulary.END;
            sum += next(two, one, unit);
            two = one;
            one = unit;
        }
        return sum;
    }

    /** ln P(unit | the two before it). */
    float next(int two, int one, int unit) {
        int found = index.find(key(2, two, one, unit));
        if (found >= 0) {
            return values[found];
        }
        found = index.find(key(1, two, one, unit));
        if (found >= 0) {
            return values[found] + SHORTER;
        }
        found = index.find(key(0, two, one, unit));
        return found >= 0 ? values[found] + 2 * SHORTER : UNSEEN;
    }
}
