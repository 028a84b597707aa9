package org.moei.indicators.internal.text;

/**
 * Finds the next character at which {@link Refanger} has something to decide, and passes over all else. One table look-up a character says what
 * the character may begin and whether the next may begin a word; only then do its neighbours decide whether it is worth a look. It may stop for
 * nothing, but never passes over a place that is edited.
 */
final class Marks {
    /** Brackets and other signs: always looked at. */
    private static final int SIGN = 1;
    /** Letters that begin a masked scheme or a spelled sign where no letter or digit stands before them. */
    private static final int START = 2;
    /** Letters that do so inside words too: {@code exampleDOTcom}, {@code nameATexample}. */
    private static final int INSIDE = 4;
    /** Outside ASCII: folded, removed, or the beginning of a word. Documents keep it. */
    private static final int WIDE = 8;
    /** A comma divides the numbers of an address, in documents only. */
    private static final int COMMA = 16;

    /** What a character may begin; in the upper byte what the next one may. */
    private static final short[] KIND = new short[1 << 16];

    static {
        for (int c = 0; c < KIND.length; c++) {
            int next = SIGN | INSIDE | WIDE | COMMA | (Chars.isAlnum((char) c) ? 0 : START);
            KIND[c] = (short) (next << 8 | kind((char) c));
        }
    }

    private Marks() {}

    private static int kind(char c) {
        if (c >= 128) {
            boolean wide = Chars.isInvisible(c) || "。．｡․：（【\uD835".indexOf(c) >= 0 || Ahead.folded(c) != c || Spelled.BARE_DOTS.begins(c) || Spelled.BARE_ATS.begins(c);
            return wide ? WIDE : 0;
        }
        return switch (c) {
            case '[', ']', '(', ')', '{', '}', '<', '\\', '^', '@' -> SIGN;
            case 'h', 'H', 'x', 'X', 'f', 'F', 'd', 'a', 'p', 'P', 't', 'T', 'c', 'C' -> START;
            case 'D', 'A' -> INSIDE;
            case ',' -> COMMA;
            default -> 0;
        };
    }

    /** The first place from {@code from} on that is worth a look; {@code size} where none is. */
    static int next(char[] raw, int from, int size, boolean document) {
        int mode = document ? SIGN | START | INSIDE | COMMA : SIGN | START | INSIDE | WIDE;
        int allowed = mode & (from == 0 ? 0xFF : KIND[raw[from - 1]] >>> 8);
        for (int i = from; i < size; i++) {
            int kind = KIND[raw[i]];
            if ((kind & allowed) != 0 && ((kind & (START | INSIDE)) == 0 || isWorth(raw, i, size, document))) {
                return i;
            }
            allowed = mode & kind >>> 8;
        }
        return size;
    }

    /** Whether the letters that follow can be those of a masked scheme or of a spelled sign ({@link Spelled#BARE_DOTS}, {@link Spelled#BARE_ATS}). */
    private static boolean isWorth(char[] raw, int i, int size, boolean document) {
        if (i + 1 >= size) {
            return false;
        }
        char next = Chars.lower(raw[i + 1]);
        if (next >= 128) {
            return true;
        }
        boolean spaced = !document && i > 0 && raw[i - 1] == ' ';
        return switch (raw[i]) {
            case 'd', 'D' -> next == 'o' && i + 2 < size && (raw[i + 2] >= 128 || Chars.lower(raw[i + 2]) == 't');
            case 'A' -> raw[i + 1] == 'T' || spaced && (next == 't' || next == 'r');
            case 'a' -> spaced && (next == 't' || next == 'r');
            case 'p', 'P' -> spaced && (next == 'u' || next == 'o');
            case 't', 'T' -> spaced && next == 'i';
            case 'c', 'C' -> spaced && next == 'h';
            default -> next == 't' || next == 'x' || next == 'z' || next == '*' || next == '_' || next == '-';
        };
    }
}
