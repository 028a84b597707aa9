package org.moei.console.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.moei.base.Problem;
import org.moei.base.Progress;
import org.moei.console.command.Folders;
import org.moei.console.command.Installation;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.PlainTables;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Export;
import org.moei.foundation.journal.Hash;
import org.moei.foundation.journal.SignedHead;
import org.moei.foundation.journal.Verification;

/**
 * Makes a backup of an open installation, which others may go on using: the journals up to their ends at the start, and
 * whatever no journal gives back. Actions that are acknowledged later are in the next one.
 */
public final class Backup {
    /** The ids of erased records as they stood. */
    static final String ERASED = "erased";

    private Backup() {}

    /**
     * What a backup holds.
     *
     * @param actions of both wings
     * @param erased the ledger of erasures beside the backup, to be kept apart from it
     */
    public record Made(long bytes, long actions, Path erased) {}

    /**
     * Writes the backup and reads it again; the file appears whole or not at all.
     *
     * @throws org.moei.base.ProblemException {@code SEALED} while the keys are locked
     */
    public static Made write(Installation installation, Path out, Instant now, Progress progress) {
        Path file = out.toAbsolutePath();
        Path folder = null;
        try {
            folder = Files.createTempDirectory(file.getParent(), ".backup");
            Path next = folder.resolve("backup.part");
            Path files = Files.createDirectory(folder.resolve("files"));
            Manifest manifest = collect(installation, files, now, progress);
            BackupFile.write(files, names(files), manifest, installation.vault(), next);
            BackupFile.unpack(next, installation.vault(), Files.createDirectory(folder.resolve("again")));
            long bytes = Files.size(next);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            Path ledger = file.resolveSibling(file.getFileName() + ".erased");
            Files.copy(files.resolve(ERASED), ledger, StandardCopyOption.REPLACE_EXISTING);
            return new Made(bytes, manifest.wings().stream().mapToLong(Manifest.OfWing::actions).sum(), ledger);
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "backup-not-written", "The backup " + out + " could not be written; what stood there before still does.")
                    .withAdvice("the disk is full.")
                    .asException(e);
        } finally {
            if (folder != null) {
                Folders.delete(folder);
            }
        }
    }

    private static Manifest collect(Installation installation, Path files, Instant now, Progress progress) throws IOException {
        List<Manifest.OfWing> wings = new ArrayList<>();
        for (WingFoundation wing : installation.foundations()) {
            String word = wing.wing().word();
            String digest = wing.sealedDigest();
            Path export = files.resolve(word + ".journal");
            long actions = Export.write(wing.journal(), installation.about().kind(), now, export, progress);
            Verification check = Export.verify(export, Optional.empty(), installation.vault().publicKey());
            if (!check.isOk() || check.actions() != actions || check.head().isEmpty()) {
                throw Manifest.damaged("The export of " + word + " does not verify.");
            }
            SignedHead head = check.head().get();
            boolean quiet = wing.journal().size() == actions && wing.sealedDigest().equals(digest);
            wings.add(new Manifest.OfWing(word, actions, Hash.hex(head.root()), quiet ? Optional.of(digest) : Optional.empty()));
            tables(installation, wing.wing(), files.resolve("tables"));
        }
        copyRest(installation.options().data(), files.resolve("data"));
        List<UUID> erased = installation.vault().listDestroyed();
        Files.writeString(files.resolve(ERASED), erased.stream().map(id -> id + "\n").collect(Collectors.joining()));
        return new Manifest(Manifest.VERSION, installation.about(), now.toString(), wings, List.of(), erased.size());
    }

    private static void tables(Installation installation, Wing wing, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (Connection connection = installation.database().wing(wing).pool(Wing.Role.WRITER).getConnection()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            try {
                for (String table : PlainTables.list(connection, wing)) {
                    try (OutputStream out = Files.newOutputStream(folder.resolve(table))) {
                        PlainTables.copyOut(connection, table, out);
                    }
                }
            } finally {
                connection.rollback();
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "backup-tables", "The accounts and the log of reads could not be read (SQL state " + e.getSQLState() + ").").asException(e);
        }
    }

    /** Everything beside the database: what the installation is, sealed files, a rehearsal's scenario. */
    private static void copyRest(Path data, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> beside = Files.list(data)) {
            for (Path each : beside.filter(p -> !isOfDatabase(p)).toList()) {
                Folders.copy(each, to.resolve(each.getFileName().toString()));
            }
        }
    }

    private static boolean isOfDatabase(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith("postgresql") || name.startsWith(".") || name.endsWith(".part") || name.endsWith(".next");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).map(p -> folder.relativize(p).toString()).sorted().toList();
        }
    }
}
