package org.moei.foundation;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.moei.base.Progress;
import org.moei.foundation.access.AccessLog;
import org.moei.foundation.access.Accounts;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Grants;
import org.moei.foundation.access.Passkeys;
import org.moei.foundation.access.SecondFactors;
import org.moei.foundation.access.Sessions;
import org.moei.foundation.access.Watch;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Migrations;
import org.moei.foundation.database.Scope;
import org.moei.foundation.database.Wing;
import org.moei.foundation.database.WingDatabase;
import org.moei.foundation.journal.Digests;
import org.moei.foundation.journal.Journal;
import org.moei.foundation.journal.Projector;
import org.moei.foundation.journal.Rebuild;
import org.moei.foundation.journal.Refill;
import org.moei.foundation.vault.Vault;

/** What one wing stands on in this process: its journal, its rows behind the wall, its accounts, its log of reads. */
public final class WingFoundation implements AutoCloseable {
    private final Wing wing;
    private final WingDatabase database;
    private final Vault vault;
    private final List<Projector> projectors;
    private final Journal journal;
    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final Passkeys passkeys;
    private final Sessions sessions;
    private final Watch watch;
    private final Grants grants;
    private final AccessLog accessLog;
    private final Authoriser authoriser;

    /** Starts the wing's writer over an open database whose migrations ran. */
    public WingFoundation(WingDatabase database, Vault vault, List<Projector> projectors, InstantSource clock) {
        this.wing = database.wing();
        this.database = database;
        this.vault = vault;
        this.projectors = List.copyOf(projectors);
        this.journal = new Journal(wing.word(), database.pool(Wing.Role.WRITER), vault, projectors, clock);
        this.accounts = new Accounts(wing, database.pool(Wing.Role.WRITER), clock);
        this.secondFactors = new SecondFactors(wing, database.pool(Wing.Role.WRITER), database.secret("sign-in"), clock);
        this.passkeys = new Passkeys(wing, database.pool(Wing.Role.WRITER), clock);
        this.sessions = new Sessions(wing, database.pool(Wing.Role.WRITER), clock);
        this.watch = new Watch(wing, database.pool(Wing.Role.WRITER), database.secret("watch"), clock);
        this.grants = new Grants(wing, database.pool(Wing.Role.WRITER), database.secret("watch"), clock);
        this.accessLog = new AccessLog(wing, database.pool(Wing.Role.WRITER), clock);
        this.authoriser = new Authoriser(wing);
    }

    /** The foundation's own migrations; a wing's come after them. */
    public static List<Migrations> migrations(Wing wing) {
        return List.of(
                new Migrations(wing, "journal", "org/moei/foundation/journal/migration"),
                new Migrations(wing, "access", "org/moei/foundation/access/migration"));
    }

    public Wing wing() {
        return wing;
    }

    public Journal journal() {
        return journal;
    }

    public Vault vault() {
        return vault;
    }

    /** Rows behind the wall. */
    public WingDatabase database() {
        return database;
    }

    public Accounts accounts() {
        return accounts;
    }

    public SecondFactors secondFactors() {
        return secondFactors;
    }

    public Passkeys passkeys() {
        return passkeys;
    }

    /** How many an account opens, records that nobody should open, and what the officer is told. */
    public Watch watch() {
        return watch;
    }

    /** Broken glass, and interviews that somebody interprets. */
    public Grants grants() {
        return grants;
    }

    public Sessions sessions() {
        return sessions;
    }

    public AccessLog accessLog() {
        return accessLog;
    }

    public Authoriser authoriser() {
        return authoriser;
    }

    /** The scope in which a viewer reads rows. */
    public static Scope scope(Viewer viewer) {
        return new Scope(viewer.agency(), viewer.places(), viewer.purpose().id());
    }

    /** Makes the projections anew, without keys. */
    public void rebuild(Progress progress) {
        Rebuild.run(database.pool(Wing.Role.REBUILD), wing.word(), projectors, progress);
    }

    /** Fills the empty journal and the projections from an export that was checked, without keys. */
    public long refill(Path export, Progress progress) {
        return Refill.run(export, wing.word(), database.pool(Wing.Role.WRITER), vault, projectors, progress);
    }

    /** SHA-256 over the projections as they stand. */
    public String sealedDigest() {
        return Digests.ofSealed(database.pool(Wing.Role.WRITER), wing.word(), projectors);
    }

    /** SHA-256 over the projections' content; the vault must be open. */
    public String projectionDigest() {
        return Digests.ofContent(database.pool(Wing.Role.WRITER), wing.word(), projectors, vault);
    }

    /** SHA-256 over the journal's content; the vault must be open. */
    public String journalDigest() {
        return Digests.ofJournal(database.pool(Wing.Role.WRITER), wing.word(), vault);
    }

    @Override
    public void close() {
        journal.close();
    }
}
