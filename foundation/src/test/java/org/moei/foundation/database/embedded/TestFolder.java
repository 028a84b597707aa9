package org.moei.foundation.database.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Folders for test servers: in memory where the machine has room, because there fsync stays on and costs nothing. */
public final class TestFolder {
    private static final long ROOM = 4L << 30;

    private TestFolder() {}

    public static Path create() {
        try {
            Path memory = Path.of("/dev/shm");
            boolean roomy = Files.isWritable(memory) && Files.getFileStore(memory).getUsableSpace() > ROOM;
            return roomy ? Files.createTempDirectory(memory, "moei-test") : Files.createTempDirectory("moei-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void delete(Path folder) {
        try {
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
