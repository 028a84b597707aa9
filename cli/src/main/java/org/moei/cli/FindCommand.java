package org.moei.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.moei.base.Problem;
import org.moei.linkage.api.Candidate;
import org.moei.linkage.api.PersonRecord;
import org.moei.linkage.evidence.Finder;
import org.moei.linkage.lists.PublishedLists;
import org.moei.records.Field;
import org.moei.records.RecordReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./moei find}: for each query the likeliest records of a gallery. */
@Command(
        name = "find",
        mixinStandardHelpOptions = true,
        description = "Finds for each query the likeliest records of a gallery, across scripts.",
        footer = {"", "The gallery may be a list as published: FollowTheMoney JSON lines, OFAC (sdn.csv with alt.csv beside it, SDN.XML), United Nations XML, European Union XML, United Kingdom CSV.",
            "With --purpose screening a hit at or above 0.5 is an alert."})
final class FindCommand implements Callable<Integer> {
    private static final int BATCH = 512;

    /** What the answers are for. */
    enum Purpose {
        SCREENING,
        MISSING
    }

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--gallery", required = true, arity = "1..*", paramLabel = "FILE", description = "whom to search")
    private List<Path> gallery = List.of();

    @Option(names = "--queries", required = true, paramLabel = "FILE", description = "whom to search for")
    private Path queries = Path.of("");

    @Option(names = "-k", paramLabel = "K", description = "hits for each query (default ${DEFAULT-VALUE})")
    private int k = 10;

    @Option(names = "--purpose", paramLabel = "P", description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private Purpose purpose = Purpose.MISSING;

    @Option(names = "--prior", paramLabel = "P", description = "probability that a record of the gallery is the one asked for (default 1/size)")
    private double prior;

    @Option(names = "--columns", paramLabel = "MAP", description = "field=column,… or a YAML file")
    private String columns = "";

    @Option(names = "--evidence", split = ",", paramLabel = "COLUMN", description = "other columns that count as evidence")
    private List<String> evidence = List.of();

    @Option(names = "--held-on", paramLabel = "DATE", description = "the day on which ages in the files held")
    private Optional<LocalDate> heldOn = Optional.empty();

    @Option(names = "--out", required = true, paramLabel = "CSV", description = "query,rank,id,probability[,alert]")
    private String out = "";

    @Option(names = "--rejects", paramLabel = "CSV", description = "refused rows with their values")
    private String rejects = "";

    @Option(names = "--stats", paramLabel = "JSON", description = "timings and counts")
    private String stats = "";

    private final List<Problem> problems = new ArrayList<>();
    private long refused;

    @Override
    public Integer call() {
        long start = System.nanoTime();
        if (k < 1 || k > 10_000 || prior < 0 || prior >= 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), "-k is between 1 and 10000, --prior between 0 and 1.");
        }
        Map<Field, String> given = Inputs.columns(columns);
        Set<String> counted = new HashSet<>(evidence);
        List<PersonRecord> people = new ArrayList<>();
        RecordReader reader = new RecordReader();
        for (Path file : gallery) {
            read(file, reader, given, counted, people);
        }
        List<PersonRecord> asked = new ArrayList<>();
        read(queries, new RecordReader(), given, counted, asked);
        double read = (System.nanoTime() - start) / 1e9;
        Finder finder = new Finder(distinct(people));
        double indexed = (System.nanoTime() - start) / 1e9 - read;
        try (Outputs outputs = new Outputs()) {
            outputs.write(out, w -> {
                w.write("query,rank,id,probability" + (purpose == Purpose.SCREENING ? ",alert\n" : "\n"));
                for (int from = 0; from < asked.size(); from += BATCH) {
                    List<PersonRecord> batch = asked.subList(from, Math.min(asked.size(), from + BATCH));
                    List<List<Candidate>> answers = finder.find(batch, k, prior);
                    for (int q = 0; q < batch.size(); q++) {
                        write(w, batch.get(q).id(), answers.get(q));
                    }
                }
            });
            if (!stats.isEmpty()) {
                double all = (System.nanoTime() - start) / 1e9;
                Map<String, Object> figures = new LinkedHashMap<>();
                figures.put("gallery", people.size());
                figures.put("queries", asked.size());
                figures.put("refused", refused);
                figures.put("seconds", all);
                figures.put("stage_seconds", Map.of("read", read, "index", indexed, "find", all - read - indexed));
                figures.put("peak_rss_bytes", Outputs.peakResident());
                outputs.write(stats, w -> w.write(Outputs.json(figures) + "\n"));
            }
            Outputs.problems(problems, refused, rejects, outputs, spec.commandLine().getErr());
            outputs.commit();
        }
        return refused > 0 ? Problem.Kind.REFUSED.exit() : 0;
    }

    /** Rounded as written, so that equal figures stand in order of their ids. */
    private void write(java.io.Writer w, String query, List<Candidate> found) throws java.io.IOException {
        List<Candidate> rounded = new ArrayList<>(found);
        rounded.sort((a, b) -> {
            int by = Double.compare(Double.parseDouble(Outputs.probability(b.probability())), Double.parseDouble(Outputs.probability(a.probability())));
            return by != 0 ? by : RecordOrder.compare(a.id(), b.id());
        });
        int rank = 0;
        for (Candidate hit : rounded) {
            w.write(Outputs.cell(query) + "," + ++rank + "," + Outputs.cell(hit.id()) + "," + Outputs.probability(hit.probability()));
            w.write(purpose == Purpose.SCREENING ? "," + (hit.probability() >= Finder.ALERT) + "\n" : "\n");
        }
    }

    private void read(Path file, RecordReader reader, Map<Field, String> given, Set<String> counted, List<PersonRecord> into) {
        Optional<PublishedLists.Form> form = PublishedLists.form(file);
        if (form.isPresent()) {
            PublishedLists.read(file, form.get(), into::add);
            return;
        }
        RecordReader.Result result = reader.read(file, given, raw -> into.add(PersonRecord.from(raw, counted, heldOn)));
        problems.addAll(result.problems());
        refused += result.refused();
    }

    /** Of records with one id the first; lists as published repeat entries now and then. */
    private static List<PersonRecord> distinct(List<PersonRecord> records) {
        Map<String, PersonRecord> byId = new LinkedHashMap<>();
        records.forEach(r -> byId.putIfAbsent(r.id(), r));
        return List.copyOf(byId.values());
    }
}
