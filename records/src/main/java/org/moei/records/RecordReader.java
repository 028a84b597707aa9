package org.moei.records;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;

/**
 * Reads lists of people: CSV, JSON lines, XLSX and Parquet by file ending, each also {@code .gz} or {@code .zst}. Bad rows are named and left out,
 * good rows stay. One reader serves one run: it refuses an id that was there before in any of its files.
 */
public final class RecordReader {
    /** Longest value, in UTF-16 units; a longer one refuses its row. */
    public static final int MAX_CELL = 20_000;
    /** Most columns of a file. */
    public static final int MAX_COLUMNS = 2_000;
    /** Most rows of a file. */
    public static final long MAX_ROWS = 200_000_000;
    /** Most refused rows that are listed one by one; the count goes on. */
    public static final int MAX_PROBLEMS = 10_000;

    private static final int HEADER_WITHIN = 10;

    /**
     * What reading one file gave, beside the records that went to the consumer.
     *
     * @param rows data rows seen, refused ones included
     * @param refused how many of them were refused
     * @param problems one for each refused row and for each row that was kept without an alias, the first {@link #MAX_PROBLEMS} of them
     */
    public record Result(ColumnMapping mapping, long rows, long refused, List<Problem> problems) {}

    private final Set<String> seen = new HashSet<>();
    private long counted;

    /** The mapping that headers and the first rows suggest, for a person to check. */
    public static ColumnMapping guess(Path file) {
        try (RowSource source = RowSources.open(file)) {
            List<RowSource.Row> first = new ArrayList<>();
            for (RowSource.Row row = source.next(); row != null && first.size() < 200; row = source.next()) {
                first.add(row);
            }
            return mapping(source, first, Map.of(), file.toString(), false).mapping;
        } catch (IOException e) {
            throw RowSources.unreadable(file, e);
        }
    }

    /** Reads with the mapping that usual headers give, corrected by what is {@code given} (field → header). */
    public Result read(Path file, Map<Field, String> given, Consumer<RawRecord> sink) {
        return read(file, given, null, sink);
    }

    /** Reads with a mapping that somebody saw and corrected. */
    public Result read(Path file, ColumnMapping corrected, Consumer<RawRecord> sink) {
        return read(file, Map.of(), corrected, sink);
    }

    private Result read(Path file, Map<Field, String> given, @Nullable ColumnMapping corrected, Consumer<RawRecord> sink) {
        String name = file.toString();
        try (RowSource source = RowSources.open(file)) {
            List<RowSource.Row> first = new ArrayList<>();
            for (RowSource.Row row = source.next(); row != null; row = source.next()) {
                first.add(row);
                if (first.size() >= HEADER_WITHIN) {
                    break;
                }
            }
            Found found = corrected == null ? mapping(source, first, given, name, true) : placed(source, first, corrected, name);
            ColumnMapping mapping = found.mapping;
            Run run = new Run(name, source.headerIsARow() ? mapping : null, mapping, given, sink);
            for (int i = found.header + 1; i < first.size(); i++) {
                run.take(first.get(i));
            }
            for (RowSource.Row row = source.next(); row != null; row = source.next()) {
                run.take(row);
            }
            return new Result(mapping, run.rows, run.refused, List.copyOf(run.problems));
        } catch (IOException e) {
            throw RowSources.unreadable(file, e);
        }
    }

    /** Where the header of a corrected mapping stands in this file. */
    private static Found placed(RowSource source, List<RowSource.Row> first, ColumnMapping mapping, String file) {
        if (!source.headerIsARow()) {
            return new Found(mapping, -1);
        }
        for (int i = 0; i < first.size(); i++) {
            List<String> cells = first.get(i).firsts();
            boolean same = cells.size() == mapping.columns().size();
            for (int c = 0; same && c < cells.size(); c++) {
                same = cells.get(c).isBlank() || cells.get(c).equals(mapping.columns().get(c).header());
            }
            if (same) {
                return new Found(mapping, i);
            }
        }
        throw Problem.of(Problem.Kind.WRONG_USE, "other-header", "The file has other columns than the mapping.").at(Problem.Where.row(file, 1, "")).withAdvice("the mapping was made for another version of the list.").asException();
    }

    private record Found(ColumnMapping mapping, int header) {}

