package org.moei.console.command;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.console.proof.Sheet;
import org.moei.foundation.vault.FolderVault;
import org.moei.foundation.vault.OfficerShares;
import org.moei.foundation.vault.TokenHolder;
import org.moei.foundation.vault.Vault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./moei keys}: who holds the keys, and the turning of epochs. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description = "Turns an agency's epoch, or changes in which way officers hold the keys.",
        subcommands = {KeysCommand.Turn.class, KeysCommand.Split.class, KeysCommand.Token.class})
public final class KeysCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw Problem.of(Problem.Kind.WRONG_USE, "keys", "keys takes one of: turn, split, token.").asException();
    }

    private static FolderVault open(DataOptions data) {
        FolderVault vault = FolderVault.openExisting(data.keys(), new SecureRandom());
        try {
            data.unlock(vault);
            return vault;
        } catch (RuntimeException e) {
            vault.close();
            throw e;
        }
    }

    /** {@code ./moei keys turn}. */
    @Command(
            name = "turn",
            mixinStandardHelpOptions = true,
            description = "Wraps the keys of an agency's records anew and destroys the old key of the agency: an old copy of the records' keys opens nothing then. Erasures are complete only after it.")
    static final class Turn implements Callable<Integer> {
        @Mixin private DataOptions data = new DataOptions();

        @Option(names = "--agency", description = "One agency (default: all).")
        private List<String> agencies = List.of();

        @Override
        public Integer call() {
            try (Vault vault = open(data)) {
                Collection<String> turned = new ArrayList<>(agencies.isEmpty() ? vault.listAgencies() : agencies);
                turned.removeAll(vault.listDestroyedAgencies());
                for (String agency : turned) {
                    System.out.printf("%s: the keys of %,d records are wrapped anew.%n", agency, vault.turn(agency));
                }
                System.out.println("Replace the copies of the keys' folder now: with an old one, the whole of it, and its passphrase, what was erased since still opens.");
                return 0;
            }
        }
    }

    /** {@code ./moei keys split}. */
    @Command(
            name = "split",
            mixinStandardHelpOptions = true,
            description = "From now on any two of three officers unlock the keys, each with a printed share; older shares open nothing any more.")
    static final class Split implements Callable<Integer> {
        @Mixin private DataOptions data = new DataOptions();

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder for the three sheets; print them, hand them out and remove the folder.")
        private Path out = Path.of("shares");

        @Option(names = "--keep-passphrase", description = "The passphrase goes on unlocking too.")
        private boolean keep;

        @Override
        public Integer call() {
            Instant now = InstantSource.system().instant();
            try (FolderVault vault = open(data)) {
                OfficerShares shares = OfficerShares.make(new SecureRandom());
                vault.hold(shares, !keep);
                int number = 1;
                for (List<String> code : shares.sheets()) {
                    Path sheet = new Sheet(
                                    "Share " + number + " of " + OfficerShares.OFFICERS,
                                    List.of(
                                            "Made " + now + ". Any " + OfficerShares.NEEDED + " of the " + OfficerShares.OFFICERS + " shares unlock the keys; this one alone opens nothing.",
                                            "Keep it locked away, and apart from the other officers' shares. Type the lines below where the house asks for a share."),
                                    code,
                                    String.join("\n", code))
                            .write(out, "share-" + number++);
                    System.out.println(sheet + " (and as .html with a code for cameras)");
                }
                System.out.println(keep ? "The passphrase opens the keys as well." : "The passphrase opens nothing any more.");
                return 0;
            }
        }
    }

    /** {@code ./moei keys token}. */
    @Command(name = "token", mixinStandardHelpOptions = true, description = "From now on a PKCS#11 token holds the key that unlocks the keys.")
    static final class Token implements Callable<Integer> {
        @Mixin private DataOptions data = new DataOptions();

        @Option(names = "--library", required = true, paramLabel = "FILE", description = "The PKCS#11 library of the token's maker.")
        private Path library = Path.of("pkcs11.so");

        @Option(names = "--slot", description = "Index in the list of the library's slots (default 0).")
        private int slot;

        @Option(names = "--pin-file", required = true, paramLabel = "FILE", description = "The token's PIN: the first line of the file.")
        private @Nullable Path pin;

        @Option(names = "--keep-others", description = "The other ways go on unlocking too.")
        private boolean keep;

        @Override
        public Integer call() {
            try (FolderVault vault = open(data)) {
                vault.hold(TokenHolder.of(library, slot, DataOptions.firstLine(String.valueOf(pin)), new SecureRandom()), !keep);
                System.out.println("The token holds the keys.");
                return 0;
            }
        }
    }
}
