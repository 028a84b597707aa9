package org.moei.console.command;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Export;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./moei export-journal}: a wing's journal as a file, sealed as it stands, with a signed head. */
@Command(name = "export-journal", mixinStandardHelpOptions = true, description = "Writes a wing's journal, sealed as it stands, with the signed head last.")
public final class ExportJournalCommand implements Callable<Integer> {
    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--wing", required = true, description = "protection or disruption.")
    private Wing wing = Wing.PROTECTION;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The file to write.")
    private Path out = Path.of("journal.export");

    @Override
    public Integer call() {
        TerminalProgress progress = new TerminalProgress(System.err);
        InstantSource clock = InstantSource.system();
        try (Installation installation = Installation.open(data, EnumSet.allOf(Wing.class), clock)) {
            for (WingFoundation each : installation.foundations()) {
                if (each.wing() == wing) {
                    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
                    long actions = Export.write(each.journal(), installation.about().kind(), now, out, progress);
                    progress.end();
                    System.out.printf("%,d actions of the wing %s written.%n", actions, wing.name().toLowerCase(Locale.ROOT));
                }
            }
            return 0;
        }
    }
}
