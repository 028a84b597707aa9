package org.moei.bench.planning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlanningBenchTest {
    @Test
    void sevenThousandPeopleAreSeatedWithinHalfAPercentOfTheBoundAndNeverWorseThanGreedy() {
        for (PlanningBench.Size size : PlanningBench.Size.ALL.subList(0, 3)) {
            PlanningBench.Measured measured = PlanningBench.measure(size, 42);
            System.out.println(measured);
            assertThat(measured.plan().gap()).isLessThan(0.005);
            assertThat(measured.plan().objective()).isLessThanOrEqualTo(measured.greedy());
        }
    }

    @Test
    void fiftyThousandPeopleAreSeatedInWellUnderASecond() {
        PlanningBench.Measured measured = PlanningBench.measure(new PlanningBench.Size(50_000, 600, 1.05, 0.7), 42);
        System.out.println(measured);
        assertThat(measured.plan().gap()).isLessThan(0.005);
        // Five times what is asked, for machines that are busy.
        assertThat(measured.milliseconds()).isLessThan(5_000);
    }
}
