package org.moei.foundation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moei.base.Figures;
import org.moei.base.ProblemException;
import org.moei.foundation.Seeds;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.Database;
import org.moei.foundation.database.DatabasePlace;
import org.moei.foundation.database.Wing;
import org.moei.foundation.vault.FolderVault;
import org.moei.foundation.vault.Vault;

/** PostgreSQL killed under load, the power cut below it, its disk full, the clock wrong: what was acknowledged stands once, and the tree is whole. */
class FaultyDatabaseTest {
    private static final int WRITERS = 4;

    private final Map<UUID, Long> acknowledged = new ConcurrentHashMap<>();
    private Path folder = Path.of("unset");

    @BeforeEach
    void make() throws IOException {
        folder = Files.createTempDirectory("moei-faults");
    }

    @AfterEach
    void clear() throws IOException, InterruptedException {
        new ProcessBuilder("rm", "-rf", folder.toString()).inheritIO().start().waitFor();
    }

    private Database open(Path data) {
        return Database.open(new DatabasePlace.Embedded(data, folder.resolve("keys")), EnumSet.of(Wing.PROTECTION), WingFoundation.migrations(Wing.PROTECTION));
    }

    private Vault vault() {
        return FolderVault.ofRehearsal(folder.resolve("keys"), new SecureRandom());
    }

    private Journal journal(Database database, Vault vault) {
        HikariDataSource pool = (HikariDataSource) database.wing(Wing.PROTECTION).pool(Wing.Role.WRITER);
        // Nobody waits for a server that was killed.
        pool.getHikariConfigMXBean().setConnectionTimeout(1_000);
        return new Journal("protection", pool, vault, List.of(), TestJournal.CLOCK);
    }

