package org.moei.disruption.observations;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.foundation.journal.Json;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.match.Values;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads observations from a file: a table (CSV or tabs) with a column {@code value} and perhaps {@code type, role, grade, first_seen, last_seen, detail}; the JSON lines of
 * {@code ./moei extract}; or a value a line, with its type behind a tab where it cannot be told.
 */
final class ImportFile {
    /** Stands in the first line of files that a rehearsal made, and in no others. */
    static final String MARK = "made-for-rehearsal";

    private static final int LONGEST_DETAIL = 1_000;

    private final String name;
    private final Part part;
    private final Rows rows;

    /** Takes the rows; a refusal costs its row and no other. */
    interface Rows {
        void row(long line, Observation row) throws IOException;

        void refused(Problem problem);
    }

    ImportFile(String name, Part part, Rows rows) {
        this.name = name;
        this.part = part;
        this.rows = rows;
    }

    /** The first line, by which the form of a file is told. */
    static String firstLine(Input file) throws IOException {
        try (BufferedReader reader = reader(file)) {
            StringBuilder line = new StringBuilder();
            for (int c = reader.read(); c >= 0 && c != '\n' && line.length() < KeptRows.LONGEST; c = reader.read()) {
                line.append((char) c);
            }
            return line.toString().strip();
        } catch (CharacterCodingException e) {
            throw Problem.of(Problem.Kind.WRONG_USE, "not-utf8", "The file is not text in UTF-8.").asException(e);
        }
    }

    void read(Input file) throws IOException {
        String first = firstLine(file);
        List<String> columns = List.of(first.toLowerCase(Locale.ROOT).replace("\"", "").split("[,\t]"));
        try {
            if (first.startsWith("{")) {
                lines(file, this::json);
            } else if (columns.stream().map(String::strip).anyMatch("value"::equals)) {
                table(file, first.indexOf('\t') >= 0 ? '\t' : ',');
            } else {
                lines(file, this::plain);
            }
        } catch (CharacterCodingException e) {
            throw Problem.of(Problem.Kind.WRONG_USE, "not-utf8", "The file is not text in UTF-8.").asException(e);
        }
    }

    private static BufferedReader reader(Input file) throws IOException {
        return new BufferedReader(new InputStreamReader(file.open(), StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)), 1 << 16);
    }

    private interface Line {
        Map<String, String> cells(String line);
    }

    private void lines(Input file, Line form) throws IOException {
        try (BufferedReader reader = reader(file)) {
            long at = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                at++;
                if (!line.isBlank() && !line.startsWith("#")) {
                    take(at, form, line);
                }
            }
        }
    }

    private void take(long at, Line form, String line) throws IOException {
        Map<String, String> cells;
        try {
            cells = form.cells(line);
        } catch (JacksonException e) {
            rows.refused(Problem.of(Problem.Kind.REFUSED, "line-form", "The line is no JSON.").at(Problem.Where.row(name, at, "")));
            return;
        }
        take(at, cells);
    }

    private Map<String, String> plain(String line) {
        String[] cells = line.strip().split("\t");
        return cells.length > 1 ? Map.of("value", cells[0], "type", cells[1]) : Map.of("value", cells[0]);
    }

    private Map<String, String> json(String line) {
        JsonNode node = Json.tree(line.getBytes(StandardCharsets.UTF_8));
        Map<String, String> cells = new HashMap<>();
        for (String name : List.of("type", "value", "role", "grade", "first_seen", "last_seen", "detail")) {
            cells.put(name, node.path(name).asString(""));
        }
        if (node.has("source") && node.has("offset")) {
            cells.put("detail", node.path("source").asString("") + "@" + node.path("offset").asLong());
        }
        return cells;
    }

    private void table(Input file, char separator) throws IOException {
        try (BufferedReader reader = reader(file); CsvReader<CsvRecord> csv = CsvReader.builder().fieldSeparator(separator).commentStrategy(CommentStrategy.SKIP).commentCharacter('#').skipEmptyLines(true)
                .allowMissingFields(true).allowExtraFields(true).ofCsvRecord(reader)) {
            List<String> header = List.of();
            for (CsvRecord each : csv) {
                if (header.isEmpty()) {
                    header = each.getFields().stream().map(cell -> cell.strip().toLowerCase(Locale.ROOT)).toList();
                    continue;
                }
                Map<String, String> cells = new HashMap<>();
                for (int i = 0; i < Math.min(header.size(), each.getFieldCount()); i++) {
                    cells.put(header.get(i), each.getField(i));
                }
                take(each.getStartingLineNumber(), cells);
            }
        } catch (CsvParseException e) {
            throw Problem.of(Problem.Kind.WRONG_USE, "csv-form", "The table cannot be read as CSV.").withAdvice("a quotation mark is not closed.").asException(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private void take(long at, Map<String, String> cells) throws IOException {
        Observation row;
        try {
            row = row(cells);
        } catch (ProblemException e) {
            rows.refused(e.problem().at(Problem.Where.row(name, at, e.problem().where().field())));
            return;
        }
        rows.row(at, row);
    }

    private Observation row(Map<String, String> cells) {
        String given = cells.getOrDefault("value", "").strip();
        String word = cells.getOrDefault("type", "").strip();
        IndicatorType type = word.isEmpty()
                ? Values.typeOf(given).orElseThrow(() -> refuse("type-missing", "type", "Of what type the value is cannot be told, and the row does not say it."))
                : IndicatorType.find(word).orElseThrow(() -> refuse("type-unknown", "type", "There is no such type of indicator."));
        String value = Spelling.of(type, given).orElseThrow(() -> refuse("value-form", "value", "The value is none of its type (" + type.label() + ")."));
        String role = cells.getOrDefault("role", "").strip();
        Part mine = role.isEmpty() ? part : Part.find(role).orElseThrow(() -> refuse("part-unknown", "role", "A role is operator, coerced-worker, fraud-target, bystander or unknown."));
        String grade = cells.getOrDefault("grade", "").strip().toUpperCase(Locale.ROOT);
        if (!grade.isEmpty() && !Provenance.isGrade(grade)) {
            throw refuse("grade-form", "grade", "The grade is not of the Admiralty code.");
        }
        Optional<Instant> first = time(cells.getOrDefault("first_seen", ""), "first_seen");
        Optional<Instant> last = time(cells.getOrDefault("last_seen", ""), "last_seen");
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            throw refuse("date-order", "last_seen", "It was last seen before it was first seen.");
        }
        String detail = cells.getOrDefault("detail", "").strip();
        return new Observation(type, value, mine, grade, first, last, mine.isClear() ? plain(detail, LONGEST_DETAIL) : "");
    }

    private static String plain(String text, int most) {
        String one = text.replaceAll("\\p{Cntrl}", " ");
        return one.length() <= most ? one : one.substring(0, most);
    }

    private static Optional<Instant> time(String text, String field) {
        String word = text.strip();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(word.length() == "2025-02-05".length() ? LocalDate.parse(word).atStartOfDay(ZoneOffset.UTC).toInstant() : Instant.parse(word));
        } catch (DateTimeException e) {
            throw refuse("date-form", field, "The time is neither a day (2025-02-05) nor a time (2025-02-05T10:00:00Z).");
        }
    }

    private static ProblemException refuse(String code, String field, String message) {
        return Problem.of(Problem.Kind.REFUSED, code, message).at(Problem.Where.field(field)).asException();
    }
}
