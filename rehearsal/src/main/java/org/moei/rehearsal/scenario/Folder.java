package org.moei.rehearsal.scenario;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** The files of a scenario's folder, each with a greatest size. */
final class Folder {
    static final long MOST_BYTES = 4L << 20;
    static final int MOST_ROWS = 5_000;
    static final int MOST_COLUMNS = 40;

    private final Path folder;

    Folder(Path folder) {
        this.folder = folder;
        if (!Files.isDirectory(folder)) {
            throw Problem.of(Problem.Kind.WRONG_USE, "scenario-missing", "The folder (" + folder + ") does not exist or is no folder.")
                    .withAdvice("the name is misspelt; scenarios of the project stand in scenarios/.")
                    .asException();
        }
    }

    /** The rows of a table; none where the file does not exist. */
    <T> List<T> tableIfThere(String file, Set<String> sources, Function<Fields, T> read) {
        return Files.exists(folder.resolve(file)) ? table(file, sources, read) : List.of();
    }

    /** The rows of a table, each read by the function and then checked for fields that nobody asked for. */
    <T> List<T> table(String file, Set<String> sources, Function<Fields, T> read) {
        String text = text(file);
        List<T> rows = new ArrayList<>();
        List<String> header = List.of();
        // Lines that start with # are remarks for the reader of the file.
        try (CsvReader<CsvRecord> csv = CsvReader.builder().commentStrategy(CommentStrategy.SKIP)
                .commentCharacter('#').skipEmptyLines(true).allowMissingFields(true).allowExtraFields(true).ofCsvRecord(text)) {
            for (CsvRecord line : csv) {
                List<String> cells = line.getFields();
                long row = line.getStartingLineNumber();
                if (header.isEmpty()) {
                    header = cells.stream().map(String::strip).toList();
                    checkHeader(file, header);
                    continue;
                }
                if (rows.size() >= MOST_ROWS) {
                    throw problem("table-too-long", file, row, "The table has more than " + MOST_ROWS + " rows.", "it holds people: a scenario holds figures only.");
                }
                if (cells.size() != header.size()) {
                    throw problem("row-width", file, row, "The row has " + cells.size() + " cells and the header " + header.size() + ".",
                            "a text with a comma stands without quotation marks.");
                }
                Map<String, String> values = new LinkedHashMap<>();
                for (int i = 0; i < header.size(); i++) {
                    values.put(header.get(i), cells.get(i));
                }
                Fields fields = new Fields(file, row, values, sources);
                rows.add(read.apply(fields));
                fields.done();
            }
        } catch (CsvParseException e) {
            throw Problem.of(Problem.Kind.WRONG_USE, "csv-form", "The table cannot be read as CSV.")
                    .at(Problem.Where.row(file, 0, "")).withAdvice("a quotation mark is not closed.").asException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (header.isEmpty()) {
            throw problem("table-empty", file, 0, "The table has no header.", "the first line names its columns.");
        }
        return List.copyOf(rows);
    }

    private static void checkHeader(String file, List<String> header) {
        if (header.size() > MOST_COLUMNS || Set.copyOf(header).size() != header.size()) {
            throw problem("header-form", file, 1, "The header has a column twice, or more than " + MOST_COLUMNS + " columns.", "two columns were given one name.");
        }
    }

    /** A YAML file: a mapping of texts, and of mappings of texts. */
    Map<String, Object> yaml(String file) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit((int) MOST_BYTES);
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(8);
        try {
            DumperOptions writing = new DumperOptions();
            Object loaded = new Yaml(new SafeConstructor(options), new Representer(writing), writing, options, new TextsOnly()).load(text(file));
            if (loaded instanceof Map<?, ?> map) {
                Map<String, Object> result = new LinkedHashMap<>();
                map.forEach((key, value) -> result.put(String.valueOf(key), value));
                return result;
            }
            throw problem("yaml-form", file, 0, "The file holds no mapping.", "it starts with name: and the name.");
        } catch (YAMLException e) {
            throw Problem.of(Problem.Kind.WRONG_USE, "yaml-form", "The file cannot be read as YAML.")
                    .at(Problem.Where.row(file, 0, "")).withAdvice("indentation or a quotation mark is wrong.").asException(e);
        }
    }

    /** Every scalar is the text that stands there: no date is shifted by a time zone and no {@code no} becomes false. */
    private static final class TextsOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // None, on purpose.
        }
    }

    private String text(String file) {
        Path path = folder.resolve(file);
        if (!path.normalize().startsWith(folder.normalize())) {
            throw problem("file-outside", file, 0, "The file lies outside the scenario's folder.", "its name holds two dots.");
        }
        try {
            if (!Files.isRegularFile(path)) {
                throw problem("file-missing", file, 0, "The file is missing.", "docs/scenarios.md names the files of a scenario.");
            }
            if (Files.size(path) > MOST_BYTES) {
                throw problem("file-too-large", file, 0, "The file is larger than " + MOST_BYTES + " bytes.", "it holds people: a scenario holds figures only.");
            }
            return Files.readString(path);
        } catch (MalformedInputException e) {
            throw Problem.of(Problem.Kind.WRONG_USE, "file-encoding", "The file is not UTF-8.").at(Problem.Where.row(file, 0, "")).withAdvice("a spreadsheet wrote it in another encoding.").asException(e);
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "file-unreadable", "The file cannot be read.").at(Problem.Where.row(file, 0, "")).asException(e);
        }
    }

    static ProblemException problem(String code, String file, long row, String message, String advice) {
        return Problem.of(Problem.Kind.WRONG_USE, code, message).at(Problem.Where.row(file, row, "")).withAdvice(advice).asException();
    }
}
