package org.moei.linkage.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moei.linkage.names.letters.LetterModel;
import org.moei.linkage.names.letters.LetterModels;

/**
 * Many names, searched by the name alone and across scripts. Each distinct token of the gallery is compared with each token of the query by one
 * direction of the letter table, which costs a fraction of a microsecond; the best names by the sum are then compared in full. No blocking key
 * stands between a query and its answer.
 *
 * <p>Immutable and thread-safe; a search allocates a few arrays as long as the gallery.
 */
public final class NameIndex {
    /** How many names, besides the k wanted, are compared in full. */
    private static final int SHORT_LIST = 60;
    private static final float LEAST = -8;

    private final List<ParsedName> names;
    private final NameToken[] parts;
    /** Of those, the ones that are a whole name in one word. */
    private final boolean[] alone;
    /** Names of several parts written as one word, in their order and turned. */
    private final NameToken[] wholes;
    /** For each name and alternative: its position, how many of the numbers are parts, the numbers of its parts, then of its wholes. */
    private final int[][] rows;

    private NameIndex(List<ParsedName> names, Words parts, Words wholes, boolean[] alone, int[][] rows) {
        this.names = names;
        this.parts = parts.tokens.toArray(new NameToken[0]);
        this.wholes = wholes.tokens.toArray(new NameToken[0]);
        this.alone = alone;
        this.rows = rows;
    }

    /** Distinct words, numbered. */
    private static final class Words {
        final Map<String, Integer> numbers = new HashMap<>();
        final List<NameToken> tokens = new ArrayList<>();

        int number(NameToken token) {
            return numbers.computeIfAbsent((char) token.script().ordinal() + "" + (char) token.role().ordinal() + token.normal(), key -> {
                tokens.add(token);
                return tokens.size() - 1;
            });
        }
    }

