package org.moei.bench.names;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads name pairs from a folder laid out like the project's matching data: native spelling, Latin spelling, how often seen. */
final class NamePairs {
    /** One pair. */
    record Pair(String nativeSpelling, String latin, double count) {}

    private final Path data;

    NamePairs(Path data) {
        this.data = data;
    }

    /** Tokens of a NETransliteration set; part is 64 (to fit), 16 (to develop) or 20 (to decide). */
    List<Pair> transliteration(String language, String part) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (String[] c : rows("netransliteration_coling2018/wd_" + language + "_" + part + ".tsv", "\t")) {
            if (c.length > 1) {
                pairs.add(new Pair(c[1].replace(" ", ""), c[0], c.length > 2 ? Double.parseDouble(c[2]) : 1));
            }
        }
        return pairs;
    }

    /** Full names of a NETransliteration set. */
    List<Pair> fullNames(String language) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (String[] c : rows("netransliteration_coling2018/wd_" + language + "_fullnames.tsv", "\t")) {
            if (c.length > 1) {
                pairs.add(new Pair(c[1], c[0], 1));
            }
        }
        return pairs;
    }

    /** Amharic names and the spelling that their bearers use. */
    List<Pair> amharic(boolean full) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (String[] c : rows("geezorg_amharic/SGC-" + (full ? "Full" : "Single") + "Names-20071123.txt", "\t")) {
            if (c.length > 2 && !c[0].startsWith("#")) {
                pairs.add(new Pair(c[0], c[2], 1));
            }
        }
        return pairs;
    }

    /** Amharic names and their scholarly transcription. */
    List<Pair> amharicScholarly() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (String[] c : rows("geezorg_amharic/BA-SingleNames-20071031.txt", "\t")) {
            if (c.length > 1 && !c[0].startsWith("#")) {
                pairs.add(new Pair(c[0], c[1], 1));
            }
        }
        return pairs;
    }

    /** Burmese names as found, in Zawgyi. */
    List<Pair> burmese() throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (String[] c : rows("myanmar_names/myanmar-names.tsv", "\t")) {
            if (c.length > 1 && !c[0].equals("Burmese")) {
                for (String spelling : c[0].split("၊")) {
                    pairs.add(new Pair(spelling.strip(), c[1].strip(), 1));
                }
            }
        }
        return pairs;
    }

    /** Thai given names; spelling 1 is the official one, 2 and 3 as people write. */
    List<Pair> thai(int spelling) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (List<String> c : csv("thai_romanization/name_romanization.csv")) {
            if (c.size() > 2 + spelling && !c.get(0).equals("name") && !c.get(2 + spelling).isBlank()) {
                pairs.add(new Pair(c.getFirst(), c.get(2 + spelling), 1));
            }
        }
        return pairs;
    }

    /** Hindi names of candidates; fathers' names too if asked. */
    List<Pair> hindi(boolean fathers) throws IOException {
        List<Pair> pairs = new ArrayList<>();
        for (List<String> c : csv("indicate_hindi/affidavits_names_only.csv")) {
            if (c.size() > 4 && !c.getFirst().equals("unique_id")) {
                pairs.add(new Pair(c.get(2), c.get(1), 1));
                if (fathers) {
                    pairs.add(new Pair(c.get(4), c.get(3), 1));
                }
            }
        }
        pairs.removeIf(p -> p.nativeSpelling().isBlank() || p.latin().isBlank());
        return pairs;
    }

    private List<String[]> rows(String file, String separator) throws IOException {
        Path path = data.resolve(file);
        if (!Files.exists(path)) {
            return List.of();
        }
        return Files.readAllLines(path, StandardCharsets.UTF_8).stream().map(line -> line.split(separator)).toList();
    }

    private List<List<String>> csv(String file) throws IOException {
        Path path = data.resolve(file);
        if (!Files.exists(path)) {
            return List.of();
        }
        List<List<String>> rows = new ArrayList<>();
        for (String line : Files.readAllLines(path, StandardCharsets.UTF_8)) {
            List<String> cells = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            for (char c : line.toCharArray()) {
                if (c == '"') {
                    quoted = !quoted;
                } else if (c == ',' && !quoted) {
                    cells.add(cell.toString());
                    cell.setLength(0);
                } else {
                    cell.append(c);
                }
            }
            cells.add(cell.toString());
            rows.add(cells);
        }
        return rows;
    }
}
