package org.moei.indicators.internal.decode;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What one source may still unpack to, with all archives in it. */
final class Budget {
    private final Limits limits;
    private final long allowed;
    private long unpacked;
    private int members;

    Budget(Limits limits, long size) {
        this.limits = limits;
        this.allowed = limits.unpacked(size);
    }

    /** Counts a member of an archive. */
    void member() throws RefusedException {
        if (++members > limits.members()) {
            throw RefusedException.of("too-many-members", "The source holds more than " + limits.members() + " members; the rest was not read.", "it is a bomb. Unpack it by hand if it is not.");
        }
    }

    /** Counts every byte that is read through it. */
    InputStream counted(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int b = super.read();
                count(b < 0 ? 0 : 1);
                return b;
            }

            @Override
            public int read(byte[] to, int from, int length) throws IOException {
                int read = super.read(to, from, length);
                count(Math.max(0, read));
                return read;
            }
        };
    }

    /** Counts text that a part names only by number, as the cells of a workbook do: it can be named over and over. */
    void repeated(int characters) throws RefusedException {
        count(characters);
    }

    private void count(int bytes) throws RefusedException {
        unpacked += bytes;
        if (unpacked > allowed) {
            throw RefusedException.of("bomb", "The source unpacks to more than " + allowed + " bytes; the rest was not read.", "it is a bomb. Unpack it by hand if it is not.");
        }
    }
}
