package org.moei.indicators.internal.text;

/** Classes of characters as bits, one table look-up for ASCII. */
public final class Chars {
    public static final int DIGIT = 1;
    public static final int LETTER = 2;
    public static final int HEX = 4;
    /** Letters, digits, hyphen and underscore: what labels of host names consist of. */
    public static final int LABEL = 8;
    /** What the part of an e-mail address before the @ consists of in practice. */
    public static final int LOCAL = 16;
    public static final int UPPER = 32;
    public static final int LOWER = 64;

    private static final byte[] ASCII = new byte[128];

    static {
        for (char c = '0'; c <= '9'; c++) {
            ASCII[c] = DIGIT | HEX | LABEL | LOCAL;
        }
        for (char c = 'a'; c <= 'z'; c++) {
            ASCII[c] = (byte) (LETTER | LABEL | LOCAL | LOWER | (c <= 'f' ? HEX : 0));
            ASCII[c - 32] = (byte) (LETTER | LABEL | LOCAL | UPPER | (c <= 'f' ? HEX : 0));
        }
        ASCII['-'] = LABEL | LOCAL;
        ASCII['_'] = LABEL | LOCAL;
        for (char c : ".+%&'!#$*/^`{|}~".toCharArray()) {
            ASCII[c] = LOCAL;
        }
    }

    private Chars() {}

    public static int flags(char c) {
        return c < 128 ? ASCII[c] : 0;
    }

    public static boolean is(char c, int mask) {
        return c < 128 && (ASCII[c] & mask) != 0;
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** An ASCII letter or digit. */
    public static boolean isAlnum(char c) {
        return c < 128 && (ASCII[c] & (DIGIT | LETTER)) != 0;
    }

    public static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    /** Characters that are drawn as nothing and stand in texts to hide names: zero-width, joiners, direction marks, soft hyphen. */
    public static boolean isInvisible(char c) {
        return c == 0xAD || c >= 0x200B && c <= 0x200F || c >= 0x202A && c <= 0x202E || c >= 0x2060 && c <= 0x2064 || c >= 0x2066 && c <= 0x2069 || c == 0xFEFF
                || c == 0x180E || c == 0x034F;
    }

    /** Scripts that write words without spaces, so that a change to or from ASCII is a border between words. */
    public static boolean isUnspaced(char c) {
        return c >= 0x2E80 && c <= 0x9FFF || c >= 0xF900 && c <= 0xFAFF || c >= 0xFF66 && c <= 0xFF9F // Han, kana
                || c >= 0x0E00 && c <= 0x0EFF // Thai, Lao
                || c >= 0x1000 && c <= 0x109F || c >= 0x1780 && c <= 0x17FF || c >= 0xAA60 && c <= 0xAA7F // Burmese, Khmer
                || c >= 0xD800 && c <= 0xDFFF;
    }

    /** A letter, mark or digit outside ASCII, as can stand in an internationalised label. */
    public static boolean isWide(char c) {
        if (c < 128) {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER, Character.MODIFIER_LETTER, Character.OTHER_LETTER,
                    Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.DECIMAL_DIGIT_NUMBER -> true;
            default -> false;
        };
    }

    /** A letter or digit of any script. */
    public static boolean isWord(char c) {
        return isAlnum(c) || isWide(c);
    }
}
