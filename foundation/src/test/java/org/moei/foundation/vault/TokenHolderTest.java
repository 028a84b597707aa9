package org.moei.foundation.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
        Path store = Files.createDirectory(folder.resolve("tokens"));
        Path configuration = Files.writeString(folder.resolve("softhsm2.conf"), "directories.tokendir = " + store + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        assertThat(run(configuration, "softhsm2-util", "--init-token", "--free", "--label", "moei-test", "--pin", "4711", "--so-pin", "471147")).contains("initialized");
        String keys = folder.resolve("keys").toString();
        assertThat(program(configuration, "hold", library.get().toString(), "4711", keys)).containsExactly("held", "passphrase refused", "token opens");
        assertThat(program(configuration, "open", library.get().toString(), "0000", keys)).containsExactly("token refused");
        assertThat(program(configuration, "open", library.get().toString(), "4711", keys)).containsExactly("token opens");
        assertThat(Files.walk(store).filter(Files::isRegularFile)).as("the key lies with the token").isNotEmpty();
    }

    /** A process of its own each time: within one, a token that was opened stays open whatever PIN comes next. */
    private static List<String> program(Path configuration, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", System.getProperty("java.class.path"), TokenProgram.class.getName()));
        command.addAll(List.of(arguments));
        return run(configuration, command.toArray(String[]::new)).lines().toList();
    }

    private static String run(Path configuration, String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("SOFTHSM2_CONF", configuration.toString());
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
