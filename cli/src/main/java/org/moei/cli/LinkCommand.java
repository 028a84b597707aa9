package org.moei.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.moei.base.Problem;
import org.moei.linkage.api.LinkOptions;
import org.moei.linkage.api.PersonRecord;
import org.moei.linkage.evidence.LinkRun;
import org.moei.linkage.evidence.Population;
import org.moei.records.Field;
import org.moei.records.RecordReader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./moei link}: who is the same in one or several lists. */
@Command(
        name = "link",
        mixinStandardHelpOptions = true,
        description = "Finds who is the same person in one or several lists. No label is read; the order of rows and files does not count.",
        footer = {"", "Records at or above 0.95 are linked (automatic links); between 0.30 and 0.95 a person should look. Formats: docs/formats.md; method: docs/linkage.md."})
final class LinkCommand implements Callable<Integer> {
    private static final Set<String> ANSWERS = Set.of("cluster", "cluster_id", "label", "truth", "match", "is_match");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "CSV, JSON lines, XLSX or Parquet; .gz and .zst too")
    private List<Path> files = List.of();

    @Option(names = "--out", required = true, paramLabel = "CSV", description = "clusters: record_id,cluster_id")
    private String out = "";

    @Option(names = "--pairs", paramLabel = "CSV", description = "pairs: id1,id2,probability")
    private String pairs = "";

    @Option(names = "--min-probability", paramLabel = "P", description = "of --pairs; 0 writes every candidate (default ${DEFAULT-VALUE})")
    private double minProbability = 0.5;

    @Option(names = "--id", paramLabel = "COLUMN", description = "the column that holds the id")
    private String id = "";

    @Option(names = "--columns", paramLabel = "MAP", description = "field=column,… or a YAML file")
    private String columns = "";

    @Option(names = "--evidence", split = ",", paramLabel = "COLUMN", description = "other columns that count as evidence")
    private List<String> evidence = List.of();

    @Option(names = "--within", description = "compare inside each file only")
    private boolean within;

    @Option(names = "--between", description = "compare records of different files only")
    private boolean between;

    @Option(names = "--held-on", paramLabel = "DATE", description = "the day on which ages in the files held, e.g. 2025-02-12")
    private Optional<LocalDate> heldOn = Optional.empty();

    @Option(names = "--threshold", paramLabel = "P", description = "from which records are linked (default ${DEFAULT-VALUE})")
    private double threshold = LinkOptions.AUTO;

    @Option(names = "--explain", arity = "2", paramLabel = "ID", description = "print the weight of each piece of evidence for two records")
    private List<String> explain = List.of();

    @Option(names = "--rejects", paramLabel = "CSV", description = "refused rows with their values")
    private String rejects = "";

    @Option(names = "--stats", paramLabel = "JSON", description = "timings and counts")
    private String stats = "";

    @Override
    public Integer call() {
        long start = System.nanoTime();
        if (within && between) {
            throw new CommandLine.ParameterException(spec.commandLine(), "--within and --between exclude each other.");
        }
        if (minProbability < 0 || minProbability > 1 || !(threshold > 0 && threshold < 1)) {
            throw new CommandLine.ParameterException(spec.commandLine(), "A probability is between 0 and 1.");
        }
        Map<Field, String> given = new LinkedHashMap<>(Inputs.columns(columns));
        if (!id.isEmpty()) {
            given.put(Field.ID, id);
        }
        Population people = new Population();
        RecordReader reader = new RecordReader();
        List<Problem> problems = new ArrayList<>();
        long refused = 0;
        Set<String> counted = evidenceColumns();
        for (int f = 0; f < files.size(); f++) {
            int source = f;
            RecordReader.Result result = reader.read(files.get(f), given, raw -> people.add(PersonRecord.from(raw, counted, heldOn), source));
            problems.addAll(result.problems());
            refused += result.refused();
        }
        double read = (System.nanoTime() - start) / 1e9;
        LinkOptions.Scope scope = within ? LinkOptions.Scope.WITHIN : between ? LinkOptions.Scope.BETWEEN : LinkOptions.Scope.ALL;
        LinkOptions options = new LinkOptions(scope, threshold, LinkOptions.REVIEW, pairs.isEmpty() ? 0.5 : minProbability);
        LinkRun run = new LinkRun(people, options, TerminalProgress.create()).run();
        try (Outputs outputs = new Outputs()) {
            long clusters = writeClusters(run, outputs);
            if (!pairs.isEmpty()) {
                writePairs(run, outputs);
            }
            if (!stats.isEmpty()) {
                Map<String, Double> stages = new LinkedHashMap<>();
                stages.put("read", read);
                stages.putAll(run.stageSeconds());
                Map<String, Object> figures = new LinkedHashMap<>();
                figures.put("records", run.records());
                figures.put("candidate_pairs", run.candidatePairs());
                figures.put("scored_pairs", run.scoredPairs());
                figures.put("pruned_pairs", run.candidatePairs() - run.scoredPairs());
                figures.put("estimated_pair_completeness", run.estimatedPairCompleteness());
                figures.put("clusters", clusters);
                figures.put("weak_bridges", run.weakBridges().length);
                figures.put("refused", refused);
                figures.put("seconds", (System.nanoTime() - start) / 1e9);
                figures.put("stage_seconds", stages);
                figures.put("peak_rss_bytes", Outputs.peakResident());
                outputs.write(stats, w -> w.write(Outputs.json(figures) + "\n"));
            }
            Outputs.problems(problems, refused, rejects, outputs, spec.commandLine().getErr());
            outputs.commit();
        }
        if (explain.size() == 2) {
            run.explain(explain.get(0), explain.get(1)).forEach(line -> spec.commandLine().getOut().println(line));
        }
        return refused > 0 ? Problem.Kind.REFUSED.exit() : 0;
    }

    private long writeClusters(LinkRun run, Outputs outputs) {
        int[] cluster = run.clusterOf();
        long[] count = new long[1];
        outputs.write(out, w -> {
            w.write("record_id,cluster_id\n");
            for (int r = 0; r < cluster.length; r++) {
                w.write(Outputs.cell(run.id(r)));
                w.write(',');
                w.write(Outputs.cell(run.id(cluster[r])));
                w.write('\n');
                count[0] += cluster[r] == r ? 1 : 0;
            }
        });
        return count[0];
    }

    private void writePairs(LinkRun run, Outputs outputs) {
        outputs.write(pairs, w -> {
            w.write("id1,id2,probability\n");
            for (int p = 0; p < run.pairs(); p++) {
                double probability = run.probability(p);
                if (probability >= minProbability) {
                    String a = run.id(run.left(p));
                    String b = run.id(run.right(p));
                    boolean inOrder = RecordOrder.compare(a, b) < 0;
                    w.write(Outputs.cell(inOrder ? a : b) + "," + Outputs.cell(inOrder ? b : a) + "," + Outputs.probability(probability) + "\n");
                }
            }
        });
    }

    /** Columns whose names say that they hold the answer are never evidence, whatever is asked for. */
    private Set<String> evidenceColumns() {
        Set<String> columns = new HashSet<>(evidence);
        columns.removeIf(header -> ANSWERS.contains(header.toLowerCase(Locale.ROOT)));
        return columns;
    }
}
