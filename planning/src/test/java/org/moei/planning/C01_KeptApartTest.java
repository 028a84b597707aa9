package org.moei.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.moei.planning.api.LeftBehind;
import org.moei.planning.api.SeatPlan;

/** FEATURE UNDER TEST: who was recruited and who recruited them never sit on one departure, even if one of them must stay. */
class C01_KeptApartTest {
    private static final String GROUPS = """
            id        | people | to  | ready | priority | apart
            recruited | 1      | KEN | 1     | 5        | recruiter
            recruiter | 1      | KEN | 1     | 1        |
            """;

    @Test
    void theyTravelOnTwoDepartures() {
        assertThat(PlanTable.lines(PlanTable.plan(GROUPS, """
                id | day | to  | seats
                f1 | 1   | KEN | 50
                f7 | 7   | KEN | 50
                """))).isEqualTo("""
                f1: recruited
                f7: recruiter""");
    }

    @Test
    void whereThereIsOneDepartureOnlyTheReasonNamesTheOther() {
        SeatPlan plan = PlanTable.plan(GROUPS, """
                id | day | to  | seats
                f1 | 1   | KEN | 50
                """);
        assertThat(plan.leftBehind()).containsExactly(new LeftBehind("recruiter", LeftBehind.Reason.KEPT_APART,
                "Departure f1 has room, but group recruited sits there and the two are kept apart."));
    }
}
