package org.moei.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moei.base.ProblemException;
import org.moei.foundation.database.embedded.EmbeddedPostgres;
import org.moei.foundation.database.embedded.TestFolder;

class DatabaseTest {
    private static final List<Migrations> PEOPLE = List.of(
            new Migrations(Wing.PROTECTION, "people", "org/moei/foundation/database/people"),
            new Migrations(Wing.DISRUPTION, "people", "org/moei/foundation/database/people"));

    private final Path folder = TestFolder.create();

    @AfterEach
    void clear() {
        TestFolder.delete(folder);
    }

    private Database open(Set<Wing> wings) {
        return Database.open(new DatabasePlace.Embedded(folder.resolve("data"), folder.resolve("keys")), wings, PEOPLE);
    }

    @Test
    void bothWingsAreThereAfterASecondStartAndMemoryIsMeasured() {
        try (Database database = open(EnumSet.allOf(Wing.class)); ProcessMemory memory = ProcessMemory.watch(database)) {
            for (Wing wing : Wing.values()) {
                assertThat(database.wing(wing).writing(sql -> sql.sql("INSERT INTO person VALUES (:id, 'x')").param("id", new UUID(0, 1)).update()).intValue()).isOne();
            }
            assertThat(memory.peakPss()).isBetween(20L << 20, 8L << 30).isGreaterThan(memory.now() / 2);
            assertThat(database.processes()).hasSizeGreaterThan(3);
        }
        long before = System.nanoTime();
        try (Database database = open(EnumSet.allOf(Wing.class))) {
            System.out.println("second start, both wings: " + Duration.ofNanos(System.nanoTime() - before).toMillis() + " ms");
            assertThat(database.wing(Wing.DISRUPTION).writing(sql -> sql.sql("SELECT count(*) FROM person").query(Long.class).single()).longValue()).isOne();
        }
    }

    @Test
    void aProcessOfOneWingHasNothingOfTheOther() throws Exception {
        try (Database database = open(EnumSet.of(Wing.DISRUPTION))) {
            assertThat(database.wings()).hasSize(1);
            assertThatThrownBy(() -> database.wing(Wing.PROTECTION)).hasMessageContaining("protection");
            try (Connection connection = database.server().connectAsAdministrator(); Statement statement = connection.createStatement();
                    var rows = statement.executeQuery("SELECT FROM pg_namespace WHERE nspname LIKE 'protection%'")) {
                assertThat(rows.next()).isFalse();
            }
        }
        try (Stream<Path> secrets = Files.list(folder.resolve("keys/database"))) {
            assertThat(secrets.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("administrator", "moei_disruption_writer", "moei_disruption_app", "moei_disruption_rebuild");
        }
    }

    @Test
    void passwordsAreReadableByTheirOwnerAlone() throws Exception {
        String secret = new Secrets(folder).of("moei_protection_app");
        assertThat(secret).hasSize(64).isEqualTo(new Secrets(folder).of("moei_protection_app")).isNotEqualTo(new Secrets(folder).of("moei_protection_writer"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("database/moei_protection_app"))).hasSize(2);
        assertThat(Files.getPosixFilePermissions(folder.resolve("database"))).hasSize(3);
    }

    @Test
    void aServerThatCouldLoseWhatItAcknowledgedIsRefused() throws Exception {
        open(EnumSet.of(Wing.PROTECTION)).close();
        Path settings = folder.resolve("data/postgresql/postgresql.auto.conf");
        for (String weak : List.of("fsync = off", "synchronous_commit = off", "full_page_writes = off", "zero_damaged_pages = on")) {
            Files.writeString(settings, weak + "\n");
            assertThatThrownBy(() -> open(EnumSet.of(Wing.PROTECTION)).close()).as(weak)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining(weak.replace(" = ", " is "))
                    .hasMessageContaining("[database-not-durable]");
        }
        Files.writeString(settings, "");
        try (Database database = open(EnumSet.of(Wing.PROTECTION))) {
            try (Connection connection = database.server().connectAsAdministrator(); Statement statement = connection.createStatement()) {
                statement.execute("ALTER ROLE moei_protection_writer SET synchronous_commit = off");
            }
        }
        assertThatThrownBy(() -> open(EnumSet.of(Wing.PROTECTION)).close()).hasMessageContaining("synchronous_commit is off");
    }

    @Test
    void anotherKeysFolderDoesNotOpenTheData() {
        open(EnumSet.of(Wing.PROTECTION)).close();
        DatabasePlace wrong = new DatabasePlace.Embedded(folder.resolve("data"), folder.resolve("keys of somebody else"));
        assertThatThrownBy(() -> Database.open(wrong, EnumSet.of(Wing.PROTECTION), List.of())).isInstanceOf(ProblemException.class).hasMessageContaining("[database-sign-in]");
        assertThatThrownBy(() -> new DatabasePlace.Embedded(folder.resolve("data"), folder.resolve("data/keys"))).hasMessageContaining("inside the data folder");
    }

    @Test
    void anExternalServerIsSetUpByAUserWhoIsNotSuperuser() throws SQLException {
        try (EmbeddedPostgres theirs = EmbeddedPostgres.open(folder.resolve("theirs"), () -> "a secret of the superuser")) {
            Server root = new Server(theirs.url("postgres"), theirs.administrator(), "a secret of the superuser");
            try (Connection connection = root.connectAsAdministrator(); Statement statement = connection.createStatement()) {
                statement.execute("CREATE ROLE operator LOGIN CREATEROLE PASSWORD 'pass+word'");
                statement.execute("CREATE DATABASE operation OWNER operator TEMPLATE template0");
            }
            String url = theirs.url("operation").replace("jdbc:postgresql://", "postgresql://operator:pass+word@");
            for (int start = 0; start < 2; start++) {
                try (Database database = Database.open(new DatabasePlace.External(url, folder.resolve("keys")), EnumSet.allOf(Wing.class), PEOPLE)) {
                    assertThat(database.wing(Wing.DISRUPTION).unscoped(sql -> sql.sql("SELECT count(*) FROM place").query(Long.class).single()).longValue()).isZero();
                    assertThat(database.wing(Wing.PROTECTION).writing(sql -> sql.sql("DELETE FROM person").update()).intValue()).isZero();
                    assertThat(database.processes()).isEmpty();
                }
            }
        }
    }

    @Test
    void anAddressThatIsNotUnderstoodIsNotRepeated() {
        for (String bad : List.of("localhost", "mysql://a:hidden@host/x", "postgresql://host/moei", "postgresql://u:hidden@host", "::hidden")) {
            assertThatThrownBy(() -> Database.open(new DatabasePlace.External(bad, folder.resolve("keys")), EnumSet.noneOf(Wing.class), List.of()))
                    .as(bad)
                    .hasMessageContaining("[database-url]")
                    .hasMessageNotContaining("hidden");
        }
    }
}
