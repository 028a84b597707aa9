package org.moei.console.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moei.console.proof.DailyHeads;
import org.moei.foundation.database.Wing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./moei head}: the day's signed heads, as sheets for partners. */
@Command(name = "head", mixinStandardHelpOptions = true, description = "Writes the day's signed head of each journal as a sheet to be printed and kept by partners. serve does it by itself every day.")
public final class HeadCommand implements Callable<Integer> {
    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Folder of the sheets (default heads/ in the data folder).")
    private @Nullable Path out;

    @Override
    public Integer call() {
        InstantSource clock = InstantSource.system();
        try (Installation installation = Installation.open(data, EnumSet.allOf(Wing.class), clock);
                DailyHeads heads = new DailyHeads(installation.foundations(), out == null ? heads(data) : out, Serving.BORDER, clock)) {
            if (!installation.vault().isOpen()) {
                System.out.println("The keys are locked: no head can be signed. --passphrase-file unlocks.");
                return 3;
            }
            var written = heads.write();
            written.forEach(file -> System.out.println(file + " (and as .html with a code for cameras)"));
            if (written.isEmpty()) {
                System.out.println("The day's heads are written already.");
            }
            return 0;
        }
    }

    static Path heads(DataOptions data) {
        return data.data().resolve("heads");
    }
}
