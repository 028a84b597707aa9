package org.moei.planning;

import org.junit.jupiter.api.Test;
import org.moei.base.HouseRules;

class HouseTest {
    @Test
    void theModuleSeesOnlyWhatItMay() {
        HouseRules.of("planning").seesOnly("base").isPure().injectsTimeIdsAndRandomness();
    }
}
