package org.moei.console.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.base.Problem;

/** A real operation from an empty folder: set up, fed, locked, and what a stranger finds in it. */
class OperationTest {
    private static final String NAME = "Zyxwvuts Qponmlkj";

    @TempDir
    private Path folder;

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void anOperationIsSetUpFedAndLockedAndAStrangerFindsNobodysName() throws IOException {
        Files.writeString(folder.resolve("passphrase"), "seven blue kites over the river\n");
        Files.writeString(folder.resolve("wrong"), "seven red kites over the river\n");
        Files.writeString(folder.resolve("short"), "short\n");
        Files.writeString(folder.resolve("list.csv"), "name,birth_date,nationality,document\n" + NAME + ",1999-05-06,ETH,EP4711093\n");

        assertThat(Said.by("init", "--data", path("op"), "--passphrase-file", path("short")).exit()).isEqualTo(Problem.Kind.WRONG_USE.exit());
        assertThat(Said.by("init", "--data", path("op"), "--passphrase-file", path("passphrase")).exit()).isZero();
        assertThat(Said.by("init", "--data", path("op"), "--passphrase-file", path("passphrase")).exit()).as("a second time").isNotZero();

        Said account = Said.by("account", "desk-1", "--role", "reception", "--agency", "immigration", "--place", "mae-sot", "--holds", "person,list-row", "--data", path("op"));
        assertThat(account.exit()).isZero();
        assertThat(account.out()).containsPattern("desk-1: [a-z2-9]{5}-[a-z2-9]{5}-[a-z2-9]{4}");
        for (String deed : List.of("end-sessions", "lift", "forget-app", "shut", "confirm")) {
            assertThat(Said.by("account", "desk-1", "--do", deed, "--data", path("op")).exit()).as(deed).isZero();
        }
        assertThat(Said.by("account", "desk-9", "--do", "shut", "--data", path("op")).exit()).isEqualTo(Problem.Kind.WRONG_USE.exit());
        assertThat(Said.by("account", "desk-9", "--role", "desk", "--agency", "immigration", "--data", path("op")).out()).contains("no such role").contains("reception");

        Said locked = Said.by("import", path("list.csv"), "--agency", "immigration", "--data", path("op"));
        assertThat(locked.exit()).as("nothing is sealed while the keys are locked").isNotZero();
        assertThat(locked.out()).doesNotContain(NAME, "EP4711093");
        assertThat(Said.by("import", path("list.csv"), "--agency", "immigration", "--data", path("op"), "--passphrase-file", path("wrong")).exit()).isNotZero();
        Said fed = Said.by("import", path("list.csv"), "--agency", "immigration", "--data", path("op"), "--passphrase-file", path("passphrase"));
        assertThat(fed.out()).contains("1 rows kept, 0 refused");
        assertThat(fed.exit()).isZero();

        assertThat(Said.by("verify", "--data", path("op")).exit()).as("whole without keys").isZero();
        assertThat(Said.by("rebuild", "--data", path("op")).exit()).as("the same without keys").isZero();
        assertThat(Said.by("backup", "--data", path("op"), "--out", path("op.backup")).out()).as("a head is signed with the keys").contains("[sealed]");
        assertThat(Said.by("backup", "--data", path("op"), "--out", path("op.backup"), "--passphrase-file", path("passphrase")).exit()).isZero();
        for (String secret : List.of("Zyxwvuts", "Qponmlkj", "EP4711093")) {
            assertThat(filesWith(secret, folder.resolve("op"))).isEmpty();
            assertThat(filesWith(secret, folder.resolve("op.keys"))).isEmpty();
            assertThat(filesWith(secret, folder.resolve("op.backup"))).isEmpty();
        }
        assertThat(filesWith("Zyxwvuts", folder)).as("the search itself finds what is there").hasSize(1);
    }

    private static List<Path> filesWith(String text, Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(Files::isRegularFile).filter(f -> contains(f, text)).toList();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException e) {
            return false;
        }
    }
}
