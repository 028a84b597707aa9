package org.moei.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.base.Figures;
import org.moei.base.Problem;
import org.moei.base.Progress;
import org.moei.console.backup.Backup;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.AccessLog;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Recorded;
import org.moei.protection.people.Entry;

/** A backup is put back whole or not at all, and nobody comes back with it who was erased. */
class RestoreTest {
    @TempDir
    private static Path folder;

    private static TestOperation operation;
    private static String password;
    private static UUID stays;
    private static UUID goes;
    private static List<State> backedUp;

    @BeforeAll
    static void operate() throws IOException {
        operation = new TestOperation(folder);
        String token;
        Said account = operation.run("account", "desk-1", "--role", "reception", "--agency", "immigration", "--place", "mae-sot");
        password = account.out().lines().findFirst().orElseThrow().replace("desk-1: ", "");
        try (Installation installation = operation.open()) {
            stays = operation.arrive(installation, "Made Up Name");
            goes = operation.arrive(installation, "Other Made Name");
            token = operation.token(installation, goes);
            installation.foundations().getFirst().accessLog().event("sign-in", "failed");
            installation.foundations().forEach(w -> w.journal().signHead());
        }
        Files.createDirectories(folder.resolve("op/files"));
        Files.writeString(folder.resolve("op/files/sealed"), "as it stands");
        assertThat(operation.run("backup", "--out", operation.path("before")).exit()).isZero();
        copy("op.keys", "keys.before");
        operation.run("erase", "--token", token, "--reason", "as asked", "--yes");
        assertThat(operation.run("backup", "--out", operation.path("after")).exit()).isZero();
        try (Installation installation = operation.open()) {
            backedUp = installation.foundations().stream().map(State::of).toList();
        }
    }

    /** What a wing's tables, journal and log of reads hold. */
    private record State(String tables, long actions, List<AccessLog.Entry> reads) {
        static State of(WingFoundation wing) {
            return new State(wing.sealedDigest(), wing.journal().size(), wing.accessLog().list(Long.MAX_VALUE, 100));
        }
    }

    private static void copy(String from, String to) {
        Folders.copy(folder.resolve(from), folder.resolve(to));
    }

    private static Entry entry(Installation installation, UUID person) {
        return installation.protection().roster().system().find(person).orElseThrow();
    }

    private static List<Boolean> opens(Installation installation, UUID person) {
        return installation.protection().foundation().journal().read(0, 1_000).stream()
                .flatMap(e -> e.envelope().parts().stream())
                .filter(p -> p.about().equals(Optional.of(person)))
                .map(p -> installation.vault().findOpen(p.sealed()).isPresent())
                .distinct()
                .toList();
    }

    @Test
    void aBackupPutBackVerifiesRebuildsAndHasItsAccountsLogsHeadsAndFiles() throws IOException {
        assertThat(operation.runOn("again", "restore", operation.path("after")).exit()).isZero();
        assertThat(operation.runOn("again", "verify").exit()).isZero();
        Said rebuilt = operation.runOn("again", "rebuild");
        assertThat(rebuilt.out()).contains("The rebuilt tables are equal.");
        assertThat(folder.resolve("again/files/sealed")).hasContent("as it stands");
        try (Installation restored = operation.open("again", "op.keys")) {
            assertThat(restored.foundations()).map(State::of).isEqualTo(backedUp);
            assertThat(restored.foundations()).allSatisfy(w -> assertThat(w.accessLog().verify()).isEmpty());
            assertThat(restored.foundations().getFirst().accounts().check("desk-1", password).map(Viewer::name)).contains("desk-1");
            assertThat(opens(restored, stays)).containsExactly(true);
            assertThat(opens(restored, goes)).containsExactly(false);
        }
    }

    @Test
    void whoWasErasedAfterTheBackupIsErasedInWhatIsPutBackAndTheJournalSaysSo() {
        Said said = operation.runOn("older", "restore", operation.path("before"));
        assertThat(said.out()).contains("1 of them the backup did not know");
        assertThat(said.exit()).isZero();
        try (Installation restored = operation.open("older", "op.keys")) {
            assertThat(opens(restored, stays)).containsExactly(true);
            assertThat(opens(restored, goes)).containsExactly(false);
            assertThat(entry(restored, goes).state()).isEqualTo("erased");
            assertThat(entry(restored, goes).nationality()).isEmpty();
            assertThat(entry(restored, stays).nationality()).isEqualTo("ETH");
        }
        assertThat(operation.runOn("older", "verify").exit()).isZero();
    }

    @Test
    void theLedgerThatWasKeptApartErasesEvenWhereBackupAndKeysAreBothFromBefore() {
        copy("keys.before", "keys.old");
        Said without = Said.by("restore", operation.path("before"), "--data", operation.path("forgot"), "--keys", operation.path("keys.old"), "--passphrase-file", operation.path("passphrase"));
        assertThat(without.exit()).isZero();
        try (Installation restored = operation.open("forgot", "keys.old")) {
            assertThat(opens(restored, goes)).as("the test itself can tell").containsExactly(true);
        }
        copy("keys.before", "keys.older");
        Said with = Said.by(
                "restore", operation.path("before"), "--erased", operation.path("after.erased"), "--data", operation.path("known"), "--keys", operation.path("keys.older"),
                "--passphrase-file", operation.path("passphrase"));
        assertThat(with.exit()).isZero();
        try (Installation restored = operation.open("known", "keys.older")) {
            assertThat(opens(restored, goes)).containsExactly(false);
            assertThat(opens(restored, stays)).containsExactly(true);
        }
    }

