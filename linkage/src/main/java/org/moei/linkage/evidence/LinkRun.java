package org.moei.linkage.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.moei.base.Progress;
import org.moei.linkage.api.Comparison;
import org.moei.linkage.api.LinkOptions;
import org.moei.linkage.api.Weight;

/** One run over a population: blocks, fit, scores, clusters. The result is in arrays of record indexes, for callers with many records. */
public final class LinkRun {
    private static final int COMPARE_ALL_UP_TO = 1500;
    private static final long SAMPLE = 600_000;
    private static final int RANDOM_PAIRS = 250_000;
    private static final int RANDOM_PARTS = 8;
    /** Records from which on the weight of names is measured; fewer hold too few matches. */
    private static final int CALIBRATED_FROM = 2000;
    private static final int CALIBRATIONS = 3;
    private static final int ESTIMATED_FROM = 40_000;
    /** Log odds in bits of a likely match: probability .95. */
    private static final float LIKELY_BITS = 4.25f;
    /** Bits (one in sixty) that a pair must be able to reach for its names to be aligned across scripts while weights are fitted. */
    private static final double LEAST_FOR_FIT = -6;

    private final Population people;
    private final LinkOptions options;
    private final Progress progress;
    private final Levels fields;
    private final DateFrequencies dates;
    private final SharedNames names;
    private final TokenTraits traits = new TokenTraits();
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final TokenSounds sounds;
    /** Records in an order in which those that sound alike stand beside each other. */
    private final int[] order;
    private final RecordRows rows;
    private Model model;
    private long scored;
    private long candidates;
    private final Longs edges = new Longs(1024);
    private final Ints edgeBits = new Ints(1024);
    private int[] roots = new int[0];
    private final Ints bridges = new Ints(16);
    private double missedShare = Double.NaN;

    public LinkRun(Population people, LinkOptions options, Progress progress) {
        this.people = people;
        this.options = options;
        this.progress = progress;
        this.fields = new Levels(people);
        this.dates = new DateFrequencies(people);
        this.model = new Model(fields, 1.0 / Math.max(4, people.size()));
        this.names = new SharedNames(people);
        traits.update(people.vocabulary);
        this.sounds = new TokenSounds(people.vocabulary);
        this.order = AlikeOrder.of(people, sounds);
        this.rows = new RecordRows(people, fields, dates, traits, names.rarity, order);
    }

    /** Runs all stages. */
    public LinkRun run() {
        int n = people.size();
        double all = (double) n * (n - 1) / 2;
        if (n > 1) {
            Blocks blocks = timed("blocks", this::blocks);
            timed("fit", () -> fit(blocks, all));
            timed("score", () -> score(blocks));
        }
        if (n > COMPARE_ALL_UP_TO) {
            timed("estimate", this::estimate);
        }
        timed("cluster", this::cluster);
        return this;
    }

    private interface Work<T> {
        T get();
    }

    private <T> T timed(String stage, Work<T> work) {
        progress.stage(stage, -1);
        long start = System.nanoTime();
        T result = work.get();
        seconds.merge(stage, (System.nanoTime() - start) / 1e9, Double::sum);
        return result;
    }

    private Blocks blocks() {
        int n = people.size();
        if (n <= COMPARE_ALL_UP_TO) {
            return Blocks.all(n);
        }
        int cap = n < 60_000 ? 120 : n < 200_000 ? 80 : 50;
        return Blocks.of(people, p -> new BlockKeys(people, fields, sounds), new Splitter(people, fields), cap);
    }

    private PairComparer comparer(double neededBits) {
        PairComparer comparer = new PairComparer(people, fields, new DirectNearness(people.vocabulary, fields.columns, traits), traits, dates, names, rows);
        comparer.alignAcrossWhere(model, neededBits);
        return comparer;
    }

