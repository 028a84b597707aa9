package org.moei.rehearsal.scenario;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A table to be written; cells are given as values and written as the scenario's format writes them. */
final class CsvTable {
    /** The last column of every file that a rehearsal makes; rehearsal databases take only such files, real ones none. */
    static final String MARK = "made-for-rehearsal";

    private final String file;
    private final List<List<String>> lines = new ArrayList<>();

    CsvTable(String file, String... header) {
        this.file = file;
        List<String> marked = new ArrayList<>(List.of(header));
        marked.add(MARK);
        lines.add(marked);
    }

    String file() {
        return file;
    }

    void add(Object... cells) {
        List<String> line = new ArrayList<>(cells.length);
        for (Object cell : cells) {
            line.add(word(cell));
        }
        line.add("yes");
        if (line.size() != lines.getFirst().size()) {
            throw new IllegalStateException("The row has " + line.size() + " cells and the header of " + file + " " + lines.getFirst().size() + ".");
        }
        lines.add(line);
    }

    private static String word(@Nullable Object cell) {
        return switch (cell) {
            case null -> "";
            case Optional<?> optional -> optional.map(CsvTable::word).orElse("");
            case Figure figure -> plain(figure.value());
            case Double number -> plain(number);
            case Enum<?> constant -> Fields.word(constant);
            // Sets have no order of their own; the files must be the same bytes each time.
            case Set<?> set -> set.stream().map(CsvTable::word).sorted().collect(Collectors.joining(";"));
            case Collection<?> several -> several.stream().map(CsvTable::word).collect(Collectors.joining(";"));
            default -> String.valueOf(cell);
        };
    }

    /** Digits and a point, never an exponent. */
    private static String plain(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : new BigDecimal(Double.toString(value)).toPlainString();
    }

    String text() {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            lines.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
