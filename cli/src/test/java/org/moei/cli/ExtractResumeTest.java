package org.moei.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractResumeTest {
    @TempDir
    private Path folder;

    /** Made before each test. */
    private Path in = Path.of("");

    private Path out = Path.of("");

    @BeforeEach
    void files() throws IOException {
        in = Files.createDirectories(folder.resolve("in"));
        out = folder.resolve("hits.jsonl");
        for (int i = 0; i < 5; i++) {
            Files.writeString(in.resolve(i + ".txt"), "see jade-desk" + i + ".top\n");
        }
        Files.write(in.resolve("1.zip"), new byte[] {'P', 'K', 3, 4, 0});
    }

    private String whole() throws IOException {
        assertThat(Main.run("extract", in.toString(), "--out", out.toString())).isEqualTo(1);
        String text = Files.readString(out);
        Files.delete(out);
        return text;
    }

    @Test
    void aRunThatWasStoppedGoesOnAndGivesTheSameOutput() throws IOException {
        String whole = whole();
        assertThat(Main.run("extract", in.toString(), "--out", out.toString(), "--resume")).isEqualTo(1);
        assertThat(Files.readString(out)).isEqualTo(whole);
        assertThat(folder.resolve("hits.jsonl.done")).doesNotExist();
        // the state in which a kill leaves it: two files done, half a line of the third behind them
        List<String> lines = whole.lines().toList();
        String two = lines.get(0) + "\n" + lines.get(1) + "\n";
        Files.writeString(folder.resolve("hits.jsonl.part"), two + lines.get(2).substring(0, 20));
        StringBuilder journal = new StringBuilder("moei-extract 1\t%5B%5D+null+false\n");
        int bytes = 0;
        for (String name : List.of("0.txt", "1.txt")) {
            Path file = in.resolve(name);
            bytes = name.equals("0.txt") ? lines.get(0).length() + 1 : two.length();
            journal.append("done\t").append(bytes).append('\t').append(Files.size(file)).append('\t').append(Files.getLastModifiedTime(file).toMillis()).append('\t')
                    .append(java.net.URLEncoder.encode(file.toString(), java.nio.charset.StandardCharsets.UTF_8)).append('\n');
        }
        Files.writeString(folder.resolve("hits.jsonl.done"), journal + "done\t99");
        assertThat(Main.run("extract", in.toString(), "--out", out.toString(), "--resume")).isEqualTo(1);
        assertThat(Files.readString(out)).isEqualTo(whole);
    }

    @Test
    void otherOptionsDoNotGoOnWithAnotherRun() throws IOException {
        Files.writeString(folder.resolve("hits.jsonl.part"), "");
        Files.writeString(folder.resolve("hits.jsonl.done"), "moei-extract 1\tother\n");
        assertThat(Main.run("extract", in.toString(), "--out", out.toString(), "--resume")).isEqualTo(2);
    }

    @Test
    void whatAnEarlierRunRefusedIsStillNamed() throws IOException {
        Path rejects = folder.resolve("rejects.txt");
        Files.writeString(folder.resolve("hits.jsonl.part"), "");
        Path zip = in.resolve("1.zip");
        Files.writeString(folder.resolve("hits.jsonl.done"), "moei-extract 1\t%5B%5D+null+false\nrefused\tdamaged\t1.zip\tBroken\t\ndone\t0\t" + Files.size(zip) + "\t" + Files.getLastModifiedTime(zip).toMillis() + "\t"
                + java.net.URLEncoder.encode(zip.toString(), java.nio.charset.StandardCharsets.UTF_8) + "\n");
        assertThat(Main.run("extract", in.toString(), "--out", out.toString(), "--resume", "--rejects", rejects.toString())).isEqualTo(1);
        assertThat(Files.readString(rejects)).contains("1.zip: Broken [damaged]");
    }
}
