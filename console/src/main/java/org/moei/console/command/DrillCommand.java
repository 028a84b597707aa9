package org.moei.console.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moei.console.backup.Drill;
import org.moei.foundation.database.Wing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./moei drill}: what the loss of the data folder would cost, measured. */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description = "Puts a backup back beside the data, verifies and rebuilds it there, and prints what a loss would cost in actions and minutes.")
public final class DrillCommand implements Callable<Integer> {
    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--backup", paramLabel = "FILE", description = "The backup to try (default: one made now).")
    private @Nullable Path backup;

    @Option(names = "--json", paramLabel = "FILE", description = "Where to write the figures.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        InstantSource clock = InstantSource.system();
        TerminalProgress progress = new TerminalProgress(System.err);
        try (Installation installation = Installation.open(data, EnumSet.allOf(Wing.class), clock)) {
            Drill.Outcome outcome = Drill.run(installation, Optional.ofNullable(backup), clock, progress);
            progress.end();
            JsonFiles.write(json, figures(outcome));
            System.out.printf("%,d actions were put back; %,d acknowledged since would be lost, the work of %.1f minutes.%n", outcome.actions(), outcome.actionsLost(), outcome.minutesLost());
            outcome.minutes().forEach((stage, minutes) -> System.out.printf("  %-8s %.2f minutes%n", stage, minutes));
            System.out.printf("  %,d of %,d actions tried open with the keys; %s; %d findings; %,d erased again.%n",
                    outcome.opened(), outcome.tried(), outcome.equal() ? "the rebuilt tables are equal" : "the rebuilt tables differ", outcome.findings(), outcome.erasedAgain());
            return outcome.isOk() ? 0 : 1;
        }
    }

    private static Map<String, Object> figures(Drill.Outcome outcome) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ok", outcome.isOk());
        answer.put("actions", outcome.actions());
        answer.put("actions_lost", outcome.actionsLost());
        answer.put("minutes_lost", outcome.minutesLost());
        answer.put("minutes", outcome.minutes());
        answer.put("opened", outcome.opened());
        answer.put("tried", outcome.tried());
        answer.put("erased_again", outcome.erasedAgain());
        answer.put("tables_equal", outcome.equal());
        answer.put("findings", outcome.findings());
        return answer;
    }
}
