package org.moei.indicators.internal.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;
import org.moei.base.Problem;
import org.moei.indicators.Documents.Source;

/** The reading of one source and all that is in it. */
final class Run {
    /** Bytes that decide about encoding and kind. */
    static final int HEAD = 1 << 16;

    private final Decoders.Into into;
    private final boolean lines;
    private final Limits limits;
    private final Budget budget;
    private int depth;

    Run(Decoders.Into into, boolean lines, Limits limits, long size) {
        this.into = into;
        this.lines = lines;
        this.limits = limits;
        this.budget = new Budget(limits, size);
    }

    Limits limits() {
        return limits;
    }

    Budget budget() {
        return budget;
    }

    /** Reads a part by its kind. What is wrong with it refuses it and nothing else. */
    void read(Part part) throws IOException {
        if (depth > limits.depth()) {
            refuse(part.source().name(), Problem.of(Problem.Kind.REFUSED, "nested-too-deep", "Archives stand in archives more than " + limits.depth() + " deep; this one was not opened."));
            return;
        }
        depth++;
        try {
            byte[] head = head(part.content());
            Decoder decoder = Decoders.of(kind(part.kindName(), head));
            decoder.read(part, this);
        } catch (SinkFailedException failed) {
            throw failed;
        } catch (RefusedException refused) {
            refuse(part.source().name(), refused.problem());
        } catch (IOException | RuntimeException damaged) {
            refuse(part.source().name(), Problem.of(Problem.Kind.REFUSED, "damaged", "The source is damaged or not what its first bytes say; what came before the damage was read."));
        } catch (StackOverflowError | OutOfMemoryError blown) {
            refuse(part.source().name(), Problem.of(Problem.Kind.REFUSED, "too-large", "The source takes more memory than there is; the rest was not read."));
        } finally {
            depth--;
        }
    }

    /** Keeps the bytes of a member and reads it. Damage inside it refuses it alone; false where the archive itself cannot go on. */
    void member(Part archive, String name, InputStream bytes) throws IOException {
        budget.member();
        String full = archive.source().name() + "!/" + name;
        Content kept;
        try {
            kept = Content.keep(budget.counted(bytes));
        } catch (RefusedException bomb) {
            refuse(full, bomb.problem());
            throw RefusedException.of("bomb", "The rest of the archive was not read.");
        } catch (IOException | RuntimeException damaged) {
            refuse(full, Problem.of(Problem.Kind.REFUSED, "damaged", "The member cannot be unpacked."));
            return;
        }
        try (Content content = kept) {
            Source source = new Source(full, Content.sha256(content), Optional.empty());
            into.member(source);
            read(Part.of(source, content));
        }
    }

    void refuse(String name, Problem problem) {
        into.refused(name, problem);
    }

    Kind kind(String name, byte[] head) {
        return Kind.of(name, head, lines);
    }

    /** Gives a text; the decoder is named where the text is more than the bytes in their encoding. */
    void text(Part part, String decoder, Reader text) throws IOException {
        into.text(new Source(part.source().name(), part.source().sha256(), decoder.isEmpty() ? Optional.empty() : Optional.of(decoder)), text);
    }

    static byte[] head(Content content) throws IOException {
        try (InputStream in = content.open()) {
            return in.readNBytes(HEAD);
        }
    }

    /** Broken bytes become U+FFFD and the rest is read. */
    static Reader reader(InputStream in, Charset charset) {
        return new InputStreamReader(in, charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE));
    }

    /** The whole part as bytes; refused where it is larger than a document may be. */
    byte[] whole(Part part) throws IOException {
        long size = part.content().size();
        if (size > limits.document()) {
            throw RefusedException.of("too-large", "The document has " + size + " bytes; at most " + limits.document() + " are read as a whole.");
        }
        try (InputStream in = part.content().open()) {
            return in.readAllBytes();
        }
    }
}
