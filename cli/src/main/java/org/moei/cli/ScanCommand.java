package org.moei.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.indicators.match.IndicatorSet;
import org.moei.indicators.match.LogFiles;
import org.moei.indicators.match.LogReader;
import org.moei.indicators.match.Match;
import org.moei.indicators.match.Scope;
import org.moei.indicators.match.SetBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./moei scan}: known indicators in logs, with exact tokens. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        description = "Finds known indicators in logs and other files of lines; a name never matches inside a word.",
        footer = {"", "Prints a hit a line as JSON: source, line, offset, indicator, type, scope, text. Formats and rules: docs/indicators.md"})
final class ScanCommand implements Callable<Integer> {
    @Option(names = "--indicators", required = true, arity = "1", paramLabel = "FILE", description = "A list of indicators or a set made by compile-indicators; may be given several times.")
    private List<Path> indicators = new ArrayList<>();

    @Option(names = "--warning-lists", paramLabel = "DIR", description = "MISP warning lists: a domain on one of them is hit exactly only.")
    private @Nullable Path warningLists;

    @Option(names = "--defanged", description = "Also reads defanged names, such as evil[.]example.")
    private boolean defanged;

    @Option(names = "--out", paramLabel = "FILE", description = "Where the hits go; standard output by default.")
    private String out = "-";

    @Option(names = "--rejects", paramLabel = "FILE", description = "Rows and files that were refused, with the reason.")
    private @Nullable Path rejects;

    @Option(names = "--stats", paramLabel = "FILE", description = "Timings and counts as JSON.")
    private @Nullable Path stats;

    @Parameters(paramLabel = "PATH", arity = "0..*", description = "Files or folders; - or none is standard input. gzip, zstd, xz and bzip2 are unpacked.")
    private List<String> paths = new ArrayList<>();

    private long hits;

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        List<Problem> refused = new ArrayList<>();
        Set<String> warned = warningLists == null ? Set.of() : IndicatorFiles.warnings(warningLists);
        Path compiled = compiled(warned, refused);
        Path part = out.equals("-") ? null : Files.createTempFile(Path.of(out).toAbsolutePath().getParent(), ".moei", ".part");
        try (IndicatorSet set = IndicatorSet.open(compiled)) {
            double opened = (System.nanoTime() - start) / 1e9;
            LogReader reader = new LogReader(set, Runtime.getRuntime().availableProcessors());
            try (OutputStream to = new BufferedOutputStream(part == null ? System.out : Files.newOutputStream(part), 1 << 16)) {
                for (String source : sources(refused)) {
                    read(reader, source, to, warned, refused);
                }
            }
            if (part != null) {
                Output.moveInto(part, Path.of(out));
            }
            if (stats != null) {
                double seconds = (System.nanoTime() - start) / 1e9;
                Files.writeString(stats, Output.stats("seconds", seconds, "open_seconds", opened, "records", reader.lines(), "bytes", reader.bytes(), "hits", hits, "indicators", set.size(),
                        "collision_odds", String.format(java.util.Locale.ROOT, "%.1e a look-up", set.collisionOdds()), "refused", refused.size()));
            }
        } catch (UncheckedIOException failed) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "output", "The output could not be written.").asException(failed);
        } finally {
            if (part != null) {
                Files.deleteIfExists(part);
            }
            if (!indicators.contains(compiled)) {
                Files.deleteIfExists(compiled);
            }
        }
        return Refusals.report(refused, rejects);
    }

    /** The set as it is, or one made of the lists for this call. */
    private Path compiled(Set<String> warned, List<Problem> refused) throws IOException {
        for (Path file : indicators) {
            if (!Files.isReadable(file)) {
                throw Problem.of(Problem.Kind.WRONG_USE, "indicators", "The list of indicators is not there.").at(Problem.Where.row(file.toString(), 0, "")).asException();
            }
            try (InputStream in = Files.newInputStream(file)) {
                if (IndicatorSet.isSet(in.readNBytes(8))) {
                    if (indicators.size() > 1) {
                        throw Problem.of(Problem.Kind.WRONG_USE, "indicators", "A compiled set stands alone.").withAdvice("compile-indicators takes all lists at once.").asException();
                    }
                    return file;
                }
            }
        }
        SetBuilder builder = new SetBuilder(warned);
        IndicatorFiles files = new IndicatorFiles(builder, refused::add);
        indicators.forEach(files::read);
        Path set = Files.createTempFile("moei", ".set");
        builder.write(set);
        return set;
    }

    private List<String> sources(List<Problem> refused) throws IOException {
        List<String> out = new ArrayList<>();
        for (String path : paths.isEmpty() ? List.of("-") : paths) {
            if (path.equals("-")) {
                out.add(path);
            } else if (Files.isDirectory(Path.of(path))) {
                try (Stream<Path> files = Files.walk(Path.of(path))) {
                    files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).sorted().map(Path::toString).forEach(out::add);
                }
            } else if (Files.isReadable(Path.of(path))) {
                out.add(path);
            } else {
                refused.add(Problem.of(Problem.Kind.REFUSED, "unreadable", "The file cannot be read.").at(Problem.Where.row(path, 0, "")));
            }
        }
        return out;
    }

    private void read(LogReader reader, String source, OutputStream to, Set<String> warned, List<Problem> refused) throws IOException {
        try (InputStream in = open(source)) {
            StringBuilder json = new StringBuilder();
            reader.readDefanged(defanged, in, match -> {
                boolean parent = match.scope().orElse(Scope.EXACT) == Scope.SUBDOMAINS && warned.contains(match.indicator());
                if (parent && !match.indicator().equalsIgnoreCase(match.text().endsWith(".") ? match.text().substring(0, match.text().length() - 1) : match.text())) {
                    return;
                }
                hits++;
                json.setLength(0);
                write(json, source, match, parent);
                try {
                    to.write(json.toString().getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (IOException broken) {
            refused.add(Problem.of(Problem.Kind.REFUSED, "damaged", "The file is damaged or cannot be read to its end; what came before was scanned.").at(Problem.Where.row(source, 0, "")));
        }
    }

    private static InputStream open(String source) throws IOException {
        if (source.equals("-")) {
            return System.in;
        }
        return LogFiles.open(Files.newInputStream(Path.of(source)));
    }

    private static void write(StringBuilder json, String source, Match match, boolean exact) {
        json.append("{\"source\":");
        Output.quote(json, source).append(",\"line\":").append(match.line()).append(",\"offset\":").append(match.offset()).append(",\"indicator\":");
        Output.quote(json, match.indicator()).append(",\"type\":\"").append(match.type().label()).append('"');
        match.scope().ifPresent(scope -> json.append(",\"scope\":\"").append(exact ? Scope.EXACT.label() : scope.label()).append('"'));
        Output.quote(json.append(",\"text\":"), match.text()).append("}\n");
    }
}
