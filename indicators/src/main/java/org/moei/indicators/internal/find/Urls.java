package org.moei.indicators.internal.find;

import org.moei.indicators.internal.text.Chars;

/** How far the path, query and fragment of a URL reach in running text. */
final class Urls {
    /** Longest URL that is read; what is longer is cut here. */
    static final int LONGEST = 8192;

    private Urls() {}

    /**
     * Behind the last character of a URL whose host ends before {@code from}. It ends at blanks, quotes, angle brackets, at a
     * closing bracket that it did not open, at the punctuation of Chinese and Japanese, and where a script without blanks
     * begins behind an ASCII letter; closing punctuation is left to the sentence.
     *
     * @param quote the character before the URL; an apostrophe or bracket there ends it too
     */
    static int end(char[] c, int length, int from, char quote) {
        int round = 0;
        int square = 0;
        int curly = 0;
        int to = from;
        int most = Math.min(length, from + LONGEST);
        scan:
        while (to < most) {
            char k = c[to];
            switch (k) {
                case '"', '<', '>', '`', '|', '\\', '^', '“', '”', '‘', '’', '«', '»' -> {
                    break scan;
                }
                case '(' -> round++;
                case '[' -> square++;
                case '{' -> curly++;
                case ')' -> {
                    if (--round < 0) {
                        break scan;
                    }
                }
                case ']' -> {
                    if (--square < 0) {
                        break scan;
                    }
                }
                case '}' -> {
                    if (--curly < 0) {
                        break scan;
                    }
                }
                case '\'' -> {
                    if (quote == '\'') {
                        break scan;
                    }
                }
                case '&' -> {
                    if (isEntity(c, length, to)) {
                        break scan;
                    }
                }
                case ',', ';' -> {
                    if (begins(c, length, to + 1, "http://") || begins(c, length, to + 1, "https://")) {
                        break scan;
                    }
                }
                default -> {
                    if (k <= ' ' || k == 0x7F || k >= 128 && !Chars.isWide(k)
                            || k >= 128 && to > from && Chars.isUnspaced(k) && Chars.isAlnum(c[to - 1])
                            || k >= 128 && to == from) {
                        break scan;
                    }
                }
            }
            to++;
        }
        while (to > from && isClosing(c[to - 1])) {
            to--;
        }
        return to;
    }

    private static boolean isClosing(char k) {
        return switch (k) {
            case '.', ',', ';', ':', '!', '?', '\'', '*', '(', '[', '{' -> true;
            default -> false;
        };
    }

    private static boolean isEntity(char[] c, int length, int at) {
        return begins(c, length, at, "&quot;") || begins(c, length, at, "&lt;") || begins(c, length, at, "&gt;") || begins(c, length, at, "&#39;")
                || begins(c, length, at, "&nbsp;");
    }

    static boolean begins(char[] c, int length, int at, String lower) {
        if (at < 0 || at + lower.length() > length) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            if (Chars.lower(c[at + i]) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