    private static Found mapping(RowSource source, List<RowSource.Row> first, Map<Field, String> given, String file, boolean strict) {
        if (!source.headerIsARow()) {
            Map<String, Boolean> keys = new LinkedHashMap<>();
            for (RowSource.Row row : first) {
                if (row.headers() != null) {
                    row.headers().forEach(h -> keys.put(h, true));
                }
            }
            return new Found(ColumnMapping.guess(List.copyOf(keys.keySet()), List.of(), strict ? Map.of() : given).withoutSuggestions(), -1);
        }
        if (first.isEmpty()) {
            throw Problem.of(Problem.Kind.WRONG_USE, "empty-file", "The file has no header and no row.").at(Problem.Where.row(file, 0, "")).asException();
        }
        int best = -1;
        int most = 0;
        for (int i = 0; i < Math.min(HEADER_WITHIN, first.size()); i++) {
            List<String> cells = first.get(i).firsts();
            int known = (int) cells.stream().filter(c -> ColumnMapping.usual(c).isPresent()).count()
                    + (int) given.values().stream().filter(h -> cells.stream().anyMatch(c -> Texts.key(c).equals(Texts.key(h)))).count() * 100;
            if (known > most) {
                most = known;
                best = i;
            }
        }
        List<String> headers = first.get(Math.max(0, best)).firsts();
        List<List<String>> sample = first.stream().skip(Math.max(0, best) + 1L).map(RowSource.Row::firsts).toList();
        if (best < 0 && strict) {
            throw Problem.of(Problem.Kind.WRONG_USE, "no-header", "No column of the first row has a usual name, so the file seems to have no header.")
                    .at(Problem.Where.row(file, first.getFirst().number(), ""))
                    .withAdvice("a first line such as id,name,birth_date,nationality,document is missing, or the columns are to be named with --columns name=COLUMN.")
                    .asException();
        }
        if (headers.size() > MAX_COLUMNS) {
            throw Problem.of(Problem.Kind.WRONG_USE, "too-many-columns", "The file has more than " + MAX_COLUMNS + " columns.").at(Problem.Where.row(file, 1, "")).asException();
        }
        ColumnMapping mapping = ColumnMapping.guess(headers, sample, given);
        return new Found(strict ? mapping.withoutSuggestions() : mapping, Math.max(0, best));
    }

    /** One pass over one file. */
    private final class Run {
        private final String file;
        private final @Nullable ColumnMapping table;
        private final Map<String, Optional<Field>> byKey = new HashMap<>();
        private final Map<Field, String> given;
        private final Consumer<RawRecord> sink;
        private final List<Problem> problems = new ArrayList<>();
        private final Map<String, Integer> idKeys = Map.of("id", 0, "recordid", 1, "recid", 2, "uniqueid", 3);
        private long rows;
        private long refused;

        Run(String file, @Nullable ColumnMapping table, ColumnMapping mapping, Map<Field, String> given, Consumer<RawRecord> sink) {
            this.file = file;
            this.table = table;
            this.given = given;
            this.sink = sink;
            mapping.columns().stream().filter(c -> c.reason() == ColumnMapping.Reason.GIVEN).forEach(c -> byKey.put(c.header(), c.field()));
            given.forEach((field, header) -> byKey.put(header, Optional.of(field)));
        }

