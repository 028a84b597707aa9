package org.moei.foundation.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The random ids of the records whose keys were destroyed, a line each, so that an old copy of the keys cannot bring one back. */
final class ErasureLedger {
    private static final int LINE = 37;

    private final Path file;

    ErasureLedger(Path file) {
        this.file = file;
    }

    /** In the order in which they were erased; a torn last line, left by a crash, is none. */
    List<UUID> list() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            List<UUID> all = new ArrayList<>();
            for (int at = 0; at + LINE <= text.length(); at += LINE) {
                all.add(UUID.fromString(text.substring(at, at + LINE - 1)));
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a record; it is on the disk when this returns. */
    void add(UUID record) {
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE))) {
            long whole = channel.size() / LINE * LINE;
            ByteBuffer line = ByteBuffer.wrap((record + "\n").getBytes(StandardCharsets.US_ASCII));
            while (line.hasRemaining()) {
                channel.write(line, whole + line.position());
            }
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
