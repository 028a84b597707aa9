package org.moei.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moei.base.ProblemException;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.Migrations;
import org.moei.foundation.database.TestDatabase;
import org.moei.foundation.database.Wing;

/** How many people an account opens, records that nobody should open, broken glass, and one interview. */
class WatchTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh(WingFoundation.migrations(Wing.PROTECTION).toArray(Migrations[]::new));
    private static final Viewer DESK = new Viewer(new UUID(0, 1), "desk", Role.RECEPTION, "immigration", Set.of("mae-sot"));
    private static final Viewer OTHER = new Viewer(new UUID(0, 2), "other", Role.INTERPRETER, "ministry", Set.of("mae-sot"));
    private static final Viewer OFFICER = new Viewer(new UUID(0, 3), "officer", Role.DATA_PROTECTION_OFFICER, "data-protection", Set.of("*"));
    private static final UUID SOMEBODY = new UUID(7, 0);
    private static final String REASON = "He fainted at the bridge and nobody of his team answers.";

    private Instant now = Instant.parse("2025-02-12T03:00:00Z");
    private final Watch watch = new Watch(Wing.PROTECTION, DATABASE.wing(Wing.PROTECTION).pool(Wing.Role.WRITER), new byte[32], () -> now);
    private final Grants grants = new Grants(Wing.PROTECTION, DATABASE.wing(Wing.PROTECTION).pool(Wing.Role.WRITER), new byte[32], () -> now);

    @BeforeEach
    void begin() throws SQLException {
        try (Connection administrator = DATABASE.administrator(); Statement statement = administrator.createStatement()) {
            for (String table : new String[] {"opened", "budget", "canary", "notice", "broken_glass", "interpreting"}) {
                statement.execute("truncate protection_access." + table);
            }
        }
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private void open(int from, int to) {
        for (int i = from; i < to; i++) {
            watch.opening(DESK, new UUID(7, i), 10);
        }
    }

    @Test
    void anAccountOpensAsManyPeopleWithinAnHourAsItMayAndTheOfficerIsToldOnceOfMore() {
        open(0, 10);
        open(0, 10);
        for (int i = 10; i < 13; i++) {
            UUID more = new UUID(7, i);
            assertThatThrownBy(() -> watch.opening(DESK, more, 10)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("budget"));
        }
        open(3, 4);
        watch.opening(OTHER, new UUID(7, 11), 10);
        assertThat(watch.notices()).extracting(Watch.Notice::kind).containsExactly("budget");
        now = now.plus(Duration.ofMinutes(61));
        open(10, 20);
    }

    @Test
    void manyRequestsAtTheSameMomentOpenNoMoreThanTheBudget() throws InterruptedException {
        int threads = 24;
        int each = 5;
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        CyclicBarrier start = new CyclicBarrier(threads);
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> visits = new ArrayList<>();
            for (int thread = 0; thread < threads; thread++) {
                int first = thread * each;
                visits.add(all.submit(() -> {
                    start.await();
                    for (int i = first; i < first + each; i++) {
                        try {
                            watch.opening(DESK, new UUID(7, i), 10);
                            opened.incrementAndGet();
                        } catch (ProblemException e) {
                            refused.incrementAndGet();
                        }
                    }
                    return null;
                }));
            }
            for (Future<?> visit : visits) {
                assertThatCode(visit::get).doesNotThrowAnyException();
            }
        }
        assertThat(opened).hasValue(10);
        assertThat(refused).hasValue(threads * each - 10);
        assertThat(watch.notices()).as("told once of all of them").extracting(Watch.Notice::kind).containsExactly("budget");
    }

    @Test
    void anOfficerAllowsMoreForAWhileWithAReason() {
        open(0, 10);
        assertThatThrownBy(() -> watch.allow(OFFICER, DESK.account(), 20, Duration.ofHours(2), "because")).isInstanceOf(ProblemException.class);
        watch.allow(OFFICER, DESK.account(), 20, Duration.ofHours(2), REASON);
        open(10, 20);
        assertThatThrownBy(() -> open(20, 21)).isInstanceOf(ProblemException.class);
        now = now.plus(Duration.ofHours(3));
        open(0, 10);
        assertThatThrownBy(() -> open(10, 11)).as("after the two hours").isInstanceOf(ProblemException.class);
    }

    @Test
    void openingARecordThatNobodyShouldOpenTellsTheOfficerEachTime() {
        watch.markCanary(OFFICER, SOMEBODY, true);
        watch.opening(DESK, SOMEBODY, 10);
        watch.opening(DESK, SOMEBODY, 10);
        assertThat(watch.notices()).extracting(Watch.Notice::kind).containsExactly("canary", "canary");
        assertThat(watch.unseen()).isEqualTo(2);
        watch.seen(watch.notices().getFirst().id());
        assertThat(watch.unseen()).isEqualTo(1);
        watch.markCanary(OFFICER, SOMEBODY, false);
        watch.opening(DESK, SOMEBODY, 10);
        assertThat(watch.notices()).hasSize(2);
    }

    @Test
    void glassIsBrokenWithAReasonForOneAccountAndOneRecordForAnHour() {
        assertThatThrownBy(() -> grants.breakGlass(DESK, SOMEBODY, "  urgent            ")).isInstanceOf(ProblemException.class);
        assertThat(grants.isBroken(DESK, SOMEBODY)).isFalse();
        grants.breakGlass(DESK, SOMEBODY, REASON);
        assertThat(grants.isBroken(DESK, SOMEBODY)).isTrue();
        assertThat(grants.isBroken(OTHER, SOMEBODY)).isFalse();
        assertThat(grants.isBroken(DESK, new UUID(7, 1))).isFalse();
        now = now.plus(Duration.ofMinutes(61));
        assertThat(grants.isBroken(DESK, SOMEBODY)).isFalse();
        assertThat(grants.glasses(SOMEBODY)).extracting(Grants.Glass::reason).containsExactly(REASON);
    }

    @Test
    void anInterpreterHasOneInterviewUntilItEnds() {
        grants.assign(OTHER.account(), SOMEBODY);
        assertThat(grants.interprets(OTHER, SOMEBODY)).isTrue();
        assertThat(grants.interprets(OTHER, new UUID(7, 1))).isFalse();
        grants.endInterview(SOMEBODY);
        assertThat(grants.interviews(OTHER)).isEmpty();
        now = now.plusSeconds(1);
        grants.assign(OTHER.account(), SOMEBODY);
        now = now.plus(Duration.ofHours(5));
        assertThat(grants.interviews(OTHER)).as("after four hours").isEmpty();
    }

    @Test
    void noReasonStandsInTheDatabaseInClear() throws SQLException {
        grants.breakGlass(DESK, SOMEBODY, REASON);
        watch.tell("glass", DESK.account(), SOMEBODY, REASON);
        watch.allow(OFFICER, DESK.account(), 20, Duration.ofHours(2), REASON);
        try (Connection administrator = DATABASE.administrator(); Statement statement = administrator.createStatement();
                ResultSet rows = statement.executeQuery("select reason from protection_access.broken_glass union all select reason from protection_access.notice union all select reason from protection_access.budget")) {
            int count = 0;
            while (rows.next()) {
                count++;
                assertThat(new String(rows.getBytes(1), StandardCharsets.ISO_8859_1)).doesNotContain("fainted");
            }
            assertThat(count).isEqualTo(3);
        }
    }
}
