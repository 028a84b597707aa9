package org.moei.indicators.internal.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Bytes that can be opened again: a file, or what came out of an archive, in memory while small. */
public sealed interface Content extends AutoCloseable {
    /** Up to this size, in bytes, what comes out of an archive stays in memory. */
    int HELD = 1 << 22;

    long size() throws IOException;

    InputStream open() throws IOException;

    SeekableByteChannel channel() throws IOException;

    @Override
    void close() throws IOException;

    /**
     * A file.
     *
     * @param temporary whether it goes when closed; otherwise it stays where it is
     */
    record OnDisk(Path path, boolean temporary) implements Content {
        @Override
        public long size() throws IOException {
            return Files.size(path);
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }

        @Override
        public SeekableByteChannel channel() throws IOException {
            return FileChannel.open(path);
        }

        @Override
        public void close() throws IOException {
            if (temporary) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** In memory. */
    final class Held implements Content {
        private final byte[] bytes;

        Held(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public SeekableByteChannel channel() {
            return new SeekableInMemoryByteChannel(bytes);
        }

        @Override
        public void close() {}
    }

    /** Reads the stream to its end and keeps what it held. */
    static Content keep(InputStream in) throws IOException {
        byte[] head = in.readNBytes(HELD);
        if (head.length < HELD) {
            return new Held(head);
        }
        Path path = Files.createTempFile("moei", ".part");
        try {
            try (OutputStream to = Files.newOutputStream(path)) {
                to.write(head);
                in.transferTo(to);
            }
            return new OnDisk(path, true);
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(path);
            throw failed;
        }
    }

    /** SHA-256 of the bytes, in hex. */
    static String sha256(Content content) throws IOException {
        try (InputStream in = content.open()) {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 18];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }
}
