package org.moei.linkage.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of Han characters: the form to compare them in and their readings. Both tables are read when first needed. */
final class HanCharacters {
    private HanCharacters() {}

    /** Readings of one character without tones, the usual first in each list. */
    record Sounds(List<String> pinyin, List<String> jyutping, List<String> vietnamese, List<String> korean, List<String> japanese) {}

    private static final class Variants {
        static final char[] SIMPLIFIED = load();

        private static char[] load() {
            char[] to = new char[0x10000];
            for (String line : Tables.lines("han-variants.tsv")) {
                for (int i = 0; i + 1 < line.length(); i += 2) {
                    to[line.charAt(i)] = line.charAt(i + 1);
                }
            }
            return to;
        }
    }

    private static final class Readings {
        static final Map<String, Sounds> SOUNDS = load();

        private static Map<String, Sounds> load() {
            Map<String, Sounds> sounds = HashMap.newHashMap(14_000);
            for (String line : Tables.lines("han-readings.tsv")) {
                String[] cells = line.split("\t", -1);
                sounds.put(cells[0], new Sounds(list(cells[1]), list(cells[2]), list(cells[3]), list(cells[4]), list(cells[5])));
            }
            return sounds;
        }

        private static List<String> list(String cell) {
            return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
        }
    }

    /** The text with each traditional character in its simplified form. */
    static String simplified(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char to = Variants.SIMPLIFIED[c];
            out.append(to == 0 ? c : to);
        }
        return out.toString();
    }

    private static final Sounds NONE = new Sounds(List.of(), List.of(), List.of(), List.of(), List.of());

    /** Readings of a simplified character; empty lists for one that no dictionary has. */
    static Sounds sounds(String character) {
        return Readings.SOUNDS.getOrDefault(character, NONE);
    }
}
