package org.moei.console.command;

import java.io.Console;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moei.console.server.ConsoleOptions;
import org.moei.console.server.LocalCertificate;
import org.moei.foundation.database.Wing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./moei serve}: the console over what stands in a data folder. */
@Command(name = "serve", mixinStandardHelpOptions = true, description = "Serves the console until Ctrl-C: on loopback, or with --name to others, encrypted.")
public final class ServeCommand implements Callable<Integer> {
    /** What a process serves. */
    public enum Wings {
        PROTECTION,
        DISRUPTION,
        BOTH;

        Set<Wing> wings() {
            return switch (this) {
                case PROTECTION -> EnumSet.of(Wing.PROTECTION);
                case DISRUPTION -> EnumSet.of(Wing.DISRUPTION);
                case BOTH -> EnumSet.allOf(Wing.class);
            };
        }
    }

    @Mixin private DataOptions data = new DataOptions();

    @Option(names = "--wing", description = "protection, disruption or both (default).")
    private Wings wing = Wings.BOTH;

    @Option(names = "--port", description = "Default 8080, with --name 8443.")
    private @Nullable Integer port;

    @Option(names = "--name", paramLabel = "HOST", description = "The name under which others reach the console, e.g. moei.lan: it is served to them with a certificate made here, and passkeys are bound to it. An address in figures has no passkeys.")
    private @Nullable String name;

    @Override
    public Integer call() throws InterruptedException {
        try (Installation installation = Installation.open(data, wing.wings(), InstantSource.system())) {
            unlock(installation);
            installation.catchUp();
            Serving.serve(installation, wing.wings(), options());
        }
        return 0;
    }

    private ConsoleOptions options() {
        return name == null
                ? ConsoleOptions.onLoopback(port == null ? 8080 : port)
                : ConsoleOptions.named(name, port == null ? 8443 : port, LocalCertificate.of(data.data(), name));
    }

    /** An operation whose passphrase no option named asks at the terminal; where nobody answers, names stay sealed. */
    private static void unlock(Installation installation) {
        if (installation.vault().isOpen()) {
            return;
        }
        Console terminal = System.console();
        char[] passphrase = terminal != null && terminal.isTerminal() ? terminal.readPassword("Passphrase of the keys (empty: serve locked): ") : null;
        if (passphrase != null && passphrase.length > 0) {
            installation.vault().unlock(passphrase);
            Arrays.fill(passphrase, ' ');
        } else {
            System.out.println("The keys are locked: names stay sealed. --passphrase-file unlocks.");
        }
    }
}
