package org.moei.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.moei.base.Figures;

/** A seed is a run; the invariants hold in each, and each is broken by a fault of the software that it is there to find. */
class SimulationTest {
    private static final int DEVICES = 50;
    private static final int DAYS = 20;

    private static final Map<Defect, Set<Invariant>> FINDS = Map.of(
            Defect.ANSWERS_BEFORE_THE_COMMIT, EnumSet.of(Invariant.ACKNOWLEDGED_IS_KEPT, Invariant.EVERYTHING_ARRIVES),
            Defect.FORGETS_IDS, EnumSet.of(Invariant.EFFECT_ONCE),
            Defect.IGNORES_THE_BASE, EnumSet.of(Invariant.CONFLICT_IS_SEEN),
            Defect.DEVICE_FORGETS_WHAT_IT_SENT, EnumSet.of(Invariant.EVERYTHING_ARRIVES),
            Defect.PASSES_WITHOUT_LOOKING, EnumSet.of(Invariant.NOTHING_LEAVES_WITHOUT_CONSENT),
            Defect.IGNORES_THE_RECALL, EnumSet.of(Invariant.RECALL_HAS_EFFECT),
            Defect.TRUSTS_AN_OLD_LIST, EnumSet.of(Invariant.STALE_LIST_SHOWS_NOTHING),
            Defect.ANSWERS_SOONER_WHERE_NOBODY_IS, EnumSet.of(Invariant.ANSWER_TELLS_NOTHING));

    private static void run(long first, int runs) {
        long days = 0;
        long actions = 0;
        long conflicts = 0;
        long crashes = 0;
        for (long seed = first; seed < first + runs; seed++) {
            Simulation.Outcome outcome = Simulation.run(seed, DEVICES, DAYS, Defect.NONE);
            days += outcome.deviceDays();
            actions += outcome.actions();
            conflicts += outcome.conflicts();
            crashes += outcome.crashes();
        }
        System.out.printf("seeds %d to %d: %,d device-days, %,d actions, %,d conflicts shown, %,d crashes of the writer%n", first, first + runs - 1, days, actions, conflicts, crashes);
        assertThat(actions).isPositive();
        assertThat(conflicts).isPositive();
        assertThat(crashes).isPositive();
        Figures.count("device-days simulated", days);
        Figures.count("invariants looked at in the simulation", Invariant.values().length);
    }

    @Test
    void theInvariantsHoldInTwentyThousandDeviceDays() {
        run(Long.getLong("seed", 2025L), 20);
    }

    @Test
    @Tag("nightly")
    void theInvariantsHoldInAMillionDeviceDays() {
        run(Long.getLong("seed", System.nanoTime() >>> 20), 1_000);
    }

    @Test
    void aSeedIsOneRun() {
        assertThat(Simulation.run(7, DEVICES, DAYS, Defect.NONE)).isEqualTo(Simulation.run(7, DEVICES, DAYS, Defect.NONE));
        assertThat(Simulation.run(7, DEVICES, DAYS, Defect.NONE).fingerprint()).isNotEqualTo(Simulation.run(8, DEVICES, DAYS, Defect.NONE).fingerprint());
    }

    @ParameterizedTest
    @EnumSource(value = Defect.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void eachFaultOfTheSoftwareBreaksTheInvariantThatIsThereForIt(Defect defect) {
        assertThatThrownBy(() -> {
                    for (long seed = 1; seed <= 30; seed++) {
                        Simulation.run(seed, DEVICES, DAYS, defect);
                    }
                })
                .isInstanceOfSatisfying(BrokenInvariant.class, e -> assertThat(FINDS.get(defect)).contains(e.invariant()))
                .hasMessageContaining("of seed");
    }
}
