package org.moei.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class A01_ScenariosOfTheProjectTest {
    static final Path SCENARIOS = Path.of("..", "scenarios");

    @Test
    void theReleaseAtMyawaddyCanBeRead() {
        Scenario scenario = Scenario.read(SCENARIOS.resolve("myawaddy-2025"));
        assertThat(scenario.people().whole()).isEqualTo(14_200);
    }
}
