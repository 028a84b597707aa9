package org.moei.console.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.base.Uuid7;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Wing;
import org.moei.protection.reception.ListFile;
import org.moei.protection.reception.ListImport;
import org.moei.records.ColumnMapping;
import org.moei.records.Field;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./moei import}: a list into the protection wing. Bad rows are named, good rows stay. */
@Command(name = "import", mixinStandardHelpOptions = true, description = "Imports lists of people. Exit 1 where rows were refused; they are named, the others stay.")
public final class ImportCommand implements Callable<Integer> {
    @Mixin private DataOptions data = new DataOptions();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV, XLSX, JSON lines or Parquet.")
    private List<Path> files = List.of();

    @Option(names = "--list", description = "Name of the list (default: the file's name).")
    private @Nullable String list;

    @Option(names = "--list-version", description = "Its version (default 1).")
    private String version = "1";

    @Option(names = "--agency", description = "The agency that imports (default: import).")
    private String agency = "import";

    @Option(names = "--kind", description = "names (default), counts, requests or arrivals.")
    private String kind = "names";

    @Option(names = "--stated", description = "The total that the list states.")
    private @Nullable Long stated;

    @Option(names = "--map", paramLabel = "FILE", description = "YAML: field: header.")
    private @Nullable Path map;

    @Option(names = "--dry-run", description = "Read and name bad rows, keep nothing.")
    private boolean dryRun;

    @Option(names = "--rejects", paramLabel = "FILE", description = "Refused rows with their values.")
    private @Nullable Path rejects;

    @Option(names = "--json", paramLabel = "FILE", description = "Counts.")
    private @Nullable Path json;

    @Override
    public Integer call() throws IOException {
        InstantSource clock = InstantSource.system();
        TerminalProgress progress = new TerminalProgress(System.err);
        List<String> refusedRows = new ArrayList<>();
        long kept = 0;
        long refused = 0;
        try (Installation installation = Installation.open(data, EnumSet.of(Wing.PROTECTION), clock)) {
            installation.catchUp();
            Viewer viewer = new Viewer(Uuid7.named(java.time.Instant.EPOCH, "import " + agency), "import", Role.RECEPTION, agency, Set.of(Viewer.EVERYWHERE));
            Hand hand = new Hand(viewer, Uuid7.ids(clock, new SecureRandom()), clock.instant(), "import");
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            for (Path file : files) {
                String name = list == null ? String.valueOf(file.getFileName()) : list;
                ListFile about = new ListFile(name, agency, version, today, stated == null ? OptionalLong.empty() : OptionalLong.of(stated), "", "", ListFile.Kind.of(kind));
                ListImport imports = installation.protection().reception().imports();
                ColumnMapping mapping = map == null ? null : corrected(imports.guess(file), map);
                ListImport.Result result = imports.run(hand, file, about, mapping, dryRun, progress);
                progress.end();
                kept += result.kept();
                refused += result.refused();
                for (Problem problem : result.problems()) {
                    System.err.println(file.getFileName() + ": " + problem);
                    refusedRows.add(file.getFileName() + "\t" + problem.where().row() + "\t" + problem.where().field() + "\t" + problem.code() + "\t" + problem.value().orElse(""));
                }
                System.out.printf("%s: %,d rows kept, %,d refused.%n", file.getFileName(), result.kept(), result.refused());
            }
        }
        if (rejects != null) {
            Files.write(rejects, refusedRows, StandardCharsets.UTF_8);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("kept", kept);
        answer.put("refused", refused);
        JsonFiles.write(json, answer);
        return refused > 0 ? 1 : 0;
    }

    /** A mapping file says field: header. */
    private static ColumnMapping corrected(ColumnMapping guessed, Path file) throws IOException {
        Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
        if (!(read instanceof Map<?, ?> given)) {
            throw Problem.of(Problem.Kind.WRONG_USE, "mapping", "The mapping " + file + " is not a table of field: header.").asException();
        }
        Map<Field, String> fields = new LinkedHashMap<>();
        given.forEach((key, header) -> fields.put(
                Field.find(String.valueOf(key)).orElseThrow(() -> Problem.of(Problem.Kind.WRONG_USE, "mapping", "There is no field (" + key + ").").asException()),
                String.valueOf(header)));
        List<String> headers = guessed.columns().stream().map(ColumnMapping.Column::header).toList();
        return ColumnMapping.guess(headers, List.of(), fields);
    }
}
