package org.moei.bench;

import org.junit.jupiter.api.Test;
import org.moei.base.HouseRules;

class HouseTest {
    @Test
    void theModuleSeesOnlyWhatItMay() {
        HouseRules.of("bench").seesOnly("base", "records", "linkage", "planning", "indicators", "foundation", "disruption");
    }
}
