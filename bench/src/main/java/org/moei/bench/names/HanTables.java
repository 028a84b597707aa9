package org.moei.bench.names;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.moei.linkage.names.NameScript;
import org.moei.linkage.names.Names;

/** Makes the tables of Han characters from the Unihan database: {@code HanTables --unihan DIR --out DIR}, DIR with the unpacked Unihan_*.txt. */
public final class HanTables {
    private final Map<String, Map<Integer, String>> fields = new HashMap<>();

    private HanTables() {}

    /** Reads Unihan and writes han-variants.tsv and han-readings.tsv. */
    public static void main(String[] args) throws IOException {
        List<String> words = List.of(args);
        Path unihan = Path.of(words.get(words.indexOf("--unihan") + 1));
        Path out = Path.of(words.get(words.indexOf("--out") + 1));
        HanTables tables = new HanTables();
        tables.read(unihan.resolve("Unihan_Readings.txt"));
        tables.read(unihan.resolve("Unihan_Variants.txt"));
        Map<Integer, Integer> simplified = tables.simplified();
        tables.writeVariants(out.resolve("han-variants.tsv"), simplified);
        tables.writeReadings(out.resolve("han-readings.tsv"), simplified);
    }

    private void read(Path file) throws IOException {
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            String[] cells = line.split("\t");
            if (cells.length == 3 && cells[0].startsWith("U+")) {
                fields.computeIfAbsent(cells[1], k -> new TreeMap<>()).put(Integer.parseInt(cells[0].substring(2), 16), cells[2]);
            }
        }
    }

    private Map<Integer, String> field(String name) {
        return fields.getOrDefault(name, Map.of());
    }

    /** Traditional to simplified, where a character is not itself one of the simplified forms given. */
    private Map<Integer, Integer> simplified() {
        Map<Integer, Integer> to = new TreeMap<>();
        field("kSimplifiedVariant").forEach((from, text) -> {
            int first = Integer.parseInt(text.split(" ")[0].substring(2), 16);
            boolean self = List.of(text.split(" ")).contains("U+" + Integer.toHexString(from).toUpperCase(Locale.ROOT));
            if (first != from && !self && from < 0x10000 && first < 0x10000) {
                to.put(from, first);
            }
        });
        return to;
    }

    private void writeVariants(Path file, Map<Integer, Integer> simplified) throws IOException {
        List<String> lines = header("Traditional characters and the simplified form that names are compared in: pairs without a space.");
        StringBuilder row = new StringBuilder();
        for (Map.Entry<Integer, Integer> e : simplified.entrySet()) {
            row.appendCodePoint(e.getKey()).appendCodePoint(e.getValue());
            if (row.length() >= 160) {
                lines.add(row.toString());
                row.setLength(0);
            }
        }
        lines.add(row.toString());
        Files.write(file, lines, StandardCharsets.UTF_8);
    }

    private void writeReadings(Path file, Map<Integer, Integer> simplified) throws IOException {
        Map<Integer, List<Integer>> forms = new TreeMap<>();
        Set<Integer> usual = new TreeSet<>(field("kTGHZ2013").keySet());
        usual.addAll(field("kHanyuPinlu").keySet());
        usual.addAll(field("kXHC1983").keySet());
        usual.addAll(field("kHangul").keySet());
        for (int c : usual) {
            if (c < 0x10000) {
                forms.computeIfAbsent(simplified.getOrDefault(c, c), k -> new ArrayList<>()).add(c);
            }
        }
        simplified.forEach((from, to) -> {
            if (forms.containsKey(to) && !forms.get(to).contains(from)) {
                forms.get(to).add(from);
            }
        });
        List<String> lines = header("Readings of Han characters without tones: character, pinyin, jyutping, Vietnamese, Korean, Japanese on; a space between several.");
        forms.forEach((character, written) -> {
            Set<String> pinyin = new LinkedHashSet<>();
            Set<String> jyutping = new LinkedHashSet<>();
            Set<String> vietnamese = new LinkedHashSet<>();
            Set<String> korean = new LinkedHashSet<>();
            Set<String> japanese = new LinkedHashSet<>();
            Set<Integer> all = new LinkedHashSet<>(List.of(character));
            all.addAll(written);
            for (int c : all) {
                split(pinyin, field("kMandarin").get(c), " ");
                split(pinyin, field("kHanyuPinlu").get(c), " ");
                split(pinyin, field("kTGHZ2013").get(c), "[ ,]");
                split(pinyin, field("kXHC1983").get(c), "[ ,]");
                split(jyutping, field("kCantonese").get(c), " ");
                split(vietnamese, field("kVietnamese").get(c), " ");
                split(japanese, field("kJapaneseOn").get(c), " ");
                String hangul = field("kHangul").get(c);
                if (hangul != null) {
                    for (String syllable : hangul.split(" ")) {
                        korean.add(syllable.substring(0, 1));
                    }
                }
            }
            lines.add(Character.toString(character) + "\t" + String.join(" ", pinyin) + "\t" + String.join(" ", jyutping) + "\t"
                    + String.join(" ", vietnamese) + "\t" + String.join(" ", korean) + "\t" + String.join(" ", japanese));
        });
        Files.write(file, lines, StandardCharsets.UTF_8);
    }

    private static void split(Set<String> to, @org.jspecify.annotations.Nullable String text, String separator) {
        if (text != null) {
            for (String one : text.split(separator)) {
                String spelling = one.contains(":") ? one.substring(one.indexOf(':') + 1) : one;
                String plain = Names.read(spelling.replaceAll("\\(.*", "").replace('ü', 'v').replaceAll("[ǖǘǚǜ]", "v").replaceAll("[0-9]", ""))
                        .tokens().stream().filter(t -> t.script() == NameScript.LATIN).map(t -> t.normal()).findFirst().orElse("");
                if (!plain.isEmpty()) {
                    to.add(plain);
                }
            }
        }
    }

    private static List<String> header(String what) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + what);
        lines.add("# Source: Unihan database 15.0.0, (c) Unicode, Inc., Unicode License v3");
        lines.add("# Made by: org.moei.bench.names.HanTables --unihan DIR --out linkage/src/main/resources/org/moei/linkage/names");
        return lines;
    }
}
