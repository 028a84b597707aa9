package org.moei.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.indicators.match.HandOut;
import org.moei.indicators.match.IndicatorSet;
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

    @Option(names = "--filter", paramLabel = "FILTER", description = "Also a filter of the domains that can be given away: it answers whether a name may be listed and does not hold the list.")
    private @Nullable Path filter;

    @Option(names = "--filter-bits", paramLabel = "BITS", description = "8 (some 9 bits a name, one false answer in 256) or 16 (18 bits, one in 65,536); 8 by default.")
    private int filterBits = 8;

    @Option(names = "--rejects", paramLabel = "FILE", description = "Rows that were refused, with the reason.")
    private @Nullable Path rejects;

    @Option(names = "--stats", paramLabel = "FILE", description = "indicators, bytes, seconds as JSON.")
    private @Nullable Path stats;

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        if (filterBits != 8 && filterBits != 16) {
            throw Problem.of(Problem.Kind.WRONG_USE, "filter-bits", "A filter has fingerprints of 8 or 16 bits.").asException();
        }
        List<Problem> refused = new ArrayList<>();
        SetBuilder set = new SetBuilder(warningLists == null ? Set.of() : IndicatorFiles.warnings(warningLists));
        IndicatorFiles files = new IndicatorFiles(set, refused::add);
        lists.forEach(files::read);
        long bytes = Output.replace(out, set::write);
        long filterBytes = filter == null ? 0 : Output.replace(filter, this::writeFilter);
        if (stats != null) {
            Files.writeString(stats, Output.stats("indicators", set.size(), "bytes", bytes, "filter_bytes", filterBytes, "seconds", (System.nanoTime() - start) / 1e9, "refused", refused.size()));
        }
        return Refusals.report(refused, rejects);
    }

    private long writeFilter(Path part) throws IOException {
        try (IndicatorSet compiled = IndicatorSet.open(out)) {
            return HandOut.of(compiled, filterBits, new SecureRandom().nextLong()).write(part);
        }
    }
}
