package org.moei.disruption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.moei.base.Ids;
import org.moei.base.Uuid7;
import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Source;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Migrations;
import org.moei.foundation.database.TestDatabase;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Action;
import org.moei.foundation.vault.FolderVault;
import org.moei.foundation.vault.Vault;

/** A disruption wing over a fresh database: what the wing's tests begin with. */
public final class TestDisruption implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2025-12-12T03:00:00Z");

    private final TestDatabase database;
    private final Vault vault;
    private final Path files;
    private final Ids ids;
    private Disruption disruption;

    public TestDisruption(long seed) {
        this.database = TestDatabase.fresh(Disruption.migrations().toArray(Migrations[]::new));
        try {
            Path keys = Files.createTempDirectory("moei-keys");
            this.files = Files.createTempDirectory("moei-files");
            this.vault = FolderVault.ofRehearsal(keys, new SecureRandom());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.ids = Uuid7.ids(InstantSource.fixed(NOW), new Random(seed));
        this.disruption = open();
    }

    private Disruption open() {
        return Disruption.open(database.wing(Wing.DISRUPTION), vault, InstantSource.fixed(NOW), Optional.of(files), true);
    }

    public Disruption wing() {
        return disruption;
    }

    /** The folder of kept files. */
    public Path files() {
        return files;
    }

    public Vault vault() {
        return vault;
    }

    /** As after a crash: the same database, nothing in memory, then caught up. */
    public Disruption reopen() {
        disruption.close();
        disruption = open();
        disruption.catchUp();
        return disruption;
    }

    public Viewer viewer(Role role) {
        return new Viewer(Uuid7.named(NOW, role.id()), role.id(), role, "analysis-cell", Set.of(Viewer.EVERYWHERE));
    }

    public Hand analyst() {
        return new Hand(viewer(Role.ANALYST), ids, NOW, "test");
    }

    public Hand hand(Role role) {
        return new Hand(viewer(role), ids, NOW, "test");
    }

    /** Records a source and gives the basis that stands on it. */
    public Basis said(String source, String date) {
        disruption.picture().keep(disruption.picture().record(analyst(), Source.TYPE,
                new Source(source, "What " + source + " says", "https://example.org/" + source, Source.Kind.PRESS, Source.Seen.TEXT), Action.ANY));
        return Basis.of(source, "B2", date);
    }

    @Override
    public void close() {
        disruption.close();
        vault.close();
        database.close();
    }
}