    private boolean fit(Blocks blocks, double allPairs) {
        int n = people.size();
        Histogram random = new Histogram(fields.count());
        int[] shuffled = byHash();
        int rounds = Math.max(1, Math.min(n - 1, RANDOM_PAIRS / n));
        IntStream.range(0, RANDOM_PARTS).parallel().mapToObj(part -> {
            // names in two scripts are not aligned here: random pairs hardly ever agree, and that they mostly differ is known
            PairComparer comparer = comparer(Double.POSITIVE_INFINITY);
            Histogram own = new Histogram(fields.count());
            for (int d = 1; d <= rounds; d++) {
                for (int i = part; i < Math.min(n, RANDOM_PAIRS); i += RANDOM_PARTS) {
                    comparer.compare(shuffled[i], shuffled[(i + d) % n]);
                    own.add(comparer.levels, comparer.rarity, 1);
                }
            }
            return own;
        }).sequential().forEach(random::addAll);
        Fitting.random(model, random);
        int shift = 0;
        long pairs = blocks.pairs();
        while (pairs > SAMPLE && 2 * pairs >> shift > SAMPLE) {
            shift++;
        }
        double scale = shift == 0 ? 1 : (1L << shift) / 2.0;
        Histogram sample = new Histogram(fields.count());
        PairScan.run(people, blocks, order, options.scope(), shift, progress, () -> {
            PairComparer own = comparer(LEAST_FOR_FIT);
            Histogram part = new Histogram(fields.count());
            return new PairScan.Visitor() {
                @Override
                public void pair(int i, int j) {
                    own.compare(i, j);
                    part.add(own.levels, own.rarity, 1);
                }

                @Override
                public void done() {
                    sample.addAll(part);
                }
            };
        });
        Fitting.match(model, sample, scale, allPairs);
        if (n >= CALIBRATED_FROM) {
            Histogram byName = new NamePairs(people).draw(fields.count(), () -> comparer(LEAST_FOR_FIT));
            for (int round = 0; round < CALIBRATIONS; round++) {
                NameCalibration.fit(model, byName);
                Fitting.match(model, sample, scale, allPairs);
            }
        }
        return true;
    }

    /** Records in an order that depends on their ids only, and means nothing. */
    private int[] byHash() {
        int n = people.size();
        int bits = 64 - Long.numberOfLeadingZeros(Math.max(1, n - 1L));
        long[] packed = new long[n];
        for (int r = 0; r < n; r++) {
            packed[r] = people.idHashes.values[r] >>> bits << bits | r;
        }
        Arrays.parallelSort(packed);
        long mask = (1L << bits) - 1;
        int[] order = new int[n];
        for (int k = 0; k < n; k++) {
            int r = (int) (packed[k] & mask);
            int at = k;
            while (at > 0 && packed[at - 1] >>> bits == packed[k] >>> bits && people.id(order[at - 1]).compareTo(people.id(r)) > 0) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = r;
        }
        return order;
    }

    private boolean score(Blocks blocks) {
        double least = Math.min(options.minProbability(), options.autoThreshold());
        double leastBits = least <= 0 ? Double.NEGATIVE_INFINITY : Model.log2(least / (1 - least));
        PairScan.run(people, blocks, order, options.scope(), 0, progress, () -> {
            PairComparer own = comparer(leastBits);
            Bounds bounds = new Bounds(model);
            Longs found = new Longs(1024);
            Ints bits = new Ints(1024);
            long[] count = new long[1];
            long[] pruned = new long[1];
            return new PairScan.Visitor() {
                @Override
                public void pair(int i, int j) {
                    count[0]++;
                    double sum = own.score(i, j, bounds, leastBits);
                    pruned[0] += sum == Double.NEGATIVE_INFINITY ? 1 : 0;
                    if (sum >= leastBits) {
                        found.add((long) i << 32 | j);
                        bits.add(Float.floatToRawIntBits((float) sum));
                    }
                }

                @Override
                public void done() {
                    candidates += count[0];
                    scored += count[0] - pruned[0];
                    for (int e = 0; e < found.size; e++) {
                        edges.add(found.values[e]);
                        edgeBits.add(bits.values[e]);
                    }
                }
            };
        });
        return true;
    }

    /**
     * Two ways of finding a pair, by names alone and by other evidence, are two captures: what either misses of the other's likely matches
     * tells what both miss (Lincoln and Petersen). Optimistic where the same error spoils both.
     */
    private boolean estimate() {
        BlockKeys names = new BlockKeys(people, fields, sounds, BlockKeys.Part.NAMES);
        BlockKeys others = new BlockKeys(people, fields, sounds, BlockKeys.Part.OTHERS);
        Longs left = new Longs(64);
        Longs right = new Longs(64);
        long byNames = 0;
        long byOthers = 0;
        long byBoth = 0;
        int shift = 0;
        while (edges.size >> shift > ESTIMATED_FROM) {
            shift++;
        }
        for (int e = 0; e < edges.size; e++) {
            if (Float.intBitsToFloat(edgeBits.get(e)) < LIKELY_BITS || (StrongEdges.tie(people, edges.values[e]) & (1L << shift) - 1) != 0) {
                continue;
            }
            boolean first = share(names, (int) (edges.values[e] >>> 32), (int) edges.values[e], left, right);
            boolean second = share(others, (int) (edges.values[e] >>> 32), (int) edges.values[e], left, right);
            byNames += first ? 1 : 0;
            byOthers += second ? 1 : 0;
            byBoth += first && second ? 1 : 0;
        }
        if (byNames > 20 && byOthers > 20 && byBoth > 0) {
            missedShare = (1 - (double) byBoth / byOthers) * (1 - (double) byBoth / byNames);
        }
        return true;
    }

