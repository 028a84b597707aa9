package org.moei.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * {@code ./moei COMMAND …}: the commands on files. The commands on data (demo, serve, import, rebuild, verify, backup …)
 * are started by the launcher in the console's own process; they are listed in the help only.
 */
@Command(
        name = "moei",
        mixinStandardHelpOptions = true,
        version = "moei 0.1.0",
        description = "Runs a counter-scam-compound operation: lists, people, screening, return; sites, supplies, indicators.",
        footer = {
            "",
            "On data:  demo serve import rebuild verify export-journal backup",
            "Tests:    test [--fast | --nightly]",
            "Each command takes --help. Formats are in docs/formats.md."
        },
        subcommands = {
            LinkCommand.class, ScoreCommand.class, FindCommand.class,
            ExtractCommand.class,
            ScanCommand.class,
            CompileIndicatorsCommand.class,
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Runs one command and returns its exit code: 0 done, 1 rows refused, 2 wrong use, 3 could not run. */
    static int run(String... arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new Main());
        line.setOut(out).setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExecutionExceptionHandler((failure, command, parsed) -> report(failure, err));
        if (arguments.length == 0) {
            line.usage(out);
            return Problem.Kind.WRONG_USE.exit();
        }
        return line.execute(arguments);
    }

    private static int report(Exception failure, PrintWriter err) {
        if (failure instanceof ProblemException known) {
            err.println(known.problem());
            return known.problem().kind().exit();
        }
        err.println("Something unexpected: " + failure.getClass().getSimpleName() + ". No output was kept. [unexpected]");
        if (System.getenv("MOEI_TRACE") != null) {
            failure.printStackTrace(err);
        }
        return Problem.Kind.COULD_NOT_RUN.exit();
    }
}
