package org.moei.foundation.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys held by a PKCS#11 token; tried against SoftHSM 2 where one is installed. */
class TokenHolderTest {
    private static final List<String> PLACES = List.of(
            "/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so", "/usr/lib64/pkcs11/libsofthsm2.so", "/usr/local/lib/softhsm/libsofthsm2.so");

    @TempDir
    private Path folder;

    @Test
    void aTokenUnlocksWhatItHolds() throws IOException, InterruptedException {
        Optional<Path> library = PLACES.stream().map(Path::of).filter(Files::exists).findFirst();
        assumeTrue(library.isPresent(), "No SoftHSM 2 is installed: keys held by a PKCS#11 token were not tried.");
        assumeTrue(System.getenv("SOFTHSM2_CONF") != null, "SOFTHSM2_CONF names no token store: keys held by a PKCS#11 token were not tried.");
        Process made = new ProcessBuilder("softhsm2-util", "--init-token", "--free", "--label", "moei-test", "--pin", "4711", "--so-pin", "471147").inheritIO().start();
        assertThat(made.waitFor()).isZero();
        char[] passphrase = "correct horse battery".toCharArray();
        SecureRandom random = new SecureRandom();
        TokenHolder token = TokenHolder.of(library.get(), 0, "4711".toCharArray(), random);
        try (FolderVault vault = FolderVault.ofOperation(folder, random, passphrase)) {
            vault.unlock(passphrase);
            vault.hold(token, true);
        }
        try (FolderVault vault = FolderVault.openExisting(folder, random)) {
            vault.unlock(token);
            assertThat(vault.isOpen()).isTrue();
        }
    }
}
