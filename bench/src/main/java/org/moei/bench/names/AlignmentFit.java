package org.moei.bench.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moei.linkage.names.letters.EmissionTable;
import org.moei.linkage.names.letters.Vocabulary;

/**
 * Expectation–maximisation of an {@link EmissionTable}: first each unit alone, then in its contexts, each context interpolated with the next
 * shorter one. A pair that no alignment explains better than chance (the sets hold translations and swapped names) counts by its share of belief.
 */
final class AlignmentFit {
    /** A training pair in units; weight is how much it counts. */
    record Pair(List<String> source, List<String> target, double weight) {}

    private static final double PRUNE = 0.004;
    private static final double[] STRENGTH = {1.0, 3.0, 4.0, 3.0, 3.0};
    private static final double[] GAIN = {0, 1.5, 2.0, 2.5, 2.5};

    private final int longest;
    private final int levelCount;
    private final float floor;
    private final Vocabulary source = new Vocabulary();
    private final Vocabulary chunks = new Vocabulary();
    private final int empty = chunks.add("");
    private final List<int[]> units = new ArrayList<>();
    private final List<int[]> spans = new ArrayList<>();
    private final double[] weights;
    private final double[] chance;
    private List<Map<Long, double[][]>> model = new ArrayList<>();

    AlignmentFit(List<Pair> pairs, int longest, int levelCount, float floor, Map<String, Map<String, Double>> prior) {
        this.floor = floor;
        this.longest = longest;
        this.levelCount = levelCount;
        this.prior = prior;
        weights = new double[pairs.size()];
        chance = new double[pairs.size()];
        int p = 0;
        for (Pair pair : pairs) {
            int[] u = pair.source().stream().mapToInt(source::add).toArray();
            int m = pair.target().size();
            int[] s = new int[m * longest];
            for (int from = 0; from < m; from++) {
                StringBuilder text = new StringBuilder();
                for (int length = 1; length <= longest; length++) {
                    if (from + length <= m) {
                        text.append(pair.target().get(from + length - 1));
                        s[from * longest + length - 1] = chunks.add(text.toString());
                    }
                }
            }
            units.add(u);
            spans.add(s);
            weights[p] = pair.weight();
            chance[p++] = -2.6 * m - 2;
        }
    }

    private final Map<String, Map<String, Double>> prior;

    EmissionTable fit() {
        Map<Long, Map<Integer, Double>> first = start();
        List<Map<Long, Map<Integer, Double>>> counts = new ArrayList<>(List.of(first));
        model = interpolated(counts);
        for (int round = 0; round < 7; round++) {
            counts = expected(1);
            model = interpolated(counts);
        }
        for (int round = 0; round < 2; round++) {
            counts = expected(levelCount);
            model = interpolated(counts);
        }
        return pruned(counts);
    }

    /** Before anything is known: chunks near the diagonal, the shorter the likelier. */
    private Map<Long, Map<Integer, Double>> start() {
        Map<Long, Map<Integer, Double>> counts = new HashMap<>();
        for (int p = 0; p < weights.length; p++) {
            int[] u = units.get(p);
            int[] s = spans.get(p);
            int m = s.length / longest;
            for (int i = 0; i < u.length; i++) {
                double centre = (i + 0.5) * m / u.length;
                Map<Integer, Double> here = counts.computeIfAbsent((long) u[i], k -> new HashMap<>());
                here.merge(empty, 0.3 * weights[p], Double::sum);
                for (int from = 0; from < m; from++) {
                    for (int length = 1; length <= longest && from + length <= m; length++) {
                        double off = from + length / 2.0 - centre;
                        double near = Math.exp(-off * off) * (length == 1 ? 1 : length == 2 ? 0.5 : 0.15);
                        if (near > 0.01) {
                            here.merge(s[from * longest + length - 1], near * weights[p], Double::sum);
                        }
                    }
                }
            }
        }
        return counts;
    }

