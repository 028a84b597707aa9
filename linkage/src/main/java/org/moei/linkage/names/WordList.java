package org.moei.linkage.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Distinct words, numbered, by script; within a script the words that share letter pairs with a given word are found by postings, so that a list of a
 * hundred thousand Latin words is not read through for each query.
 */
final class WordList {
    /** Words of one script that share fewer of the query's letter pairs than this are not misspellings of it. */
    private static final double LEAST_SHARED = 0.3;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<NameToken> tokens = new ArrayList<>();
    private final Map<NameScript, int[]> byScript = new EnumMap<>(NameScript.class);
    private final Map<NameScript, Map<Integer, int[]>> postings = new EnumMap<>(NameScript.class);
    private static final int[] NOTHING = {};

    private int[] initials = new int[0];

    /** The number of a word, new if it is. */
    int number(NameToken token) {
        return numbers.computeIfAbsent((char) token.script().ordinal() + "" + (char) token.role().ordinal() + token.normal(), key -> {
            tokens.add(token);
            return tokens.size() - 1;
        });
    }

    int size() {
        return tokens.size();
    }

    NameToken token(int number) {
        return tokens.get(number);
    }

    /** Builds the postings; no word is added afterwards. */
    void freeze() {
        Map<NameScript, List<Integer>> scripts = new EnumMap<>(NameScript.class);
        Map<NameScript, Map<Integer, List<Integer>>> lists = new EnumMap<>(NameScript.class);
        List<Integer> single = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            NameToken token = tokens.get(i);
            scripts.computeIfAbsent(token.script(), s -> new ArrayList<>()).add(i);
            if (token.role() == TokenRole.INITIAL) {
                single.add(i);
                continue;
            }
            Map<Integer, List<Integer>> here = lists.computeIfAbsent(token.script(), s -> new HashMap<>());
            for (int pair : pairs(token.normal())) {
                here.computeIfAbsent(pair, p -> new ArrayList<>()).add(i);
            }
        }
        scripts.forEach((script, found) -> byScript.put(script, array(found)));
        lists.forEach((script, found) -> {
            Map<Integer, int[]> arrays = HashMap.newHashMap(found.size());
            found.forEach((pair, words) -> arrays.put(pair, array(words)));
            postings.put(script, arrays);
        });
        initials = array(single);
        numbers.clear();
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Distinct pairs of neighbouring letters, the borders of the word included. */
    private static int[] pairs(String word) {
        int n = word.length();
        int[] pairs = new int[n + 1];
        for (int i = 0; i <= n; i++) {
            pairs[i] = (i == 0 ? '^' : word.charAt(i - 1)) << 16 | (i == n ? '$' : word.charAt(i));
        }
        return Arrays.stream(pairs).distinct().toArray();
    }

    /** Scripts that occur. */
    Iterable<NameScript> scripts() {
        return byScript.keySet();
    }

    /** Words of a script. */
    int[] ofScript(NameScript script) {
        return byScript.getOrDefault(script, new int[0]);
    }

    /** Words that are initials, in any script. */
    int[] initials() {
        return initials;
    }

    /** What is told of a word that shares letter pairs. */
    interface Alike {
        /** @param share of the letter pairs of both words that they share, above 0 up to 1 */
        void word(int number, float share);
    }

    /** Tells of the words of the query's own script that share at least this of the letter pairs of both. */
    void alike(NameToken query, float least, Alike found) {
        Map<Integer, int[]> here = postings.getOrDefault(query.script(), Map.of());
        int[] pairs = pairs(query.normal());
        byte[] shared = new byte[tokens.size()];
        int[] seen = new int[64];
        int count = 0;
        for (int pair : pairs) {
            for (int word : here.getOrDefault(pair, NOTHING)) {
                if (shared[word]++ == 0) {
                    if (count == seen.length) {
                        seen = Arrays.copyOf(seen, 2 * count);
                    }
                    seen[count++] = word;
                }
            }
        }
        for (int i = 0; i < count; i++) {
            float share = 2f * shared[seen[i]] / (pairs.length + tokens.get(seen[i]).normal().length() + 1);
            if (share >= least) {
                found.word(seen[i], Math.min(1, share));
            }
        }
    }

    /** Words of the query's own script that may be it in another spelling. */
    int[] alike(NameToken query) {
        Map<Integer, int[]> here = postings.getOrDefault(query.script(), Map.of());
        int[] pairs = pairs(query.normal());
        byte[] shared = new byte[tokens.size()];
        int least = Math.max(1, (int) Math.ceil(LEAST_SHARED * pairs.length));
        int[] found = new int[64];
        int count = 0;
        for (int pair : pairs) {
            for (int word : here.getOrDefault(pair, new int[0])) {
                if (shared[word] < Byte.MAX_VALUE && ++shared[word] == least) {
                    if (count == found.length) {
                        found = Arrays.copyOf(found, 2 * count);
                    }
                    found[count++] = word;
                }
            }
        }
        return Arrays.copyOf(found, count);
    }
}
