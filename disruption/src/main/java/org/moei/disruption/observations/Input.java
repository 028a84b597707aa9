package org.moei.disruption.observations;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is imported: read three times, for its first line, its digest and its rows. An upload stays in memory and never touches the disk in clear. */
public interface Input {
    InputStream open() throws IOException;

    /** In bytes. */
    long size() throws IOException;

    static Input of(Path file) {
        return new Input() {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public long size() throws IOException {
                return Files.size(file);
            }
        };
    }

    static Input of(byte[] bytes) {
        return new Input() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public long size() {
                return bytes.length;
            }
        };
    }
}
