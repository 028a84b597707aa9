package org.moei.rehearsal.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.rehearsal.lists.RehearsalMark;

class A03_ThePictureIsWrittenAsItWasReadTest {
    @TempDir
    Path scratch;

    @Test
    void whatIsWrittenReadsAsTheSamePicture() throws IOException {
        Path original = A01_ScenariosOfTheProjectTest.SCENARIOS.resolve("myawaddy-2025");
        Scenario scenario = Scenario.read(original);
        Path copy = scratch.resolve("copy");
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(original.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        Path written = scratch.resolve("written");
        PictureFiles.write(scenario, written);
        for (String root : List.of("sources.csv", "townships.csv")) {
            Files.writeString(copy.resolve(root), unmarked(written.resolve(root)));
        }
        try (Stream<Path> files = Files.list(copy.resolve("picture"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, unmarked(written.resolve(file.getFileName().toString())));
            }
        }
        assertThat(Scenario.read(copy)).isEqualTo(scenario);
    }

    @Test
    void theFilesAreMarkedAndHaveTheSameBytesEachTime() throws IOException {
        Scenario scenario = Scenario.read(A01_ScenariosOfTheProjectTest.SCENARIOS.resolve("cambodia-2026"));
        PictureFiles.write(scenario, scratch.resolve("one"));
        PictureFiles.write(scenario, scratch.resolve("two"));
        assertThat(Files.readAllLines(scratch.resolve("one").resolve("claims.csv")).getFirst()).endsWith("," + RehearsalMark.HEADER);
        try (Stream<Path> files = Files.list(scratch.resolve("one"))) {
            for (Path file : files.toList()) {
                assertThat(scratch.resolve("two").resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    /** As a scenario's own table: without the mark. */
    private static String unmarked(Path file) throws IOException {
        return Files.readString(file).replaceAll("(?m)," + RehearsalMark.HEADER + "$|," + RehearsalMark.VALUE + "$", "");
    }
}
