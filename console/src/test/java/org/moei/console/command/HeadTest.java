package org.moei.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.console.proof.DailyHeads;

/** What a partner keeps on paper, and what it shows later. */
class HeadTest {
    @TempDir
    private Path folder;

    @Test
    void aSheetIsWrittenOncePerDayAndShowsLaterThatNothingUpToItWasChangedAlsoAfterAnErasure() throws IOException {
        TestOperation operation = new TestOperation(folder);
        Instant[] now = {Instant.parse("2025-02-12T16:30:00Z")};
        InstantSource clock = () -> now[0];
        Path sheets = folder.resolve("partner");
        String token;
        try (Installation installation = operation.open()) {
            UUID person = operation.arrive(installation, "Made Up Name");
            token = operation.token(installation, person);
            DailyHeads heads = new DailyHeads(installation.foundations(), sheets, ZoneId.of("Asia/Bangkok"), clock);
            assertThat(heads.write()).extracting(f -> f.getFileName().toString()).containsExactly("2025-02-12-protection.txt", "2025-02-12-disruption.txt");
            now[0] = now[0].plus(Duration.ofMinutes(20));
            assertThat(heads.write()).as("the same day").isEmpty();
            operation.arrive(installation, "Second Made Name");
            now[0] = now[0].plus(Duration.ofMinutes(20));
            assertThat(heads.write()).as("after midnight where the operation is").extracting(f -> f.getFileName().toString()).containsExactly("2025-02-13-protection.txt", "2025-02-13-disruption.txt");
            installation.vault().lock();
            now[0] = now[0].plus(Duration.ofDays(1));
            assertThat(heads.write()).as("nothing is signed while the keys are locked").isEmpty();
        }
        Path sheet = sheets.resolve("2025-02-12-protection.txt");
        assertThat(sheets.resolve("2025-02-12-protection.html")).content().contains("<svg", "Keep this sheet").doesNotContain("<script", "http://moei");
        assertThat(Files.readString(sheet)).doesNotContain("Made");

        operation.run("erase", "--token", token, "--reason", "as asked", "--yes");
        Said with = operation.run("verify", "--head", sheet.toString(), "--head", sheets.resolve("2025-02-13-protection.txt").toString());
        assertThat(with.out()).contains("nothing was changed", "Up to the head that was kept");
        assertThat(with.exit()).as("an erasure leaves the journal whole").isZero();
        assertThat(operation.run("verify").out()).contains("No head was given", "cannot be seen");

        assertThat(operation.run("export-journal", "--wing", "protection", "--out", operation.path("export")).exit()).isZero();
        assertThat(Said.by("verify", "--export", operation.path("export"), "--head", sheet.toString()).exit()).isZero();
        List<String> lines = Files.readAllLines(folder.resolve("export"));
        Files.write(folder.resolve("torn"), lines.subList(0, 2));
        assertThat(Said.by("verify", "--export", operation.path("torn"), "--head", sheet.toString()).out()).contains("missing at");
        Files.writeString(folder.resolve("slip"), Files.readString(sheet).replace("03 ", "04 "));
        assertThat(Said.by("verify", "--export", operation.path("export"), "--head", operation.path("slip")).out()).contains("Line 4 of the code");
    }
}
