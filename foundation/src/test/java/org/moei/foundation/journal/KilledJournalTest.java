package org.moei.foundation.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.moei.base.Figures;
import org.moei.foundation.Seeds;
import org.moei.foundation.database.Wing;
import org.moei.foundation.vault.FolderVault;
import org.moei.foundation.vault.Vault;

class KilledJournalTest {

    @Test
    void whatAKilledWriterAcknowledgedIsThereOnceAndOpens() throws Exception {
        kill(3);
    }

    @Test
    @Tag("slow")
    void whatAKilledWriterAcknowledgedIsThereOnceAndOpensThirtyTimes() throws Exception {
        kill(30);
    }

    @Test
    @Tag("nightly")
    void whatAKilledWriterAcknowledgedIsThereOnceAndOpensAThousandTimes() throws Exception {
        kill(1_000);
    }

    private static void kill(int rounds) throws Exception {
        Random random = Seeds.random("killed-journal");
        Map<UUID, Long> acknowledged = new HashMap<>();
        try (TestJournal house = new TestJournal()) {
            house.vault.close();
            for (int round = 0; round < rounds; round++) {
                // Every third round repeats the actions of the one before: a client that was never answered sends again.
                run(house, round - round % 3 / 2, 60 + random.nextInt(600), acknowledged);
                // The whole journal is read each time at first, then now and then: it grows with each round.
                if (round < 30 || round % 50 == 0 || round == rounds - 1) {
                    assertThat(house.verify(Optional.empty()).findings()).as("round %d", round).isEmpty();
                }
            }
            Map<UUID, Long> standing = new HashMap<>();
            try (Vault vault = FolderVault.ofRehearsal(house.keys, new SecureRandom())) {
                for (List<Recorded> page = house.journal.read(0, 2_000); !page.isEmpty(); page = house.journal.read(page.getLast().position(), 2_000)) {
                    for (Recorded each : page) {
                        assertThat(standing.put(each.envelope().id(), each.position())).as("an action stands once").isNull();
                        assertThat(vault.open(each.envelope().parts().getFirst().sealed())).isNotEmpty();
                    }
                }
            }
            assertThat(acknowledged).isNotEmpty();
            assertThat(standing).containsAllEntriesOf(acknowledged);
            Figures.count("kill -9 of the writer's process", rounds);
            Figures.count("actions acknowledged before a kill, all there", acknowledged.size());
            System.out.println("acknowledged " + acknowledged.size() + " of " + standing.size() + " standing");
        }
    }

    private static void run(TestJournal house, long seed, long milliseconds, Map<UUID, Long> acknowledged) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp",
                        System.getProperty("java.class.path"), JournalProgram.class.getName(), house.keys.toString(), Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (OutputStream out = process.getOutputStream();
                BufferedReader in = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            out.write((String.join("\n", house.database.signIn(Wing.PROTECTION, Wing.Role.WRITER)) + "\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            String line = readLine(in);
            Thread killer = Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(milliseconds);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                // The process itself would close our end too, with acknowledgements in it that were not read yet.
                process.toHandle().destroyForcibly();
            });
            while (line != null) {
                String[] said = line.split(" ");
                // The last line may be torn by the kill: then its position is not the whole number.
                String next = readLine(in);
                if (said.length == 2 && next != null) {
                    acknowledged.put(UUID.fromString(said[0]), Long.parseLong(said[1]));
                }
                line = next;
            }
            killer.join();
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** The kill closes the pipe under whoever reads it: that is the end, as after the last line. */
    private static @org.jspecify.annotations.Nullable String readLine(BufferedReader in) {
        try {
            return in.readLine();
        } catch (IOException e) {
            return null;
        }
    }
}
