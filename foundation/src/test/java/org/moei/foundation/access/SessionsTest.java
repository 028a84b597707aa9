package org.moei.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.Migrations;
import org.moei.foundation.database.TestDatabase;
import org.moei.foundation.database.Wing;

/** How long a session stands, and everything that ends it. */
class SessionsTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh(WingFoundation.migrations(Wing.PROTECTION).toArray(Migrations[]::new));
    private static final Viewer DESK = new Viewer(new UUID(0, 1), "desk", Role.RECEPTION, "immigration", Set.of("mae-sot"));
    private static final Viewer OTHER = new Viewer(new UUID(0, 2), "other", Role.RECEPTION, "immigration", Set.of("mae-sot"));
    private static final SessionRules RULES = new SessionRules(Duration.ofMinutes(30), Duration.ofHours(12), 3);
    private static final String PASSWORD = "a long enough password";

    private Instant now = Instant.parse("2025-02-12T03:00:00Z");
    private final Accounts accounts = new Accounts(Wing.PROTECTION, DATABASE.wing(Wing.PROTECTION).pool(Wing.Role.WRITER), () -> now);
    private final Sessions sessions = new Sessions(Wing.PROTECTION, DATABASE.wing(Wing.PROTECTION).pool(Wing.Role.WRITER), () -> now);

    @BeforeEach
    void begin() throws SQLException {
        try (Connection administrator = DATABASE.administrator(); Statement statement = administrator.createStatement()) {
            statement.execute("truncate protection_access.account cascade");
        }
        accounts.put(DESK, PASSWORD);
        accounts.put(OTHER, PASSWORD);
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private UUID begun(Viewer viewer) {
        UUID id = UUID.randomUUID();
        sessions.begin(id, viewer.account(), "password", "Firefox on Linux", RULES);
        now = now.plusMillis(1);
        return id;
    }

    private boolean stands(UUID id) {
        return sessions.stands(id, DESK, RULES);
    }

    @Test
    void aSessionEndsAfterHalfAnHourAloneAndLastsAShiftAtMost() {
        UUID left = begun(DESK);
        now = now.plus(Duration.ofMinutes(31));
        assertThat(stands(left)).as("alone").isFalse();
        UUID used = begun(DESK);
        for (int i = 0; i < 35; i++) {
            now = now.plus(Duration.ofMinutes(20));
            assertThat(stands(used)).as("used after %d minutes", 20 * (i + 1)).isTrue();
        }
        now = now.plus(Duration.ofMinutes(21));
        assertThat(stands(used)).as("after twelve hours").isFalse();
    }

    @Test
    void theFourthSessionOfAnAccountEndsItsFirst() {
        UUID first = begun(DESK);
        UUID second = begun(DESK);
        begun(DESK);
        UUID others = begun(OTHER);
        assertThat(stands(first)).isTrue();
        UUID fourth = begun(DESK);
        assertThat(stands(first)).isFalse();
        assertThat(stands(second)).isTrue();
        assertThat(stands(fourth)).isTrue();
        assertThat(sessions.stands(others, OTHER, RULES)).isTrue();
        assertThat(sessions.list(DESK.account(), RULES)).extracting(Sessions.Session::id).hasSize(3).startsWith(fourth).doesNotContain(first);
    }

    @Test
    void anotherAccountNeitherUsesNorEndsASession() {
        UUID mine = begun(DESK);
        assertThat(sessions.stands(mine, OTHER, RULES)).isFalse();
        sessions.end(OTHER.account(), mine, "owner");
        assertThat(stands(mine)).isTrue();
        sessions.end(DESK.account(), mine, "owner");
        assertThat(stands(mine)).isFalse();
    }

    @Test
    void signingOutEverywhereEndsAllOfOneAccount() {
        UUID one = begun(DESK);
        UUID two = begun(DESK);
        UUID others = begun(OTHER);
        assertThat(sessions.endAll(DESK.account(), "owner")).isEqualTo(2);
        assertThat(stands(one) || stands(two)).isFalse();
        assertThat(sessions.stands(others, OTHER, RULES)).isTrue();
    }

    @Test
    void whateverIsDoneToAnAccountEndsItsSessions() {
        for (Runnable change : java.util.List.<Runnable>of(
                () -> accounts.put(DESK, "another long password"),
                () -> accounts.propose(DESK, PASSWORD),
                () -> accounts.change(DESK.account(), PASSWORD, "a password of my own"),
                () -> accounts.await(DESK.account()),
                () -> accounts.shut(DESK.account(), true))) {
            accounts.put(DESK, PASSWORD);
            UUID session = begun(DESK);
            assertThat(stands(session)).isTrue();
            change.run();
            assertThat(stands(session)).isFalse();
        }
    }

    @Test
    void anAccountThatAnAdministratorChangedWaitsForSomebodyElse() {
        accounts.propose(OTHER, "another long password");
        assertThat(accounts.check("other", "another long password")).isEmpty();
        accounts.confirm(OTHER.account());
        assertThat(accounts.check("other", "another long password")).contains(OTHER);
        accounts.shut(OTHER.account(), true);
        accounts.confirm(OTHER.account());
        assertThat(accounts.check("other", "another long password")).as("shut").isEmpty();
        accounts.shut(OTHER.account(), false);
        assertThat(accounts.check("other", "another long password")).as("opened by the administrator alone").isEmpty();
    }

    @Test
    void aRestSurvivesARestart() {
        for (int i = 0; i < 5; i++) {
            accounts.check("desk", "wrong password");
        }
        Accounts afterwards = new Accounts(Wing.PROTECTION, DATABASE.wing(Wing.PROTECTION).pool(Wing.Role.WRITER), () -> now);
        assertThat(afterwards.check("desk", PASSWORD)).isEmpty();
    }
}
