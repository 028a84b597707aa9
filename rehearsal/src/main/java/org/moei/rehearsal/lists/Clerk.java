package org.moei.rehearsal.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.moei.rehearsal.generator.Draw;

/** Somebody who writes down names in a language that is not theirs, in a hurry. */
final class Clerk {
    private static final int MOST_TRIES = 12;
    private static final double BY_EAR = .7;
    private static final String[] KEYS = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};

    /** Which table a nationality's names are respelt by. */
    private static final Map<String, String> TRADITIONS = new HashMap<>();

    static {
        Map.of("zh", "CHN TWN SGP HKG", "vi", "VNM", "am", "ETH ERI", "in", "IND NPL BGD LKA", "ar", "PAK TUN DZA MAR EGY AFG UZB", "mm", "MMR STATELESS",
                "id", "IDN MYS", "ph", "PHL BRA COL", "af", "KEN UGA TZA RWA BDI NGA GHA CMR ZAF NAM", "th", "THA LAO KHM")
                .forEach((tradition, nationalities) -> List.of(nationalities.split(" ")).forEach(n -> TRADITIONS.put(n, tradition)));
    }

    private final Map<String, List<String[]>> respellings = new HashMap<>();
    private final Map<String, List<String[]>> confusions = new HashMap<>();

    Clerk() {
        for (String[] row : rows("respelling.tsv")) {
            respellings.computeIfAbsent(row[0], t -> new ArrayList<>()).add(new String[] {row[1], row.length > 2 ? row[2] : ""});
        }
        for (String[] row : rows("confusions.tsv")) {
            confusions.computeIfAbsent(row[0], t -> new ArrayList<>()).add(row[1].split(" "));
        }
    }

    private static List<String[]> rows(String resource) {
        try (InputStream in = Clerk.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The resource (" + resource + ") is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(l -> !l.startsWith("#") && !l.isBlank()).map(l -> l.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The word as the clerk writes it, one mistake or respelling away; it differs wherever a word of its length can. */
    String misspelt(String word, String script, String nationality, Draw draw) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            String other = script.equals("Latn") ? (draw.chance(BY_EAR) ? respelt(word, nationality, draw) : mistyped(word, draw)) : confused(word, script, draw);
            if (!other.equals(word) && !other.isBlank()) {
                return other;
            }
        }
        return script.equals("Latn") ? word + word.charAt(word.length() - 1) : word;
    }

    private String respelt(String word, String nationality, Draw draw) {
        String tradition = draw.chance(.75) ? TRADITIONS.getOrDefault(nationality, "any") : "any";
        List<String[]> rules = respellings.getOrDefault(tradition, List.of());
        String lower = word.toLowerCase(Locale.ROOT);
        int start = draw.below(Math.max(1, rules.size()));
        for (int i = 0; i < rules.size(); i++) {
            String[] rule = rules.get((start + i) % rules.size());
            String found = applied(lower, rule[0], rule[1], draw);
            if (!found.equals(lower) && found.length() > 1) {
                return likeCase(word, found);
            }
        }
        return word;
    }

    private static String applied(String word, String from, String to, Draw draw) {
        boolean first = from.startsWith("^");
        boolean last = from.endsWith("$");
        String core = from.substring(first ? 1 : 0, from.length() - (last ? 1 : 0));
        List<Integer> places = new ArrayList<>();
        for (int at = word.indexOf(core); at >= 0; at = word.indexOf(core, at + 1)) {
            boolean begins = at == 0 || !Character.isLetter(word.charAt(at - 1));
            int end = at + core.length();
            boolean ends = end == word.length() || !Character.isLetter(word.charAt(end));
            if ((!first || begins) && (!last || ends)) {
                places.add(at);
            }
        }
        if (places.isEmpty()) {
            return word;
        }
        int at = draw.pick(places);
        return word.substring(0, at) + to + word.substring(at + core.length());
    }

    private static String mistyped(String word, Draw draw) {
        if (word.length() < 3) {
            return word + word.charAt(word.length() - 1);
        }
        int at = 1 + draw.below(word.length() - 1);
        return switch (draw.below(5)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at) + word.substring(at);
            case 2 -> at + 1 < word.length() ? word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2) : word;
            case 3 -> word.substring(0, at) + neighbour(word.charAt(at), draw) + word.substring(at + 1);
            default -> word.length() > 5 ? word.substring(0, 3) + " " + word.substring(3) : word.substring(0, at) + word.substring(at + 1);
        };
    }

    private static char neighbour(char c, Draw draw) {
        for (String row : KEYS) {
            int at = row.indexOf(Character.toLowerCase(c));
            if (at >= 0) {
                return row.charAt(Math.clamp(at + (draw.chance(.5) ? 1 : -1), 0, row.length() - 1));
            }
        }
        return c;
    }

    private String confused(String word, String script, Draw draw) {
        List<String[]> sets = confusions.getOrDefault(script.equals("Hans") ? "Hani" : script, List.of());
        int start = draw.below(Math.max(1, sets.size()));
        for (int i = 0; i < sets.size(); i++) {
            String[] set = sets.get((start + i) % sets.size());
            int first = draw.below(set.length);
            for (int k = 0; k < set.length; k++) {
                String letter = set[(first + k) % set.length];
                if (word.contains(letter)) {
                    return word.replaceFirst(java.util.regex.Pattern.quote(letter), set[(first + k + 1) % set.length]);
                }
            }
        }
        return dropped(word, draw);
    }

    /** A character of several is left out; a word of one character stays. */
    private static String dropped(String word, Draw draw) {
        int length = word.codePointCount(0, word.length());
        if (length < 3) {
            return word;
        }
        int at = word.offsetByCodePoints(0, 1 + draw.below(length - 1));
        return word.substring(0, at) + word.substring(word.offsetByCodePoints(at, 1));
    }

    private static String likeCase(String model, String word) {
        if (model.length() > 1 && model.equals(model.toUpperCase(Locale.ROOT))) {
            return word.toUpperCase(Locale.ROOT);
        }
        StringBuilder cased = new StringBuilder(word);
        boolean begins = Character.isUpperCase(model.charAt(0));
        for (int i = 0; i < cased.length(); i++) {
            char c = cased.charAt(i);
            if (begins && Character.isLetter(c)) {
                cased.setCharAt(i, Character.toUpperCase(c));
            }
            begins = c == ' ';
        }
        return cased.toString();
    }

    /** A number misread by one character of the same shape. */
    static String misread(String number, Draw draw) {
        String shapes = "0OO00D1II1l1228ZZ25SS58BB86GG6399347";
        int at = draw.below(Math.max(1, number.length()));
        for (int i = 0; i < number.length(); i++) {
            int place = (at + i) % number.length();
            int shape = shapes.indexOf(number.charAt(place));
            if (shape >= 0 && shape + 1 < shapes.length() && shapes.charAt(shape + 1) != number.charAt(place)) {
                return number.substring(0, place) + shapes.charAt(shape + 1) + number.substring(place + 1);
            }
        }
        return number + "0";
    }
}
