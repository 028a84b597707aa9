package org.moei.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** FEATURE UNDER TEST: each group without a seat has the reason beside it; a plan that cannot be meant is refused. */
class C02_NobodyIsLeftBehindWithoutAReasonTest {
    @Test
    void eachReasonHasItsCase() {
        assertThat(PlanTable.lines(PlanTable.plan("""
                id     | people | to  | ready | priority
                early  | 2      | KEN | 1     | 9
                family | 9      | KEN | 1     | 1
                late   | 1      | KEN | 8     | 1
                nobody | 1      | UGA | 1     | 1
                second | 1      | KEN | 1     | 1
                """, """
                id | day | to  | seats
                f1 | 2   | KEN | 2
                """))).isEqualTo("""
                f1: early
                left behind: family LARGER_THAN_ANY_DEPARTURE
                left behind: late READY_AFTER_LAST_DEPARTURE
                left behind: nobody NO_DEPARTURE_TO_DESTINATION
                left behind: second NO_SEATS_LEFT""");
    }

    @Test
    void whoIsLeftBehindCountsAsWaitingSixtyDaysBeyondTheLastDay() {
        assertThat(PlanTable.plan("id | people | to | ready | priority\na | 2 | UGA | 1 | 3", "id | day | to | seats\nf | 4 | KEN | 9").objective())
                .isEqualTo(2 * 3 * (4 + 60 - 1));
    }

    @Test
    void anIdThatStandsTwiceIsRefusedByName() {
        assertThatThrownBy(() -> PlanTable.plan("id | people | to | ready | priority\na | 1 | UGA | 1 | 1\na | 1 | UGA | 1 | 1", "id | day | to | seats"))
                .hasMessageContaining("(a) stands twice");
    }
}
