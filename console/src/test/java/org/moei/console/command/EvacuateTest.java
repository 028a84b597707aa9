package org.moei.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After an evacuation nothing opens, here or from a backup, and the journals are whole. */
class EvacuateTest {
    @TempDir
    private Path folder;

    @Test
    void destroyedKeysLeaveNothingReadableAndTheLogWhole() throws IOException {
        TestOperation operation = new TestOperation(folder);
        try (Installation installation = operation.open()) {
            operation.arrive(installation, "Made Up Name");
        }
        assertThat(operation.run("backup", "--out", operation.path("before")).exit()).isZero();
        Said asked = Said.by("evacuate", "--data", operation.path("op"));
        assertThat(asked.out()).contains("Destroys the keys of", "Nothing was done");
        try (Installation installation = operation.open()) {
            assertThat(names(installation)).isPositive();
        }
        Said done = Said.by("evacuate", "--data", operation.path("op"), "--yes");
        assertThat(done.exit()).as(done.out()).isZero();
        assertThat(done.out()).contains("immigration: 1 people", "Remains: the clear fields", "whole");
        try (Installation installation = operation.open()) {
            assertThat(names(installation)).isZero();
        }
        assertThat(operation.runOn("again", "restore", operation.path("before")).exit()).isZero();
        try (Installation installation = operation.open("again", "op.keys")) {
            assertThat(names(installation)).as("from a backup").isZero();
        }
    }

    private static long names(Installation installation) {
        return installation.protection().foundation().journal().read(0, 1_000).stream()
                .flatMap(e -> e.envelope().parts().stream())
                .filter(p -> p.about().map(UUID::toString).isPresent())
                .filter(p -> installation.vault().findOpen(p.sealed()).isPresent())
                .count();
    }
}
