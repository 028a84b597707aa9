package org.moei.linkage.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * The most promising of many names for whoever compares them by more than their names: in a fraction of the time of {@link NameIndex}, and less exact. Words of one
 * script are told by the letter pairs they share, words of two scripts by the letters of their readings first and by the letter table then; only names
 * that hold such a word are looked at. Immutable and thread-safe.
 */
public final class RoughNames {
    /** Share of letter pairs from which two words of a script are one word misspelt. */
    private static final float LEAST_ALIKE = 0.4f;
    /** Natural log likelihood ratio from which a word counts. */
    private static final float LEAST = -1;
    private static final float NOTHING = (float) TokenAgreement.NONE.weight();

    private final Words parts;
    /** Two adjacent parts, and all parts, written as one word: for queries of one word. */
    private final Words joined;
    private final NameIndex.Row[] rows;

    /** A list of words with what is told of each at a glance, and the rows that hold it. */
    private static final class Words {
        final WordList list;
        private final int[] anyLetter;
        private final int[] everyLetter;
        private final int[] fewest;
        private final int[] most;
        final int[][] rows;
        final boolean[] alone;

        Words(WordList list, List<NameIndex.Row> all, boolean ofParts) {
            this.list = list;
            int size = list.size();
            anyLetter = new int[size];
            everyLetter = new int[size];
            fewest = new int[size];
            most = new int[size];
            alone = new boolean[size];
            for (int w = 0; w < size; w++) {
                everyLetter[w] = -1;
                fewest[w] = Integer.MAX_VALUE;
                long[] bags = list.token(w).bags();
                for (int r = 0; r < bags.length; r += 2) {
                    int mask = LetterBag.mask(bags[r], bags[r + 1]);
                    int letters = LetterBag.letters(bags[r], bags[r + 1]);
                    anyLetter[w] |= mask;
                    everyLetter[w] &= mask;
                    fewest[w] = Math.min(fewest[w], letters);
                    most[w] = Math.max(most[w], letters);
                }
            }
            int[] count = new int[size];
            for (NameIndex.Row row : all) {
                for (int w : numbers(row, ofParts)) {
                    count[w]++;
                }
            }
            rows = new int[size][];
            for (int r = 0; r < all.size(); r++) {
                int[] own = numbers(all.get(r), ofParts);
                for (int w : own) {
                    rows[w] = rows[w] == null ? new int[count[w]] : rows[w];
                    rows[w][--count[w]] = r;
                    alone[w] |= ofParts && own.length == 1;
                }
            }
        }

        private static int[] numbers(NameIndex.Row row, boolean ofParts) {
            return ofParts ? row.parts() : row.wholes();
        }

        /** Whether a word with these readings can be this one in another script, by its letters. */
        boolean mayBe(long[] bags, int w) {
            boolean possible = false;
            for (int r = 0; r < bags.length && !possible; r += 2) {
                int mask = LetterBag.mask(bags[r], bags[r + 1]);
                int letters = LetterBag.letters(bags[r], bags[r + 1]);
                boolean asShorter = letters <= most[w] && Integer.bitCount(mask & ~anyLetter[w]) <= TokenMemory.MOST_LACKING * letters;
                boolean asLonger = letters > fewest[w] && Integer.bitCount(everyLetter[w] & ~mask) <= TokenMemory.MOST_LACKING * Math.min(letters, most[w]);
                possible = asShorter || asLonger;
            }
            return possible && LetterBag.lackingShare(bags, list.token(w).bags()) <= TokenMemory.MOST_LACKING;
        }
    }

    private RoughNames(Words parts, Words joined, NameIndex.Row[] rows) {
        this.parts = parts;
        this.joined = joined;
        this.rows = rows;
    }

