package org.moei.console.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.console.demo.Cast;
import org.moei.console.demo.Rehearsal;
import org.moei.console.demo.SummaryText;
import org.moei.console.server.ConsoleOptions;
import org.moei.foundation.database.ProcessMemory;
import org.moei.foundation.database.Wing;
import org.moei.rehearsal.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/** {@code ./moei demo}: plays an operation on published figures, then serves the console over it. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "Plays an operation from published figures, prints what happened, then serves the console.")
public final class DemoCommand implements Callable<Integer> {
    private static final int MAXIMUM_PEOPLE = 2_000_000;

    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--scenario", paramLabel = "NAME|DIR", description = "myawaddy-2025 (default), sa-kaeo-2025, cambodia-2026, myawaddy-swarm, or a folder.")
    private String scenario = "myawaddy-2025";

    @Option(names = "--people", paramLabel = "N", description = "All who are detained by the last date (default as published); capacities scale with it.")
    private @Nullable Integer people;

    @Option(names = "--seed", paramLabel = "S", description = "Default 2025.")
    private long seed = 2025;

    @Option(names = "--fresh", description = "Start anew: a rehearsal in this folder is removed.")
    private boolean fresh;

    @Option(names = "--port", description = "Of the console, default 8080.")
    private int port = 8080;

    @Option(names = "--headless", description = "End after the summary.")
    private boolean headless;

    @Option(names = "--truth", paramLabel = "DIR", description = "Write what only the generator knows, outside the data folder.")
    private @Nullable Path truth;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the summary.")
    private @Nullable Path json;

    @Override
    public Integer call() throws InterruptedException {
        Scenario read = Scenario.read(folder());
        int wanted = people == null ? (int) read.people().value() : people;
        if (wanted < 1 || wanted > MAXIMUM_PEOPLE) {
            throw Problem.of(Problem.Kind.WRONG_USE, "people", "--people takes 1 to " + MAXIMUM_PEOPLE + ".").asException();
        }
        if (truth != null && truth.toAbsolutePath().normalize().startsWith(data.data())) {
            throw Problem.of(Problem.Kind.WRONG_USE, "truth-inside-data", "The truth must not lie inside the data folder.").asException();
        }
        if (fresh) {
            startAnew();
        }
        Cast cast = new Cast(read, seed);
        Installation.About about = new Installation.About("rehearsal", read.name(), wanted, seed);
        try (Installation installation = Installation.rehearsal(data, about, InstantSource.system())) {
            Folders.copy(folder(), data.data().resolve("scenario"));
            Path finished = data.data().resolve("summary.json");
            Map<String, Object> summary = Files.exists(finished) && truth == null ? again(installation, finished) : play(installation, read, cast, wanted, finished);
            summary.put("accounts", cast.printed());
            JsonFiles.write(json, summary);
            System.out.println(SummaryText.of(read, summary));
            cast.printed().forEach(a -> System.out.printf("  %-26s %-18s %-24s %s%n", a.name(), a.password(), a.role(), a.wing()));
            if (!headless) {
                Serving.serve(installation, EnumSet.allOf(Wing.class), ConsoleOptions.onLoopback(port));
            }
        }
        return 0;
    }

    private Path folder() {
        Path own = Path.of(scenario);
        if (Files.isDirectory(own)) {
            return own;
        }
        String home = System.getenv("MOEI_HOME");
        Path named = Path.of(home == null ? "." : home).resolve("scenarios").resolve(scenario);
        if (scenario.contains("/") || !Files.isDirectory(named)) {
            throw Problem.of(Problem.Kind.WRONG_USE, "no-scenario", "There is no scenario (" + scenario + ").").withAdvice("it is a folder's name below scenarios/, or a folder.").asException();
        }
        return named;
    }

    private void startAnew() {
        Optional<Installation.About> found = Installation.findAbout(data.data());
        if (found.isPresent() && !found.get().isRehearsal()) {
            throw Problem.of(Problem.Kind.WRONG_USE, "not-a-rehearsal", "The folder holds an operation; --fresh removes rehearsals only.").asException();
        }
        if (found.isEmpty() && Files.exists(data.data().resolve("postgresql"))) {
            throw Problem.of(Problem.Kind.WRONG_USE, "unknown-data", "The folder holds a database of unknown kind; nothing is removed.").asException();
        }
        if (found.isPresent()) {
            org.moei.foundation.database.embedded.EmbeddedPostgres.discard(data.data().resolve("postgresql"));
            Folders.delete(data.data());
            Folders.delete(data.keys());
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> again(Installation installation, Path finished) {
        installation.catchUp();
        try {
            return new LinkedHashMap<>(JsonMapper.builder().build().readValue(Files.readAllBytes(finished), Map.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, Object> play(Installation installation, Scenario read, Cast cast, int wanted, Path finished) {
        TerminalProgress progress = new TerminalProgress(System.err);
        // The parties' files lie beside the keys, never in the data folder, and are gone when they were read.
        Path files = data.keys().resolve("parties");
        Folders.delete(files);
        try (ProcessMemory memory = ProcessMemory.watch(installation.database())) {
            Files.createDirectories(files);
            Rehearsal rehearsal = new Rehearsal(installation, read, cast, wanted, seed, progress);
            Map<String, Object> summary = rehearsal.play(files, Optional.ofNullable(truth));
            long start = System.nanoTime();
            summary.put("projection_digest", RebuildCommand.projection(installation));
            summary.put("journal_digest", RebuildCommand.journal(installation));
            rehearsal.seconds().put("digests", (System.nanoTime() - start) / 1e9);
            installation.foundations().forEach(w -> w.journal().signHead());
            summary.put("peak_rss_bytes", memory.peakPss());
            progress.end();
            JsonFiles.write(finished, summary);
            return summary;
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "files", "The files of the rehearsal could not be written.").asException(e);
        } finally {
            Folders.delete(files);
        }
    }
}
