package org.moei.simulation;

import org.junit.jupiter.api.Test;
import org.moei.base.HouseRules;

class HouseTest {
    @Test
    void theModuleSeesOnlyWhatItMay() {
        HouseRules.of("simulation").seesOnly("base", "foundation", "gate").injectsTimeIdsAndRandomness();
    }
}
