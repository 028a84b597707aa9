package org.moei.foundation.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.base.Figures;
import org.moei.base.Progress;
import org.moei.foundation.Seeds;

/** Whatever differs in an export by a line, a byte or a bit is found, without database or keys. */
class ExportTest {
    private final TestJournal house = new TestJournal();

    @TempDir
    private Path folder;

    private Path file;
    private byte[] bytes;

    @BeforeEach
    void export() throws IOException {
        for (int i = 0; i < 5; i++) {
            house.journal.append(List.of(TestJournal.action(TestJournal.id()), TestJournal.action(TestJournal.id())));
        }
        file = folder.resolve("journal.jsonl");
        assertThat(Export.write(house.journal, "rehearsal", TestJournal.NOW, file, Progress.SILENT)).isEqualTo(10);
        bytes = Files.readAllBytes(file);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private List<Finding> findings(byte[] content) throws IOException {
        Path changed = folder.resolve("changed.jsonl");
        Files.write(changed, content);
        return Export.verify(changed, Optional.empty(), house.vault.publicKey()).findings();
    }

    private List<byte[]> lines() {
        List<byte[]> lines = new ArrayList<>();
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (byte b : bytes) {
            line.write(b);
            if (b == '\n') {
                lines.add(line.toByteArray());
                line.reset();
            }
        }
        return lines;
    }

    private static byte[] join(List<byte[]> lines) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        lines.forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Test
    void anExportAsItWasWrittenIsRight() throws IOException {
        assertThat(findings(bytes)).isEmpty();
        Verification verification = Export.verify(file, Optional.of(house.journal.signHead()), null);
        assertThat(verification.findings()).isEmpty();
        assertThat(verification.actions()).isEqualTo(10);
        assertThat(new String(bytes, StandardCharsets.UTF_8)).doesNotContain("Abebe");
    }

    @Test
    void everyLineThatIsMovedDeletedOrDoubledIsFound() throws IOException {
        for (int i = 0; i < lines().size(); i++) {
            List<byte[]> deleted = lines();
            byte[] line = deleted.remove(i);
            assertThat(findings(join(deleted))).as("line %d deleted", i).isNotEmpty();
            List<byte[]> doubled = lines();
            doubled.add(i, line);
            assertThat(findings(join(doubled))).as("line %d doubled", i).isNotEmpty();
            for (int to = 0; to < deleted.size(); to++) {
                List<byte[]> moved = new ArrayList<>(deleted);
                moved.add(to, line);
                if (to != i) {
                    assertThat(findings(join(moved))).as("line %d moved to %d", i, to).isNotEmpty();
                }
            }
        }
    }

    @Test
    void everyFlippedBitIsFound() throws IOException {
        Random random = Seeds.random("export-bits");
        for (int i = 0; i < 1_500; i++) {
            byte[] changed = bytes.clone();
            int at = random.nextInt(bytes.length);
            int bit = random.nextInt(8);
            changed[at] ^= (byte) (1 << bit);
            assertThat(findings(changed)).as("bit %d of byte %d", bit, at).isNotEmpty();
        }
    }

    @Test
    void bitsThatBase64IgnoresAtItsEndAreFoundToo() throws IOException {
        int tried = 0;
        for (int i = 1; i < bytes.length; i++) {
            if (bytes[i] == '=' && bytes[i - 1] != '=' && bytes[i - 1] != '"') {
                for (int bit = 0; bit < 3; bit++) {
                    byte[] changed = bytes.clone();
                    changed[i - 1] ^= (byte) (1 << bit);
                    assertThat(findings(changed)).as("byte %d", i - 1).isNotEmpty();
                    tried++;
                }
            }
        }
        assertThat(tried).isPositive();
    }

    @Test
    void aCutOrLengthenedFileIsFound() throws IOException {
        Random random = Seeds.random("export-cut");
        for (int i = 0; i < 100; i++) {
            assertThat(findings(java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)))).isNotEmpty();
        }
        Figures.count("torn exports, all found", 100);
        for (String more : List.of("\n", " ", "{}\n", "x")) {
            ByteArrayOutputStream longer = new ByteArrayOutputStream();
            longer.writeBytes(bytes);
            longer.writeBytes(more.getBytes(StandardCharsets.UTF_8));
            assertThat(findings(longer.toByteArray())).as("%s", more).isNotEmpty();
        }
    }

    @Test
    void anExportThatWasForgedAndSignedWithAnotherKeyIsFoundByTheServersKeyOrAKeptHead() throws IOException {
        SignedHead kept = house.journal.signHead();
        try (TestJournal forger = new TestJournal()) {
            for (int i = 0; i < 10; i++) {
                forger.journal.append(TestJournal.action(TestJournal.id()));
            }
            Path forged = folder.resolve("forged.jsonl");
            Export.write(forger.journal, "rehearsal", TestJournal.NOW, forged, Progress.SILENT);
            assertThat(Export.verify(forged, Optional.empty(), null).findings()).isEmpty();
            assertThat(Export.verify(forged, Optional.empty(), house.vault.publicKey()).findings()).extracting(Finding::kind).contains("head");
            assertThat(Export.verify(forged, Optional.of(kept), null).findings()).extracting(Finding::kind).contains("root");
        }
    }

    @Test
    void anOlderExportIsFoundByALaterHead() {
        house.journal.append(TestJournal.action(TestJournal.id()));
        SignedHead later = house.journal.signHead();
        assertThat(Export.verify(file, Optional.of(later), house.vault.publicKey()).findings()).extracting(Finding::kind).containsExactly("missing");
    }
}
