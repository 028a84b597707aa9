package org.moei.console.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.moei.base.Problem;
import org.moei.base.Progress;
import org.moei.base.Uuid7;
import org.moei.console.command.DataOptions;
import org.moei.console.command.Folders;
import org.moei.console.command.Installation;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.PlainTables;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Export;
import org.moei.foundation.journal.Hash;
import org.moei.foundation.journal.SignedHead;
import org.moei.foundation.journal.Verification;
import org.moei.foundation.journal.Verifier;
import org.moei.foundation.vault.FolderVault;
import org.moei.foundation.vault.Vault;

/**
 * Puts a backup back into an empty folder. Nothing is put back from a backup that is not whole; whoever was erased since
 * it was made is erased in it as well; what stands in the end verifies against the head that was signed.
 */
public final class Restoration {
    /** The first thing in the folder, and gone at the end: what a killed run left may be cleared away. */
    private static final String WORK = ".restoring";

    private static final int MAXIMUM_LEDGER = 50_000_000;

    private final DataOptions target;
    private final InstantSource clock;
    private final Progress progress;

    private Restoration(DataOptions target, InstantSource clock, Progress progress) {
        this.target = target;
        this.clock = clock;
        this.progress = progress;
    }

    /**
     * What was put back.
     *
     * @param made when the backup was begun
     * @param wings each wing's actions, with the erasures that were added
     * @param erased how many records the ledgers name
     * @param erasedAgain how many of them the backup did not know as erased
     */
    public record Done(Installation.About about, Instant made, List<OfWing> wings, int erased, int erasedAgain) {
        public long actions() {
            return wings.stream().mapToLong(OfWing::actions).sum();
        }
    }

    /** One wing as it was signed in the backup. */
    public record OfWing(Wing wing, long actions, SignedHead head) {}

