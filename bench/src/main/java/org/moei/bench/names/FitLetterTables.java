package org.moei.bench.names;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.moei.linkage.names.NameScript;
import org.moei.linkage.names.NameToken;
import org.moei.linkage.names.Names;
import org.moei.linkage.names.TokenRole;
import org.moei.linkage.names.letters.EmissionTable;
import org.moei.linkage.names.letters.LetterTableText;
import org.moei.linkage.names.letters.SpellingModel;
import org.moei.linkage.names.letters.Units;

/**
 * Fits every letter table from the freely licensed training parts: {@code FitLetterTables --data DIR --out DIR [--only arabic,han] [--hold-out]}.
 * With {@code --hold-out} a quarter of the Amharic, Burmese and Hindi names, by the hash of the native form, is not read, to develop on.
 */
public final class FitLetterTables {
    private static final int LEVELS = 4;

    private final NamePairs data;
    private final Path out;
    private final boolean holdOut;

    private FitLetterTables(NamePairs data, Path out, boolean holdOut) {
        this.data = data;
        this.out = out;
        this.holdOut = holdOut;
    }

    /** Fits and writes the tables. */
    public static void main(String[] args) throws IOException {
        List<String> words = List.of(args);
        Path data = Path.of(words.get(words.indexOf("--data") + 1));
        Path out = Path.of(words.get(words.indexOf("--out") + 1));
        List<String> only = words.contains("--only") ? List.of(words.get(words.indexOf("--only") + 1).split(",")) : List.of();
        FitLetterTables fit = new FitLetterTables(new NamePairs(data), out, words.contains("--hold-out"));
        for (Training training : fit.trainings()) {
            if (only.isEmpty() || only.contains(training.script().name().toLowerCase(Locale.ROOT))) {
                fit.write(training);
            }
        }
        if (only.isEmpty() || only.contains("latin")) {
            fit.writeLatin();
        }
    }

    private record Training(NameScript script, String source, int longestLatin, int longestNative, Reader pairs) {}

    private interface Reader {
        List<NamePairs.Pair> read() throws IOException;
    }

    private List<Training> trainings() {
        String net = "Wikidata names, NETransliteration-COLING2018 at 5d5f59e561ecea45a6d3602121e1049baa7a76c3, part _64 of ";
        return List.of(
                new Training(NameScript.ARABIC, net + "arabic; CC0 1.0", 4, 2, () -> data.transliteration("arabic", "64")),
                new Training(NameScript.HEBREW, net + "hebrew; CC0 1.0", 4, 2, () -> data.transliteration("hebrew", "64")),
                new Training(NameScript.HAN, net + "chinese; CC0 1.0", 5, 2, () -> data.transliteration("chinese", "64")),
                new Training(NameScript.KANA, net + "katakana and japanese; CC0 1.0", 4, 2, () -> {
                    List<NamePairs.Pair> all = new ArrayList<>(data.transliteration("katakana", "64"));
                    all.addAll(data.transliteration("japanese", "64"));
                    return all.stream().distinct().toList();
                }),
                new Training(NameScript.HANGUL, net + "korean; CC0 1.0", 4, 3, () -> data.transliteration("korean", "64")),
                new Training(NameScript.CYRILLIC, net + "russian; CC0 1.0", 4, 2, () -> data.transliteration("russian", "64")),
                new Training(NameScript.ETHIOPIC, "Amharic names, geezorg/data at 3904462cff427a8d9991f8fc5d9f9d7aa80023ff, half of SGC and BA; CC BY-SA 4.0", 3, 2,
                        this::amharic),
                new Training(NameScript.MYANMAR, "Burmese names, alvations/myth at f2250d0b1725591abcc741967d57e025f58c1293, half; CC BY-SA 4.0", 5, 2,
                        () -> kept(data.burmese())),
                new Training(NameScript.DEVANAGARI, "Names of election candidates, in-rolls/indicate at 41e5774b7c598b49f62130587772ed9b8baccec9, half; MIT", 4, 3,
                        () -> kept(data.hindi(true))));
    }

    private List<NamePairs.Pair> amharic() throws IOException {
        List<NamePairs.Pair> pairs = new ArrayList<>();
        for (NamePairs.Pair pair : kept(data.amharic(false))) {
            pairs.add(new NamePairs.Pair(pair.nativeSpelling(), pair.latin(), 50));
        }
        for (NamePairs.Pair pair : kept(data.amharic(true))) {
            pairs.add(new NamePairs.Pair(pair.nativeSpelling(), pair.latin(), 50));
        }
        pairs.addAll(kept(data.amharicScholarly()));
        return pairs;
    }

    private List<NamePairs.Pair> kept(List<NamePairs.Pair> pairs) {
        return holdOut ? pairs.stream().filter(p -> !isHeldOut(p)).toList() : pairs;
    }

    /** A quarter of all native spellings. */
    static boolean isHeldOut(NamePairs.Pair pair) {
        return Math.floorMod(pair.nativeSpelling().hashCode() * 0x9E3779B9, 1000) < 250;
    }

