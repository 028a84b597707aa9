package org.moei.disruption;

import org.junit.jupiter.api.Test;
import org.moei.base.HouseRules;

class HouseTest {
    @Test
    void theModuleSeesOnlyWhatItMay() {
        HouseRules.of("disruption").seesOnly("base", "indicators", "foundation", "gate").injectsTimeIdsAndRandomness();
    }
}
