package org.moei.console.command;

import java.io.Console;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moei.console.server.ConsoleOptions;
import org.moei.console.server.LocalCertificate;
import org.moei.console.signin.Provider;
import org.moei.foundation.database.Wing;
import org.moei.foundation.vault.OfficerShares;
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

    @Option(names = "--providers", paramLabel = "FILE", description = "The agencies' own sign-in by OpenID Connect, as JSON.")
    private @Nullable Path providers;

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
        ConsoleOptions options = name == null
                ? ConsoleOptions.onLoopback(port == null ? 8080 : port)
                : ConsoleOptions.named(name, port == null ? 8443 : port, LocalCertificate.of(data.data(), name));
        return providers == null ? options : options.with(Provider.read(providers));
    }

    /** An operation that no option unlocked asks at the terminal; where nobody answers, names stay sealed. */
    private static void unlock(Installation installation) {
        if (installation.vault().isOpen()) {
            return;
        }
        Console terminal = System.console();
        if (terminal == null || !terminal.isTerminal()) {
            System.out.println("The keys are locked: names stay sealed. --passphrase-file or two --share-file unlock.");
            return;
        }
        char[] passphrase = terminal.readPassword("Passphrase of the keys (empty: officers' shares, or serve locked): ");
        if (passphrase != null && passphrase.length > 0) {
            installation.vault().unlock(passphrase);
            Arrays.fill(passphrase, ' ');
            return;
        }
        List<String> shares = new ArrayList<>();
        for (String share = share(terminal, 1); !share.isBlank() && shares.size() < OfficerShares.NEEDED; share = shares.size() < OfficerShares.NEEDED ? share(terminal, shares.size() + 1) : "") {
            shares.add(share);
        }
        if (shares.isEmpty()) {
            System.out.println("The keys are locked: names stay sealed.");
        } else {
            installation.vault().unlock(OfficerShares.of(shares, new SecureRandom()));
        }
    }

    /** The lines of a share, up to an empty one; nothing of it is shown. */
    private static String share(Console terminal, int number) {
        StringBuilder lines = new StringBuilder();
        System.out.println("Share of officer " + number + ", line by line (not shown), then an empty line; an empty line at once serves locked:");
        for (char[] line = terminal.readPassword(); line != null && line.length > 0; line = terminal.readPassword()) {
            lines.append(line).append('\n');
            Arrays.fill(line, ' ');
        }
        return lines.toString();
    }
}