    @Test
    void aTornOrChangedBackupIsRefusedByNameAndLeavesNothingBehind() throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve("after"));
        Random random = new Random(20250212);
        List<byte[]> wrong = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            wrong.add(changed);
            wrong.add(java.util.Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1)));
        }
        wrong.add(java.util.Arrays.copyOf(whole, whole.length + 1));
        wrong.add("not a backup".getBytes(StandardCharsets.UTF_8));
        for (byte[] each : wrong) {
            Files.write(folder.resolve("wrong"), each);
            Said said = operation.runOn("refused", "restore", operation.path("wrong"));
            assertThat(said.exit()).isEqualTo(Problem.Kind.COULD_NOT_RUN.exit());
            assertThat(said.out()).containsPattern("(of the sealed file|is not a sealed file).*\\[sealed-file]|sealed file ends too early");
            assertThat(folder.resolve("refused")).doesNotExist();
        }
        Figures.count("torn or changed backups, all refused", wrong.size());
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
        Files.createDirectories(folder.resolve("full"));
        Files.writeString(folder.resolve("full/mine"), "mine");
        Said said = operation.runOn("full", "restore", operation.path("after"));
        assertThat(said.out()).contains("[folder-not-empty]");
        assertThat(folder.resolve("full/mine")).hasContent("mine");
    }

    @Test
    void aBackupOpensUnderNoOtherKeys() {
        Said other = Said.by("init", "--data", operation.path("stranger"), "--passphrase-file", operation.path("passphrase"));
        assertThat(other.exit()).isZero();
        Said said = Said.by("restore", operation.path("after"), "--data", operation.path("stolen"), "--keys", operation.path("stranger.keys"), "--passphrase-file", operation.path("passphrase"));
        assertThat(said.out()).contains("sealed under another key");
        assertThat(folder.resolve("stolen")).doesNotExist();
    }

    @Test
    void aBackupOfARunningInstallationHoldsAllThatWasAcknowledgedBeforeItBegan() throws Exception {
        Set<UUID> before = new HashSet<>();
        try (Installation live = operation.open()) {
            AtomicBoolean go = new AtomicBoolean(true);
            Set<UUID> all = java.util.concurrent.ConcurrentHashMap.newKeySet();
            Thread desk = Thread.ofPlatform().start(() -> {
                while (go.get()) {
                    all.add(operation.arrive(live, "Busy Made Name"));
                }
            });
            while (all.size() < 20) {
                Thread.onSpinWait();
            }
            before.addAll(all);
            Backup.write(live, folder.resolve("busy"), Instant.parse("2025-02-12T03:00:00Z"), Progress.SILENT);
            go.set(false);
            desk.join();
            assertThat(all.size()).as("others went on working").isGreaterThan(before.size());
        }
        Said said = operation.runOn("later", "restore", operation.path("busy"));
        assertThat(said.exit()).as(said.out()).isZero();
        Set<UUID> there = new HashSet<>();
        try (Installation restored = operation.open("later", "op.keys")) {
            for (List<Recorded> page = read(restored, 0); !page.isEmpty(); page = read(restored, page.getLast().position())) {
                page.forEach(r -> r.envelope().touches().forEach(t -> there.add(t.record())));
            }
        }
        assertThat(there).containsAll(before);
    }

    private static List<Recorded> read(Installation installation, long after) {
        return installation.protection().foundation().journal().read(after, 1_000);
    }

    @Test
    void aDrillSaysHowManyActionsALossWouldCost() throws IOException {
        Files.writeString(folder.resolve("list.csv"), "name,birth_date,nationality\nQponmlkj Made,1999-05-06,ETH\nThird Made,1998-05-06,KEN\n");
        assertThat(operation.run("backup", "--out", operation.path("nightly")).exit()).isZero();
        assertThat(operation.run("import", operation.path("list.csv"), "--agency", "immigration").exit()).isZero();
        long more;
        try (Installation live = operation.open()) {
            more = live.foundations().getFirst().journal().size();
        }
        Said said = operation.run("drill", "--backup", operation.path("nightly"), "--json", operation.path("drill.json"));
        assertThat(said.exit()).as(said.out()).isZero();
        String json = Files.readString(folder.resolve("drill.json"));
        assertThat(json).contains("\"findings\" : 0", "\"tables_equal\" : true");
        long lost = Long.parseLong(json.replaceAll("(?s).*\"actions_lost\" : (\\d+).*", "$1"));
        long kept = Long.parseLong(json.replaceAll("(?s).*\"actions\" : (\\d+).*", "$1"));
        Figures.minutes("restore of a small operation in the drill", Double.parseDouble(json.replaceAll("(?s).*\"restore\" : ([0-9.E-]+).*", "$1")));
        assertThat(lost).isPositive();
        assertThat(kept + lost).isEqualTo(more);
        assertThat(folder.resolve("op.drill")).doesNotExist();
    }
}
