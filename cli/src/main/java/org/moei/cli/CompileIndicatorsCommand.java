package org.moei.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.indicators.match.SetBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./moei compile-indicators}: lists of indicators as a set that scan maps from its file. */
@Command(
        name = "compile-indicators",
        mixinStandardHelpOptions = true,
        description = "Compiles lists of indicators into a set that scan opens in milliseconds.",
        footer = {"", "Lists: a value a line; TSV value, type, scope; MISP JSON; STIX 2.1 bundles. Formats and rules: docs/indicators.md"})
final class CompileIndicatorsCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Lists of indicators.")
    private List<Path> lists = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "SET", description = "The compiled set.")
    private Path out = Path.of("set.moei");

    @Option(names = "--warning-lists", paramLabel = "DIR", description = "MISP warning lists: a domain on one of them is hit exactly only.")
    private @Nullable Path warningLists;

    @Option(names = "--rejects", paramLabel = "FILE", description = "Rows that were refused, with the reason.")
    private @Nullable Path rejects;

    @Option(names = "--stats", paramLabel = "FILE", description = "indicators, bytes, seconds as JSON.")
    private @Nullable Path stats;

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        List<Problem> refused = new ArrayList<>();
        SetBuilder set = new SetBuilder(warningLists == null ? Set.of() : IndicatorFiles.warnings(warningLists));
        IndicatorFiles files = new IndicatorFiles(set, refused::add);
        lists.forEach(files::read);
        Path part = Files.createTempFile(out.toAbsolutePath().getParent(), ".moei", ".part");
        long bytes;
        try {
            bytes = set.write(part);
            Output.moveInto(part, out);
        } finally {
            Files.deleteIfExists(part);
        }
        if (stats != null) {
            Files.writeString(stats, Output.stats("indicators", set.size(), "bytes", bytes, "seconds", (System.nanoTime() - start) / 1e9, "refused", refused.size()));
        }
        return Refusals.report(refused, rejects);
    }
}
