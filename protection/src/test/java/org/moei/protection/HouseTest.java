package org.moei.protection;

import org.junit.jupiter.api.Test;
import org.moei.base.HouseRules;

class HouseTest {
    @Test
    void theModuleSeesOnlyWhatItMay() {
        HouseRules.of("protection").seesOnly("base", "records", "linkage", "planning", "foundation", "gate").injectsTimeIdsAndRandomness();
    }
}
