package org.moei.linkage.names;

import java.text.Normalizer;

/** Brings the many code points of one letter to one: width, case, marks, homophone letters. No table to load. */
final class Folding {
    private Folding() {}

    /** Compatibility form, without invisible and control characters; marks kept. */
    static String clean(String written) {
        boolean plain = true;
        for (int i = 0; i < written.length() && plain; i++) {
            char c = written.charAt(i);
            plain = c >= ' ' && c < 0x7F;
        }
        if (plain) {
            return written;
        }
        String text = Normalizer.normalize(written, Normalizer.Form.NFKC);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            switch (Character.getType(c)) {
                case Character.CONTROL -> out.append(' ');
                case Character.FORMAT, Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> { }
                default -> out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    /** Normal form of a token of one script; a–z for Latin. */
    static String normal(String token, NameScript script) {
        return switch (script) {
            case LATIN -> latin(token);
            case ARABIC -> arabic(token);
            case HEBREW -> hebrew(token);
            case ETHIOPIC -> ethiopic(token);
            case KANA -> kana(token);
            case HAN -> HanCharacters.simplified(token);
            case CYRILLIC, GREEK, ARMENIAN, GEORGIAN -> token.toLowerCase(java.util.Locale.ROOT);
            case DEVANAGARI, BENGALI, GURMUKHI, GUJARATI, ORIYA, TAMIL, TELUGU, KANNADA, MALAYALAM -> indic(token);
            case SINHALA, THAI, LAO, KHMER, MYANMAR, HANGUL, OTHER, NONE -> token.toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** a–z of a Latin token: marks dropped, letters without a decomposition spelt out. */
    static String latin(String token) {
        int n = token.length();
        boolean plain = true;
        for (int i = 0; i < n && plain; i++) {
            char c = token.charAt(i);
            plain = c >= 'a' && c <= 'z';
        }
        if (plain) {
            return token;
        }
        String text = isAscii(token) ? token : Normalizer.normalize(token, Normalizer.Form.NFD);
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                out.append(c);
            } else if (c >= 'A' && c <= 'Z') {
                out.append((char) (c + 32));
            } else if (c > 0x7F) {
                out.append(special(c));
            }
        }
        return out.toString();
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }
        return true;
    }

    private static String special(char c) {
        return switch (c) {
            case 'đ', 'Đ', 'ð', 'Ð', 'ɖ', 'ƌ' -> "d";
            case 'ł', 'Ł' -> "l";
            case 'ø', 'Ø', 'œ', 'Œ' -> c == 'œ' || c == 'Œ' ? "oe" : "o";
            case 'æ', 'Æ' -> "ae";
            case 'ß', 'ẞ' -> "ss";
            case 'þ', 'Þ' -> "th";
            case 'ı' -> "i";
            case 'ħ', 'Ħ' -> "h";
            case 'ŋ', 'Ŋ' -> "ng";
            case 'ə', 'Ə', 'ǝ', 'Ǝ', 'ɛ', 'Ɛ' -> "e";
            case 'ɔ', 'Ɔ' -> "o";
            case 'ĸ' -> "k";
            case 'ŧ', 'Ŧ' -> "t";
            case 'ɓ', 'Ɓ' -> "b";
            case 'ɗ', 'Ɗ' -> "d";
            case 'ƙ', 'Ƙ' -> "k";
            case 'ɨ' -> "i";
            default -> "";
        };
    }

    private static String arabic(String token) {
        StringBuilder out = new StringBuilder(token.length());
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            switch (c) {
                case 'أ', 'إ', 'آ', 'ٱ' -> out.append('ا');
                case 'ى', 'ی', 'ئ', 'ې', 'ۍ', 'ے', 'ۓ' -> out.append('ي');
                case 'ک', 'ڪ' -> out.append('ك');
                case 'ة', 'ہ', 'ھ', 'ە', 'ۀ', 'ۂ', 'ۃ' -> out.append('ه');
                case 'ؤ' -> out.append('و');
                case 'ء', 'ـ' -> { }
                default -> {
                    // harakat, Quranic signs
                    if (!(c >= 0x064B && c <= 0x065F || c == 0x0670 || c >= 0x06D6 && c <= 0x06ED)) {
                        out.append(c);
                    }
                }
            }
        }
        return out.toString();
    }

    private static String hebrew(String token) {
        StringBuilder out = new StringBuilder(token.length());
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            // points and cantillation; final letters to their usual form is left to the letter table, which knows word ends
            if (!(c >= 0x0591 && c <= 0x05C7)) {
                out.append(c == '׳' ? '\'' : c == '״' ? '"' : c);
            }
        }
        return out.toString();
    }

    /** ሀ/ሐ/ኀ/ኸ, ሰ/ሠ, አ/ዐ, ጸ/ፀ are one sound in today's Amharic; Tigrinya keeps some apart, in spelling names they still mix. */
    private static String ethiopic(String token) {
        StringBuilder out = new StringBuilder(token.length());
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            if (c >= 0x1210 && c <= 0x1216) {
                c = (char) (c - 0x1210 + 0x1200);
            } else if (c >= 0x1280 && c <= 0x1286) {
                c = (char) (c - 0x1280 + 0x1200);
            } else if (c >= 0x12B8 && c <= 0x12BE) {
                c = (char) (c - 0x12B8 + 0x1200);
            } else if (c >= 0x1220 && c <= 0x1227) {
                c = (char) (c - 0x1220 + 0x1230);
            } else if (c >= 0x12D0 && c <= 0x12D6) {
                c = (char) (c - 0x12D0 + 0x12A0);
            } else if (c >= 0x1340 && c <= 0x1346) {
                c = (char) (c - 0x1340 + 0x1338);
            }
            out.append(c);
        }
        return out.toString();
    }

    /**
     * The Indic blocks are laid out alike (after ISCII), so that a letter of one stands as far from its block's start as in Devanagari: all are compared in
     * Devanagari. Tamil's letters stand for voiced and voiceless sounds; the table pays for that.
     */
    private static String indic(String token) {
        StringBuilder out = new StringBuilder(token.length());
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            c = c >= 0x0980 && c < 0x0D80 ? (char) ((c & 0x7F) + 0x0900) : c;
            out.append(c);
        }
        return out.toString();
    }

    /** Hiragana to Katakana. */
    private static String kana(String token) {
        StringBuilder out = new StringBuilder(token.length());
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            out.append(c >= 0x3041 && c <= 0x3096 ? (char) (c + 0x60) : c);
        }
        return out.toString();
    }
}