    /** Expected counts at the first {@code levels} levels under the present model, by forward and backward sums. */
    private List<Map<Long, Map<Integer, Double>>> expected(int levels) {
        List<Map<Long, Map<Integer, Double>>> counts = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            counts.add(new HashMap<>());
        }
        for (int p = 0; p < weights.length; p++) {
            int[] u = units.get(p);
            int[] s = spans.get(p);
            int m = s.length / longest;
            int n = u.length;
            if (n == 0 || m == 0) {
                continue;
            }
            double[][] forward = new double[n + 1][m + 1];
            double[][] backward = new double[n + 1][m + 1];
            double[][][] emit = new double[n][m + 1][longest + 1];
            forward[0][0] = 1;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= m; j++) {
                    for (int length = 0; length <= longest && j + length <= m; length++) {
                        emit[i][j][length] = probability(u, i, length == 0 ? empty : s[j * longest + length - 1], length);
                    }
                }
                for (int j = 0; j <= m; j++) {
                    if (forward[i][j] > 0) {
                        for (int length = 0; length <= longest && j + length <= m; length++) {
                            forward[i + 1][j + length] += forward[i][j] * emit[i][j][length];
                        }
                    }
                }
            }
            double total = forward[n][m];
            if (!(total > 1e-280)) {
                continue;
            }
            double belief = 1 / (1 + Math.exp(chance[p] - Math.log(total)) * 0.08);
            backward[n][m] = 1;
            for (int i = n - 1; i >= 0; i--) {
                for (int j = 0; j <= m; j++) {
                    for (int length = 0; length <= longest && j + length <= m; length++) {
                        backward[i][j] += emit[i][j][length] * backward[i + 1][j + length];
                    }
                }
            }
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= m; j++) {
                    if (forward[i][j] == 0) {
                        continue;
                    }
                    for (int length = 0; length <= longest && j + length <= m; length++) {
                        double share = forward[i][j] * emit[i][j][length] * backward[i + 1][j + length] / total;
                        if (share > 0.01) {
                            int chunk = length == 0 ? empty : s[j * longest + length - 1];
                            for (int level = 0; level < levels; level++) {
                                counts.get(level).computeIfAbsent(EmissionTable.key(u, i, level), k -> new HashMap<>(4))
                                        .merge(chunk, share * belief * weights[p], Double::sum);
                            }
                        }
                    }
                }
            }
        }
        return counts;
    }

    private double probability(int[] u, int i, int chunk, int length) {
        for (int level = model.size() - 1; level >= 0; level--) {
            double[][] found = model.get(level).get(EmissionTable.key(u, i, level));
            if (found != null) {
                int at = Arrays.binarySearch(found[0], chunk);
                return at >= 0 ? found[1][at] : length <= 1 ? 1e-4 : 1e-7;
            }
        }
        return 1e-4;
    }

    /** Each context's distribution mixed with that of its next shorter one. */
    private List<Map<Long, double[][]>> interpolated(List<Map<Long, Map<Integer, Double>>> counts) {
        List<Map<Long, double[][]>> mixed = new ArrayList<>();
        for (int level = 0; level < counts.size(); level++) {
            Map<Long, double[][]> out = new HashMap<>();
            for (Map.Entry<Long, Map<Integer, Double>> context : counts.get(level).entrySet()) {
                double sum = context.getValue().values().stream().mapToDouble(Double::doubleValue).sum();
                Map<Integer, Double> p = new HashMap<>();
                double strength = STRENGTH[level];
                Map<Integer, Double> under = parent(mixed, level, context.getKey());
                for (Map.Entry<Integer, Double> e : context.getValue().entrySet()) {
                    p.merge(e.getKey(), e.getValue() / (sum + strength), Double::sum);
                }
                for (Map.Entry<Integer, Double> e : under.entrySet()) {
                    p.merge(e.getKey(), e.getValue() * strength / (sum + strength), Double::sum);
                }
                int[] keys = p.entrySet().stream().filter(e -> e.getValue() > 1e-5).mapToInt(Map.Entry::getKey).sorted().toArray();
                double[] ids = Arrays.stream(keys).asDoubleStream().toArray();
                out.put(context.getKey(), new double[][] {ids, Arrays.stream(keys).mapToDouble(p::get).toArray()});
            }
            mixed.add(out);
        }
        return mixed;
    }

    private Map<Integer, Double> parent(List<Map<Long, double[][]>> mixed, int level, long key) {
        if (level == 0) {
            Map<String, Double> given = prior.getOrDefault(source.text((int) key), Map.of());
            Map<Integer, Double> p = new HashMap<>();
            given.forEach((chunk, share) -> p.put(chunks.add(chunk), share));
            return p;
        }
        double[][] found = mixed.get(level - 1).get(shorter(key, level));
        Map<Integer, Double> p = new HashMap<>();
        if (found != null) {
            for (int i = 0; i < found[0].length; i++) {
                p.put((int) found[0][i], found[1][i]);
            }
        }
        return p;
    }

    private static long shorter(long key, int level) {
        // key() appends the unit that the level adds, so the shorter context is the prefix
        return key >>> 12;
    }

    /** What ships: contexts that tell something their shorter one doesn't, chunks above a floor. */
    private EmissionTable pruned(List<Map<Long, Map<Integer, Double>>> counts) {
        List<Map<Long, double[][]>> kept = new ArrayList<>();
        for (int level = 0; level < levelCount; level++) {
            Map<Long, double[][]> out = new HashMap<>();
            for (Map.Entry<Long, double[][]> context : model.get(level).entrySet()) {
                double sum = counts.get(level).getOrDefault(context.getKey(), Map.of()).values().stream().mapToDouble(Double::doubleValue).sum();
                if (level == 0 || gain(context.getValue(), level, context.getKey(), sum) > GAIN[level]) {
                    out.put(context.getKey(), context.getValue());
                }
            }
            kept.add(out);
        }
        return TableText.table(source, chunks, longest, kept, floor, PRUNE);
    }

    private double gain(double[][] here, int level, long key, double sum) {
        Map<Integer, Double> under = parent(model, level, key);
        double gain = 0;
        for (int i = 0; i < here[0].length; i++) {
            gain += here[1][i] * Math.log(here[1][i] / Math.max(1e-5, under.getOrDefault((int) here[0][i], 1e-5)));
        }
        return gain * sum;
    }
}
