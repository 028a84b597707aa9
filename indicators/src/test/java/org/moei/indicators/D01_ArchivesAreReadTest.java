package org.moei.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fourth lesson, about containers: what is packed is found, with the name and the hash of what holds it. */
class D01_ArchivesAreReadTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gz", "bz2", "xz", "zst"})
    void aCompressedTextKeepsTheNameOfItsFile(String ending) throws IOException {
        String decoder = ending.equals("gz") ? "gzip" : ending.equals("bz2") ? "bzip2" : ending.equals("zst") ? "zstd" : "xz";
        assertThat(Reads.of(Reads.resource(folder, "notes.txt." + ending)))
                .allMatch(hit -> hit.startsWith("notes.txt." + ending + " [" + decoder + "] "))
                .extracting(hit -> hit.substring(hit.indexOf(']') + 2))
                .containsExactlyInAnyOrder("telegram gold_desk7", "url https://jade-desk.top/start", "domain jade-desk.top");
    }

    @Test
    void membersOfArchivesInArchivesAreNamedAfterThem() throws IOException {
        assertThat(Reads.of(Reads.resource(folder, "nested.zip"))).contains(
                "nested.zip!/inner.zip!/inner/notes.txt telegram gold_desk7", "nested.zip!/notes.txt telegram gold_desk7").hasSize(6);
        assertThat(Reads.of(Reads.resource(folder, "notes.tar.gz"))).contains(
                "notes.tar.gz!/notes.txt telegram gold_desk7", "notes.tar.gz!/inner/notes.txt telegram gold_desk7").hasSize(6);
        assertThat(Reads.of(Reads.resource(folder, "notes.tar.zst"))).contains("notes.tar.zst!/notes.txt telegram gold_desk7").hasSize(3);
    }

    @Test
    void aMemberOfSevenZipIsFound() throws IOException {
        Path file = folder.resolve("notes.7z");
        try (SevenZOutputFile out = new SevenZOutputFile(file.toFile())) {
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName("sub/chat.txt");
            out.putArchiveEntry(entry);
            out.write("Telegram @gold_desk7".getBytes(StandardCharsets.UTF_8));
            out.closeArchiveEntry();
        }
        assertThat(Reads.of(file)).containsExactly("notes.7z!/sub/chat.txt telegram gold_desk7");
    }

    @Test
    void anEncryptedMemberIsRefusedByName() throws IOException {
        assertThat(Reads.of(Reads.resource(folder, "encrypted.zip"))).containsExactly("encrypted.zip!/notes.txt: encrypted");
    }

    @Test
    void ofACutArchiveTheFrontIsReadAndTheRestIsRefused() throws IOException {
        Path cut = folder.resolve("sub/a.zip");
        Files.createDirectories(cut.getParent());
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(whole)) {
            for (String name : List.of("1.txt", "2.txt")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(("Telegram @gold_desk" + name.charAt(0) + " and much more of the same ").getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.write(cut, Arrays.copyOf(whole.toByteArray(), whole.size() / 2 - 60));
        Files.writeString(folder.resolve("sub/b.txt"), "Telegram @gold_desk7");
        assertThat(Reads.of(folder.resolve("sub"))).contains("sub/a.zip!/1.txt telegram gold_desk1", "sub/b.txt telegram gold_desk7", "sub/a.zip: damaged");
    }

    @Test
    void aMemberHasTheHashOfItsOwnBytes() throws IOException {
        Set<String> hashes = new HashSet<>();
        new Documents((source, piece) -> hashes.add(source.sha256()), problem -> { }).read(Reads.resource(folder, "nested.zip").toString());
        assertThat(hashes).containsExactly("8773846d6e8163a020c9ddbcf0bb70b187bb99b4130262f3b2fadf57664ad3b4");
    }

    @Test
    void aFolderIsReadInTheOrderOfItsNames() throws IOException {
        for (String name : List.of("b/2.txt", "b/10.txt", "a.txt", "c.txt")) {
            Files.createDirectories(folder.resolve("f").resolve(name).getParent());
            try (OutputStream out = Files.newOutputStream(folder.resolve("f").resolve(name))) {
                out.write("jade-desk.top".getBytes(StandardCharsets.UTF_8));
            }
        }
        List<String> seen = new ArrayList<>();
        new Documents((source, piece) -> seen.add(Path.of(source.name()).getFileName().toString()), problem -> { }).read(folder.resolve("f").toString());
        assertThat(seen).containsExactly("a.txt", "10.txt", "2.txt", "c.txt");
    }
}
