package org.moei.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.base.Problem;

/** Who can unlock an operation, and what turning an epoch changes. */
class KeysTest {
    @TempDir
    private Path folder;

    @Test
    void twoOfThreeOfficersUnlockWhatThePassphraseNoLongerDoesAndATurnLosesNothing() throws IOException {
        TestOperation operation = new TestOperation(folder);
        UUID person;
        try (Installation installation = operation.open()) {
            person = operation.arrive(installation, "Made Up Name");
        }
        Said turned = operation.run("keys", "turn");
        assertThat(turned.exit()).as(turned.out()).isZero();
        assertThat(turned.out()).contains("immigration: the keys of 1 records");
        assertThat(operation.run("keys", "split", "--out", operation.path("shares")).out()).contains("share-1.txt", "The passphrase opens nothing any more.");

        assertThat(operation.run("backup", "--out", operation.path("refused")).exit()).as("by passphrase").isEqualTo(Problem.Kind.DENIED.exit());
        assertThat(backup(operation, "shares/share-1.txt").exit()).as("by one officer").isEqualTo(Problem.Kind.DENIED.exit());
        assertThat(backup(operation, "shares/share-1.txt", "shares/share-1.txt").exit()).as("by one officer twice").isEqualTo(Problem.Kind.DENIED.exit());
        Said two = backup(operation, "shares/share-3.txt", "shares/share-1.txt");
        assertThat(two.exit()).as(two.out()).isZero();
        Said drill = Said.by("drill", "--data", operation.path("op"), "--share-file", operation.path("shares/share-2.txt"), "--share-file", operation.path("shares/share-3.txt"), "--backup", operation.path("by-shares"));
        assertThat(drill.exit()).as(drill.out()).isZero();
        assertThat(person).isNotNull();
    }

    private Said backup(TestOperation operation, String... shares) {
        String[] all = new String[5 + 2 * shares.length];
        System.arraycopy(new String[] {"backup", "--data", operation.path("op"), "--out", operation.path("by-shares")}, 0, all, 0, 5);
        for (int i = 0; i < shares.length; i++) {
            all[5 + 2 * i] = "--share-file";
            all[6 + 2 * i] = operation.path(shares[i]);
        }
        return Said.by(all);
    }
}
