package org.moei.foundation.database.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the processes of one cluster's server, by the mark that they all carry in their command line.
 *
 * <p>{@code postmaster.pid} alone is no proof: after a power loss its number may belong to anybody, and a process that
 * nobody waits for has a number but does not run.
 */
record ServerProcesses(Path cluster) {

    /** The mark: the setting {@code cluster_name}, which PostgreSQL shows in the title of each of its processes. */
    String mark() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(cluster.toString().getBytes(StandardCharsets.UTF_8));
            return "moei-" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    Path lockFile() {
        return cluster.resolve("postmaster.pid");
    }

    /** The postmaster that holds the cluster, if it runs. */
    Optional<Long> postmaster() {
        return lockLines().stream().findFirst().map(String::trim).filter(pid -> pid.matches("\\d{1,9}")).map(Long::valueOf).filter(this::belongs);
    }

    /** What the postmaster says of itself: {@code starting}, {@code ready}, {@code stopping} …, or empty. */
    String status() {
        List<String> lines = lockLines();
        return lines.size() < 8 ? "" : lines.get(7).trim();
    }

    private List<String> lockLines() {
        try {
            return Files.readAllLines(lockFile(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return List.of();
        }
    }

    /** All processes of the cluster, the postmaster and those it left behind. */
    List<Long> list() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes.map(path -> path.getFileName().toString()).filter(name -> name.matches("\\d{1,9}")).map(Long::valueOf).filter(this::belongs).toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private boolean belongs(long process) {
        try {
            // Empty for a zombie. The postmaster keeps its arguments, the others show "postgres: MARK: what they do".
            String line = Files.readString(Path.of("/proc", Long.toString(process), "cmdline"), StandardCharsets.ISO_8859_1).replace('\0', ' ');
            return line.contains(mark()) && line.substring(0, line.indexOf(mark())).contains("postgres");
        } catch (IOException e) {
            return false;
        }
    }

    void signal(long process, String signal) throws IOException {
        // The shell's own kill: the process need not be our child, and not every machine has the program.
        run(List.of("sh", "-c", "kill -$0 $1", signal, Long.toString(process)));
    }

    /** Whether all processes were gone within the time. */
    boolean goneWithin(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (!list().isEmpty()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** Ends whatever still runs, the harder the longer it takes. Committed work is safe: the next start recovers it. */
    void end() throws IOException {
        for (String signal : List.of("INT", "QUIT", "KILL")) {
            for (long process : list()) {
                signal(process, signal);
            }
            if (goneWithin(Duration.ofSeconds(10))) {
                return;
            }
        }
        throw new IOException("processes of the database in " + cluster + " do not end: " + list());
    }

    static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the database", e);
        }
    }

    private static void run(List<String> command) throws IOException {
        try {
            new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
