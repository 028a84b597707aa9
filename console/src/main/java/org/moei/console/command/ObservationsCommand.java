package org.moei.console.command;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.base.Uuid7;
import org.moei.disruption.observations.Input;
import org.moei.disruption.observations.Observations;
import org.moei.disruption.observations.Provenance;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Wing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./moei observations import|query}: indicators with where they come from, into the disruption wing and out of it. */
@Command(name = "observations", mixinStandardHelpOptions = true, description = "Collections of observed indicators.", subcommands = {ObservationsCommand.Import.class, ObservationsCommand.Query.class})
public final class ObservationsCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        System.err.println("Either import or query; each takes --help.");
        return Problem.Kind.WRONG_USE.exit();
    }

    private static Viewer viewer(String agency) {
        return new Viewer(Uuid7.named(Instant.EPOCH, "observations " + agency), "observations", Role.THREAT_ANALYST, agency, Set.of(Viewer.EVERYWHERE));
    }

    /** {@code ./moei observations import}. */
    @Command(name = "import", mixinStandardHelpOptions = true, description = "Takes files of observations in, one action a file. Exit 1 where rows were refused; they are named, the others stay.")
    public static final class Import implements Callable<Integer> {
        @Mixin private DataOptions data = new DataOptions();

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "A table with a column value, the lines of ./moei extract, or a value a line.")
        private List<Path> files = List.of();

        @Option(names = "--collection", required = true, description = "A word, e.g. phone-images.")
        private String collection = "";

        @Option(names = "--source", required = true, description = "Who says it.")
        private String source = "";

        @Option(names = "--process", description = "entered, derived or observed (default).")
        private String process = "observed";

        @Option(names = "--grade", description = "Admiralty code (default F6: cannot be judged).")
        private String grade = "F6";

        @Option(names = "--tlp", description = "Traffic light (default TLP:AMBER).")
        private String tlp = "TLP:AMBER";

        @Option(names = "--pap", description = "Permissible actions (default PAP:AMBER).")
        private String pap = "PAP:AMBER";

        @Option(names = "--role", description = "operator (feeds), coerced-worker, fraud-target, bystander or unknown (default), of rows that give none.")
        private String role = "unknown";

        @Option(names = "--agency", description = "The agency that imports (default: import).")
        private String agency = "import";

        @Option(names = "--json", paramLabel = "FILE", description = "Counts.")
        private @Nullable Path json;

        @Override
        public Integer call() throws IOException {
            Provenance from = Provenance.of(collection, source, process, grade, tlp, pap, role);
            InstantSource clock = InstantSource.system();
            List<Observations.Report> reports = new ArrayList<>();
            try (Installation installation = Installation.open(data, EnumSet.of(Wing.DISRUPTION), clock)) {
                installation.catchUp();
                for (Path file : files) {
                    String name = String.valueOf(file.getFileName());
                    Hand hand = new Hand(viewer(agency), Uuid7.ids(clock, new SecureRandom()), clock.instant(), "import");
                    Observations.Report report = installation.disruption().observations().take(hand, Input.of(file), name, from);
                    reports.add(report);
                    report.problems().forEach(problem -> System.err.println(problem));
                    System.out.printf("%s: %,d rows in clear, %,d sealed, %,d refused.%n", name, report.clear(), report.sealed(), report.refused());
                }
            }
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("clear", reports.stream().mapToLong(Observations.Report::clear).sum());
            answer.put("sealed", reports.stream().mapToLong(Observations.Report::sealed).sum());
            answer.put("refused", reports.stream().mapToLong(Observations.Report::refused).sum());
            JsonFiles.write(json, answer);
            return reports.stream().anyMatch(report -> report.refused() > 0) ? 1 : 0;
        }
    }

    /** {@code ./moei observations query}: as the page's file of values; what is sealed is shown to no command. */
    @Command(name = "query", mixinStandardHelpOptions = true, description = "Answers a file of values, a line each, as CSV with where each row comes from. What is sealed is not among it.")
    public static final class Query implements Callable<Integer> {
        @Mixin private DataOptions data = new DataOptions();

        @Parameters(paramLabel = "FILE", description = "evil.example, evil%%, %%@evil.example, 192.0.2.0/24, a..b; perhaps a tab and a type.")
        private Path file = Path.of("-");

        @Option(names = "--out", paramLabel = "FILE", required = true, description = "The answers.")
        private Path out = Path.of("-");

        @Option(names = "--agency", description = "The agency that asks (default: import).")
        private String agency = "import";

        @Override
        public Integer call() throws IOException {
            try (Installation installation = Installation.open(data, EnumSet.of(Wing.DISRUPTION), InstantSource.system());
                    Reader questions = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                    Writer answers = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
                installation.disruption().observations().answer(viewer(agency), questions, answers);
            }
            return 0;
        }
    }
}
