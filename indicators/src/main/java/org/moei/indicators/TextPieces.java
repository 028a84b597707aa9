package org.moei.indicators;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * Cuts a text of any length into pieces that an {@link Extractor} reads: after the last line break of a piece, else after its
 * last blank, else where the piece is full. What stands across such a last cut is not found.
 */
public final class TextPieces {
    /** Most characters of a piece. */
    public static final int SIZE = 1 << 20;

    private final Reader reader;
    private final char[] buffer = new char[SIZE];
    private int held;
    private boolean ended;
    private long offset;
    private long line = 1;
    private long lineOffset;

    public TextPieces(Reader reader) {
        this.reader = reader;
    }

    /** The next piece; empty at the end of the text. */
    public Optional<TextPiece> next() throws IOException {
        while (!ended && held < SIZE) {
            int read = reader.read(buffer, held, SIZE - held);
            if (read < 0) {
                ended = true;
            } else {
                held += read;
            }
        }
        if (held == 0) {
            return Optional.empty();
        }
        int cut = ended ? held : cut();
        String text = new String(buffer, 0, cut);
        TextPiece piece = new TextPiece(text, offset, line, lineOffset);
        advance(text);
        System.arraycopy(buffer, cut, buffer, 0, held - cut);
        held -= cut;
        return Optional.of(piece);
    }

    private int cut() {
        for (int i = held - 1; i > 0; i--) {
            if (buffer[i] == '\n') {
                return i + 1;
            }
        }
        for (int i = held - 1; i > held / 2; i--) {
            if (buffer[i] == ' ' || buffer[i] == '\t') {
                return i + 1;
            }
        }
        return Character.isHighSurrogate(buffer[held - 1]) ? held - 1 : held;
    }

    private void advance(String text) {
        offset += text.codePointCount(0, text.length());
        int last = text.lastIndexOf('\n');
        if (last < 0) {
            lineOffset += text.codePointCount(0, text.length());
            return;
        }
        for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
            line++;
        }
        lineOffset = text.codePointCount(last + 1, text.length());
    }
}
