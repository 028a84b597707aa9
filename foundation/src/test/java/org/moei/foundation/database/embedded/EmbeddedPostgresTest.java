package org.moei.foundation.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moei.base.ProblemException;

class EmbeddedPostgresTest {
    static final String SECRET = "0123456789abcdef0123456789abcdef";

    private final Path folder = TestFolder.create();
    private Path data = folder.resolve("data");
    private ServerProcesses server = new ServerProcesses(data.resolve("postgresql"));

    private void use(Path chosen) {
        data = chosen;
        server = new ServerProcesses(data.resolve("postgresql"));
    }

    @AfterEach
    void nothingIsLeftRunning() {
        assertThat(server.goneWithin(Duration.ofSeconds(20))).isTrue();
        TestFolder.delete(folder);
    }

    private EmbeddedPostgres open() {
        return EmbeddedPostgres.open(data, () -> SECRET);
    }

    private static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url("postgres"), postgres.administrator(), SECRET);
    }

    private static void run(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres); Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void whatWasCommittedIsThereAfterTheServerWasKilled() throws Exception {
        try (EmbeddedPostgres postgres = open()) {
            run(postgres, "CREATE TABLE kept (number int); INSERT INTO kept VALUES (7)");
            server.signal(postgres.postmaster().orElseThrow(), "KILL");
        }
        long before = System.nanoTime();
        try (EmbeddedPostgres postgres = open()) {
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
            assertThat(read(postgres, "SELECT number FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void theServerEndsSoonAfterItsOnlyProgramWasKilled() throws Exception {
        OtherProcess other = OtherProcess.start(data);
        other.awaitOpen();
        other.kill();
        assertThat(server.goneWithin(Duration.ofSeconds(20))).isTrue();
        try (EmbeddedPostgres postgres = open()) {
            assertThat(read(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void aServerLeftWithoutProgramAndGuardIsAdopted() throws Exception {
        OtherProcess other = OtherProcess.start(data);
        long postmaster = other.awaitOpen();
        List<ProcessHandle> guards = other.process().descendants().filter(each -> each.info().commandLine().orElse("").contains("postgresql.users")).toList();
        assertThat(guards).isNotEmpty();
        guards.forEach(ProcessHandle::destroyForcibly);
        other.kill();
        assertThat(server.postmaster()).contains(postmaster);
        try (EmbeddedPostgres postgres = open()) {
            assertThat(postgres.postmaster()).contains(postmaster);
            assertThat(read(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void twoProgramsThatStartAtOnceShareOneServerAndTheLastStopsIt() throws Exception {
        try (OtherProcess first = OtherProcess.start(data); OtherProcess second = OtherProcess.start(data)) {
            long postmaster = first.awaitOpen();
            assertThat(second.awaitOpen()).isEqualTo(postmaster);
            first.close();
            assertThat(server.postmaster()).contains(postmaster);
            try (EmbeddedPostgres third = open()) {
                second.kill();
                assertThat(read(third, "SELECT 1")).isEqualTo("1");
            }
            assertThat(server.list()).isEmpty();
        }
    }

    @Test
    void aNumberOfAStrangerInTheLockFileDoesNotBlockTheStart() throws Exception {
        open().close();
        for (String number : List.of(Long.toString(ProcessHandle.current().pid()), "1", "999999999", "nonsense", "")) {
            Files.writeString(server.lockFile(), number + "\n" + server.cluster() + "\n0\n5432\n.\n\n 1 1\nready\n");
            try (EmbeddedPostgres postgres = open()) {
                assertThat(read(postgres, "SELECT 1")).as(number).isEqualTo("1");
            }
        }
    }

    @Test
    void aFolderWhoseMakingWasKilledIsMadeAnew() throws Exception {
        Files.createDirectories(data.resolve("postgresql.new/cluster/base"));
        Files.writeString(data.resolve("postgresql.new/cluster/PG_VERSION"), "18");
        try (EmbeddedPostgres postgres = open()) {
            assertThat(read(postgres, "SELECT 1")).isEqualTo("1");
        }
        assertThat(data.resolve("postgresql.new")).doesNotExist();
    }

    @Test
    void aFolderIsDiscardedOnlyWhenNobodyUsesIt() throws Exception {
        try (OtherProcess other = OtherProcess.start(data)) {
            other.awaitOpen();
            assertThatThrownBy(() -> EmbeddedPostgres.discard(data)).isInstanceOf(ProblemException.class).hasMessageContaining("in use");
        }
        EmbeddedPostgres.discard(data);
        assertThat(data).isEmptyDirectory();
        EmbeddedPostgres.discard(folder.resolve("not there"));
    }

    @Test
    void aLongPathWithBlanksAndBurmeseIsFine() throws Exception {
        use(folder.resolve("a folder with blanks/မြဝတီ/" + "long".repeat(30)));
        try (EmbeddedPostgres postgres = open()) {
            assertThat(read(postgres, "SELECT 1")).isEqualTo("1");
        }
        try (EmbeddedPostgres postgres = open()) {
            assertThat(read(postgres, "SHOW data_checksums")).isEqualTo("on");
        }
    }

    @Test
    void aFolderIsOpenedOnceInAProcess() {
        try (EmbeddedPostgres postgres = open()) {
            assertThat(postgres.processes()).isNotEmpty();
            assertThatThrownBy(this::open).isInstanceOf(ProblemException.class).hasMessageContaining("already open");
        }
    }

    @Test
    void theServerListensOnNoPortAndItsFolderIsPrivate() throws Exception {
        try (EmbeddedPostgres postgres = open()) {
            assertThat(read(postgres, "SHOW listen_addresses")).isEmpty();
            assertThat(read(postgres, "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules")).isEqualTo("scram-sha-256");
            assertThat(Files.getPosixFilePermissions(server.cluster())).hasSize(3);
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url("postgres"), postgres.administrator(), "wrong")).isInstanceOf(SQLException.class);
        }
    }

    @Test
    void nothingThatAStatementHoldsReachesTheLog() throws Exception {
        try (EmbeddedPostgres postgres = open()) {
            run(postgres, "CREATE TABLE kept (word text PRIMARY KEY); INSERT INTO kept VALUES ('xylophone')");
            for (String wrong : List.of("INSERT INTO kept VALUES ('xylophone')", "SELECT 'xylophone'::int", "SELECT xylophone FROM kept", "DO $$ BEGIN RAISE WARNING 'xylophone'; END $$",
                    "DO $$ BEGIN RAISE LOG 'nothing here either'; END $$")) {
                try {
                    run(postgres, wrong);
                } catch (SQLException expected) {
                    assertThat(expected.getSQLState()).isNotNull();
                }
            }
        }
        assertThat(Files.readString(data.resolve("postgresql.log"))).contains("ready to accept connections").doesNotContain("xylophone");
    }

    @Test
    void rootHandsTheServerToSomebodyWhoMayDoNothing() throws Exception {
        assumeTrue(Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0), "only where the tests run as root");
        try (EmbeddedPostgres postgres = open()) {
            for (long process : postgres.processes()) {
                assertThat((Integer) Files.getAttribute(Path.of("/proc/" + process), "unix:uid", LinkOption.NOFOLLOW_LINKS)).isNotZero();
            }
        }
        // As after a restore by root: all files are root's.
        try (Stream<Path> paths = Files.walk(server.cluster())) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.setAttribute(path, "unix:uid", 0, LinkOption.NOFOLLOW_LINKS);
            }
        }
        try (EmbeddedPostgres postgres = open()) {
            assertThat(read(postgres, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void anOrdinaryUserRunsItToo() throws Exception {
        assumeTrue(Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0), "the other tests show it where the tests do not run as root");
        Path theirs = Files.createTempDirectory(Path.of("/tmp"), "moei-user");
        try {
            StringBuilder classPath = new StringBuilder();
            for (String entry : new ArrayList<>(List.of(System.getProperty("java.class.path").split(File.pathSeparator)))) {
                Path copy = theirs.resolve(classPath.length() + "-" + Path.of(entry).getFileName());
                copy(Path.of(entry), copy);
                classPath.append(classPath.isEmpty() ? "" : File.pathSeparator).append(copy);
            }
            use(theirs.resolve("data"));
            new ServerUser.Other(65534, 65534).own(theirs);
            List<String> as = List.of("env", "XDG_CACHE_HOME=" + theirs.resolve(".cache"), "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
            try (OtherProcess other = OtherProcess.start(as, classPath.toString(), data)) {
                assertThat(other.awaitOpen()).isPositive();
                other.kill();
            }
            assertThat(server.goneWithin(Duration.ofSeconds(20))).isTrue();
            assertThat(theirs.resolve(".cache/moei")).isDirectory();
        } finally {
            Folders.delete(theirs);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        if (!Files.exists(from)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : (Iterable<Path>) paths::iterator) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }
}
