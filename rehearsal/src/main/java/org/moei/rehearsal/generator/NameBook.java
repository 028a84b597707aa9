package org.moei.rehearsal.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The naming customs of one nationality, read from {@code names/XXX.names}; the head of each file names its sources.
 *
 * <p>A file holds communities with their shares, each with name forms, and pools of parts. A form is a row of slots
 * {@code role=pools}, in the order of the custom; {@code {sex}} stands for m or f. Pools joined by {@code +} grow together,
 * by {@code ~} they grow together with a hyphen in Latin, by {@code &} with a space in Latin; {@code ^} leaves the initial,
 * {@code lit:word} or {@code lit:word|written} stands as it is.
 */
final class NameBook {
    /** Nationalities whose naming custom is near enough to another's that a list of their own would say little more. */
    private static final Map<String, String> LIKE = Map.ofEntries(
            Map.entry("ERI", "ETH"), Map.entry("STATELESS", "MMR"), Map.entry("MAR", "TUN"), Map.entry("EGY", "TUN"),
            Map.entry("LBY", "TUN"), Map.entry("SDN", "TUN"), Map.entry("YEM", "TUN"), Map.entry("KAZ", "UZB"),
            Map.entry("KGZ", "UZB"), Map.entry("TJK", "UZB"), Map.entry("TKM", "UZB"), Map.entry("SLE", "GHA"),
            Map.entry("LBR", "GHA"), Map.entry("COD", "CMR"), Map.entry("COG", "CMR"), Map.entry("GAB", "CMR"),
            Map.entry("HKG", "SGP"), Map.entry("MAC", "SGP"), Map.entry("ZWE", "ZAF"), Map.entry("BWA", "ZAF"),
            Map.entry("LSO", "ZAF"), Map.entry("SWZ", "ZAF"), Map.entry("AGO", "BRA"), Map.entry("MOZ", "BRA"),
            Map.entry("BEN", "NGA"), Map.entry("AFG", "PAK"), Map.entry("MWI", "TZA"), Map.entry("ZMB", "TZA"));

    private static final Map<String, NameBook> READ = new ConcurrentHashMap<>();

    private final List<Community> communities;
    private final Map<String, NamePool> pools;

    /** @param pools of a man's and of a woman's name */
    private record Slot(NamePart.Role role, List<String> pools) {
        String of(Sex sex) {
            return pools.get(sex == Sex.MALE ? 0 : 1);
        }
    }

    private record Form(double share, List<Slot> slots) {}

    private record Community(String id, double share, String script, boolean closed, List<String> languages, String calendar, List<Form> forms) {}

    private final double[] shares;

    private NameBook(List<Community> communities, Map<String, NamePool> pools) {
        this.communities = communities;
        this.shares = communities.stream().mapToDouble(Community::share).toArray();
        this.pools = pools;
    }

    /** The book of a nationality (ISO 3166-1 alpha-3 or {@code STATELESS}); those without one get the generic custom. */
    static NameBook of(String nationality) {
        return READ.computeIfAbsent(nationality, n -> read(LIKE.getOrDefault(n, n)));
    }

    /** Whether a custom was written for it (or for one like it). */
    static boolean knows(String nationality) {
        return NameBook.class.getResource("names/" + LIKE.getOrDefault(nationality, nationality) + ".names") != null;
    }

    private static NameBook read(String nationality) {
        String file = "names/" + nationality + ".names";
        try (InputStream own = NameBook.class.getResourceAsStream(file);
                InputStream generic = NameBook.class.getResourceAsStream("names/OTHER.names")) {
            InputStream in = own != null ? own : generic;
            if (in == null) {
                throw new IllegalStateException("The resource (names/OTHER.names) is missing.");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NameBook parse(String text, String file) {
        List<Community> communities = new ArrayList<>();
        Map<String, NamePool> pools = new HashMap<>();
        String pool = "";
        double exponent = .8;
        StringBuilder entries = new StringBuilder();
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.split("\\s+");
            if (words[0].equals("pool") || words[0].equals("community")) {
                if (!pool.isEmpty()) {
                    pools.put(pool, NamePool.parse(entries.toString(), exponent));
                    entries.setLength(0);
                    pool = "";
                }
            }
            if (words[0].equals("pool")) {
                pool = words[1];
                exponent = words.length > 3 ? Double.parseDouble(words[3]) : .8;
            } else if (words[0].equals("community")) {
                communities.add(community(words));
            } else if (words[0].equals("form") && pool.isEmpty()) {
                communities.getLast().forms().add(form(words));
            } else if (!pool.isEmpty()) {
                entries.append(line).append(line.endsWith(",") ? "" : ",");
            } else {
                throw new IllegalStateException("The line (" + line + ") of " + file + " is neither community, form nor pool.");
            }
        }
        pools.put(pool, NamePool.parse(entries.toString(), exponent));
        NameBook book = new NameBook(List.copyOf(communities), Map.copyOf(pools));
        book.check(file);
        return book;
    }

    /** {@code community id share script open|closed languages calendar}. */
    private static Community community(String[] words) {
        return new Community(words[1], Double.parseDouble(words[2]), words[3], words[4].equals("closed"), List.of(words[5].split(";")),
                words.length > 6 ? words[6] : "gregorian", new ArrayList<>());
    }

    private static Form form(String[] words) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 2; i < words.length; i++) {
            int equals = words[i].indexOf('=');
            String pools = words[i].substring(equals + 1);
            slots.add(new Slot(NamePart.Role.valueOf(words[i].substring(0, equals).toUpperCase(Locale.ROOT)),
                    List.of(pools.replace("{sex}", Sex.MALE.letter()), pools.replace("{sex}", Sex.FEMALE.letter()))));
        }
        return new Form(Double.parseDouble(words[1]), List.copyOf(slots));
    }

