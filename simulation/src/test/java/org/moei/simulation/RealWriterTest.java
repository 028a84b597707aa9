package org.moei.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.Migrations;
import org.moei.foundation.database.TestDatabase;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Journal;
import org.moei.foundation.vault.FolderVault;
import org.moei.foundation.vault.Vault;

/** The simulated writer is a model; what it answers is what the real one over PostgreSQL answers. */
class RealWriterTest {
    private static final Instant NOW = Instant.parse("2025-02-12T03:00:00Z");

    @TempDir
    private Path keys;

    @Test
    void theRealWriterAnswersEachRequestOfARunAsTheModelDoes() throws IOException {
        List<Request> requests = Simulation.requests(2025, 20, 10);
        ModelWriter model = new ModelWriter(Defect.NONE);
        try (TestDatabase database = TestDatabase.fresh(WingFoundation.migrations(Wing.PROTECTION).toArray(Migrations[]::new));
                Vault vault = FolderVault.ofRehearsal(Files.createDirectory(keys.resolve("keys")), new SecureRandom());
                Journal journal = new Journal("protection", database.wing(Wing.PROTECTION).pool(Wing.Role.WRITER), vault, List.of(), InstantSource.fixed(NOW))) {
            int conflicts = 0;
            for (Request request : requests) {
                long expected = model.append(request);
                assertThat(append(journal, request)).isEqualTo(expected);
                conflicts += expected == Writer.CONFLICT ? 1 : 0;
            }
            assertThat(conflicts).isPositive();
            assertThat(journal.size()).isEqualTo(model.journal().size());
            System.out.printf("%,d requests, %,d conflicts, %,d actions%n", requests.size(), conflicts, journal.size());
        }
    }

    private static long append(Journal journal, Request request) {
        UUID record = request.record();
        Action action = Action.of(request.id(), "people.person-described", 1)
                .by(new UUID(0, 7), "immigration", "mae-sot", "reception", "tablet")
                .happened(NOW)
                .touch(record, "person", request.base())
                .seal(record, request.field(), Map.of("note", "made up"))
                .build();
        try {
            return journal.append(action).position();
        } catch (ProblemException e) {
            assertThat(e.problem().kind()).isEqualTo(Problem.Kind.CONFLICT);
            return Writer.CONFLICT;
        }
    }
}
