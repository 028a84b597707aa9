package org.moei.bench.journal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.Database;
import org.moei.foundation.database.DatabasePlace;
import org.moei.foundation.database.Migrations;
import org.moei.foundation.database.Wing;
import org.moei.foundation.database.WingDatabase;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Journal;
import org.moei.foundation.journal.Receipt;
import org.moei.foundation.journal.Recorded;
import org.moei.foundation.vault.FolderVault;
import org.moei.foundation.vault.Vault;

/**
 * Actions a second through one writer with everything sealed: each registers one record with a new key and two sealed groups of
 * fields. Beside it, in the same run and the same database, bare batched inserts of the same bytes into a table with a
 * primary key. Embedded PostgreSQL on disk, fsync on; no projector.
 * {@code java … org.moei.bench.journal.JournalBench [actions] [commit]} prints a line for bench/ledger.md.
 */
public final class JournalBench {
    private static final int REQUEST = 50;
    private static final int AHEAD = 64;
    private static final Instant DAY = Instant.parse("2025-02-20T03:00:00Z");

    private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);

    private JournalBench() {}

    public static void main(String[] arguments) throws IOException, SQLException {
        int actions = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        String commit = arguments.length > 1 ? arguments[1] : "";
        Path folder = Files.createTempDirectory("moei-bench");
        try {
            System.out.println(new JournalBench().measure(folder, actions, commit));
        } finally {
            delete(folder);
        }
    }

    private String measure(Path folder, int actions, String commit) throws SQLException {
        DatabasePlace place = new DatabasePlace.Embedded(folder.resolve("data"), folder.resolve("keys"));
        try (Database database = Database.open(place, EnumSet.of(Wing.PROTECTION), migrations());
                Vault vault = FolderVault.ofRehearsal(folder.resolve("vault"), new SecureRandom())) {
            WingDatabase wing = database.wing(Wing.PROTECTION);
            Rate sealed;
            List<byte[]> bytes = new ArrayList<>();
            try (Journal journal = new Journal("protection", wing.pool(Wing.Role.WRITER), vault, List.of(), InstantSource.fixed(DAY))) {
                append(journal, actions / 10);
                sealed = append(journal, actions);
                for (List<Recorded> page = journal.read(0, 2_000); !page.isEmpty(); page = journal.read(page.getLast().position(), 2_000)) {
                    page.forEach(r -> bytes.add(r.envelope().encode()));
                }
            }
            double bare = insert(wing, bytes.subList(actions / 10, bytes.size()));
            long size = bytes.stream().mapToLong(b -> b.length).sum() / bytes.size();
            return String.format(
                    Locale.ROOT, "| %s | journal, sealed | %,d actions of %d bytes | %,.0f/s (processor: %.0f µs sealing, %.0f µs writing each) | bare insert %,.0f/s | %.2f |",
                    commit, actions, size, sealed.actions(), sealed.sealingMicroseconds(), sealed.writingMicroseconds(), bare, sealed.actions() / bare);
        }
    }

    private static List<Migrations> migrations() {
        List<Migrations> migrations = new ArrayList<>(WingFoundation.migrations(Wing.PROTECTION));
        migrations.add(new Migrations(Wing.PROTECTION, "bench", "org/moei/bench/journal/migration"));
        return migrations;
    }

    /** What one run took: actions a second, and processor time for each action, which a loaded machine changes little. */
    private record Rate(double actions, double sealingMicroseconds, double writingMicroseconds) {}

    /** The processor time of the thread that seals (this one) and of the one that writes, in nanoseconds. */
    private static long[] processorTime() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long writer = 0;
        for (long id : threads.getAllThreadIds()) {
            ThreadInfo info = threads.getThreadInfo(id);
            if (info != null && info.getThreadName().equals("journal-protection")) {
                writer = threads.getThreadCpuTime(id);
            }
        }
        return new long[] {threads.getCurrentThreadCpuTime(), writer};
    }

    private Rate append(Journal journal, int actions) {
        long begin = System.nanoTime();
        long[] before = processorTime();
        Deque<CompletableFuture<List<Receipt>>> ahead = new ArrayDeque<>();
        for (int done = 0; done < actions; done += REQUEST) {
            List<Action> request = new ArrayList<>(REQUEST);
            for (int i = 0; i < REQUEST; i++) {
                request.add(action());
            }
            ahead.add(journal.submit(request));
            if (ahead.size() > AHEAD) {
                ahead.remove().join();
            }
        }
        ahead.forEach(CompletableFuture::join);
        long[] after = processorTime();
        return new Rate(actions / ((System.nanoTime() - begin) / 1e9), (after[0] - before[0]) / 1e3 / actions, (after[1] - before[1]) / 1e3 / actions);
    }

    private Action action() {
        UUID record = id();
        return Action.of(id(), "people.person-registered", 1)
                .by(new UUID(0, 7), "immigration", "mae-sot", "reception", "bench")
                .happened(DAY)
                .touch(record, "person", Action.NEW)
                .clear("nationality", "ETH")
                .clear("sex", "f")
                .clear("holder-place", "mae-sot")
                .clear("state", "here")
                .seal(record, "names", Map.of("names", List.of(Map.of("written", "Made " + random.nextInt(), "kind", "full"))))
                .seal(record, "births", Map.of("births", List.of(Map.of("written", "1998-03-04", "kind", "date"))))
                .build();
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static double insert(WingDatabase wing, List<byte[]> bytes) throws SQLException {
        try (Connection connection = wing.pool(Wing.Role.WRITER).getConnection()) {
            connection.setAutoCommit(false);
            long begin = System.nanoTime();
            try (PreparedStatement insert = connection.prepareStatement("insert into protection.bare values (?, ?)")) {
                for (int i = 0; i < bytes.size(); i++) {
                    insert.setLong(1, i);
                    insert.setBytes(2, bytes.get(i));
                    insert.addBatch();
                    if (i % 1_000 == 999) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
                insert.executeBatch();
                connection.commit();
            }
            double rate = bytes.size() / ((System.nanoTime() - begin) / 1e9);
            connection.setAutoCommit(true);
            return rate;
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
