package org.moei.cli;

import org.junit.jupiter.api.Test;
import org.moei.base.HouseRules;

class HouseTest {
    @Test
    void theModuleSeesOnlyWhatItMay() {
        HouseRules.of("cli").seesOnly("base", "records", "linkage", "indicators").isPure();
    }
}