    /**
     * Restores.
     *
     * @param ledgers further ledgers of erasures, kept apart from backup and keys
     * @param kept heads that partners kept; what was signed at the same size has to be the same
     * @throws org.moei.base.ProblemException which says what is wrong; then the folder is empty again
     */
    public static Done run(Path backup, DataOptions target, List<Path> ledgers, List<SignedHead> kept, InstantSource clock, Progress progress) {
        Restoration restoration = new Restoration(target, clock, progress);
        restoration.requireEmpty();
        try {
            return restoration.restore(backup, ledgers, kept);
        } catch (IOException e) {
            restoration.clear();
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "restore", "The backup could not be put back: " + e.getClass().getSimpleName() + ".")
                    .withAdvice("the backup cannot be read, or the disk is full.")
                    .asException(e);
        } catch (RuntimeException e) {
            restoration.clear();
            throw e;
        }
    }

    private void requireEmpty() {
        Path data = target.data();
        if (Files.isDirectory(data.resolve(WORK))) {
            clear();
        }
        if (!Files.exists(data)) {
            return;
        }
        try (Stream<Path> there = Files.list(data)) {
            if (there.findAny().isPresent()) {
                throw Problem.of(Problem.Kind.WRONG_USE, "folder-not-empty", "The folder " + data + " is not empty.")
                        .withAdvice("--data should name a new folder; move it into place after the restore.")
                        .asException();
            }
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.WRONG_USE, "data-folder", "The folder " + data + " cannot be read.").asException(e);
        }
    }

    private void clear() {
        org.moei.foundation.database.embedded.EmbeddedPostgres.discard(target.data().resolve("postgresql"));
        Folders.delete(target.data());
    }

    private Done restore(Path backup, List<Path> ledgers, List<SignedHead> kept) throws IOException {
        Path work = Files.createDirectories(target.data().resolve(WORK));
        Manifest manifest;
        Set<UUID> erased = new LinkedHashSet<>();
        List<OfWing> wings = new ArrayList<>();
        try (Vault vault = FolderVault.openExisting(target.keys(), new SecureRandom())) {
            target.unlock(vault);
            manifest = BackupFile.unpack(backup, vault, work);
            for (Wing wing : Wing.values()) {
                wings.add(check(wing, manifest, work, vault, kept));
            }
            erased.addAll(vault.listDestroyed());
            erased.addAll(readLedger(work.resolve(Backup.ERASED)));
            for (Path ledger : ledgers) {
                erased.addAll(readLedger(ledger));
            }
            // First of all: no moment in which an old copy of the keys could open what was erased.
            erased.forEach(vault::destroy);
        }
        Folders.copy(work.resolve("data"), target.data());
        Files.deleteIfExists(target.data().resolve(Installation.FILE));
        int again;
        try (Installation installation = Installation.unsettled(target, manifest.about(), clock)) {
            for (WingFoundation wing : installation.foundations()) {
                fill(installation, wing, manifest.of(wing.wing().word()), work);
            }
            installation.catchUp();
            again = eraseAgain(installation, erased);
            requireWhole(installation, wings);
            installation.settle();
        }
        Folders.delete(work);
        return new Done(manifest.about(), Instant.parse(manifest.made()), List.copyOf(wings), erased.size(), again);
    }

    private static OfWing check(Wing wing, Manifest manifest, Path work, Vault vault, List<SignedHead> kept) {
        Manifest.OfWing stated = manifest.of(wing.word());
        Verification found = Export.verify(work.resolve(wing.word() + ".journal"), kept.stream().filter(h -> h.wing().equals(wing.word())).toList(), vault.publicKey());
        if (!found.isOk()) {
            throw Manifest.damaged("The journal of the wing " + wing.word() + " in the backup is not whole: "
                    + found.findings().getFirst().detail() + " (position " + found.findings().getFirst().position() + ")");
        }
        SignedHead head = found.head().orElseThrow(() -> Manifest.damaged("The journal of the wing " + wing.word() + " in the backup has no head."));
        if (found.actions() != stated.actions() || !Hash.hex(head.root()).equals(stated.root())) {
            throw Manifest.damaged("The journal of the wing " + wing.word() + " in the backup is another than its manifest names.");
        }
        return new OfWing(wing, found.actions(), head);
    }

    private static List<UUID> readLedger(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.limit(MAXIMUM_LEDGER).filter(line -> !line.isBlank()).map(line -> UUID.fromString(line.strip())).toList();
        } catch (IOException | IllegalArgumentException | java.io.UncheckedIOException e) {
            throw Problem.of(Problem.Kind.WRONG_USE, "ledger-not-read", "The ledger of erasures in " + file + " cannot be read: each line is the id of a record.").asException(e);
        }
    }

    private void fill(Installation installation, WingFoundation wing, Manifest.OfWing stated, Path work) throws IOException {
        progress.stage("restore-" + stated.wing(), stated.actions());
        wing.refill(work.resolve(stated.wing() + ".journal"), progress);
        if (stated.sealedDigest().isPresent() && !stated.sealedDigest().get().equals(wing.sealedDigest())) {
            throw Manifest.damaged("The tables of the wing " + stated.wing() + " come out otherwise than they stood when the backup was made.");
        }
        try (Connection connection = installation.database().wing(wing.wing()).pool(Wing.Role.WRITER).getConnection()) {
            connection.setAutoCommit(false);
            Path tables = work.resolve("tables");
            for (String table : PlainTables.list(connection, wing.wing())) {
                if (Files.exists(tables.resolve(table))) {
                    try (InputStream in = Files.newInputStream(tables.resolve(table))) {
                        PlainTables.copyIn(connection, wing.wing(), table, in);
                    }
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "restore-tables", "The accounts and the log of reads were not taken (SQL state " + e.getSQLState() + ").").asException(e);
        }
    }

    /** The journal of an older backup does not say who was erased since: it is said again, so that the clear fields go too. */
    private int eraseAgain(Installation installation, Set<UUID> erased) {
        Viewer officer = new Viewer(Uuid7.named(Instant.EPOCH, "restore"), "restore", Role.DATA_PROTECTION_OFFICER, "data-protection", Set.of(Viewer.EVERYWHERE));
        Hand hand = new Hand(officer, Uuid7.ids(clock, new SecureRandom()), clock.instant(), "restore");
        var actions = installation.protection().erasure().again(hand, erased);
        actions.forEach(installation.protection().people()::keep);
        return actions.size();
    }

    private static void requireWhole(Installation installation, List<OfWing> wings) {
        for (WingFoundation wing : installation.foundations()) {
            OfWing signed = wings.stream().filter(w -> w.wing() == wing.wing()).findFirst().orElseThrow();
            Verification found = Verifier.verify(
                    wing.wing().word(), wing.database().pool(Wing.Role.WRITER), Optional.of(signed.head()), installation.vault().publicKey());
            if (!found.isOk()) {
                throw Manifest.damaged("What was put back does not verify: " + found.findings().getFirst().detail());
            }
            if (!wing.accessLog().verify().isEmpty()) {
                throw Manifest.damaged("The log of reads in the backup is not whole: " + wing.accessLog().verify().getFirst().detail());
            }
        }
    }
}
