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
    public record Section(List<String> title, List<String> lines) {}

    /** The model of a script, if there is a table for it. */
    public static Optional<LetterModel> find(NameScript script) {
        synchronized (LOADED) {
            return LOADED.computeIfAbsent(script, LetterModels::load);
        }
    }

    /** How usual spellings in Latin letters are. */
    public static SpellingModel latinSpellings() {
        return LatinSpellings.MODEL;
    }

    private static Optional<LetterModel> load(NameScript script) {
        return sections(script.name().toLowerCase(java.util.Locale.ROOT)).map(sections -> model(script, sections, LatinSpellings.MODEL));
    }

    /** A model from the three sections of its table: to-latin, to-native, spellings. */
    public static LetterModel model(NameScript script, List<Section> sections, SpellingModel latin) {
        return new LetterModel(script, emissions(sections.get(0)), emissions(sections.get(1)), latin, LetterTableText.spellings(sections.get(2).lines()));
    }

    private static EmissionTable emissions(Section section) {
        return LetterTableText.emissions(section.lines(), Integer.parseInt(section.title().get(1)), Float.parseFloat(section.title().get(2)));
    }

    private static Optional<List<Section>> sections(String table) {
        try (InputStream in = LetterModels.class.getResourceAsStream(table + ".tsv")) {
            if (in == null) {
                return Optional.empty();
            }
            return Optional.of(sections(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sections of a table: comments start with {@code # }, a section with {@code @}. */
    public static List<Section> sections(BufferedReader text) throws IOException {
        List<Section> sections = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line = text.readLine(); line != null; line = text.readLine()) {
            if (line.startsWith("@")) {
                lines = new ArrayList<>();
                sections.add(new Section(List.of(line.substring(1).split(" ")), lines));
            } else if (!line.startsWith("# ") && !line.isEmpty()) {
                lines.add(line);
            }
        }
        return sections;
    }
}
