package org.moei.indicators.internal.decode;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * A single stream that was compressed. It is no archive: its text has the name and the SHA-256 of the file as it lies on the disk.
 * A text in it is read as it is unpacked; a tar gives its members; anything else is kept and read as what it is.
 */
final class CompressedDecoder implements Decoder {
    /** Most memory, in KiB, that a stream of LZMA may ask for. */
    private static final int MEMORY = 512 * 1024;

    private final Kind kind;

    CompressedDecoder(Kind kind) {
        this.kind = kind;
    }

    @Override
    public void read(Part part, Run run) throws IOException {
        String inner = innerName(part.kindName());
        try (InputStream in = new BufferedInputStream(run.budget().counted(unpacked(part.content().open())), Run.HEAD)) {
            in.mark(Run.HEAD);
            byte[] head = in.readNBytes(Run.HEAD);
            in.reset();
            switch (run.kind(inner, head)) {
                case TEXT -> run.text(part, kind.name().toLowerCase(java.util.Locale.ROOT), Run.reader(in, Charsets.detect(head)));
                case TAR -> TarDecoder.members(part, in, run);
                case GZIP, BZIP2, XZ, ZSTD, ZIP, SEVEN_ZIP, RAR, PDF, PICTURE, HTML, JSON, CSV, MAIL, MAILBOX -> {
                    try (Content content = Content.keep(in)) {
                        run.read(new Part(part.source(), inner, content));
                    }
                }
            }
        }
    }

    private InputStream unpacked(InputStream packed) throws IOException {
        return switch (kind) {
            case GZIP -> GzipCompressorInputStream.builder().setInputStream(packed).setDecompressConcatenated(true).get();
            case BZIP2 -> new BZip2CompressorInputStream(packed, true);
            case XZ -> new XZInputStream(new BufferedInputStream(packed), MEMORY);
            case ZSTD -> new ZstdInputStream(packed).setLongMax(27);
            case TEXT, ZIP, TAR, SEVEN_ZIP, RAR, PDF, PICTURE, HTML, JSON, CSV, MAIL, MAILBOX -> throw new IllegalStateException(kind + " is not compressed.");
        };
    }

    /** The name without the ending of the compression; a .tgz holds a tar whatever its first bytes. */
    private static String innerName(String name) {
        String ending = Kind.ending(name);
        return switch (ending) {
            case "gz", "bz2", "xz", "zst", "zstd", "tgz", "txz", "tbz", "tbz2" -> name.substring(0, name.length() - ending.length() - 1);
            default -> name;
        };
    }
}
