package org.moei.linkage.names.letters;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The text form of the tables. A line of emissions is {@code level⇥unit⇥next⇥before⇥…⇥chunk⇥tenths⇥chunk⇥tenths…}: neighbours as
 * {@link EmissionTable#key} orders them, {@code ^} and {@code $} for start and end, {@code -} for the empty chunk, tenths of a nat below certainty.
 * A line of spellings is {@code level⇥unit⇥before⇥tenths}.
 */
public final class LetterTableText {
    private LetterTableText() {}

    /** One context as a line. */
    public static String line(Vocabulary source, long key, int level, Map<String, Double> weights) {
        StringBuilder out = new StringBuilder().append(level);
        for (int i = level; i >= 0; i--) {
            out.append('\t').append(name(source, (int) (key >>> (12 * i) & 0xFFF)));
        }
        weights.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
                .forEach(e -> out.append('\t').append(e.getKey().isEmpty() ? "-" : e.getKey()).append('\t').append(Math.round(-10 * e.getValue())));
        return out.toString();
    }

    private static String name(Vocabulary vocabulary, int number) {
        return switch (number) {
            case Vocabulary.START -> "^";
            case Vocabulary.END -> "$";
            case Vocabulary.UNKNOWN -> "?";
            default -> vocabulary.text(number);
        };
    }

    private static int number(Vocabulary vocabulary, String name) {
        return switch (name) {
            case "^" -> Vocabulary.START;
            case "$" -> Vocabulary.END;
            case "?" -> Vocabulary.UNKNOWN;
            default -> vocabulary.add(name);
        };
    }

    /** A table of emissions from its lines. */
    public static EmissionTable emissions(List<String> lines, int longestChunk, float floor) {
        Vocabulary source = new Vocabulary();
        Vocabulary chunks = new Vocabulary();
        chunks.add("");
        List<Map<Long, Emissions>> levels = new ArrayList<>();
        for (int level = 0; level < EmissionTable.LEVELS; level++) {
            levels.add(new HashMap<>());
        }
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            int level = cells[0].charAt(0) - '0';
            long key = 0;
            for (int i = 0; i <= level; i++) {
                key = key << 12 | number(source, cells[1 + i]);
            }
            int count = (cells.length - level - 2) / 2;
            TreeMap<Integer, Float> weights = new TreeMap<>();
            for (int i = 0; i < count; i++) {
                String chunk = cells[level + 2 + 2 * i];
                weights.put(chunks.add(chunk.equals("-") ? "" : chunk), Integer.parseInt(cells[level + 3 + 2 * i]) / -10f);
            }
            int[] ids = new int[count];
            float[] values = new float[count];
            int at = 0;
            for (Map.Entry<Integer, Float> e : weights.entrySet()) {
                ids[at] = e.getKey();
                values[at++] = e.getValue();
            }
            levels.get(level).put(key, new Emissions(ids, values));
        }
        return new EmissionTable(source, chunks, longestChunk, floor, levels);
    }

    /** The lines of a table. */
    public static List<String> lines(EmissionTable table) {
        List<String> lines = new ArrayList<>();
        for (int level = 0; level < EmissionTable.LEVELS; level++) {
            for (Map.Entry<Long, Emissions> e : new TreeMap<>(table.level(level)).entrySet()) {
                Map<String, Double> weights = new HashMap<>();
                for (int i = 0; i < e.getValue().size(); i++) {
                    weights.put(table.chunks.text(e.getValue().chunk(i)), (double) e.getValue().weight(i));
                }
                lines.add(line(table.source, e.getKey(), level, weights));
            }
        }
        return lines;
    }

    /** The lines of a model of spellings. */
    public static List<String> lines(SpellingModel model) {
        List<String> lines = new ArrayList<>();
        new TreeMap<>(model.weights).forEach((key, weight) -> {
            int level = (int) (key >>> 48);
            StringBuilder out = new StringBuilder().append(level).append('\t').append(name(model.units, (int) (key >>> 32 & 0xFFFF)));
            for (int i = 1; i <= level; i++) {
                out.append('\t').append(name(model.units, (int) (key >>> (32 - 16 * i) & 0xFFFF)));
            }
            lines.add(out.append('\t').append(Math.round(-10 * weight)).toString());
        });
        return lines;
    }

    /** A model of spellings from its lines. */
    public static SpellingModel spellings(List<String> lines) {
        Vocabulary units = new Vocabulary();
        Map<Long, Float> weights = new HashMap<>();
        for (String line : lines) {
            String[] cells = line.split("\t", -1);
            int level = cells[0].charAt(0) - '0';
            int unit = number(units, cells[1]);
            int one = level > 0 ? number(units, cells[2]) : 0;
            int two = level > 1 ? number(units, cells[3]) : 0;
            weights.put(SpellingModel.key(level, two, one, unit), Integer.parseInt(cells[2 + level]) / -10f);
        }
        return new SpellingModel(units, weights);
    }
}
