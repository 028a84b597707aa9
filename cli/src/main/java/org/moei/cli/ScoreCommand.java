package org.moei.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.linkage.api.PersonRecord;
import org.moei.linkage.evidence.PairJudge;
import org.moei.linkage.lists.Entities;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code ./moei score}: pairs of records or FollowTheMoney entities, judged one by one. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = "Judges pairs: the same or not. An answer depends on its pair only, and not on which side is which.",
        footer = {"", "T1 = 0.60: a pair at or above it is a match. T2 = 0.40: a pair below it is different; between them it is for review. The same for every set."})
final class ScoreCommand implements Callable<Integer> {
    private static final int BATCH = 2048;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--pairs", required = true, paramLabel = "JSONL", description = "one {\"left\": R, \"right\": R} a line")
    private String pairs = "";

    @Option(names = "--out", required = true, paramLabel = "CSV", description = "row,probability,decision")
    private String out = "";

    @Option(names = "--rejects", paramLabel = "CSV", description = "refused rows")
    private String rejects = "";

    @Option(names = "--stats", paramLabel = "JSON", description = "timings and counts")
    private String stats = "";

    private record Line(long number, String text) {}

    private record Answer(long row, @Nullable Double probability) {}

    @Override
    public Integer call() {
        long start = System.nanoTime();
        List<Problem> problems = new ArrayList<>();
        long[] rows = new long[1];
        try (Outputs outputs = new Outputs()) {
            outputs.write(out, w -> {
                w.write("row,probability,decision\n");
                try (BufferedReader in = open()) {
                    List<Line> batch = new ArrayList<>();
                    for (String line = in.readLine(); line != null; line = in.readLine()) {
                        rows[0]++;
                        batch.add(new Line(rows[0], line));
                        if (batch.size() == BATCH) {
                            flush(batch, w, problems);
                        }
                    }
                    flush(batch, w, problems);
                }
            });
            if (!stats.isEmpty()) {
                Map<String, Object> figures = new LinkedHashMap<>();
                figures.put("pairs", rows[0]);
                figures.put("refused", problems.size());
                figures.put("seconds", (System.nanoTime() - start) / 1e9);
                figures.put("peak_rss_bytes", Outputs.peakResident());
                outputs.write(stats, w -> w.write(Outputs.json(figures) + "\n"));
            }
            Outputs.problems(problems, problems.size(), rejects, outputs, spec.commandLine().getErr());
            outputs.commit();
        }
        return problems.isEmpty() ? 0 : Problem.Kind.REFUSED.exit();
    }

    private BufferedReader open() throws IOException {
        if (!pairs.equals("-") && !Files.isRegularFile(Path.of(pairs))) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "no-such-file", "There is no file at this path.").at(Problem.Where.row(pairs, 0, "")).asException();
        }
        InputStream in = pairs.equals("-") ? System.in : Files.newInputStream(Path.of(pairs));
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
    }

    private void flush(List<Line> batch, java.io.Writer w, List<Problem> problems) throws IOException {
        Answer[] answers = new Answer[batch.size()];
        IntStream.range(0, batch.size()).parallel().forEach(i -> answers[i] = judge(batch.get(i)));
        for (Answer answer : answers) {
            if (answer.probability == null) {
                problems.add(Problem.of(Problem.Kind.REFUSED, "pair-form", "The line is not {\"left\": …, \"right\": …} with two records.").at(Problem.Where.row(pairs, answer.row, "")));
            } else {
                double p = answer.probability;
                String decision = p >= PairJudge.MATCH ? "match" : p < PairJudge.DIFFERENT ? "different" : "review";
                w.write(answer.row + "," + Outputs.probability(p) + "," + decision + "\n");
            }
        }
        batch.clear();
    }

    private static Answer judge(Line line) {
        List<PersonRecord> two = Entities.pair(line.text);
        return new Answer(line.number, two.size() == 2 ? PairJudge.probability(two.get(0), two.get(1)) : null);
    }
}
