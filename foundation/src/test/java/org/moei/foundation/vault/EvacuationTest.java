package org.moei.foundation.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.foundation.Seeds;

/** An evacuation that is killed is finished by the next run, and does neither less nor more than was asked. */
class EvacuationTest {
    private static final byte[] CONTENT = {1, 2, 3};
    private static final List<String> GO = List.of("immigration", "welfare", "police");

    @TempDir
    private Path folder;

    private static byte[] seal(Vault vault, String agency, long record) {
        return vault.sealForRecord(new UUID(9, record), agency, new UUID(2, 1), "names", CONTENT);
    }

    /** Another process, which is killed on its way. */
    static final class Program {
        private Program() {}

        public static void main(String[] arguments) {
            Path keys = Path.of(arguments[0]);
            try (Vault vault = FolderVault.openExisting(keys, new SecureRandom())) {
                System.out.println("open");
                System.out.flush();
                new Evacuation(keys, vault).run(Evacuation.Way.valueOf(arguments[1]), GO, (agency, count) -> {});
            }
        }
    }

    private void runAndKill(Evacuation.Way way, long milliseconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                        System.getProperty("java.class.path"), Program.class.getName(), folder.toString(), way.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.getInputStream().read()).as("it began").isEqualTo('o');
        Thread.sleep(milliseconds);
        process.destroyForcibly().waitFor();
    }

    @Test
    void aKilledEvacuationIsFinishedByTheNextRunAndWhatWasNotNamedStays() throws IOException, InterruptedException {
        Random random = Seeds.random("evacuation");
        List<byte[]> go = new ArrayList<>();
        List<byte[]> stay = new ArrayList<>();
        try (FolderVault vault = FolderVault.ofRehearsal(folder, new SecureRandom())) {
            for (int i = 0; i < 4_000; i++) {
                go.add(seal(vault, GO.get(i % 3), i));
            }
            for (int i = 0; i < 100; i++) {
                stay.add(seal(vault, "court", 10_000 + i));
            }
        }
        for (int round = 0; round < 6; round++) {
            runAndKill(Evacuation.Way.TURN, random.nextInt(120));
            try (FolderVault vault = FolderVault.openExisting(folder, new SecureRandom())) {
                assertThat(go).as("killed while turning, round %d", round).allSatisfy(each -> assertThat(vault.open(each)).isEqualTo(CONTENT));
            }
        }
        try (FolderVault vault = FolderVault.openExisting(folder, new SecureRandom())) {
            Evacuation evacuation = new Evacuation(folder, vault);
            evacuation.run(Evacuation.Way.TURN, GO, (agency, count) -> {});
            assertThat(evacuation.findUnfinished()).isEmpty();
            assertThat(go).allSatisfy(each -> assertThat(vault.open(each)).isEqualTo(CONTENT));
        }
        runAndKill(Evacuation.Way.DESTROY, random.nextInt(60));
        try (FolderVault vault = FolderVault.openExisting(folder, new SecureRandom())) {
            new Evacuation(folder, vault).run(Evacuation.Way.DESTROY, GO, (agency, count) -> {});
        }
        try (FolderVault vault = FolderVault.openExisting(folder, new SecureRandom())) {
            assertThat(go).allSatisfy(each -> assertThat(vault.findOpen(each)).isEmpty());
            assertThat(stay).allSatisfy(each -> assertThat(vault.open(each)).isEqualTo(CONTENT));
        }
    }
}
