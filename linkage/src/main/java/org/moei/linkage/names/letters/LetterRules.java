package org.moei.linkage.names.letters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moei.linkage.names.NameScript;

/**
 * Tables written by hand from published romanisations ({@code *.rules}). A line {@code l} is a unit and its spellings; {@code c} a consonant with initial and
 * final spellings, from which the units for its places are derived; {@code v} a vowel.
 */
final class LetterRules {
    private LetterRules() {}

    /** The inherent vowel where no vowel is written: shares at the start of a word and inside it; inside, the rest is a final. */
    private record Inherent(Map<String, Double> atStart, Map<String, Double> inside, double finals) {}

    private static Inherent inherent(NameScript script) {
        return switch (script) {
            case THAI -> new Inherent(Map.of("a", 0.44, "o", 0.3, "", 0.18, "or", 0.04, "u", 0.02), Map.of("a", 0.16, "o", 0.06, "", 0.2, "or", 0.02), 0.54);
            case LAO -> new Inherent(Map.of("", 0.9, "a", 0.06), Map.of("", 0.3, "a", 0.04), 0.64);
            case KHMER -> new Inherent(Map.of("a", 0.4, "o", 0.34, "", 0.14, "or", 0.06, "au", 0.02), Map.of("a", 0.2, "o", 0.1, "", 0.16, "or", 0.03), 0.48);
            case LATIN, CYRILLIC, GREEK, ARMENIAN, GEORGIAN, HEBREW, ARABIC, ETHIOPIC, DEVANAGARI, BENGALI, GURMUKHI, GUJARATI, ORIYA, TAMIL, TELUGU,
                    KANNADA, MALAYALAM, SINHALA, MYANMAR, HAN, KANA, HANGUL, OTHER, NONE -> new Inherent(Map.of("", 1.0), Map.of("", 0.5), 0.5);
        };
    }

    /** Level-0 lines of a table of emissions. */
    static List<String> lines(NameScript script, List<String> rules) {
        Map<String, Map<String, Double>> units = new LinkedHashMap<>();
        for (String rule : rules) {
            String[] cells = rule.split("\t", -1);
            Map<String, Double> first = shares(cells[2]);
            switch (cells[0]) {
                case "c" -> consonant(script, cells[1], first, shares(cells[3]), units);
                case "v" -> {
                    units.put(cells[1], first);
                    boolean oftenSilent = cells[1].equals("ิ") || cells[1].equals("ุ");
                    units.put(cells[1] + "$", mixed(Map.of("", 1.0), oftenSilent ? 0.4 : 0.02, first));
                }
                default -> units.put(cells[1], first);
            }
        }
        List<String> lines = new ArrayList<>();
        units.forEach((unit, spellings) -> {
            double sum = spellings.values().stream().mapToDouble(Double::doubleValue).sum();
            StringBuilder line = new StringBuilder("0\t").append(unit);
            spellings.forEach((chunk, share) ->
                    line.append('\t').append(chunk.isEmpty() ? "-" : chunk).append('\t').append(Math.round(-10 * Math.log(share / sum))));
            lines.add(line.toString());
        });
        return lines;
    }

    private static void consonant(
            NameScript script, String letter, Map<String, Double> initial, Map<String, Double> last, Map<String, Map<String, Double>> units) {
        Inherent inherent = inherent(script);
        Map<String, Double> doubled = followed(last, initial);
        units.put(letter, mixed(doubled, 0.06, initial));
        units.put(letter + "$", mixed(followed(initial, Map.of("a", 1.0)), 0.02, last));
        boolean breath = letter.equals("ห") || letter.equals("ຫ");
        Map<String, Double> silentH = Map.of("", 0.86, "h", 0.14);
        units.put(letter + "~", breath ? silentH : mixed(last, 0.3, initial));
        units.put(letter + "^", breath ? mixed(Map.of("", 1.0), 0.5, followed(initial, inherent.atStart())) : followed(initial, inherent.atStart()));
        units.put(letter + ".", mixed(followed(doubled, Map.of("a", 1.0)), 0.04, mixed(last, inherent.finals(), followed(initial, inherent.inside()))));
        units.put(letter + "!", mixed(Map.of("", 1.0), 0.86, initial));
        units.put("+" + letter, mixed(Map.of("", 1.0), 0.14, mixed(followed(initial, Map.of("a", 0.5, "o", 0.5)), 0.12, initial)));
    }

    private static Map<String, Double> followed(Map<String, Double> first, Map<String, Double> then) {
        Map<String, Double> out = new LinkedHashMap<>();
        first.forEach((a, x) -> then.forEach((b, y) -> out.merge(a + b, x * y, Double::sum)));
        return out;
    }

    /** {@code share} of the one, the rest of the other, each normalised. */
    private static Map<String, Double> mixed(Map<String, Double> one, double share, Map<String, Double> other) {
        Map<String, Double> out = new java.util.TreeMap<>();
        double sumOne = one.values().stream().mapToDouble(Double::doubleValue).sum();
        double sumOther = other.values().stream().mapToDouble(Double::doubleValue).sum();
        one.forEach((chunk, x) -> out.merge(chunk, x / sumOne * share, Double::sum));
        other.forEach((chunk, x) -> out.merge(chunk, x / sumOther * (1 - share), Double::sum));
        return out;
    }

    private static Map<String, Double> shares(String cell) {
        Map<String, Double> shares = new LinkedHashMap<>();
        for (String one : cell.split(" ")) {
            int colon = one.lastIndexOf(':');
            String chunk = one.substring(0, colon);
            shares.merge(chunk.equals("-") ? "" : chunk, Double.parseDouble(one.substring(colon + 1)) / 100, Double::sum);
        }
        return shares;
    }
}
