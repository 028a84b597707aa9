package org.moei.console.command;

import java.io.Console;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.moei.base.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./moei init}: an operation with keys of its own, in an empty folder. */
@Command(name = "init", mixinStandardHelpOptions = true, description = "Makes a real operation in an empty folder: keys under the officers' passphrase, no account yet.")
public final class InitCommand implements Callable<Integer> {
    @Mixin private DataOptions data = new DataOptions();

    @Override
    public Integer call() {
        char[] passphrase = data.passphrase().orElseGet(InitCommand::ask);
        try (Installation installation = Installation.operation(data, passphrase, InstantSource.system())) {
            System.out.println("An operation stands in " + installation.options().data() + ", its keys in " + installation.options().keys() + ".");
            System.out.println("Keep the keys' folder and the passphrase apart from each other and from every backup: without both nobody reads a name again.");
            System.out.println("Next: ./moei account NAME --role ROLE --agency AGENCY, then ./moei serve.");
            return 0;
        } finally {
            Arrays.fill(passphrase, ' ');
        }
    }

    private static char[] ask() {
        Console terminal = System.console();
        if (terminal == null || !terminal.isTerminal()) {
            throw Problem.of(Problem.Kind.WRONG_USE, "passphrase-missing", "An operation needs a passphrase.").withAdvice("--passphrase-file names it, or a terminal asks for it.").asException();
        }
        char[] first = terminal.readPassword("Passphrase of the keys, 12 characters or more: ");
        char[] second = terminal.readPassword("Once more: ");
        if (!Arrays.equals(first, second)) {
            throw Problem.of(Problem.Kind.WRONG_USE, "passphrase-differs", "The two passphrases differ.").asException();
        }
        Arrays.fill(second, ' ');
        return first;
    }
}
