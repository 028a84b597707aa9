package org.moei.records;

import org.junit.jupiter.api.Test;
import org.moei.base.HouseRules;

class HouseTest {
    @Test
    void theModuleSeesOnlyWhatItMay() {
        HouseRules.of("records").seesOnly("base").isPure().injectsTimeIdsAndRandomness();
    }
}
