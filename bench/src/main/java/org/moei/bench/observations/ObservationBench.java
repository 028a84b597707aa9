package org.moei.bench.observations;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.moei.base.Uuid7;
import org.moei.disruption.Disruption;
import org.moei.disruption.observations.Input;
import org.moei.disruption.observations.Observations;
import org.moei.disruption.observations.Provenance;
import org.moei.disruption.observations.Question;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Database;
import org.moei.foundation.database.DatabasePlace;
import org.moei.foundation.database.Wing;
import org.moei.foundation.vault.FolderVault;
import org.moei.foundation.vault.Vault;

/**
 * Durable observations a second, from a file to the commit, and the times of answers: {@code ObservationBench FOLDER IMPORTS ROWS}. Made-up domains, addresses and handles;
 * one value stands in every import a hundred times, as that of a shared host does. The folder is left for whoever wants to look, and must be empty.
 */
public final class ObservationBench {
    private static final Instant DAY = Instant.parse("2025-02-12T08:00:00Z");
    private static final int ASKED = 200;
    private static final String EVERYWHERE = "shared.host.example";

    private final SplittableRandom random = new SplittableRandom(20250212);
    private final List<String> names = new ArrayList<>();
    private final Observations observations;
    private final Viewer analyst = new Viewer(Uuid7.named(DAY, "analyst"), "bench", Role.ANALYST, "bench", Set.of(Viewer.EVERYWHERE));

    private ObservationBench(Observations observations) {
        this.observations = observations;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int imports = Integer.parseInt(arguments[1]);
        int rows = Integer.parseInt(arguments[2]);
        DatabasePlace place = new DatabasePlace.Embedded(folder.resolve("data"), folder.resolve("keys"));
        try (Database database = Database.open(place, EnumSet.of(Wing.DISRUPTION), Disruption.migrations());
                Vault vault = FolderVault.ofRehearsal(folder.resolve("vault"), new SecureRandom());
                Disruption wing = Disruption.open(database.wing(Wing.DISRUPTION), vault, InstantSource.fixed(DAY), Optional.of(folder.resolve("files")), true)) {
            new ObservationBench(wing.observations()).run(folder, imports, rows);
        }
    }

    private void run(Path folder, int imports, int rows) throws IOException {
        Hand hand = new Hand(analyst, Uuid7.ids(InstantSource.fixed(DAY), new Random(1)), DAY, "bench");
        double all = 0;
        for (int i = 0; i < imports; i++) {
            Path file = folder.resolve("feed-" + i + ".csv");
            write(file, i, rows);
            long begin = System.nanoTime();
            long processor = processor();
            Observations.Report report = observations.take(hand, Input.of(file), file.getFileName().toString(), Provenance.of("bench", "made up", "observed", "F6", "TLP:CLEAR", "PAP:CLEAR", "operator"));
            double seconds = (System.nanoTime() - begin) / 1e9;
            all += seconds;
            System.out.printf(Locale.ROOT, "import %d: %,d rows in %.1f s, %,.0f a second (processor of this program: %.1f µs a row)%n", i + 1, report.clear(), seconds, report.clear() / seconds, (processor() - processor) / 1e3 / rows);
            Files.delete(file);
        }
        System.out.printf(Locale.ROOT, "%,d rows in %.1f s, %,.0f a second%n", (long) imports * rows, all, (double) imports * rows / all);
        ask("exact", names.stream().limit(ASKED).toList());
        ask("absent", names.stream().limit(ASKED).map(name -> "x" + name).toList());
        ask("everywhere", List.of(EVERYWHERE, EVERYWHERE, EVERYWHERE, EVERYWHERE, EVERYWHERE));
        ask("beginning", names.stream().limit(ASKED).map(name -> name.substring(0, 8) + "%").toList());
        ask("end", names.stream().limit(ASKED).map(name -> "%" + name.substring(name.length() - 12)).toList());
        ask("network", names.stream().limit(ASKED).map(name -> "10." + random.nextInt(256) + "." + random.nextInt(256) + ".0/24").toList());
        ask("range", names.stream().limit(ASKED).map(name -> name.substring(0, 8) + ".." + name.substring(0, 8) + "~").toList());
    }

    private static long processor() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private void write(Path file, int number, int rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("value,type,first_seen,last_seen,detail,made-for-rehearsal\n");
            for (int i = 0; i < rows; i++) {
                String name = Long.toString(random.nextLong() & Long.MAX_VALUE, 36) + ".top";
                String value = i % (rows / 100) == 0 ? EVERYWHERE : switch (i % 10) {
                    case 0, 1 -> "10." + random.nextInt(256) + "." + random.nextInt(256) + "." + random.nextInt(256);
                    case 2 -> "user" + i + "@" + name;
                    default -> name;
                };
                if (value.equals(name) && names.size() < ASKED && number == 0 && random.nextInt(20) == 0) {
                    names.add(name);
                }
                String type = value.equals(name) || value.equals(EVERYWHERE) ? "domain" : value.indexOf('@') > 0 ? "email" : "ipv4";
                out.write(value + "," + type + ",2025-02-01,2025-02-12,line " + i + ",yes\n");
            }
        }
    }

    private void ask(String what, List<String> terms) {
        double[] milliseconds = new double[terms.size()];
        long rows = 0;
        for (int i = 0; i < milliseconds.length; i++) {
            long begin = System.nanoTime();
            rows += observations.ask(analyst, Question.parse(terms.get(i))).rows().size();
            milliseconds[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(milliseconds);
        System.out.printf(Locale.ROOT, "%-10s median %.1f ms, 95th %.1f ms, %.1f rows an answer, with its entry in the log of reads%n", what, milliseconds[milliseconds.length / 2],
                milliseconds[Math.min(milliseconds.length - 1, milliseconds.length * 95 / 100)], (double) rows / milliseconds.length);
    }
}
