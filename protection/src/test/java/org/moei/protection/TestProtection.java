package org.moei.protection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.moei.base.Ids;
import org.moei.base.Uuid7;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Migrations;
import org.moei.foundation.database.TestDatabase;
import org.moei.foundation.database.Wing;
import org.moei.foundation.vault.FolderVault;
import org.moei.foundation.vault.Vault;

/** A protection wing over a fresh database, with two places and a few agencies: what the wing's tests begin with. */
public final class TestProtection implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2025-02-12T03:00:00Z");

    private final TestDatabase database;
    private final Vault vault;
    private final Ids ids;
    private final InstantSource clock;
    private Protection protection;

    public TestProtection(long seed) {
        this(seed, InstantSource.fixed(NOW));
    }

    /** With a clock that a test moves, and further migrations. */
    public TestProtection(long seed, InstantSource clock, Migrations... more) {
        this.clock = clock;
        this.database = TestDatabase.fresh(Stream.concat(Protection.migrations().stream(), Stream.of(more)).toArray(Migrations[]::new));
        try {
            Path keys = Files.createTempDirectory("moei-keys");
            this.vault = FolderVault.ofRehearsal(keys, new SecureRandom());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.ids = Uuid7.ids(clock, new Random(seed));
        this.protection = Protection.open(database.wing(Wing.PROTECTION), vault, clock, true);
    }

    public Protection wing() {
        return protection;
    }

    public TestDatabase database() {
        return database;
    }

    public Vault vault() {
        return vault;
    }

    /** As after a crash: the same database, nothing in memory, then caught up. */
    public Protection reopen() {
        protection.close();
        protection = Protection.open(database.wing(Wing.PROTECTION), vault, clock, true);
        protection.catchUp();
        return protection;
    }

    public UUID id() {
        return ids.next();
    }

    public Viewer viewer(String agency, Role role, String... places) {
        return new Viewer(Uuid7.named(NOW, agency + role), agency + "-" + role.id(), role, agency, Set.of(places));
    }

    public Hand hand(Viewer viewer) {
        return new Hand(viewer, ids, clock.instant(), "test");
    }

    @Override
    public void close() {
        protection.close();
        vault.close();
        database.close();
    }
}