    /** Appends until the database fails; remembers what was acknowledged. */
    private void appendUntilItFails(Journal journal, int bytes) {
        byte[] note = new byte[bytes];
        new Random(1).nextBytes(note);
        String text = java.util.Base64.getEncoder().encodeToString(note);
        while (true) {
            List<Action> actions = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                UUID record = UUID.randomUUID();
                actions.add(Action.of(UUID.randomUUID(), "people.person-described", 1)
                        .by(new UUID(0, 7), "immigration", "mae-sot", "reception", "test")
                        .happened(TestJournal.NOW)
                        .touch(record, "person", Action.NEW)
                        .seal(record, "notes", Map.of("note", text))
                        .build());
            }
            try {
                CompletableFuture<List<Receipt>> answer = journal.submit(actions);
                answer.join().forEach(receipt -> acknowledged.put(receipt.action(), receipt.position()));
            } catch (CompletionException | ProblemException e) {
                return;
            }
        }
    }

    private void assertAllThere(Journal journal, Database database, Vault vault) {
        Map<UUID, Long> standing = new HashMap<>();
        for (List<Recorded> page = journal.read(0, 2_000); !page.isEmpty(); page = journal.read(page.getLast().position(), 2_000)) {
            for (Recorded each : page) {
                assertThat(standing.put(each.envelope().id(), each.position())).as("an action stands once").isNull();
                assertThat(vault.open(each.envelope().parts().getFirst().sealed())).isNotEmpty();
            }
        }
        assertThat(standing).containsAllEntriesOf(acknowledged);
        assertThat(Verifier.verify("protection", database.wing(Wing.PROTECTION).pool(Wing.Role.WRITER), Optional.empty(), vault.publicKey()).findings()).isEmpty();
    }

    private void killServer(int rounds) throws InterruptedException {
        Random random = Seeds.random("killed-server");
        for (int round = 0; round < rounds; round++) {
            try (Database database = open(folder.resolve("data"));
                    Vault vault = vault();
                    Journal journal = journal(database, vault)) {
                assertAllThere(journal, database, vault);
                List<Thread> writers = new ArrayList<>();
                for (int i = 0; i < WRITERS; i++) {
                    writers.add(Thread.ofPlatform().start(() -> appendUntilItFails(journal, 200)));
                }
                Thread.sleep(100 + random.nextInt(900));
                // All of the server's own processes and none else: their numbers come from the folder's lock file.
                database.processes().forEach(number -> ProcessHandle.of(number).ifPresent(ProcessHandle::destroyForcibly));
                for (Thread writer : writers) {
                    writer.join();
                }
            }
        }
        try (Database database = open(folder.resolve("data"));
                Vault vault = vault();
                Journal journal = journal(database, vault)) {
            assertAllThere(journal, database, vault);
            assertThat(acknowledged).isNotEmpty();
            journal.append(TestJournal.action(UUID.randomUUID()));
        }
        Figures.count("kill -9 of PostgreSQL under load", rounds);
        Figures.count("actions acknowledged before a kill, all there", acknowledged.size());
        System.out.println("acknowledged " + acknowledged.size());
    }

    @Test
    @Tag("slow")
    void whatWasAcknowledgedBeforePostgresqlWasKilledUnderLoadIsThereOnce() throws InterruptedException {
        killServer(3);
    }

    @Test
    @Tag("nightly")
    void whatWasAcknowledgedBeforePostgresqlWasKilledUnderLoadIsThereOnceFiftyTimes() throws InterruptedException {
        killServer(50);
    }

    @Test
    @Tag("slow")
    void aFullDiskRefusesWhatItCannotKeepAndGoesOnWhenThereIsRoom() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        boolean mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=260m,mode=755", "none", disk.toString()).start().waitFor() == 0;
        assumeTrue(mounted, "A small file system could not be mounted (it takes root): a full disk was not tried.");
        try {
            try (Database database = open(disk.resolve("data"));
                    Vault vault = vault();
                    Journal journal = journal(database, vault)) {
                appendUntilItFails(journal, 20_000);
                assertThat(acknowledged).isNotEmpty();
            }
            assertThat(new ProcessBuilder("mount", "-o", "remount,size=700m", disk.toString()).start().waitFor()).isZero();
            try (Database database = open(disk.resolve("data"));
                    Vault vault = vault();
                    Journal journal = journal(database, vault)) {
                assertAllThere(journal, database, vault);
                journal.append(TestJournal.action(UUID.randomUUID()));
            }
            Figures.count("full disks survived", 1);
        } finally {
            new ProcessBuilder("umount", "-l", disk.toString()).inheritIO().start().waitFor();
        }
    }

    private void cutThePower(int rounds) throws IOException, InterruptedException {
        Random random = Seeds.random("power-loss");
        try (CutDisk disk = CutDisk.make(folder, 1L << 30)) {
            assumeTrue(disk != null, "A file system could not be mounted from a file (it takes root, loop devices and mkfs.ext4): a power loss was not tried.");
            for (int round = 0; round < rounds; round++) {
                // Written and never synced by anybody, next to what PostgreSQL syncs: it shows that the cut drops anything at all.
                Path unsynced = disk.folder().resolve("unsynced-" + round);
                try (Database database = open(disk.folder().resolve("data"));
                        Vault vault = vault();
                        Journal journal = journal(database, vault)) {
                    assertAllThere(journal, database, vault);
                    List<Thread> writers = new ArrayList<>();
                    for (int i = 0; i < WRITERS; i++) {
                        writers.add(Thread.ofPlatform().start(() -> appendUntilItFails(journal, 200)));
                    }
                    Thread.sleep(100 + random.nextInt(1_400));
                    Files.writeString(unsynced, "lost".repeat(10_000));
                    disk.cut();
                    database.processes().forEach(number -> ProcessHandle.of(number).ifPresent(ProcessHandle::destroyForcibly));
                    for (Thread writer : writers) {
                        writer.join();
                    }
                }
                disk.unmount();
                assertThat(disk.mount()).as("mounted again").isTrue();
                assertThat(Files.exists(unsynced) ? Files.size(unsynced) : 0).as("what nobody synced is lost").isLessThan(40_000);
            }
            try (Database database = open(disk.folder().resolve("data"));
                    Vault vault = vault();
                    Journal journal = journal(database, vault)) {
                assertAllThere(journal, database, vault);
                journal.append(TestJournal.action(UUID.randomUUID()));
            }
            assertThat(acknowledged).isNotEmpty();
        }
        Figures.count("power losses below PostgreSQL (ext4 shut down without its log)", rounds);
        Figures.count("actions acknowledged before a power loss, all there", acknowledged.size());
    }

    @Test
    @Tag("slow")
    void whatWasAcknowledgedBeforeThePowerWentIsThereOnce() throws IOException, InterruptedException {
        cutThePower(3);
    }

    @Test
    @Tag("nightly")
    void whatWasAcknowledgedBeforeThePowerWentIsThereOnceFiftyTimes() throws IOException, InterruptedException {
        cutThePower(50);
    }

    @Test
    void aClockThatJumpsBackAndForthChangesNoOrderAndLosesNothing() {
        Random random = Seeds.random("clock-jumps");
        Instant[] now = {TestJournal.NOW};
        try (TestJournal house = new TestJournal();
                Journal journal = new Journal("protection", house.source(), house.vault, List.of(), () -> now[0])) {
            long before = 0;
            for (int jump = 0; jump < 40; jump++) {
                now[0] = TestJournal.NOW.plus(Duration.ofMinutes(random.nextLong(-50_000_000L, 50_000_000L)));
                long position = journal.append(TestJournal.action(UUID.randomUUID())).position();
                assertThat(position).isEqualTo(before + 1);
                before = position;
                if (jump % 10 == 0) {
                    journal.signHead();
                }
            }
            assertThat(house.verify(Optional.empty()).findings()).isEmpty();
            Figures.count("clock jumps", 40);
        }
    }
}
