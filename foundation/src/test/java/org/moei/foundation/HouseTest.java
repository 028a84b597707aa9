package org.moei.foundation;

import org.junit.jupiter.api.Test;
import org.moei.base.HouseRules;

class HouseTest {
    @Test
    void theModuleSeesOnlyWhatItMay() {
        HouseRules.of("foundation").seesOnly("base");
    }
}
