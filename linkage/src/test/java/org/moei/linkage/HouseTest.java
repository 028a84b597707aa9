package org.moei.linkage;

import org.junit.jupiter.api.Test;
import org.moei.base.HouseRules;

class HouseTest {
    @Test
    void theModuleSeesOnlyWhatItMay() {
        HouseRules.of("linkage").seesOnly("base", "records").isPure().injectsTimeIdsAndRandomness();
    }
}
