package org.moei.bench.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moei.linkage.names.letters.SpellingModel;
import org.moei.linkage.names.letters.Vocabulary;

/** Counts of one, two and three units, interpolated as Witten and Bell (1991) do. */
final class SpellingFit {
    private SpellingFit() {}

    static SpellingModel fit(List<List<String>> spellings, double leastCount) {
        Vocabulary units = new Vocabulary();
        Map<Long, Double> counts = new HashMap<>();
        Map<Long, double[]> contexts = new HashMap<>();
        for (List<String> spelling : spellings) {
            int two = Vocabulary.START;
            int one = Vocabulary.START;
            for (int i = 0; i <= spelling.size(); i++) {
                int unit = i < spelling.size() ? units.add(spelling.get(i)) : Vocabulary.END;
                for (int level = 0; level <= 2; level++) {
                    double before = counts.merge(SpellingModel.key(level, two, one, unit), 1.0, Double::sum);
                    double[] context = contexts.computeIfAbsent(SpellingModel.key(level, two, one, 0xFFFF), k -> new double[2]);
                    context[0]++;
                    context[1] += before == 1.0 ? 1 : 0;
                }
                two = one;
                one = unit;
            }
        }
        Map<Long, Float> weights = new HashMap<>();
        counts.forEach((key, count) -> {
            int level = (int) (key >>> 48);
            if (level == 0 || count >= leastCount) {
                weights.put(key, (float) Math.log(probability(counts, contexts, units.size(), key, level)));
            }
        });
        return new SpellingModel(units, weights);
    }

    private static double probability(Map<Long, Double> counts, Map<Long, double[]> contexts, int size, long key, int level) {
        int unit = (int) (key >>> 32 & 0xFFFF);
        int one = (int) (key >>> 16 & 0xFFFF);
        int two = (int) (key & 0xFFFF);
        double p = 1.0 / size;
        for (int l = 0; l <= level; l++) {
            double[] context = contexts.getOrDefault(SpellingModel.key(l, two, one, 0xFFFF), new double[2]);
            double count = counts.getOrDefault(SpellingModel.key(l, two, one, unit), 0.0);
            p = (count + context[1] * p) / (context[0] + context[1]);
        }
        return p;
    }
}
