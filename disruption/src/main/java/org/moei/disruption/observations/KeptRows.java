package org.moei.disruption.observations;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.moei.base.Problem;
import org.moei.foundation.journal.Hash;
import org.moei.foundation.journal.Json;

/**
 * The files of rows beside the journal, named by their SHA-256: Zstandard over UTF-8 lines, the first a {@link Header}, each other a row in PostgreSQL's text form
 * of COPY behind {@code c} (clear) or {@code s} (sealed). A file is on the disk before the action that names its digest. Nothing in it needs a key to be put
 * into the tables again; what is sealed in it stays sealed.
 */
final class KeptRows {
    /** Longest line, in bytes: a value of {@link Spelling#LONGEST} characters with its escapes, and the rest. */
    static final int LONGEST = 1 << 16;

    private static final int BUFFER = 1 << 17;
    private static final String NULL = "\\N";

    private final Path folder;

    KeptRows(Path folder) {
        this.folder = folder;
    }

    /** One file as it is written. Closed without {@link #keep}, it leaves nothing. */
    final class Writer implements AutoCloseable {
        private final Path part;
        private final MessageDigest digest = Hash.sha256();
        private final OutputStream out;
        private final StringBuilder line = new StringBuilder(256);

        private Writer(UUID name) throws IOException {
            Files.createDirectories(folder);
            part = folder.resolve(name + ".part");
            OutputStream file = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(part), BUFFER), digest);
            out = new BufferedOutputStream(new ZstdOutputStream(file, 1), BUFFER);
        }

        void header(Header header) throws IOException {
            out.write(Json.write(header));
            out.write('\n');
        }

        void clear(long at, Observation row, Optional<String> address) throws IOException {
            line.setLength(0);
            line.append("c\t").append(at).append('\t').append(row.type().label()).append('\t').append(row.part().id()).append('\t');
            text(row.value()).append('\t').append(address.orElse(NULL));
            rest(row);
            line.append('\t');
            text(row.detail());
            end();
        }

        void sealed(long at, Observation row, UUID record, byte[] keyed, byte[] sealed) throws IOException {
            line.setLength(0);
            line.append("s\t").append(at).append('\t').append(row.type().label()).append('\t').append(row.part().id()).append('\t').append(record);
            line.append("\t\\\\x").append(HexFormat.of().formatHex(keyed)).append("\t\\\\x").append(HexFormat.of().formatHex(sealed));
            rest(row);
            end();
        }

        private void rest(Observation row) {
            line.append('\t').append(row.grade().isEmpty() ? NULL : row.grade()).append('\t').append(row.firstSeen().map(Instant::toString).orElse(NULL))
                    .append('\t').append(row.lastSeen().map(Instant::toString).orElse(NULL));
        }

        private StringBuilder text(String text) {
            if (text.isEmpty()) {
                return line.append(NULL);
            }
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '\\') {
                    line.append('\\');
                }
                line.append(c);
            }
            return line;
        }

        private void end() throws IOException {
            line.append('\n');
            out.write(line.toString().getBytes(StandardCharsets.UTF_8));
        }

        /** Ends the file; on the disk under its name when this returns. */
        String keep() throws IOException {
            out.close();
            String name = Hash.hex(digest.digest());
            Path target = path(name);
            Files.createDirectories(target.getParent() == null ? folder : target.getParent());
            force(part, StandardOpenOption.WRITE);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
            force(target.getParent() == null ? folder : target.getParent(), StandardOpenOption.READ);
            return name;
        }

        @Override
        public void close() throws IOException {
            out.close();
            Files.deleteIfExists(part);
        }
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    Writer write(UUID name) throws IOException {
        return new Writer(name);
    }

    /** Takes the lines of a file, without their line breaks. */
    interface Lines {
        void header(Header header) throws IOException;

        void row(byte[] buffer, int from, int to) throws IOException;
    }

    /**
     * Reads a file to its end and only then says whether it is the right one: whoever takes the lines must be able to take them back.
     *
     * @throws org.moei.base.ProblemException {@code kept-rows-missing} or {@code kept-rows-changed}
     */
    void read(String digest, Lines lines) throws IOException {
        MessageDigest found = Hash.sha256();
        try (InputStream file = new DigestInputStream(new BufferedInputStream(Files.newInputStream(path(digest)), BUFFER), found)) {
            split(new ZstdInputStream(file), lines);
            file.transferTo(OutputStream.nullOutputStream());
        } catch (NoSuchFileException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "kept-rows-missing", "The file of rows (" + digest + ") that the journal names is missing.").withAdvice("it stands in a backup.").asException(e);
        } catch (IOException e) {
            throw changed(digest).asException(e);
        }
        if (!Hash.hex(found.digest()).equals(digest)) {
            throw changed(digest).asException();
        }
    }

    private static Problem changed(String digest) {
        return Problem.of(Problem.Kind.COULD_NOT_RUN, "kept-rows-changed", "The file of rows (" + digest + ") is not the one that the journal names.").withAdvice("the right one stands in a backup.");
    }

    private static void split(InputStream in, Lines lines) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int held = 0;
        boolean header = true;
        for (int read = in.read(buffer, 0, buffer.length); read >= 0; read = in.read(buffer, held, buffer.length - held)) {
            int from = 0;
            int end = held + read;
            for (int i = held; i < end; i++) {
                if (buffer[i] == '\n') {
                    if (header) {
                        lines.header(Header.read(java.util.Arrays.copyOfRange(buffer, from, i)));
                        header = false;
                    } else {
                        lines.row(buffer, from, i);
                    }
                    from = i + 1;
                }
            }
            held = end - from;
            if (held > LONGEST) {
                throw new IOException("A line is longer than " + LONGEST + " bytes.");
            }
            System.arraycopy(buffer, from, buffer, 0, held);
        }
    }

    private Path path(String digest) {
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("The digest is none of SHA-256.");
        }
        return folder.resolve(digest.substring(0, 2)).resolve(digest + ".zst");
    }
}
