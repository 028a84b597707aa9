package org.moei.indicators.internal.text;

import java.util.Locale;
import org.moei.indicators.PublicSuffix;

/** Looks ahead in a text whether labels of a host name follow, their dots in any spelling; never further than a few labels. */
final class Ahead {
    /** Longest label that is looked at; DNS allows 63. */
    private static final int LABEL = 63;

    private CharSequence source = "";
    private int size;

    void over(CharSequence text) {
        source = text;
        size = text.length();
    }

    private char at(int i) {
        return i >= 0 && i < size ? source.charAt(i) : '\n';
    }

    /** Whether labels follow, the last of which is a top-level domain. */
    boolean topLevel(int from, boolean careful) {
        int j = from;
        for (int labels = 0; labels < 5; labels++) {
            int start = j;
            while (j < start + LABEL && (Chars.is(at(j), Chars.LABEL) || Chars.isWide(at(j)) && !endsLabel(start, j))) {
                j++;
            }
            if (j == start) {
                return false;
            }
            int next = dotAt(j);
            if (next == 0) {
                String label = source.subSequence(start, j).toString();
                boolean numbers = label.chars().allMatch(c -> c >= '0' && c <= '9') && label.length() <= 3;
                return careful && labels == 0 ? Spelled.isUnmistakable(label)
                        : PublicSuffix.isTopLevel(label.toLowerCase(Locale.ROOT)) || numbers && !careful && Chars.isDigit(at(from));
            }
            j = next;
        }
        return true;
    }

    /** An ASCII label ends where a script without blanks begins. */
    private boolean endsLabel(int start, int j) {
        return j > start && Chars.isUnspaced(at(j)) && Chars.isAlnum(at(j - 1));
    }

    /** Whether a host name of two labels and more follows. */
    boolean host(int from) {
        int j = from;
        while (j < from + LABEL && (Chars.is(at(j), Chars.LABEL) || Chars.isWide(at(j)))) {
            j++;
        }
        int next = j > from ? dotAt(j) : 0;
        return next > 0 && topLevel(next, false);
    }

    /** As above, but a dot must have been spelled or bracketed: "phish at example dot com". */
    boolean spelledHost(int from) {
        int j = from;
        while (j < from + LABEL && Chars.is(at(j), Chars.LABEL)) {
            j++;
        }
        return j > from && at(j) != '.' && host(from);
    }

    /** Behind the dot that stands at j in any spelling; 0 where none does. */
    private int dotAt(int j) {
        if (at(j) == '.' || at(j) == '．' || at(j) == '。') {
            return Chars.isWord(at(j + 1)) ? j + 1 : 0;
        }
        int blank = j;
        while (blank < j + 2 && at(blank) == ' ') {
            blank++;
        }
        int inner = Refanger.isBracket(at(blank)) ? blank + 1 : blank;
        int word = at(inner) == '.' && inner > blank ? 1 : Spelled.BARE_DOTS.at(source, inner);
        if (word == 0 || inner == blank && blank == j && at(j) < 128) {
            return 0;
        }
        int end = inner + word;
        if (inner > blank) {
            if (!Refanger.isBracket(at(end))) {
                return 0;
            }
            end++;
        }
        while (end < inner + word + 3 && at(end) == ' ') {
            end++;
        }
        return Chars.isWord(at(end)) ? end : 0;
    }

    /** Whether a top-level domain follows, perhaps in full-width letters. */
    boolean topLevelFolded(int from) {
        StringBuilder label = new StringBuilder();
        for (int j = from; j < from + LABEL && Chars.is(folded(at(j)), Chars.LABEL); j++) {
            label.append(Chars.lower(folded(at(j))));
        }
        char behind = at(from + label.length());
        return !label.isEmpty() && (PublicSuffix.isTopLevel(label.toString()) || behind == '。' && Chars.isAlnum(folded(at(from + label.length() + 1))))
                || label.isEmpty() && Chars.isWide(at(from)) && topLevel(from, false);
    }

    /** Full-width forms, odd blanks and digits of any script as ASCII; anything else as it is. */
    static char folded(char c) {
        if (c < 128) {
            return c;
        }
        if (c >= 0xFF01 && c <= 0xFF5E) {
            // the punctuation of Chinese sentences stays what it is: it ends links
            char ascii = (char) (c - 0xFEE0);
            return Chars.isAlnum(ascii) || "@./-_%&=+#~\\".indexOf(ascii) >= 0 ? ascii : c;
        }
        if (c == 0x3000 || c == 0xA0 || c == 0x202F || c >= 0x2000 && c <= 0x200A) {
            return ' ';
        }
        if (Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER) {
            return (char) ('0' + Character.digit(c, 10));
        }
        return switch (c) {
            case '‐', '‑', '−', '–' -> '-';
            case '﹫' -> '@';
            case '∕', '⁄' -> '/';
            default -> c;
        };
    }
}
