package org.moei.indicators.match;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/** Opens logs as they are kept: plain, gzip, zstd, xz or bzip2, told by their first bytes. */
public final class LogFiles {
    private static final int BUFFER = 1 << 16;
    /** Most memory, in KiB, that a stream of LZMA may ask for. */
    private static final int MEMORY = 512 * 1024;

    private LogFiles() {}

    /** The log as it was before it was compressed. Damage shows as an {@link IOException} while it is read. */
    public static InputStream open(InputStream file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(file, BUFFER);
        in.mark(8);
        byte[] head = in.readNBytes(6);
        in.reset();
        if (begins(head, 0x1f, 0x8b, 8)) {
            return new GZIPInputStream(in, BUFFER);
        }
        if (begins(head, 0x28, 0xb5, 0x2f, 0xfd)) {
            return new ZstdInputStream(in).setContinuous(true);
        }
        if (begins(head, 0xfd, '7', 'z', 'X', 'Z', 0)) {
            return new XZInputStream(in, MEMORY);
        }
        if (begins(head, 'B', 'Z', 'h') && head[3] >= '1' && head[3] <= '9' && (head[4] == 0x31 || head[4] == 0x17)) {
            return new BZip2CompressorInputStream(in, true);
        }
        return in;
    }

    private static boolean begins(byte[] head, int... magic) {
        if (head.length < 6) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if ((head[i] & 0xff) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
