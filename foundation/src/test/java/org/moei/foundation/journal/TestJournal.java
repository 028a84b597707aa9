package org.moei.foundation.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.Migrations;
import org.moei.foundation.database.TestDatabase;
import org.moei.foundation.database.Wing;
import org.moei.foundation.vault.FolderVault;
import org.moei.foundation.vault.Vault;

/** A journal over a fresh database. A projector refuses actions whose clear field {@code state} is {@code poison}. */
final class TestJournal implements AutoCloseable {
    static final Instant NOW = Instant.parse("2025-02-12T03:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private static final AtomicLong NUMBER = new AtomicLong();

    final TestDatabase database = TestDatabase.fresh(WingFoundation.migrations(Wing.PROTECTION).toArray(Migrations[]::new));
    final Path keys;
    final Vault vault;
    final Journal journal;

    TestJournal() {
        try {
            keys = Files.createTempDirectory("moei-keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        vault = FolderVault.ofRehearsal(keys, new SecureRandom());
        journal = another();
    }

    /** A further writer on the same wing, as another process would have it. */
    Journal another() {
        return new Journal("protection", source(), vault, List.of(new Poisoned()), CLOCK);
    }

    DataSource source() {
        return database.wing(Wing.PROTECTION).pool(Wing.Role.WRITER);
    }

    static UUID id() {
        return new UUID(0x7000, NUMBER.incrementAndGet());
    }

    static Action action(UUID id, UUID record, long base, String group, String state) {
        return Action.of(id, "people.person-described", 1)
                .by(new UUID(0, 7), "immigration", "mae-sot", "reception", "test")
                .happened(NOW)
                .touch(record, "person", base)
                .clear("state", state)
                .seal(record, group, Map.of("note", "Abebe " + id))
                .build();
    }

    static Action action(UUID record) {
        return action(id(), record, Action.ANY, "notes", "");
    }

    Verification verify(Optional<SignedHead> kept) {
        return Verifier.verify("protection", source(), kept, vault.publicKey());
    }

    /** Does damage that the application's role cannot do. */
    void damage(String... statements) throws SQLException {
        try (Connection administrator = database.administrator(); Statement statement = administrator.createStatement()) {
            // No trigger or foreign key hinders whoever owns the disk.
            statement.execute("set session_replication_role = replica");
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Override
    public void close() {
        journal.close();
        vault.close();
        database.close();
    }

    private static final class Poisoned implements Projector {
        @Override
        public List<Table> tables() {
            return List.of();
        }

        @Override
        public void apply(Connection connection, List<Recorded> actions) throws SQLException {
            if (actions.stream().anyMatch(a -> a.envelope().clear("state").equals("poison"))) {
                throw new SQLException("refused", "P0001");
            }
        }
    }
}
