package org.moei.bench.indicators;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPInputStream;
import org.moei.indicators.match.IndicatorSet;
import org.moei.indicators.match.LogScanner;
import org.moei.indicators.match.Match;
import org.moei.indicators.match.Scope;
import org.moei.indicators.match.SetBuilder;

/**
 * Scans a DNS-like log made from a list of domains, checks each hit against a look-up of whole strings, and runs
 * {@code grep -F -f} over the same file: {@code ScanThroughput LIST(.gz) [megabytes] [seed]}. A list is a domain a line, or
 * Maltrail's flattened trails, whose rows of the type domain are taken. Prints seconds of one thread, wall and CPU.
 */
public final class ScanThroughput {
    private ScanThroughput() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int megabytes = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 400;
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 2025;
        List<String> domains = domains(Path.of(arguments[0]));
        System.out.println("domains " + domains.size() + ", seed " + seed);
        Path folder = Files.createTempDirectory("moei-scan");
        Path file = folder.resolve("set.moei");
        long start = System.nanoTime();
        SetBuilder builder = new SetBuilder(Set.of());
        for (String domain : domains) {
            byte[] bytes = domain.getBytes(StandardCharsets.US_ASCII);
            builder.addDomain(bytes, 0, bytes.length, Scope.SUBDOMAINS);
        }
        long size = builder.write(file);
        System.out.printf(Locale.ROOT, "compiled in %.2f s, %.1f MB%n", (System.nanoTime() - start) / 1e9, size / 1e6);
        start = System.nanoTime();
        try (IndicatorSet set = IndicatorSet.open(file)) {
            System.out.printf(Locale.ROOT, "opened in %.1f ms, collision odds %.1e a look-up%n", (System.nanoTime() - start) / 1e6, set.collisionOdds());
            byte[] log = log(domains, megabytes, new SplittableRandom(seed));
            measure(set, log, new HashSet<>(domains));
            grep(folder, domains, log);
        }
    }

    private static List<String> domains(Path list) throws IOException {
        List<String> out = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list.toString().endsWith(".gz") ? new GZIPInputStream(Files.newInputStream(list)) : Files.newInputStream(list), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                String value = (tab < 0 ? line : line.endsWith("\tdomain") ? line.substring(0, tab) : "").toLowerCase(Locale.ROOT);
                if (value.indexOf('.') > 0 && value.length() < 254 && value.chars().allMatch(c -> c == '.' || c == '-' || c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z')
                        && !value.endsWith(".") && Character.isLetter(value.charAt(value.lastIndexOf('.') + 1))) {
                    out.add(value);
                }
            }
        }
        return new ArrayList<>(new HashSet<>(out));
    }

    /** Lines of 80 bytes and more; one in a thousand holds a listed name or one below it, as many a near miss. */
    private static byte[] log(List<String> domains, int megabytes, RandomGenerator random) {
        StringBuilder out = new StringBuilder();
        byte[] log = new byte[megabytes * 1_000_000];
        int at = 0;
        while (true) {
            out.setLength(0);
            int kind = random.nextInt(1000);
            String listed = domains.get(random.nextInt(domains.size()));
            String name = kind == 0 ? (random.nextBoolean() ? listed : "www." + listed) : kind == 1 ? "not" + listed + "x" : word(random, 9) + "." + word(random, 8) + ".example" + random.nextInt(100) + ".net";
            out.append("2026-02-11T10:").append(10 + random.nextInt(50)).append(':').append(10 + random.nextInt(50)).append(".000Z 10.").append(random.nextInt(256)).append('.').append(random.nextInt(256)).append(".7#")
                    .append(1024 + random.nextInt(60000)).append(" query: ").append(name).append(" IN AAAA +E(0)K upstream=resolver latency=").append(random.nextInt(900)).append("us\n");
            if (at + out.length() > log.length) {
                return java.util.Arrays.copyOf(log, at);
            }
            for (int i = 0; i < out.length(); i++) {
                log[at++] = (byte) out.charAt(i);
            }
        }
    }

    private static String word(RandomGenerator random, int length) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < length; i++) {
            out.append((char) ('a' + random.nextInt(26)));
        }
        return out.toString();
    }

    private static void measure(IndicatorSet set, byte[] log, Set<String> listed) throws IOException {
        List<Match> matches = new ArrayList<>();
        var cpu = ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 5; round++) {
            matches.clear();
            LogScanner scanner = new LogScanner(set);
            long wall = System.nanoTime();
            long used = cpu.getCurrentThreadCpuTime();
            scanner.scan(log, log.length, 1, 0, matches::add);
            used = cpu.getCurrentThreadCpuTime() - used;
            wall = System.nanoTime() - wall;
            System.out.printf(Locale.ROOT, "round %d: %.0f MB/s wall, %.0f MB/s of CPU time, %d hits%n", round, log.length * 1e3 / wall, log.length * 1e3 / used, matches.size());
        }
        Set<String> seen = new HashSet<>();
        matches.forEach(m -> seen.add(m.line() + " " + m.offset() + " " + m.indicator()));
        Set<String> truth = truth(log, listed);
        long missing = truth.stream().filter(t -> !seen.contains(t)).count();
        long extra = seen.stream().filter(s -> !truth.contains(s)).count();
        System.out.println("independent check: " + truth.size() + " pairs of token and indicator, missing " + missing + ", extra " + extra);
    }

    /** Every token of every line, label by label, in a set of strings. */
    private static Set<String> truth(byte[] log, Set<String> listed) throws IOException {
        Set<String> out = new HashSet<>();
        BufferedReader lines = new BufferedReader(new InputStreamReader(new ByteArrayInputStream(log), StandardCharsets.ISO_8859_1));
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            int from = 0;
            for (int i = 0; i <= line.length(); i++) {
                char c = i < line.length() ? line.charAt(i) : ' ';
                boolean token = c == '.' || c == '-' || c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
                if (!token) {
                    String name = line.substring(from, i).toLowerCase(Locale.ROOT);
                    for (int at = 0; name.indexOf('.') > 0 && at >= 0; at = name.indexOf('.', at) < 0 ? -1 : name.indexOf('.', at) + 1) {
                        if (listed.contains(name.substring(at))) {
                            out.add(number + " " + from + " " + name.substring(at));
                        }
                    }
                    from = i + 1;
                }
            }
        }
        return out;
    }

    /** The first twenty megabytes through grep, with the lines that it shows. */
    private static void grep(Path folder, List<String> domains, byte[] log) throws IOException, InterruptedException {
        Path patterns = folder.resolve("patterns.txt");
        Path part = folder.resolve("part.log");
        Files.write(patterns, domains);
        Files.write(part, java.util.Arrays.copyOf(log, Math.min(log.length, 20_000_000)));
        long start = System.nanoTime();
        Process grep = new ProcessBuilder("grep", "-c", "-F", "-f", patterns.toString(), part.toString()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String lines = new String(grep.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        grep.waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "grep -F -f: %s lines of %.0f MB in %.1f s with its start, %.1f MB/s%n", lines, Files.size(part) / 1e6, seconds, Files.size(part) / 1e6 / seconds);
    }
}
