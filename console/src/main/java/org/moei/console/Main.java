package org.moei.console;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.console.command.AccountCommand;
import org.moei.console.command.BackupCommand;
import org.moei.console.command.DemoCommand;
import org.moei.console.command.DrillCommand;
import org.moei.console.command.CustodyCommand;
import org.moei.console.command.EraseCommand;
import org.moei.console.command.EvacuateCommand;
import org.moei.console.command.ExportJournalCommand;
import org.moei.console.command.HeadCommand;
import org.moei.console.command.ImportCommand;
import org.moei.console.command.InitCommand;
import org.moei.console.command.KeysCommand;
import org.moei.console.command.ObservationsCommand;
import org.moei.console.command.PaperCommand;
import org.moei.console.command.RebuildCommand;
import org.moei.console.command.RestoreCommand;
import org.moei.console.command.RetentionCommand;
import org.moei.console.command.ServeCommand;
import org.moei.console.command.VerifyCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./moei demo, serve, import …}: the commands on data. */
@Command(
        name = "moei",
        mixinStandardHelpOptions = true,
        description = "The commands on data.",
        subcommands = {
            DemoCommand.class,
            InitCommand.class,
            AccountCommand.class,
            ServeCommand.class,
            ImportCommand.class,
            ObservationsCommand.class,
            RebuildCommand.class,
            VerifyCommand.class,
            HeadCommand.class,
            ExportJournalCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            DrillCommand.class,
            KeysCommand.class,
            EvacuateCommand.class,
            RetentionCommand.class,
            CustodyCommand.class,
            PaperCommand.class,
            EraseCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command and returns its exit code. */
    public static int run(String... arguments) {
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new Main());
        line.setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8)).setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, err));
        return line.execute(arguments);
    }

    private static int report(Exception failure, PrintWriter err) {
        if (System.getenv("MOEI_TRACE") != null) {
            failure.printStackTrace(err);
        }
        if (failure instanceof ProblemException known) {
            err.println(known.problem());
            return known.problem().kind().exit();
        }
        err.println("Something unexpected: " + failure.getClass().getSimpleName() + ". What was acknowledged is kept. [unexpected]");
        return Problem.Kind.COULD_NOT_RUN.exit();
    }
}
