package org.moei.gate;

import org.junit.jupiter.api.Test;
import org.moei.base.HouseRules;

class HouseTest {
    @Test
    void theModuleSeesOnlyWhatItMay() {
        HouseRules.of("gate").seesOnly("base", "foundation").injectsTimeIdsAndRandomness();
    }
}
