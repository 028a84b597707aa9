package org.moei.indicators;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.moei.base.Problem;
import org.moei.indicators.internal.decode.Charsets;
import org.moei.indicators.internal.decode.Decoded;
import org.moei.indicators.internal.decode.Decoders;

/**
 * Reads sources as texts: files in any usual encoding, folders, archives and mail, each part with the SHA-256 of its bytes.
 * What cannot be read is refused with a reason, and the rest goes on.
 */
public final class Documents {
    /** Bytes that decide about encoding and kind. */
    private static final int HEAD = 1 << 16;

    /**
     * Where a text comes from.
     *
     * @param name the path as given, {@code -}, and {@code !/} before the member of an archive
     * @param sha256 of the source's bytes, in hex
     * @param decoder what made a text of it, where it was more than an encoding
     */
    public record Source(String name, String sha256, Optional<String> decoder) {}

    /** Takes the pieces in order. */
    public interface Sink {
        void piece(Source source, TextPiece piece) throws IOException;
    }

    private final Sink sink;
    private final Consumer<Problem> refused;
    private long sources;
    private long bytes;

    public Documents(Sink sink, Consumer<Problem> refused) {
        this.sink = sink;
        this.refused = refused;
    }

    /** Sources read so far, members of archives counted. */
    public long sources() {
        return sources;
    }

    /** Bytes read so far, as they lie on the disk. */
    public long bytes() {
        return bytes;
    }

    /** Reads a file, all files of a folder in order of their names, or {@code -}. */
    public void read(String name) throws IOException {
        if (name.equals("-")) {
            spooled(name, System.in);
            return;
        }
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
            try (Stream<Path> files = Files.walk(path)) {
                for (Path file : (Iterable<Path>) files.filter(f -> Files.isRegularFile(f, LinkOption.NOFOLLOW_LINKS)).sorted()::iterator) {
                    file(file.toString(), file);
                }
            }
            return;
        }
        file(name, path);
    }

    private void spooled(String name, InputStream in) throws IOException {
        Path spool = Files.createTempFile("moei", ".in");
        try {
            try (OutputStream to = Files.newOutputStream(spool)) {
                in.transferTo(to);
            }
            file(name, spool);
        } finally {
            Files.deleteIfExists(spool);
        }
    }

    private void file(String name, Path path) throws IOException {
        if (!Files.isReadable(path) || Files.isDirectory(path)) {
            refused.accept(Problem.of(Problem.Kind.REFUSED, "unreadable", "The file cannot be read.").at(Problem.Where.row(name, 0, "")));
            return;
        }
        sources++;
        bytes += Files.size(path);
        Source source = new Source(name, sha256(path), Optional.empty());
        byte[] head;
        try (InputStream in = Files.newInputStream(path)) {
            head = in.readNBytes(HEAD);
        }
        if (Decoders.isContainer(name, head)) {
            Decoders.read(path, source, head, new Decoders.Into() {
                @Override
                public void text(Source part, Decoded decoded) throws IOException {
                    sources += part.name().equals(name) ? 0 : 1;
                    pieces(part, decoded.reader());
                }

                @Override
                public void refused(String part, Problem problem) {
                    refused.accept(problem.at(Problem.Where.row(part, 0, "")));
                }
            });
            return;
        }
        Charset charset = Charsets.detect(head);
        try (Reader reader = reader(Files.newInputStream(path), charset)) {
            pieces(source, reader);
        }
    }

    /** Broken bytes become U+FFFD and the rest is read. */
    private static Reader reader(InputStream in, Charset charset) {
        return new InputStreamReader(in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    private void pieces(Source source, Reader reader) throws IOException {
        TextPieces pieces = new TextPieces(reader);
        for (Optional<TextPiece> piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
            sink.piece(source, piece.get());
        }
    }

    private static String sha256(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
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

    /** The kinds of input beyond plain text, for help texts. */
    public static List<String> kinds() {
        return Decoders.kinds();
    }
}
