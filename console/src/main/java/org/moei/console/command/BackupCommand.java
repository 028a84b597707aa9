package org.moei.console.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.moei.console.backup.Backup;
import org.moei.foundation.database.Wing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./moei backup}: journals, accounts, logs and files in one encrypted, checked file. */
@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = "Writes everything but the keys into one encrypted, checked file, also while others work; and beside it the ledger of erasures, to be kept apart from it.")
public final class BackupCommand implements Callable<Integer> {
    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path out = Path.of("backup.moei");

    @Override
    public Integer call() {
        TerminalProgress progress = new TerminalProgress(System.err);
        InstantSource clock = InstantSource.system();
        try (Installation installation = Installation.open(data, EnumSet.allOf(Wing.class), clock)) {
            Backup.Made made = Backup.write(installation, out, clock.instant().truncatedTo(ChronoUnit.SECONDS), progress);
            progress.end();
            System.out.printf("Backup of %,d actions, %,d bytes, written and checked.%n", made.actions(), made.bytes());
            System.out.println("The ledger of erasures is in " + made.erased() + ": keep it apart, and give the newest to ./moei restore.");
            return 0;
        }
    }
}