        void take(RowSource.Row row) {
            rows++;
            counted++;
            if (rows > MAX_ROWS) {
                throw Problem.of(Problem.Kind.COULD_NOT_RUN, "too-many-rows", "The file has more than " + MAX_ROWS + " rows.").at(Problem.Where.row(file, row.number(), "")).asException();
            }
            if (row.problem() != null) {
                refuse(row.problem().at(Problem.Where.row(file, row.number(), "")));
                return;
            }
            Map<Field, List<String>> values = new EnumMap<>(Field.class);
            Map<String, String> others = Map.of();
            int idRank = Integer.MAX_VALUE;
            List<String> headers = row.headers();
            int width = headers != null ? headers.size() : table == null ? 0 : table.columns().size();
            if (headers == null && row.cells().size() != width) {
                refuse(Problem.of(Problem.Kind.REFUSED, "row-length", "The row has " + row.cells().size() + " cells, the header " + width + ".")
                        .at(Problem.Where.row(file, row.number(), ""))
                        .withAdvice("a separator or a quotation mark in a value is missing or too many."));
                return;
            }
            for (int i = 0; i < width; i++) {
                String header = headers != null ? headers.get(i) : table == null ? "" : table.columns().get(i).header();
                Optional<Field> field = headers == null && table != null ? table.columns().get(i).field() : byKey.computeIfAbsent(header, h -> given.isEmpty() ? ColumnMapping.usual(h) : usualUnlessGiven(h));
                List<String> cell = row.cells().get(i);
                if (field.isPresent() && isAlias(field.get())) {
                    cell = readable(cell, header, row.number());
                }
                for (String value : cell) {
                    if (value.length() > MAX_CELL || value.indexOf('\uFFFD') >= 0) {
                        refuse(bad(value, header, row.number()));
                        return;
                    }
                }
                if (field.isPresent() && field.get() == Field.ID) {
                    int rank = headers == null ? 0 : idKeys.getOrDefault(Texts.key(header), given.containsKey(Field.ID) ? 0 : 9);
                    String id = cell.isEmpty() ? "" : cell.getFirst().strip();
                    if (rank < idRank && !id.isEmpty()) {
                        values.put(Field.ID, List.of(id));
                        idRank = rank;
                    }
                } else if (field.isPresent()) {
                    add(values, field.get(), cell);
                } else {
                    String text = Texts.clean(cell.size() == 1 ? cell.getFirst() : String.join("; ", cell));
                    if (!text.isEmpty()) {
                        others = others.isEmpty() ? new LinkedHashMap<>() : others;
                        others.put(header, text);
                    }
                }
            }
            List<String> ids = values.remove(Field.ID);
            String id = ids == null ? Long.toString(counted) : ids.getFirst();
            if (!seen.add(id)) {
                refuse(Problem.of(Problem.Kind.REFUSED, "doubled-id", "The id of the row was there before.")
                        .at(Problem.Where.row(file, row.number(), "id"))
                        .withValue(id)
                        .withAdvice("another column is the id; --columns id=COLUMN names it."));
                return;
            }
            sink.accept(new RawRecord(id, row.number(), values, others));
        }

        private Optional<Field> usualUnlessGiven(String header) {
            return ColumnMapping.usual(header).filter(f -> !given.containsKey(f));
        }

        private static void add(Map<Field, List<String>> values, Field field, List<String> cell) {
            for (String value : cell) {
                if (field.isSeveral() && value.indexOf(';') >= 0) {
                    for (String part : value.split(";")) {
                        addOne(values, field, Texts.clean(part));
                    }
                } else {
                    addOne(values, field, Texts.clean(value));
                }
            }
        }

        private static void addOne(Map<Field, List<String>> values, Field field, String value) {
            if (value.isEmpty()) {
                return;
            }
            List<String> before = values.get(field);
            if (before == null) {
                values.put(field, List.of(value));
            } else if (!before.contains(value)) {
                List<String> more = new ArrayList<>(before);
                more.add(value);
                values.put(field, more);
            }
        }

        private static boolean isAlias(Field field) {
            return field == Field.ALIAS || field == Field.WEAK_ALIAS;
        }

        /**
         * Published lists hold a broken alias now and then, with the sign that stands for lost letters in the list itself. That the person is on the list counts
         * more: the alias is left out and named, the row stays.
         */
        private List<String> readable(List<String> cell, String header, long number) {
            boolean broken = false;
            for (String value : cell) {
                broken |= value.indexOf('\uFFFD') >= 0;
            }
            if (!broken) {
                return cell;
            }
            List<String> kept = new ArrayList<>();
            for (String value : cell) {
                for (String part : value.split(";")) {
                    if (part.indexOf('\uFFFD') < 0) {
                        kept.add(part);
                    }
                }
            }
            note(Problem.of(Problem.Kind.REFUSED, "broken-alias", "An alias has lost letters; it is left out, the row is kept.").at(Problem.Where.row(file, number, header)));
            return kept;
        }

        private void note(Problem problem) {
            if (problems.size() < MAX_PROBLEMS) {
                problems.add(problem);
            }
        }

        private Problem bad(String value, String header, long number) {
            Problem.Where place = Problem.Where.row(file, number, header);
            return value.length() > MAX_CELL
                    ? Problem.of(Problem.Kind.REFUSED, "value-too-long", "The value has " + value.length() + " characters, more than " + MAX_CELL + ".").at(place)
                    : Problem.of(Problem.Kind.REFUSED, "broken-encoding", "The value is not UTF-8.").at(place).withAdvice("the file was saved in another encoding; save it as CSV UTF-8.");
        }

        private void refuse(Problem problem) {
            refused++;
            note(problem);
        }
    }
}