    private static boolean share(BlockKeys keys, int i, int j, Longs left, Longs right) {
        left.size = 0;
        right.size = 0;
        keys.add(i, left);
        keys.add(j, right);
        Arrays.sort(left.values, 0, left.size);
        for (int k = 0; k < right.size; k++) {
            if (Arrays.binarySearch(left.values, 0, left.size, right.values[k]) >= 0) {
                return true;
            }
        }
        return false;
    }

    private boolean cluster() {
        int n = people.size();
        double auto = Model.log2(options.autoThreshold() / (1 - options.autoThreshold()));
        long[] order = new StrongEdges(people, edges, edgeBits, (float) auto).likeliestFirst();
        Grouping grouping = new Grouping(people, comparer(LEAST_FOR_FIT), model, n);
        for (long edge : order) {
            int e = (int) edge;
            int i = (int) (edges.values[e] >>> 32);
            int j = (int) edges.values[e];
            if (!grouping.join(i, j)) {
                bridges.add(e);
            }
        }
        roots = grouping.roots();
        return true;
    }

    /** Records in the run. */
    public int records() {
        return people.size();
    }

    public String id(int record) {
        return people.id(record);
    }

    /** For each record the index of the smallest-id record of its cluster. */
    public int[] clusterOf() {
        int[] best = new int[people.size()];
        Arrays.fill(best, -1);
        for (int r = 0; r < roots.length; r++) {
            int root = roots[r];
            if (best[root] < 0 || people.id(r).compareTo(people.id(best[root])) < 0) {
                best[root] = r;
            }
        }
        int[] result = new int[people.size()];
        for (int r = 0; r < roots.length; r++) {
            result[r] = best[roots[r]];
        }
        return result;
    }

    /** Kept pairs. */
    public int pairs() {
        return edges.size;
    }

    public int left(int pair) {
        return (int) (edges.values[pair] >>> 32);
    }

    public int right(int pair) {
        return (int) edges.values[pair];
    }

    public double probability(int pair) {
        return Model.probability(Float.intBitsToFloat(edgeBits.get(pair)));
    }

    /** Pairs that would have joined two groups but for a guard. */
    public int[] weakBridges() {
        return bridges.toArray();
    }

    public long candidatePairs() {
        return candidates;
    }

    public long scoredPairs() {
        return scored;
    }

    /** Share of true pairs that were candidates, estimated; NaN if unknown. */
    public double estimatedPairCompleteness() {
        return Double.isNaN(missedShare) ? (people.size() <= COMPARE_ALL_UP_TO ? 1 : Double.NaN) : 1 - missedShare;
    }

    public Map<String, Double> stageSeconds() {
        return seconds;
    }

    /** The weights of two records of the run as lines: field, kind of agreement, bits; the first line is the prior, the last the probability. */
    public List<String> explain(String id1, String id2) {
        int i = people.ids.indexOf(id1);
        int j = people.ids.indexOf(id2);
        if (i < 0 || j < 0) {
            return List.of("There is no record of this id.");
        }
        PairComparer own = new PairComparer(people, fields, new DirectNearness(people.vocabulary, fields.columns, traits), traits, dates, names, null);
        own.alignAcrossWhere(model, Double.NEGATIVE_INFINITY);
        Comparison why = Comparer.explain(people, own, model, model.priorBits(), i, j);
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-22s %-40s %+7.2f", "prior", "", why.priorBits()));
        for (Weight w : why.weights()) {
            lines.add(String.format(Locale.ROOT, "%-22s %-40s %+7.2f   %s | %s", w.field(), w.agreement(), w.bits(), w.left(), w.right()));
        }
        lines.add(String.format(Locale.ROOT, "%-22s %.6f", "probability", why.probability()));
        return lines;
    }

    Model model() {
        return model;
    }

    Levels fields() {
        return fields;
    }
}
