package org.moei.indicators.internal.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.List;
import org.moei.base.Problem;
import org.moei.indicators.Documents.Source;

/** Which decoder reads what. */
public final class Decoders {
    private final Into into;
    private final boolean lines;
    private final Limits limits;

    /** Takes what comes out of a source. */
    public interface Into {
        /** A text; what the taker itself does wrong is thrown as a {@link SinkFailedException}. */
        void text(Source source, Reader text) throws IOException;

        /** A member of an archive begins. */
        void member(Source source);

        void refused(String name, Problem problem);
    }

    /** @param lines whether lines are texts of their own: mark-up, mail and tables are then read as the lines they are */
    public Decoders(Into into, boolean lines) {
        this(into, lines, Limits.DEFAULT);
    }

    Decoders(Into into, boolean lines, Limits limits) {
        this.into = into;
        this.lines = lines;
        this.limits = limits;
    }

    /** Reads a source and all that is in it. */
    public void read(Source source, Content content) throws IOException {
        new Run(into, lines, limits, content.size()).read(Part.of(source, content));
    }

    public static List<String> kinds() {
        return List.of("text", "HTML", "JSON", "CSV", "mail (.eml, mbox)", "Telegram and WhatsApp exports", "zip", "gzip", "tar", "7z", "xz", "bzip2", "zstd", "PDF", "office files", "pictures with QR codes");
    }

    static Decoder of(Kind kind) {
        return switch (kind) {
            case TEXT -> Decoders::text;
            case GZIP, BZIP2, XZ, ZSTD -> new CompressedDecoder(kind);
            case ZIP -> new ZipDecoder();
            case TAR -> (part, run) -> {
                try (InputStream in = part.content().open()) {
                    TarDecoder.members(part, in, run);
                }
            };
            case SEVEN_ZIP -> new SevenZipDecoder();
            case RAR -> (part, run) -> {
                throw RefusedException.of("rar", "RAR archives are not read.", "it can be unpacked by hand first.");
            };
            case PDF -> new PdfDecoder();
            case PICTURE -> new PictureDecoder();
            case HTML -> new HtmlDecoder();
            case JSON -> new JsonDecoder();
            case CSV -> new TableDecoder();
            case MAIL -> new MailDecoder();
            case MAILBOX -> new MailboxDecoder();
        };
    }

    /** The text as it stands, in its encoding. */
    static void text(Part part, Run run) throws IOException {
        byte[] head = Run.head(part.content());
        try (Reader reader = Run.reader(part.content().open(), Charsets.detect(head))) {
            run.text(part, "", reader);
        }
    }
}
