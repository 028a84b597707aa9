package org.moei.records;

import java.text.Normalizer;

/** Small cleanings that every reader shares. */
public final class Texts {
    private Texts() {}

    /** Trimmed, inner runs of blanks as one space, control and zero-width characters gone (joiners of Indic and Arabic scripts stay). */
    public static String clean(String text) {
        int length = text.length();
        boolean fine = length == 0 || (text.charAt(0) > ' ' && text.charAt(length - 1) > ' ');
        char before = 'x';
        for (int i = 0; fine && i < length; i++) {
            char c = text.charAt(i);
            fine = c > ' ' ? c < 0x7F || (c > 0xA0 && !isIgnorable(c) && !Character.isSpaceChar(c)) : c == ' ' && before != ' ';
            before = c;
        }
        return fine ? text : scrub(text);
    }

    private static String scrub(String text) {
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                gap = !out.isEmpty();
            } else if (!Character.isISOControl(c) && !isIgnorable(c)) {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.append(c);
            }
        }
        return out.toString();
    }

    private static boolean isIgnorable(char c) {
        return c == '\uFEFF' || c == '\u200B' || c == '\u2060' || c == '\u00AD' || (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069')
                || c == '\u200E' || c == '\u200F';
    }

    /** The form in which words are looked up: NFKC, lower case, letters, marks and digits only. */
    public static String key(String text) {
        String plain = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder out = new StringBuilder(plain.length());
        plain.codePoints().forEach(c -> {
            int type = Character.getType(c);
            if (Character.isLetterOrDigit(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK) {
                out.appendCodePoint(Character.toLowerCase(c));
            }
        });
        return out.toString();
    }

    static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    /** Decimal digits of any script as ASCII digits; everything else as it is. */
    public static String asciiDigits(String text) {
        if (isAscii(text)) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            int digit = Character.getType(c) == Character.DECIMAL_DIGIT_NUMBER ? Character.digit(c, 10) : -1;
            out.appendCodePoint(digit >= 0 ? '0' + digit : c);
        });
        return out.toString();
    }
}
