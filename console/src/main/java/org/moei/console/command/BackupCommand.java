package org.moei.console.command;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Export;
import org.moei.foundation.journal.SignedHead;
import org.moei.foundation.journal.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code ./moei backup}: both journals as sealed exports with their signed heads in one file, checked after writing. Keys
 * and accounts are not in it: keys are backed up apart from data.
 */
@Command(name = "backup", mixinStandardHelpOptions = true, description = "Writes both journals, sealed as they stand, into one checked file. Keys are not in it.")
public final class BackupCommand implements Callable<Integer> {
    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path out = Path.of("backup.moei");

    @Override
    public Integer call() throws IOException {
        TerminalProgress progress = new TerminalProgress(System.err);
        InstantSource clock = InstantSource.system();
        Path folder = Files.createTempDirectory(out.toAbsolutePath().getParent(), ".backup");
        Path next = folder.resolve("backup.part");
        try (Installation installation = Installation.open(data, EnumSet.allOf(Wing.class), clock)) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
            try (OutputStream file = Files.newOutputStream(next);
                    ZipOutputStream zip = new ZipOutputStream(file)) {
                for (WingFoundation wing : installation.foundations()) {
                    String word = wing.wing().word();
                    Path export = folder.resolve(word + ".journal");
                    long actions = Export.write(wing.journal(), installation.about().kind(), now, export, progress);
                    Verification check = Export.verify(export, java.util.Optional.empty(), installation.vault().publicKey());
                    if (!check.isOk() || check.actions() != actions) {
                        throw Problem.of(Problem.Kind.COULD_NOT_RUN, "backup-not-right", "The export of " + word + " does not verify; nothing was kept.").asException();
                    }
                    entry(zip, word + ".journal", export);
                    Path head = folder.resolve(word + ".head");
                    Files.writeString(head, check.head().map(SignedHead::line).orElse("") + "\n");
                    entry(zip, word + ".head", head);
                }
                entry(zip, "installation.json", data.data().resolve("installation.json"));
            }
            Files.move(next, out, StandardCopyOption.REPLACE_EXISTING);
            progress.end();
            System.out.printf("Backup of %,d bytes written and checked.%n", Files.size(out));
            return 0;
        } finally {
            Folders.delete(folder);
        }
    }

    private static void entry(ZipOutputStream zip, String name, Path file) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        Files.copy(file, zip);
        zip.closeEntry();
    }
}