    /** An index over these names; positions in hits are positions in this list. */
    public static NameIndex of(List<ParsedName> names) {
        Words parts = new Words();
        Words wholes = new Words();
        List<int[]> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            addRow(i, names.get(i), parts, wholes, rows);
            Optional<ParsedName> other = names.get(i).alternative();
            if (other.isPresent()) {
                addRow(i, other.get(), parts, wholes, rows);
            }
        }
        boolean[] alone = new boolean[parts.tokens.size()];
        for (int[] row : rows) {
            alone[row[2]] |= row[1] == 1;
        }
        return new NameIndex(List.copyOf(names), parts, wholes, alone, rows.toArray(new int[0][]));
    }

    private static void addRow(int position, ParsedName name, Words parts, Words wholes, List<int[]> rows) {
        if (name.isEmpty()) {
            return;
        }
        int count = Math.min(NameComparer.MOST_PARTS, name.parts().size());
        List<NameToken> turned = name.wholes();
        int[] row = new int[2 + count + turned.size()];
        row[0] = position;
        row[1] = count;
        for (int i = 0; i < count; i++) {
            row[2 + i] = parts.number(name.parts().get(i));
        }
        for (int i = 0; i < turned.size(); i++) {
            row[2 + count + i] = wholes.number(turned.get(i));
        }
        rows.add(row);
    }

    /**
     * A name found.
     *
     * @param position in the list given to {@link #of}
     * @param logLikelihoodRatio natural logarithm, as {@link NameComparer} gives it
     */
    public record Hit(int position, double logLikelihoodRatio) {}

    /** The best k of all names by weight, the best first; ties by position. Empty for an empty query. */
    public List<Hit> search(ParsedName query, int k) {
        float[] best = new float[names.size()];
        Arrays.fill(best, Float.NEGATIVE_INFINITY);
        score(query, best);
        query.alternative().ifPresent(other -> score(other, best));
        int wanted = Math.min(names.size(), k + SHORT_LIST);
        List<Hit> hits = new ArrayList<>();
        for (int position : top(best, wanted)) {
            hits.add(new Hit(position, NameComparer.logLikelihoodRatio(query, names.get(position))));
        }
        hits.sort(Comparator.comparingDouble(Hit::logLikelihoodRatio).reversed().thenComparingInt(Hit::position));
        return List.copyOf(hits.subList(0, Math.min(k, hits.size())));
    }

    private static int[] top(float[] weights, int wanted) {
        float[] sorted = weights.clone();
        Arrays.sort(sorted);
        float limit = wanted == 0 ? Float.POSITIVE_INFINITY : sorted[sorted.length - wanted];
        int[] found = new int[wanted];
        int count = 0;
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < weights.length && count < wanted; i++) {
                if ((pass == 0 ? weights[i] > limit : weights[i] == limit) && weights[i] != Float.NEGATIVE_INFINITY) {
                    found[count++] = i;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }

    private void score(ParsedName query, float[] best) {
        int n = Math.min(NameComparer.MOST_PARTS, query.parts().size());
        if (n == 0) {
            return;
        }
        float[][] byPart = new float[n][];
        for (int q = 0; q < n; q++) {
            byPart[q] = weights(query.parts().get(q), parts, null);
        }
        float[] one = n == 1 ? weights(query.parts().getFirst(), wholes, null) : new float[0];
        float[][] whole = new float[query.wholes().size()][];
        for (int q = 0; q < whole.length; q++) {
            whole[q] = weights(query.wholes().get(q), parts, alone);
        }
        for (int[] row : rows) {
            float weight = byParts(byPart, n, row);
            if (row[1] == 1) {
                for (float[] turned : whole) {
                    weight = Math.max(weight, turned[row[2]]);
                }
            } else if (n == 1) {
                for (int w = 2 + row[1]; w < row.length; w++) {
                    weight = Math.max(weight, one[row[w]]);
                }
            }
            best[row[0]] = Math.max(best[row[0]], weight);
        }
    }

    /** The best fit of each part of the shorter side, summed: not less than the best assignment. */
    private static float byParts(float[][] weights, int n, int[] row) {
        int m = row[1];
        float sum = 0;
        if (n <= m) {
            for (int q = 0; q < n; q++) {
                float fit = LEAST;
                for (int j = 0; j < m; j++) {
                    fit = Math.max(fit, weights[q][row[2 + j]]);
                }
                sum += fit;
            }
        } else {
            for (int j = 0; j < m; j++) {
                float fit = LEAST;
                for (int q = 0; q < n; q++) {
                    fit = Math.max(fit, weights[q][row[2 + j]]);
                }
                sum += fit;
            }
        }
        return sum + Math.abs(n - m) * (float) NameComparer.ONE_SIDE_MISSING;
    }

    /** The weight of a query word against every distinct word of the gallery, or of those marked. */
    private static float[] weights(NameToken word, NameToken[] gallery, boolean @Nullable [] marked) {
        float[] weights = new float[gallery.length];
        Map<NameScript, List<Probe>> probes = new EnumMap<>(NameScript.class);
        float[] scratch = new float[8 * Names.MAXIMUM_LENGTH];
        for (int u = 0; u < weights.length; u++) {
            float best = 5 * LEAST;
            if (marked == null || marked[u]) {
                for (Probe probe : probes.computeIfAbsent(gallery[u].script(), script -> probes(word, script))) {
                    best = Math.max(best, probe.weight(gallery[u], scratch));
                }
            }
            weights[u] = best;
        }
        return weights;
    }

    /** A query word made ready for the words of one script. */
    private record Probe(NameToken word, Optional<LetterModel> model, LetterModel.@Nullable Spelling spelling, double handicap) {
        float weight(NameToken other, float[] scratch) {
            if (model.isEmpty() || spelling == null) {
                return (float) (TokenComparer.compare(word, other).weight() - handicap);
            }
            float ratio = model.get().quick(spelling, other.spellings().in(model.get()), scratch);
            if (model.get().script() == NameScript.HAN) {
                NameToken han = word.script() == NameScript.HAN ? word : other;
                NameToken latin = word.script() == NameScript.HAN ? other : word;
                ratio = Math.max(ratio, (float) (han.spellings().hanReadings().exactWeight(latin.normal()) + latin.spellings().information()));
            }
            return (float) (ratio - handicap);
        }
    }

    private static List<Probe> probes(NameToken word, NameScript script) {
        if (word.role() == TokenRole.INITIAL || word.script() == script) {
            return List.of(new Probe(word, Optional.empty(), null, 0));
        }
        if (word.script() == NameScript.LATIN) {
            return LetterModels.find(script).map(model -> List.of(ready(word, model, 0))).orElse(List.of());
        }
        if (script == NameScript.LATIN) {
            return LetterModels.find(word.script()).map(model -> List.of(ready(word, model, 0))).orElse(List.of());
        }
        List<Probe> probes = new ArrayList<>();
        for (Reading reading : word.readings().subList(0, Math.min(3, word.readings().size()))) {
            NameToken read = new NameToken(reading.latin(), reading.latin(), NameScript.LATIN, TokenRole.NAME);
            double handicap = 0.7 * (probes.size() + 1);
            LetterModels.find(script).ifPresent(model -> probes.add(ready(read, model, handicap)));
        }
        return probes;
    }

    private static Probe ready(NameToken word, LetterModel model, double handicap) {
        LetterModel.Spelling spelling = word.script() == NameScript.LATIN ? model.latin(word.normal()) : model.nativeSpelling(word.normal());
        return new Probe(word, Optional.of(model), model.asQuery(spelling), handicap);
    }
}
