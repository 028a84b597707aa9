package org.moei.indicators;

import org.junit.jupiter.api.Test;
import org.moei.base.HouseRules;

class HouseTest {
    @Test
    void theModuleSeesOnlyWhatItMay() {
        HouseRules.of("indicators").seesOnly("base").isPure().injectsTimeIdsAndRandomness();
    }
}
