package org.moei.rehearsal;

import org.junit.jupiter.api.Test;
import org.moei.base.HouseRules;

class HouseTest {
    @Test
    void theModuleSeesOnlyWhatItMay() {
        HouseRules.of("rehearsal").seesOnly("base", "records", "planning").isPure().injectsTimeIdsAndRandomness();
    }
}
