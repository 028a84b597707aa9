package org.moei.console.command;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moei.console.backup.Restoration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./moei restore}: a backup, put back into an empty folder. */
@Command(
        name = "restore",
        mixinStandardHelpOptions = true,
        description = "Puts a backup back into an empty folder, with the keys' folder that it was made with. Whoever was erased since stays erased. A backup that is not whole is refused, and what is wrong is named.")
public final class RestoreCommand implements Callable<Integer> {
    @Mixin private DataOptions data = new DataOptions();

    @Parameters(index = "0", paramLabel = "FILE", description = "The backup.")
    private Path backup = Path.of("backup.moei");

    @Option(names = "--erased", paramLabel = "FILE", description = "A ledger of erasures that was kept apart (backup writes one beside each file); repeat for several.")
    private List<Path> ledgers = List.of();

    @Option(names = "--head", paramLabel = "FILE", description = "A signed head that a partner kept; repeat for several.")
    private List<Path> heads = List.of();

    @Option(names = "--json", paramLabel = "FILE", description = "Where to write what was put back.")
    private @Nullable Path json;

    @Override
    public Integer call() {
        TerminalProgress progress = new TerminalProgress(System.err);
        Restoration.Done done = Restoration.run(backup, data, ledgers, new ArrayList<>(Heads.readAll(heads)), InstantSource.system(), progress);
        progress.end();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("actions", done.actions());
        answer.put("made", done.made().toString());
        answer.put("erased", done.erased());
        answer.put("erased_again", done.erasedAgain());
        JsonFiles.write(json, answer);
        System.out.printf("%,d actions of the backup of %s stand in %s and verify.%n", done.actions(), done.made(), data.data());
        System.out.printf("%,d records are erased by the ledger; %,d of them the backup did not know.%n", done.erased(), done.erasedAgain());
        System.out.println("A ledger newer than these keys and this backup would have to be named with --erased; whom only it names is not erased here.");
        return 0;
    }
}
