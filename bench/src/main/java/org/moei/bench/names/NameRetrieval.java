package org.moei.bench.names;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.moei.linkage.names.NameIndex;
import org.moei.linkage.names.Names;
import org.moei.linkage.names.ParsedName;

/**
 * Recall of names across scripts through {@link NameIndex}: {@code NameRetrieval --data DIR [--set a,b] [--queries 300] [--held-out] [--show]}.
 * Every spelling is asked of a gallery of all spellings of the other side; right is any that the set gives for it.
 */
public final class NameRetrieval {
    private NameRetrieval() {}

    private static final List<String> SETS = List.of("amharic_full", "amharic_single", "burmese", "thai1", "thai2", "thai3", "hindi", "arabic", "chinese",
            "hebrew", "japanese", "katakana", "korean", "russian", "hebrew_full", "korean_full");

    /** Prints a line a set and direction. */
    public static void main(String[] args) throws IOException {
        List<String> words = List.of(args);
        NamePairs data = new NamePairs(Path.of(words.get(words.indexOf("--data") + 1)));
        List<String> sets = words.contains("--set") ? List.of(words.get(words.indexOf("--set") + 1).split(",")) : SETS;
        int queries = words.contains("--queries") ? Integer.parseInt(words.get(words.indexOf("--queries") + 1)) : 300;
        for (String set : sets) {
            List<NamePairs.Pair> pairs = new ArrayList<>(pairs(data, set));
            if (words.contains("--held-out")) {
                pairs.removeIf(p -> !FitLetterTables.isHeldOut(p));
            }
            Map<String, Set<String>> nativeOf = new TreeMap<>();
            Map<String, Set<String>> latinOf = new TreeMap<>();
            for (NamePairs.Pair pair : pairs) {
                String latin = pair.latin().strip().toLowerCase(Locale.ROOT);
                String nativeSpelling = pair.nativeSpelling().strip();
                if (!latin.isEmpty() && !nativeSpelling.isEmpty()) {
                    nativeOf.computeIfAbsent(latin, k -> new TreeSet<>()).add(nativeSpelling);
                    latinOf.computeIfAbsent(nativeSpelling, k -> new TreeSet<>()).add(latin);
                }
            }
            if (!nativeOf.isEmpty()) {
                measure(set + " latin to native", nativeOf, latinOf.keySet(), queries, words.contains("--show"));
                measure(set + " native to latin", latinOf, nativeOf.keySet(), queries, words.contains("--show"));
            }
        }
    }

    private static void measure(String label, Map<String, Set<String>> right, Set<String> gallery, int most, boolean show) {
        List<String> names = gallery.size() > 33_000 ? new ArrayList<>(gallery).subList(0, 33_000) : new ArrayList<>(gallery);
        Set<String> there = new HashSet<>(names);
        long begun = System.nanoTime();
        NameIndex index = NameIndex.of(names.stream().map(Names::read).toList());
        List<String> queries = new ArrayList<>(right.keySet());
        queries.removeIf(q -> right.getOrDefault(q, Set.of()).stream().noneMatch(there::contains));
        Collections.shuffle(queries, new Random(42));
        queries = queries.subList(0, Math.min(most, queries.size()));
        int first = 0;
        int ten = 0;
        for (String query : queries) {
            ParsedName name = Names.read(query);
            Set<String> wanted = right.getOrDefault(query, Set.of());
            List<NameIndex.Hit> hits = index.search(name, 10);
            int rank = 0;
            while (rank < hits.size() && !wanted.contains(names.get(hits.get(rank).position()))) {
                rank++;
            }
            first += rank == 0 && !hits.isEmpty() ? 1 : 0;
            ten += rank < hits.size() ? 1 : 0;
            if (show && rank > 0) {
                System.out.println("   " + query + " gave " + (hits.isEmpty() ? "nothing" : names.get(hits.getFirst().position()) + " "
                        + Math.round(hits.getFirst().logLikelihoodRatio() * 10) / 10.0) + ", right " + wanted
                        + " " + Math.round(org.moei.linkage.names.NameComparer.logLikelihoodRatio(name, Names.read(wanted.iterator().next())) * 10) / 10.0 + " rank " + (rank + 1));
            }
        }
        System.out.printf(Locale.ROOT, "%s: recall@1 %.3f recall@10 %.3f (%d queries, gallery %d, %.1f s)%n", label, first / (double) queries.size(),
                ten / (double) queries.size(), queries.size(), names.size(), (System.nanoTime() - begun) / 1e9);
    }

    private static List<NamePairs.Pair> pairs(NamePairs data, String set) throws IOException {
        return switch (set) {
            case "amharic_full", "amharic_single" -> data.amharic(set.endsWith("full"));
            case "burmese" -> data.burmese();
            case "thai1", "thai2", "thai3" -> data.thai(set.charAt(4) - '0');
            case "hindi" -> data.hindi(false);
            case "hebrew_full", "korean_full" -> data.fullNames(set.substring(0, set.indexOf('_')));
            default -> {
                List<NamePairs.Pair> decisive = data.transliteration(set, "20");
                yield decisive.isEmpty() ? data.transliteration(set, "16") : decisive;
            }
        };
    }
}