    private void check(String file) {
        for (Community community : communities) {
            for (Form form : community.forms()) {
                for (Slot slot : form.slots()) {
                    for (Sex sex : Sex.values()) {
                        for (String name : slot.of(sex).split("[+~&]")) {
                            String plain = name.replace("^", "");
                            if (!plain.startsWith("lit:") && !pools.containsKey(plain)) {
                                throw new IllegalStateException("The pool (" + plain + ") of a form in " + file + " is missing.");
                            }
                        }
                    }
                }
            }
        }
    }

    /** What a name brings along. */
    record Drawn(MadeName name, List<String> languages, String calendar) {}

    /** A name of somebody of this sex. */
    Drawn draw(Sex sex, Draw draw) {
        return draw(communities.get(draw.weighted(shares)), sex, draw);
    }

    /** A name of somebody whose sister or brother has that name: the shared parts stay. */
    Drawn drawSibling(MadeName of, Sex sex, Draw draw) {
        Community community = communities.stream().filter(c -> c.id().equals(of.community())).findFirst().orElseThrow();
        Drawn fresh = draw(community, sex, draw);
        List<NamePart> parts = new ArrayList<>(of.parts());
        List<NamePart> own = new ArrayList<>(fresh.name().parts().stream().filter(p -> !p.shared()).toList());
        for (int i = 0; i < parts.size() && !own.isEmpty(); i++) {
            if (!parts.get(i).shared()) {
                parts.set(i, own.removeFirst());
            }
        }
        return new Drawn(new MadeName(of.community(), of.script(), of.closed(), parts), fresh.languages(), fresh.calendar());
    }

    private Drawn draw(Community community, Sex sex, Draw draw) {
        Form form = form(community.forms(), draw);
        List<NamePart> parts = new ArrayList<>();
        for (Slot slot : form.slots()) {
            NamePart part = compose(slot.role(), slot.of(sex), draw);
            // Nobody is called Rose Rose; a father may well bear the name of his child.
            for (int again = 0; again < 4 && !part.shared() && holds(parts, part); again++) {
                part = compose(slot.role(), slot.of(sex), draw);
            }
            parts.add(part);
        }
        return new Drawn(new MadeName(community.id(), community.script(), community.closed(), parts), community.languages(), community.calendar());
    }

    private static Form form(List<Form> forms, Draw draw) {
        double sum = 0;
        for (Form form : forms) {
            sum += form.share();
        }
        double at = draw.unit() * sum;
        for (Form form : forms) {
            at -= form.share();
            if (at < 0) {
                return form;
            }
        }
        return forms.getLast();
    }

    private static boolean holds(List<NamePart> parts, NamePart part) {
        return parts.stream().anyMatch(p -> p.written().equals(part.written()));
    }

    /** A part from an expression of pools. */
    NamePart compose(NamePart.Role role, String expression, Draw draw) {
        if (expression.startsWith("lit:")) {
            String[] words = expression.substring(4).replace('_', ' ').split("\\|");
            return new NamePart(role, words.length > 1 ? words[1] : words[0], words[0]);
        }
        StringBuilder written = new StringBuilder();
        StringBuilder latin = new StringBuilder();
        int start = 0;
        char join = ' ';
        for (int i = 0; i <= expression.length(); i++) {
            char c = i == expression.length() ? '+' : expression.charAt(i);
            if (c == '+' || c == '~' || c == '&') {
                NamePart piece = single(role, expression.substring(start, i), draw);
                for (int again = 0; again < 4 && !written.isEmpty() && join != '+' && piece.written().contentEquals(written); again++) {
                    piece = single(role, expression.substring(start, i), draw);
                }
                boolean alphabet = isSpaced(piece.written());
                written.append(written.isEmpty() || !alphabet || join == '+' ? "" : join == '~' ? "-" : " ").append(piece.written());
                append(latin, piece.latin(), join == '~' && alphabet ? '-' : join);
                start = i + 1;
                join = c;
            }
        }
        return new NamePart(role, written.toString(), latin.toString());
    }

    /** Han characters stand together, alphabets are spaced. */
    private static boolean isSpaced(String text) {
        return !Character.isIdeographic(text.codePointAt(0));
    }

    private static void append(StringBuilder latin, String piece, char join) {
        if (latin.isEmpty()) {
            latin.append(piece);
        } else {
            switch (join) {
                case '~' -> latin.append('-').append(piece.toLowerCase(Locale.ROOT));
                case '-' -> latin.append('-').append(piece);
                case '&' -> latin.append(' ').append(piece);
                case '+' -> latin.append(piece.toLowerCase(Locale.ROOT));
                default -> throw new IllegalStateException("The joint (" + join + ") is none.");
            }
        }
    }

    private NamePart single(NamePart.Role role, String name, Draw draw) {
        boolean initial = name.endsWith("^");
        NamePool pool = pools.get(initial ? name.substring(0, name.length() - 1) : name);
        if (pool == null) {
            throw new IllegalStateException("The pool (" + name + ") is missing.");
        }
        NamePart part = pool.draw(role, draw, this);
        return initial ? new NamePart(role, firstCluster(part.written()) + ".", part.latin().substring(0, 1)) : part;
    }

    /** The first letter with the vowel signs that belong to it. */
    private static String firstCluster(String text) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = characters.next();
        return text.substring(0, Math.max(end, 1));
    }
}
