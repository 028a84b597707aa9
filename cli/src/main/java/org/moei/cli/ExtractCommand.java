package org.moei.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.indicators.IndicatorType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./moei extract}: the indicators in files, folders and archives, a hit a line. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = "Finds domains, wallets, phone numbers, messenger handles and 50 other types in files, folders and archives.",
        footer = {"", "Prints a hit a line as JSON: type, value, text, offset, length, source, sha256, confidence, why.", "Formats and rules: docs/indicators.md"})
final class ExtractCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Files or folders; - or none is standard input.")
    private List<String> paths = new ArrayList<>();

    @Option(names = "--lines", description = "Each line is a text of its own.")
    private boolean lines;

    @Option(names = "--types", split = ",", paramLabel = "TYPE", description = "Report these types only.")
    private List<String> types = new ArrayList<>();

    @Option(names = "--country", paramLabel = "XX", description = "Country of numbers in local spelling (ISO alpha-2); without it they are not reported.")
    private @Nullable String country;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the hits go; standard output by default.")
    private String out = "-";

    @Option(names = "--resume", description = "Goes on where a run with the same options and --out was stopped; unfinished output waits in FILE.part.")
    private boolean resume;

    @Option(names = "--rejects", paramLabel = "FILE", description = "Sources that could not be read, with the reason.")
    private @Nullable Path rejects;

    @Option(names = "--stats", paramLabel = "FILE", description = "Timings and counts as JSON.")
    private @Nullable Path stats;

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        Set<IndicatorType> wanted = wanted();
        if (country != null && !country.matches("[A-Za-z]{2}")) {
            throw Problem.of(Problem.Kind.WRONG_USE, "country", "The country is not two letters.").withAdvice("TH, VN or KH is meant.").asException();
        }
        List<String> sources = paths.isEmpty() ? List.of("-") : paths;
        if (resume && out.equals("-")) {
            throw Problem.of(Problem.Kind.WRONG_USE, "resume", "Only a run with --out FILE can be resumed.").asException();
        }
        Path target = out.equals("-") ? null : Path.of(out).toAbsolutePath();
        Path part = target == null ? null : resume ? Path.of(target + ".part") : Files.createTempFile(target.getParent(), ".moei", ".part");
        ExtractJournal journal = part == null || !resume ? ExtractJournal.none() : ExtractJournal.open(part, Path.of(target + ".done"), types + " " + country + " " + lines);
        ExtractRun.Counts counts;
        try (OutputStream to = new BufferedOutputStream(part == null ? System.out : Files.newOutputStream(part, StandardOpenOption.CREATE, StandardOpenOption.APPEND), 1 << 16)) {
            counts = new ExtractRun(wanted, Optional.ofNullable(country), lines, to, journal, TerminalProgress.create()).run(sources);
        } catch (IOException | RuntimeException failed) {
            if (part != null && !resume) {
                Files.deleteIfExists(part);
            }
            if (failed instanceof IOException io) {
                throw Problem.of(Problem.Kind.COULD_NOT_RUN, "output", "The output could not be written.").asException(io);
            }
            throw failed;
        }
        if (part != null && target != null) {
            Output.moveInto(part, target);
            journal.remove();
        }
        if (stats != null) {
            Files.writeString(stats, Output.stats("seconds", (System.nanoTime() - start) / 1e9, "sources", counts.sources(), "bytes", counts.bytes(), "hits", counts.hits(),
                    "refused", counts.refused().size()));
        }
        return Refusals.report(counts.refused(), rejects);
    }

    private Set<IndicatorType> wanted() {
        if (types.isEmpty()) {
            return EnumSet.allOf(IndicatorType.class);
        }
        Set<IndicatorType> wanted = EnumSet.noneOf(IndicatorType.class);
        for (String type : types) {
            wanted.add(IndicatorType.find(type).orElseThrow(() -> unknown(type)));
        }
        return wanted;
    }

    private static ProblemException unknown(String type) {
        return Problem.of(Problem.Kind.WRONG_USE, "type", "The type (" + type + ") is unknown.").withAdvice("one of the types of docs/indicators.md is meant, for example domain or bank_account.").asException();
    }
}
