package org.moei.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.Migrations;
import org.moei.foundation.database.TestDatabase;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Finding;

class AccessTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh(WingFoundation.migrations(Wing.PROTECTION).toArray(Migrations[]::new));
    private static final String PASSWORD = "a long enough password";

    private Instant now = Instant.parse("2025-02-12T03:00:00Z");
    private final Accounts accounts = new Accounts(Wing.PROTECTION, DATABASE.wing(Wing.PROTECTION).pool(Wing.Role.WRITER), () -> now);
    private final AccessLog log = new AccessLog(Wing.PROTECTION, DATABASE.wing(Wing.PROTECTION).pool(Wing.Role.WRITER), () -> now);
    private final Viewer desk = viewer("desk", Role.RECEPTION, "immigration", "mae-sot");

    private static Viewer viewer(String name, Role role, String agency, String... places) {
        return new Viewer(UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)), name, role, agency, Set.of(places));
    }

    private Optional<Viewer> signIn(String name, String password) {
        Optional<Viewer> viewer = accounts.check(name, password);
        viewer.ifPresent(v -> accounts.forgive(v.account()));
        return viewer;
    }

    @BeforeEach
    void begin() throws SQLException {
        try (Connection administrator = DATABASE.administrator(); Statement statement = administrator.createStatement()) {
            statement.execute("truncate protection_access.account, protection_access.entry cascade");
        }
        accounts.put(desk, PASSWORD);
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    @Test
    void theRightPasswordSignsInAndAnythingElseGetsTheSameAnswer() {
        assertThat(signIn("desk", PASSWORD)).contains(desk);
        for (String wrong : List.of("", "a long enough passwore", PASSWORD.repeat(4), "x".repeat(100_000))) {
            assertThat(signIn("desk", wrong)).as("wrong password").isEmpty();
            assertThat(signIn("nobody", wrong)).as("unknown name").isEmpty();
            now = now.plus(Duration.ofMinutes(16));
            assertThat(signIn("desk", PASSWORD)).isPresent();
        }
    }

    @Test
    void afterFiveWrongPasswordsAnAccountRestsForFifteenMinutes() {
        for (int i = 0; i < 5; i++) {
            assertThat(signIn("desk", "wrong password " + i)).isEmpty();
        }
        assertThat(signIn("desk", PASSWORD)).isEmpty();
        now = now.plus(Duration.ofMinutes(14));
        assertThat(signIn("desk", PASSWORD)).isEmpty();
        now = now.plus(Duration.ofMinutes(2));
        assertThat(signIn("desk", PASSWORD)).isPresent();
    }

    @Test
    void fourWrongPasswordsAreForgottenOnceTheRightOneCame() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 4; i++) {
                signIn("desk", "wrong password");
            }
            assertThat(signIn("desk", PASSWORD)).isPresent();
        }
    }

    @Test
    void guessesMadeAtTheSameTimeAreAllCounted() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            List<Future<?>> guesses = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                guesses.add(threads.submit(() -> signIn("desk", "wrong password")));
            }
            for (Future<?> guess : guesses) {
                guess.get();
            }
        }
        assertThat(signIn("desk", PASSWORD)).isEmpty();
    }

    @Test
    void anAccountOfTheOtherWingAndAShortPasswordAreRefused() {
        assertThatThrownBy(() -> accounts.put(viewer("analyst", Role.ANALYST, "police", "*"), PASSWORD)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> accounts.put(desk, "short")).isInstanceOf(ProblemException.class).hasMessageNotContaining("short");
    }

    @Test
    void theLogHasATreeOfItsOwnAndAnyChangeInItIsFound() throws SQLException {
        UUID record = new UUID(1, 1);
        for (int i = 0; i < 9; i++) {
            log.read(desk, "person", List.of(record));
            log.denied(desk, "person", List.of(new UUID(1, i)));
        }
        log.event("sign-in", "failed");
        assertThat(log.verify()).isEmpty();
        assertThat(log.listAbout(record, 100)).hasSize(10);
        assertThat(log.list(Long.MAX_VALUE, 3)).extracting(AccessLog.Entry::position).containsExactly(19L, 18L, 17L);
        for (String damage : List.of(
                "update protection_access.entry set line = set_byte(line, 20, get_byte(line, 20) # 1) where position = 4",
                "update protection_access.entry set leaf = set_byte(leaf, 2, get_byte(leaf, 2) # 1) where position = 6",
                "delete from protection_access.entry where position = 9")) {
            long before = log.verify().size();
            try (Connection administrator = DATABASE.administrator(); Statement statement = administrator.createStatement()) {
                statement.execute(damage);
            }
            assertThat(log.verify().size()).as(damage).isGreaterThan((int) before);
        }
        assertThat(log.verify()).extracting(Finding::kind).contains("changed", "root", "missing");
    }

    @Test
    void severalPagesThatLogAtTheSameTimeMakeOneTree() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<?>> reads = new ArrayList<>();
            AccessLog other = new AccessLog(Wing.PROTECTION, DATABASE.wing(Wing.PROTECTION).pool(Wing.Role.WRITER), () -> now);
            for (int i = 0; i < 60; i++) {
                AccessLog mine = i % 2 == 0 ? log : other;
                reads.add(threads.submit(() -> mine.read(desk, "person", List.of(new UUID(1, 2)))));
            }
            for (Future<?> read : reads) {
                read.get();
            }
        }
        assertThat(log.list(Long.MAX_VALUE, 100)).hasSize(60);
        assertThat(log.verify()).isEmpty();
    }

    @Test
    void theApplicationCannotChangeWhatItLogged() {
        log.event("start", "done");
        for (String statement : List.of("update protection_access.entry set line = line", "delete from protection_access.entry")) {
            assertThatThrownBy(() -> {
                        try (Connection writer = DATABASE.wing(Wing.PROTECTION).pool(Wing.Role.WRITER).getConnection(); Statement doing = writer.createStatement()) {
                            doing.execute(statement);
                        }
                    })
                    .isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
        }
    }

    @Test
    void aPageOfManyRecordsListsTheFirstAndCountsAll() {
        log.read(desk, "people", IntStream.range(0, 700).mapToObj(i -> new UUID(3, i)).toList());
        assertThat(log.list(Long.MAX_VALUE, 1).getFirst()).satisfies(e -> assertThat(e.count()).isEqualTo(700)).satisfies(e -> assertThat(e.records()).hasSize(AccessLog.MAXIMUM_RECORDS));
    }

    @Test
    void aRecordIsOpenToTheAgencyAtThePlaceForThePurposeAndToNobodyElse() {
        Authoriser authoriser = new Authoriser(Wing.PROTECTION);
        List<Holding> held = List.of(new Holding("immigration", "mae-sot", "reception"));
        assertThat(authoriser.permits(desk, Permission.PERSON_SEE, held)).isTrue();
        assertThat(authoriser.permits(viewer("all", Role.RECEPTION, "immigration", "*"), Permission.PERSON_SEE, held)).isTrue();
        Stream.of(
                        viewer("agency", Role.RECEPTION, "other", "mae-sot"),
                        viewer("place", Role.RECEPTION, "immigration", "mae-sai"),
                        viewer("purpose", Role.SCREENER, "immigration", "mae-sot"),
                        viewer("permission", Role.INTERPRETER, "immigration", "mae-sot"),
                        viewer("wing", Role.ANALYST, "immigration", "*"))
                .forEach(v -> assertThat(authoriser.permits(v, Permission.PERSON_SEE, held)).as(v.name()).isFalse());
        assertThatThrownBy(() -> authoriser.require(desk, Permission.PERSON_SEE, List.of()))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.DENIED));
    }
}
