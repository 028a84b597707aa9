package org.moei.indicators;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.moei.base.Problem;
import org.moei.indicators.internal.decode.Content;
import org.moei.indicators.internal.decode.Decoders;
import org.moei.indicators.internal.decode.SinkFailedException;

/**
 * Reads sources as texts: files in any usual encoding, folders, archives and mail, each part with the SHA-256 of its bytes.
 * What cannot be read is refused with a reason, and the rest goes on.
 */
public final class Documents {
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

    /** Is asked before each file and told after it, so that a run that was stopped can go on. */
    public interface Steps {
        /** @param modified milliseconds since 1970 */
        boolean isDone(String name, long size, long modified);

        void done(String name, long size, long modified) throws IOException;

        /** Every file is read, nothing is kept. */
        Steps NONE = new Steps() {
            @Override
            public boolean isDone(String name, long size, long modified) {
                return false;
            }

            @Override
            public void done(String name, long size, long modified) {}
        };
    }

    private final Sink sink;
    private final Consumer<Problem> refused;
    private final Decoders decoders;
    private final Steps steps;
    private long sources;
    private long bytes;

    public Documents(Sink sink, Consumer<Problem> refused) {
        this(sink, refused, false, Steps.NONE);
    }

    /** @param lines whether lines are texts of their own: mark-up, mail, JSON and tables are then read as the lines they are */
    public Documents(Sink sink, Consumer<Problem> refused, boolean lines, Steps steps) {
        this.steps = steps;
        this.sink = sink;
        this.refused = refused;
        this.decoders = new Decoders(new Decoders.Into() {
            @Override
            public void text(Source source, Reader text) throws IOException {
                pieces(source, text);
            }

            @Override
            public void member(Source source) {
                sources++;
            }

            @Override
            public void refused(String name, Problem problem) {
                refused.accept(problem.at(Problem.Where.row(name, 0, "")));
            }
        }, lines);
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
            for (Path file : Folder.of(path, this::unreadable)) {
                file(file.toString(), file);
            }
            return;
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            try (InputStream in = Files.newInputStream(path)) {
                spooled(name, in);
            }
            return;
        }
        file(name, path);
    }

    private void unreadable(Path path) {
        refused.accept(Problem.of(Problem.Kind.REFUSED, "unreadable", "The file cannot be read.").at(Problem.Where.row(path.toString(), 0, "")));
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
        Content content = new Content.OnDisk(path, false);
        String sha256;
        long size;
        long modified;
        try {
            size = content.size();
            modified = Files.getLastModifiedTime(path).toMillis();
            if (steps.isDone(name, size, modified)) {
                return;
            }
            sha256 = Content.sha256(content);
        } catch (IOException denied) {
            unreadable(Path.of(name));
            return;
        }
        sources++;
        bytes += size;
        try {
            decoders.read(new Source(name, sha256, Optional.empty()), content);
            steps.done(name, size, modified);
        } catch (SinkFailedException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : failed;
        }
    }

    private void pieces(Source source, Reader reader) throws IOException {
        TextPieces pieces = new TextPieces(reader);
        for (Optional<TextPiece> piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
            try {
                sink.piece(source, piece.get());
            } catch (IOException failed) {
                throw new SinkFailedException(failed);
            }
        }
    }

    /** The kinds of input beyond plain text, for help texts. */
    public static List<String> kinds() {
        return Decoders.kinds();
    }
}