    /** Positions in answers are positions in this list. */
    public static RoughNames of(List<ParsedName> names) {
        WordList parts = new WordList();
        WordList pairs = new WordList();
        WordList wholes = new WordList();
        List<NameIndex.Row> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            ParsedName name = names.get(i);
            if (!name.isEmpty()) {
                rows.add(NameIndex.row(i, name, parts, pairs, wholes));
                Optional<ParsedName> other = name.alternative();
                if (other.isPresent() && !other.get().isEmpty()) {
                    rows.add(NameIndex.row(i, other.get(), parts, pairs, wholes));
                }
            }
        }
        parts.freeze();
        wholes.freeze();
        return new RoughNames(new Words(parts, rows, true), new Words(wholes, rows, false), rows.toArray(new NameIndex.Row[0]));
    }

    /** Positions of the most promising names, as many as wanted at most, in no order and now and then twice. */
    public int[] find(ParsedName query, int wanted) {
        int[] found = search(query, wanted);
        if (query.alternative().isEmpty()) {
            return found;
        }
        int[] other = search(query.alternative().get(), wanted);
        int[] both = Arrays.copyOf(found, found.length + other.length);
        System.arraycopy(other, 0, both, found.length, other.length);
        return both;
    }

    private int[] search(ParsedName query, int wanted) {
        int n = Math.min(NameComparer.MOST_PARTS, query.parts().size());
        if (n == 0) {
            return new int[0];
        }
        BitSet met = new BitSet(rows.length);
        float[][] byPart = new float[n][];
        float[][] byPair = new float[n - 1][];
        for (int q = 0; q < n; q++) {
            byPart[q] = weights(query.parts().get(q), parts, false, met);
            if (q + 1 < n) {
                byPair[q] = NameIndex.joinable(query, q) ? weights(query.joinedPair(q), parts, false, met) : byPart[q];
            }
        }
        float[] inOne = n == 1 ? weights(query.parts().getFirst(), joined, false, met) : new float[0];
        float[][] whole = new float[n == 1 ? 0 : query.wholes().size()][];
        for (int q = 0; q < whole.length; q++) {
            whole[q] = weights(query.wholes().get(q), parts, true, met);
        }
        long[] scored = new long[met.cardinality()];
        int count = 0;
        for (int r = met.nextSetBit(0); r >= 0; r = met.nextSetBit(r + 1)) {
            NameIndex.Row row = rows[r];
            float weight = n <= row.parts().length ? ofQuery(byPart, row) : ofName(byPart, byPair, row);
            weight += Math.abs(n - row.parts().length) * (float) NameComparer.ONE_SIDE_MISSING;
            for (float[] turned : whole) {
                weight = row.parts().length == 1 ? Math.max(weight, turned[row.parts()[0]]) : weight;
            }
            for (int turned : row.wholes()) {
                weight = n == 1 ? Math.max(weight, inOne[turned]) : weight;
            }
            // the highest weights last, of equal ones the first position last
            scored[count++] = (long) Math.round(weight * 1000) << 32 | Integer.MAX_VALUE - row.position();
        }
        Arrays.sort(scored);
        int[] best = new int[Math.min(count, wanted)];
        for (int i = 0; i < best.length; i++) {
            best[i] = Integer.MAX_VALUE - (int) scored[count - 1 - i];
        }
        return best;
    }

    /** The best fit of each part of the query. */
    private static float ofQuery(float[][] byPart, NameIndex.Row row) {
        float sum = 0;
        for (float[] weights : byPart) {
            float fit = NOTHING;
            for (int part : row.parts()) {
                fit = Math.max(fit, weights[part]);
            }
            sum += fit;
        }
        return sum;
    }

    /** The best fit of each part of the name, alone or in two parts of the query. */
    private static float ofName(float[][] byPart, float[][] byPair, NameIndex.Row row) {
        float sum = 0;
        for (int part : row.parts()) {
            float fit = NOTHING;
            for (float[] weights : byPart) {
                fit = Math.max(fit, weights[part]);
            }
            for (float[] weights : byPair) {
                fit = Math.max(fit, weights[part]);
            }
            sum += fit;
        }
        return sum;
    }

    /** The weight of a query word against every word; the rows of those that count are marked. */
    private static float[] weights(NameToken word, Words words, boolean aloneOnly, BitSet met) {
        float[] weights = new float[words.list.size()];
        Arrays.fill(weights, NOTHING);
        if (word.role() == TokenRole.INITIAL) {
            return weights;
        }
        float[] scratch = new float[8 * Names.MAXIMUM_LENGTH];
        long[] bags = word.bags();
        for (NameScript script : words.list.scripts()) {
            if (script == word.script()) {
                words.list.alike(word, LEAST_ALIKE, (number, share) -> {
                    if (!aloneOnly || words.alone[number]) {
                        set(words, number, (float) words.list.token(number).spellings().information() * (1.5f * share - 0.5f), weights, met);
                    }
                });
                continue;
            }
            List<NameIndex.Probe> probes = List.of();
            for (int number : words.list.ofScript(script)) {
                if (aloneOnly && !words.alone[number] || !words.mayBe(bags, number)) {
                    continue;
                }
                probes = probes.isEmpty() ? NameIndex.probes(word, script) : probes;
                float best = NOTHING;
                for (NameIndex.Probe probe : probes) {
                    best = Math.max(best, probe.weight(words.list.token(number), scratch));
                }
                set(words, number, best, weights, met);
            }
        }
        return weights;
    }

    private static void set(Words words, int number, float weight, float[] weights, BitSet met) {
        weights[number] = weight;
        if (weight >= LEAST) {
            for (int row : words.rows[number]) {
                met.set(row);
            }
        }
    }
}
