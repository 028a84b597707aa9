package org.moei.disruption.intake;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.Entry;
import org.moei.disruption.picture.Picture;
import org.moei.foundation.access.Hand;
import org.moei.foundation.journal.Action;

/**
 * Imports a picture from a folder. A line that is refused is named and costs no other line; an entry that says what the picture already
 * says is left as it is, so an import can be repeated.
 */
public final class PictureImport {
    /** The column that stands in files that a rehearsal made, and in no others. */
    public static final String MARK = "made-for-rehearsal";

    private static final long MOST_BYTES = 32L << 20;
    private static final int MOST_LINES = 100_000;
    private static final int BATCH = 500;

    private final Picture picture;
    private final boolean rehearsal;

    public PictureImport(Picture picture, boolean rehearsal) {
        this.picture = picture;
        this.rehearsal = rehearsal;
    }

    /**
     * What an import did.
     *
     * @param recorded new entries and revisions, by file
     * @param unchanged entries that were there already
     * @param refused one for each line that was not taken
     */
    public record Report(Map<String, Integer> recorded, int unchanged, List<Problem> refused) {
        public int total() {
            return recorded.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * Reads the tables that the folder holds; others may be absent.
     *
     * @throws ProblemException {@code WRONG_USE} where a rehearsal's file meets a real wing or the other way round; nothing is recorded then
     */
    public Report read(Hand hand, Path folder) {
        if (!Files.isDirectory(folder)) {
            throw Problem.of(Problem.Kind.WRONG_USE, "folder-missing", "The folder does not exist.").at(new Problem.Where(folder.toString(), 0, "")).asException();
        }
        Map<String, Integer> recorded = new TreeMap<>();
        List<Problem> refused = new ArrayList<>();
        int unchanged = 0;
        // All files are read before anything is recorded: one of the wrong kind stops the import as a whole.
        Map<Table<?>, List<Line>> lines = new LinkedHashMap<>();
        for (Table<?> table : Table.ALL) {
            Path file = folder.resolve(table.file());
            if (Files.exists(file)) {
                lines.put(table, lines(table.file(), file));
            }
        }
        for (Map.Entry<Table<?>, List<Line>> each : lines.entrySet()) {
            unchanged += read(hand, each.getKey(), each.getValue(), recorded, refused);
        }
        return new Report(Map.copyOf(recorded), unchanged, List.copyOf(refused));
    }

    private <T extends Content> int read(Hand hand, Table<T> table, List<Line> lines, Map<String, Integer> recorded, List<Problem> refused) {
        Map<String, T> known = new LinkedHashMap<>();
        picture.list(table.type().content()).stream().map(Entry::content).forEach(content -> known.put(content.key(), content));
        List<Action> actions = new ArrayList<>();
        int unchanged = 0;
        for (Line line : lines) {
            try {
                T content = table.reading().apply(line);
                if (content.equals(known.get(content.key()))) {
                    unchanged++;
                    continue;
                }
                actions.add(picture.record(hand, table.type(), content, Action.ANY));
                known.put(content.key(), content);
            } catch (ProblemException e) {
                if (e.problem().kind() != Problem.Kind.REFUSED) {
                    throw e;
                }
                refused.add(e.problem().at(Problem.Where.row(line.file(), line.row(), e.problem().where().field())));
            }
        }
        for (int from = 0; from < actions.size(); from += BATCH) {
            picture.keep(actions.subList(from, Math.min(actions.size(), from + BATCH)));
        }
        recorded.put(table.file(), actions.size());
        return unchanged;
    }

    private List<Line> lines(String name, Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw Problem.of(Problem.Kind.WRONG_USE, "file-too-large", "The file is larger than " + MOST_BYTES + " bytes.").at(Problem.Where.row(name, 0, "")).asException();
            }
            List<Line> lines = new ArrayList<>();
            List<String> header = List.of();
            try (CsvReader<CsvRecord> csv = CsvReader.builder().commentStrategy(CommentStrategy.SKIP).commentCharacter('#').skipEmptyLines(true)
                    .allowMissingFields(true).allowExtraFields(true).ofCsvRecord(file)) {
                for (CsvRecord each : csv) {
                    List<String> cells = each.getFields();
                    if (header.isEmpty()) {
                        header = cells.stream().map(String::strip).toList();
                        checkMark(name, header.contains(MARK));
                        continue;
                    }
                    if (lines.size() >= MOST_LINES) {
                        throw Problem.of(Problem.Kind.WRONG_USE, "table-too-long", "The table has more than " + MOST_LINES + " lines.").at(Problem.Where.row(name, each.getStartingLineNumber(), "")).asException();
                    }
                    Map<String, String> row = new LinkedHashMap<>();
                    for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
                        row.put(header.get(i), cells.get(i));
                    }
                    lines.add(new Line(name, each.getStartingLineNumber(), row));
                }
            }
            return lines;
        } catch (CsvParseException e) {
            throw Problem.of(Problem.Kind.WRONG_USE, "csv-form", "The table cannot be read as CSV.").at(Problem.Where.row(name, 0, "")).withAdvice("a quotation mark is not closed.").asException(e);
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "file-unreadable", "The file cannot be read.").at(Problem.Where.row(name, 0, "")).asException(e);
        }
    }

    private void checkMark(String file, boolean marked) {
        if (marked != rehearsal) {
            throw Problem.of(
                            Problem.Kind.WRONG_USE,
                            "rehearsal-mark",
                            rehearsal ? "The file is not marked as made for a rehearsal, and this wing is one." : "The file is marked as made for a rehearsal, and this wing is none.")
                    .at(Problem.Where.row(file, 1, MARK))
                    .withAdvice("another data folder was meant.")
                    .asException();
        }
    }
}
