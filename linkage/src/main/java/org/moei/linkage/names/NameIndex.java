package org.moei.linkage.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
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
    /** Words of one script that differ more in length are not one word misspelt. */
    private static final int MOST_LETTERS_MORE = 5;

    private final List<ParsedName> names;
    private final WordList parts;
    /** Of those, the ones that are a whole name in one word. */
    private final boolean[] alone;
    /** Two adjacent parts written as one word. */
    private final WordList pairs;
    /** Names of several parts written as one word, in their order and turned. */
    private final WordList wholes;
    /** One for each name and alternative. */
    private final Row[] rows;

    /** The numbers of a name's parts, pairs and wholes. */
    record Row(int position, int[] parts, int[] pairs, int[] wholes) {}

    private NameIndex(List<ParsedName> names, WordList parts, WordList pairs, WordList wholes, boolean[] alone, Row[] rows) {
        this.names = names;
        this.parts = parts;
        this.pairs = pairs;
        this.wholes = wholes;
        this.alone = alone;
        this.rows = rows;
    }

    /** An index over these names; positions in hits are positions in this list. */
    public static NameIndex of(List<ParsedName> names) {
        WordList parts = new WordList();
        WordList pairs = new WordList();
        WordList wholes = new WordList();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            ParsedName name = names.get(i);
            if (!name.isEmpty()) {
                rows.add(row(i, name, parts, pairs, wholes));
                Optional<ParsedName> other = name.alternative();
                if (other.isPresent() && !other.get().isEmpty()) {
                    rows.add(row(i, other.get(), parts, pairs, wholes));
                }
            }
        }
        parts.freeze();
        pairs.freeze();
        wholes.freeze();
        boolean[] alone = new boolean[parts.size()];
        for (Row row : rows) {
            alone[row.parts[0]] |= row.parts.length == 1;
        }
        return new NameIndex(List.copyOf(names), parts, pairs, wholes, alone, rows.toArray(new Row[0]));
    }

    static Row row(int position, ParsedName name, WordList parts, WordList pairs, WordList wholes) {
        int count = Math.min(NameComparer.MOST_PARTS, name.parts().size());
        int[] numbers = new int[count];
        List<Integer> joined = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers[i] = parts.number(name.parts().get(i));
            if (i + 1 < count && joinable(name, i)) {
                joined.add(pairs.number(name.joinedPair(i)));
            }
        }
        int[] turned = name.wholes().stream().mapToInt(wholes::number).toArray();
        return new Row(position, numbers, joined.stream().mapToInt(Integer::intValue).toArray(), turned);
    }

    static boolean joinable(ParsedName name, int i) {
        NameToken first = name.parts().get(i);
        NameToken second = name.parts().get(i + 1);
        return first.script() == second.script() && first.role() != TokenRole.INITIAL && second.role() != TokenRole.INITIAL;
    }

    /**
     * A name found.
     *
     * @param position in the list given to {@link #of}
     * @param logLikelihoodRatio natural logarithm, as {@link NameComparer} gives it
     */
    public record Hit(int position, double logLikelihoodRatio) {}

    private int[] shortList(ParsedName query, int wanted) {
        float[] best = new float[names.size()];
        Arrays.fill(best, Float.NEGATIVE_INFINITY);
        score(query, best);
        query.alternative().ifPresent(other -> score(other, best));
        return top(best, Math.min(names.size(), wanted));
    }

    /** The best k of all names by weight, the best first; ties by position. Empty for an empty query. */
    public List<Hit> search(ParsedName query, int k) {
        List<Hit> hits = new ArrayList<>();
        for (int position : shortList(query, k + SHORT_LIST)) {
            hits.add(new Hit(position, NameComparer.logLikelihoodRatio(query, names.get(position))));
        }
        hits.sort(Comparator.comparingDouble(Hit::logLikelihoodRatio).reversed().thenComparingInt(Hit::position));
        return List.copyOf(hits.subList(0, Math.min(k, hits.size())));
    }

    /** Positions of the highest weights, at most as many as wanted, of equal ones the first. */
    private static int[] top(float[] weights, int wanted) {
        PriorityQueue<Integer> lowest = new PriorityQueue<>(wanted + 1, (a, b) ->
                weights[a] != weights[b] ? Float.compare(weights[a], weights[b]) : Integer.compare(b, a));
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] == Float.NEGATIVE_INFINITY || lowest.size() == wanted && weights[i] <= weights[lowest.element()]) {
                continue;
            }
            lowest.add(i);
            if (lowest.size() > wanted) {
                lowest.remove();
            }
        }
        return lowest.stream().mapToInt(Integer::intValue).toArray();
    }

    private void score(ParsedName query, float[] best) {
        int n = Math.min(NameComparer.MOST_PARTS, query.parts().size());
        if (n == 0) {
            return;
        }
        float[][] byPart = new float[n][];
        float[][] byPair = new float[n][];
        List<float[]> joined = new ArrayList<>();
        for (int q = 0; q < n; q++) {
            byPart[q] = weights(query.parts().get(q), parts, null);
            byPair[q] = weights(query.parts().get(q), pairs, null);
            if (q + 1 < n && joinable(query, q)) {
                joined.add(weights(query.joinedPair(q), parts, null));
            }
        }
        float[] one = n == 1 ? weights(query.parts().getFirst(), wholes, null) : new float[0];
        float[][] whole = new float[query.wholes().size()][];
        for (int q = 0; q < whole.length; q++) {
            whole[q] = weights(query.wholes().get(q), parts, alone);
        }
        for (Row row : rows) {
            float weight = n <= row.parts.length ? ofQuery(byPart, byPair, row) : ofName(byPart, joined, row);
            weight += Math.abs(n - row.parts.length) * (float) NameComparer.ONE_SIDE_MISSING;
            if (row.parts.length == 1) {
                for (float[] turned : whole) {
                    weight = Math.max(weight, turned[row.parts[0]]);
                }
            } else if (n == 1) {
                for (int turned : row.wholes) {
                    weight = Math.max(weight, one[turned]);
                }
            }
            best[row.position] = Math.max(best[row.position], weight);
        }
    }

    /** The best fit of each part of the query, alone or in two parts of the name. */
    private static float ofQuery(float[][] byPart, float[][] byPair, Row row) {
        float sum = 0;
        for (int q = 0; q < byPart.length; q++) {
            float fit = LEAST;
            for (int part : row.parts) {
                fit = Math.max(fit, byPart[q][part]);
            }
            for (int pair : row.pairs) {
                fit = Math.max(fit, byPair[q][pair]);
            }
            sum += fit;
        }
        return sum;
    }

    /** The best fit of each part of the name, alone or in two parts of the query. */
    private static float ofName(float[][] byPart, List<float[]> joined, Row row) {
        float sum = 0;
        for (int part : row.parts) {
            float fit = LEAST;
            for (float[] weights : byPart) {
                fit = Math.max(fit, weights[part]);
            }
            for (float[] weights : joined) {
                fit = Math.max(fit, weights[part]);
            }
            sum += fit;
        }
        return sum;
    }

    /** The weight of a query word against every word of the list, or of those marked. */
    private static float[] weights(NameToken word, WordList list, boolean @Nullable [] marked) {
        float[] weights = new float[list.size()];
        Arrays.fill(weights, (float) TokenAgreement.NONE.weight());
        for (NameScript script : list.scripts()) {
            boolean alike = script == word.script() && word.role() != TokenRole.INITIAL;
            weigh(list, alike ? list.alike(word) : list.ofScript(script), probes(word, script), marked, weights);
        }
        weigh(list, list.initials(), List.of(new Probe(word, Optional.empty(), null, 0)), marked, weights);
        return weights;
    }

    private static void weigh(WordList list, int[] numbers, List<Probe> probes, boolean @Nullable [] marked, float[] weights) {
        float[] scratch = new float[8 * Names.MAXIMUM_LENGTH];
        for (int number : numbers) {
            if (marked == null || marked[number]) {
                NameToken other = list.token(number);
                float best = Float.NEGATIVE_INFINITY;
                for (Probe probe : probes) {
                    best = Math.max(best, probe.weight(other, scratch));
                }
                weights[number] = Math.max(best, 5 * LEAST);
            }
        }
    }

    /** A query word made ready for the words of one script. */
    record Probe(NameToken word, Optional<LetterModel> model, LetterModel.@Nullable Spelling spelling, double handicap) {
        float weight(NameToken other, float[] scratch) {
            if (model.isEmpty() || spelling == null) {
                boolean names = word.role() != TokenRole.INITIAL && other.role() != TokenRole.INITIAL;
                if (names && Math.abs(word.normal().length() - other.normal().length()) > MOST_LETTERS_MORE) {
                    return (float) TokenAgreement.NONE.weight();
                }
                return (float) (TokenComparer.compare(word, other).weight() - handicap);
            }
            float ratio = model.get().quick(spelling, other.spellings().in(model.get()), LEAST, scratch);
            if (model.get().script() == NameScript.HAN) {
                NameToken han = word.script() == NameScript.HAN ? word : other;
                NameToken latin = word.script() == NameScript.HAN ? other : word;
                ratio = Math.max(ratio, (float) (han.spellings().hanReadings().exactWeight(latin.normal()) + latin.spellings().information()));
            }
            return (float) (ratio - handicap);
        }
    }

    static List<Probe> probes(NameToken word, NameScript script) {
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