    private void write(Training training) throws IOException {
        NameScript script = training.script();
        List<AlignmentFit.Pair> there = new ArrayList<>();
        List<AlignmentFit.Pair> back = new ArrayList<>();
        List<List<String>> natives = new ArrayList<>();
        List<List<String>> latins = new ArrayList<>();
        for (NamePairs.Pair pair : training.pairs().read()) {
            for (String[] words : words(pair, script)) {
                List<String> nativeUnits = Units.split(script, words[0]);
                List<String> letters = Units.split(NameScript.LATIN, words[1]);
                double weight = script == NameScript.ETHIOPIC ? pair.count() > 1 ? 3 : 0.4 : Math.min(3, 1 + Math.log(pair.count()) / 2);
                there.add(new AlignmentFit.Pair(nativeUnits, letters, weight));
                back.add(new AlignmentFit.Pair(letters, nativeUnits, weight));
                natives.add(nativeUnits);
                latins.add(letters);
            }
        }
        SpellingModel spellings = SpellingFit.fit(natives, 2);
        EmissionTable toLatin = new AlignmentFit(there, training.longestLatin(), LEVELS, floor(latins), Map.of()).fit();
        EmissionTable toNative = new AlignmentFit(back, training.longestNative(), LEVELS, floor(natives), Map.of()).fit();
        List<String> lines = new ArrayList<>();
        lines.add("# How names in " + script.name().toLowerCase(Locale.ROOT) + " letters are spelt in Latin letters, and back. Aggregate weights; no name is kept.");
        lines.add("# Source: " + training.source());
        lines.add("# Made by: org.moei.bench.names.FitLetterTables --data DIR --out linkage/src/main/resources/org/moei/linkage/names/letters --only "
                + script.name().toLowerCase(Locale.ROOT));
        lines.add("# Form: org.moei.linkage.names.letters.LetterTableText");
        lines.add("@latin " + training.longestLatin() + " " + floor(latins));
        lines.addAll(LetterTableText.lines(toLatin));
        lines.add("@native " + training.longestNative() + " " + floor(natives));
        lines.addAll(LetterTableText.lines(toNative));
        lines.add("@spellings");
        lines.addAll(LetterTableText.lines(spellings));
        Files.createDirectories(out);
        Files.write(out.resolve(script.name().toLowerCase(Locale.ROOT) + ".tsv"), lines, StandardCharsets.UTF_8);
        System.err.println(script + ": " + there.size() + " pairs, " + lines.size() + " lines");
    }

    /** Words of a pair: each with its own where both sides have as many, else all joined. */
    private static List<String[]> words(NamePairs.Pair pair, NameScript script) {
        List<String> left = normals(pair.nativeSpelling(), script);
        List<String> right = normals(pair.latin(), NameScript.LATIN);
        if (left.isEmpty() || right.isEmpty()) {
            return List.of();
        }
        List<String[]> words = new ArrayList<>();
        if (left.size() == right.size()) {
            for (int i = 0; i < left.size(); i++) {
                words.add(new String[] {left.get(i), right.get(i)});
            }
        } else {
            words.add(new String[] {String.join("", left), String.join("", right)});
        }
        return words;
    }

    private static List<String> normals(String name, NameScript script) {
        return Names.read(name).tokens().stream().filter(t -> t.script() == script && t.role() != TokenRole.INITIAL).map(NameToken::normal).toList();
    }

    /** The weight of an unexplained unit: its mean rarity, and a penalty. */
    private static float floor(List<List<String>> spellings) {
        java.util.Map<String, Double> counts = new java.util.HashMap<>();
        double all = 0;
        for (List<String> spelling : spellings) {
            for (String unit : spelling) {
                counts.merge(unit, 1.0, Double::sum);
                all++;
            }
        }
        double entropy = 0;
        for (double count : counts.values()) {
            entropy -= count / all * Math.log(count / all);
        }
        return (float) (Math.round(-10 * (entropy + 4)) / 10.0);
    }

    private void writeLatin() throws IOException {
        List<List<String>> latins = new ArrayList<>();
        for (Training training : trainings()) {
            TreeSet<String> distinct = new TreeSet<>();
            for (NamePairs.Pair pair : training.pairs().read()) {
                distinct.addAll(normals(pair.latin(), NameScript.LATIN));
            }
            int step = Math.max(1, distinct.size() / 25_000);
            int i = 0;
            for (String name : distinct) {
                if (i++ % step == 0) {
                    latins.add(Units.split(NameScript.LATIN, name));
                }
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("# How usual spellings of names in Latin letters are: each letter after the two before it. Aggregate weights; no name is kept.");
        lines.add("# Source: the Latin sides of the training parts that the other tables of this folder name, up to 25,000 of each; CC0 1.0, CC BY-SA 4.0, MIT");
        lines.add("# Made by: org.moei.bench.names.FitLetterTables --data DIR --out linkage/src/main/resources/org/moei/linkage/names/letters --only latin");
        lines.add("@spellings");
        lines.addAll(LetterTableText.lines(SpellingFit.fit(latins, 2)));
        Files.createDirectories(out);
        Files.write(out.resolve("latin.tsv"), lines, StandardCharsets.UTF_8);
    }
}
