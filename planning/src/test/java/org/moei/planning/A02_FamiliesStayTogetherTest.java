package org.moei.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.moei.planning.api.SeatPlan;

/** FEATURE UNDER TEST: families are seated first and never divided; people who travel alone fill the seats that remain. */
class A02_FamiliesStayTogetherTest {
    private static final String GROUPS = """
            id     | people | to  | ready | priority
            abera  | 3      | ETH | 1     | 1
            bekele | 3      | ETH | 1     | 1
            single | 1      | ETH | 1     | 1
            solo   | 1      | ETH | 1     | 1
            """;
    private static final String DEPARTURES = """
            id | day | to  | seats
            f1 | 1   | ETH | 4
            f2 | 2   | ETH | 4
            """;

    private final SeatPlan plan = PlanTable.plan(GROUPS, DEPARTURES);

    @Test
    void familiesFirstAndSinglesAsFiller() {
        assertThat(PlanTable.lines(plan)).isEqualTo("""
                f1: abera single
                f2: bekele solo""");
        assertThat(plan.seatsFilled()).containsEntry("f1", 4).containsEntry("f2", 4);
        assertThat(plan.objective()).isEqualTo(plan.bound()).isEqualTo(4);
    }
}
