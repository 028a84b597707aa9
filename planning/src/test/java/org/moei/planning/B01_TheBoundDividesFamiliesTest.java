package org.moei.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.moei.planning.api.SeatPlan;

/** FEATURE UNDER TEST: the bound is a flow of people in which a family may be split, so that no plan can be better. */
class B01_TheBoundDividesFamiliesTest {
    @Test
    void twoFamiliesOfThreeOnFourSeatsLeaveAGapThatIsShown() {
        SeatPlan plan = PlanTable.plan("""
                id     | people | to  | ready | priority
                abera  | 3      | ETH | 1     | 1
                bekele | 3      | ETH | 1     | 1
                """, """
                id | day | to  | seats
                f1 | 1   | ETH | 4
                f2 | 3   | ETH | 4
                """);
        // Split, four travel on day 1 and two wait two days; together, three wait two days.
        assertThat(plan.bound()).isEqualTo(2 * 2);
        assertThat(plan.objective()).isEqualTo(3 * 2);
        assertThat(plan.gap()).isEqualTo(0.5);
        assertThat(plan.boundMethod()).startsWith("Exact minimum-cost flow");
    }
}
