package org.moei.foundation.vault;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.function.Consumer;
import org.moei.base.ProblemException;

/** Lets a token hold the keys of an operation and opens them with it; in a process of its own, since the token's library reads its store's place at the start. */
final class TokenProgram {
    private TokenProgram() {}

    /** What to do ({@code hold} or {@code open}), library, PIN, folder of the keys. Prints a line for each step. */
    public static void main(String[] args) {
        SecureRandom random = new SecureRandom();
        TokenHolder token = TokenHolder.of(Path.of(args[1]), 0, args[2].toCharArray(), random);
        Path keys = Path.of(args[3]);
        char[] passphrase = "correct horse battery".toCharArray();
        if (args[0].equals("hold")) {
            try (FolderVault vault = FolderVault.ofOperation(keys, random, passphrase)) {
                vault.unlock(passphrase);
                vault.hold(token, true);
                System.out.println("held");
            }
            open("passphrase", keys, vault -> vault.unlock(passphrase));
        }
        open("token", keys, vault -> vault.unlock(token));
    }

    private static void open(String by, Path keys, Consumer<FolderVault> unlock) {
        try (FolderVault vault = FolderVault.openExisting(keys, new SecureRandom())) {
            unlock.accept(vault);
            System.out.println(by + (vault.isOpen() ? " opens" : " does nothing"));
        } catch (ProblemException e) {
            System.out.println(by + " refused");
        }
    }
}
