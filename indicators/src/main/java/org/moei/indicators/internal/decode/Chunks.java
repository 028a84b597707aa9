package org.moei.indicators.internal.decode;

import java.io.IOException;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/** A text that is made piece by piece while it is read. */
final class Chunks extends Reader {
    /** Gives the next piece; null at the end. */
    interface Maker {
        @Nullable CharSequence next() throws IOException;
    }

    private final Maker maker;
    private String chunk = "";
    private int at;
    private boolean ended;

    Chunks(Maker maker) {
        this.maker = maker;
    }

    @Override
    public int read(char[] to, int from, int length) throws IOException {
        while (at == chunk.length()) {
            CharSequence next = ended ? null : maker.next();
            if (next == null) {
                ended = true;
                return -1;
            }
            chunk = next.toString();
            at = 0;
        }
        int count = Math.min(length, chunk.length() - at);
        chunk.getChars(at, at + count, to, from);
        at += count;
        return count;
    }

    @Override
    public void close() {}
}
