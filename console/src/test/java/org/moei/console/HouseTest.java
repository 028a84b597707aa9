package org.moei.console;

import org.junit.jupiter.api.Test;
import org.moei.base.HouseRules;

class HouseTest {
    @Test
    void theModuleSeesOnlyWhatItMay() {
        HouseRules.of("console").seesOnly("base", "records", "linkage", "planning", "indicators", "foundation", "gate", "protection", "disruption", "rehearsal");
    }
}
