package org.moei.base;

import org.junit.jupiter.api.Test;
import org.moei.base.HouseRules;

class HouseTest {
    @Test
    void theModuleSeesOnlyWhatItMay() {
        HouseRules.of("base").seesOnly().isPure().injectsTimeIdsAndRandomness();
    }
}
