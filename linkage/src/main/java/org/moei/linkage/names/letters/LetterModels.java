package org.moei.linkage.names.letters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.moei.linkage.names.NameScript;

/** The models that ship, each read from its table when its script is first met. */
public final class LetterModels {
    private static final Map<NameScript, Optional<LetterModel>> LOADED = new EnumMap<>(NameScript.class);

    private LetterModels() {}

    /** The shared model of Latin spellings; loaded once. */
    private static final class LatinSpellings {
        static final SpellingModel MODEL = LetterTableText.spellings(sections("latin").orElseThrow().getFirst().lines());
    }

    /** A part of a table file: the words after its {@code @}, and its lines. */
    private record Section(List<String> title, List<String> lines) {}

    /** The model of a script, if there is a table for it. */
    public static Optional<LetterModel> find(NameScript script) {
        NameScript table = switch (script) {
            case BENGALI, GURMUKHI, GUJARATI, ORIYA, TAMIL, TELUGU, KANNADA, MALAYALAM -> NameScript.DEVANAGARI;
            case LATIN, CYRILLIC, GREEK, ARMENIAN, GEORGIAN, HEBREW, ARABIC, ETHIOPIC, DEVANAGARI, SINHALA, THAI, LAO, KHMER, MYANMAR, HAN, KANA, HANGUL,
                    OTHER, NONE -> script;
        };
        synchronized (LOADED) {
            return LOADED.computeIfAbsent(table, LetterModels::load);
        }
    }

    /** How usual spellings in Latin letters are. */
    public static SpellingModel latinSpellings() {
        return LatinSpellings.MODEL;
    }

    /** Longest chunk and weight of an unexplained letter where a table is written by hand. */
    private static final int LONGEST = 5;
    private static final float FLOOR = -7;

    private static Optional<LetterModel> load(NameScript script) {
        if (script == NameScript.LATIN || script == NameScript.NONE) {
            return Optional.empty();
        }
        String table = script.name().toLowerCase(java.util.Locale.ROOT);
        List<String> rules = lines(table + ".rules").map(found -> LetterRules.lines(script, found)).orElse(List.of());
        Optional<List<Section>> fitted = sections(table);
        if (fitted.isPresent()) {
            return Optional.of(model(script, fitted.get(), rules));
        }
        return rules.isEmpty()
                ? Optional.empty()
                : Optional.of(new LetterModel(script, LetterTableText.emissions(rules, LONGEST, FLOOR), null, LatinSpellings.MODEL, null));
    }

    /** A model from the three sections of its table, to Latin, to native and spellings; {@code rules} fill in units that the first lacks. */
    private static LetterModel model(NameScript script, List<Section> sections, List<String> rules) {
        List<String> toLatin = new ArrayList<>(sections.get(0).lines());
        java.util.Set<String> known = new java.util.HashSet<>();
        for (String line : toLatin) {
            if (line.startsWith("0\t")) {
                known.add(unit(line));
            }
        }
        rules.stream().filter(line -> !known.contains(unit(line))).forEach(toLatin::add);
        return new LetterModel(script, emissions(new Section(sections.get(0).title(), toLatin)), emissions(sections.get(1)), LatinSpellings.MODEL,
                LetterTableText.spellings(sections.get(2).lines()));
    }

    /** The unit of a level-0 line, which may have no spelling above the fit's floor. */
    private static String unit(String line) {
        int end = line.indexOf('\t', 2);
        return end < 0 ? line.substring(2) : line.substring(2, end);
    }

    private static EmissionTable emissions(Section section) {
        return LetterTableText.emissions(section.lines(), Integer.parseInt(section.title().get(1)), Float.parseFloat(section.title().get(2)));
    }

    private static Optional<List<String>> lines(String file) {
        try (InputStream in = LetterModels.class.getResourceAsStream(file)) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("# "))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<List<Section>> sections(String table) {
        return lines(table + ".tsv").map(found -> {
            List<Section> sections = new ArrayList<>();
            List<String> here = new ArrayList<>();
            for (String line : found) {
                if (line.startsWith("@")) {
                    here = new ArrayList<>();
                    sections.add(new Section(List.of(line.substring(1).split(" ")), here));
                } else {
                    here.add(line);
                }
            }
            return sections;
        });
    }
}
