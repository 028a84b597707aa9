package org.moei.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.moei.planning.api.SeatPlan;

/** FEATURE UNDER TEST: seats of a day go to those who are ready, by priority; the objective is weighted days of waiting. */
class A01_HigherPriorityTravelsFirstTest {
    private static final String GROUPS = """
            id   | people | to  | ready | priority
            anna | 1      | ETH | 1     | 1
            ben  | 1      | ETH | 1     | 3
            cem  | 1      | ETH | 2     | 9
            dina | 1      | IND | 1     | 1
            """;
    private static final String DEPARTURES = """
            id | day | to  | seats
            f1 | 1   | ETH | 1
            f2 | 2   | ETH | 1
            f4 | 4   | ETH | 1
            i3 | 3   | IND | 5
            """;

    private final SeatPlan plan = PlanTable.plan(GROUPS, DEPARTURES);

    @Test
    void whoIsReadyAndHasThePriorityTravelsFirst() {
        assertThat(PlanTable.lines(plan)).isEqualTo("""
                f1: ben
                f2: cem
                f4: anna
                i3: dina""");
    }

    @Test
    void theObjectiveIsPriorityTimesDaysOfWaiting() {
        // anna waits three days with weight 1, dina two days with weight 1.
        assertThat(plan.objective()).isEqualTo(3 + 2);
        assertThat(plan.bound()).isEqualTo(5);
        assertThat(plan.gap()).isZero();
        assertThat(plan.longestWait()).isEqualTo(3);
    }
}
