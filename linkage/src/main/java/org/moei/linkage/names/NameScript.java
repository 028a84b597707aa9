package org.moei.linkage.names;

import java.lang.Character.UnicodeScript;

/** The writing system of a token. Scripts that are read by the same tables are one. */
public enum NameScript {
    LATIN, CYRILLIC, GREEK, ARMENIAN, GEORGIAN, HEBREW, ARABIC, ETHIOPIC, DEVANAGARI, BENGALI, GURMUKHI, GUJARATI, ORIYA, TAMIL, TELUGU,
    KANNADA, MALAYALAM, SINHALA, THAI, LAO, KHMER, MYANMAR, HAN, KANA, HANGUL, OTHER, NONE;

    /** The script of a character; {@link #NONE} for digits, marks without a script of their own, and signs. */
    public static NameScript of(int codePoint) {
        if (codePoint < 0x250) {
            return Character.isLetter(codePoint) ? LATIN : NONE;
        }
        return switch (UnicodeScript.of(codePoint)) {
            case LATIN -> LATIN;
            case CYRILLIC -> CYRILLIC;
            case GREEK -> GREEK;
            case ARMENIAN -> ARMENIAN;
            case GEORGIAN -> GEORGIAN;
            case HEBREW -> HEBREW;
            case ARABIC -> ARABIC;
            case ETHIOPIC -> ETHIOPIC;
            case DEVANAGARI -> DEVANAGARI;
            case BENGALI -> BENGALI;
            case GURMUKHI -> GURMUKHI;
            case GUJARATI -> GUJARATI;
            case ORIYA -> ORIYA;
            case TAMIL -> TAMIL;
            case TELUGU -> TELUGU;
            case KANNADA -> KANNADA;
            case MALAYALAM -> MALAYALAM;
            case SINHALA -> SINHALA;
            case THAI -> THAI;
            case LAO -> LAO;
            case KHMER -> KHMER;
            case MYANMAR -> MYANMAR;
            case HAN -> HAN;
            case HIRAGANA, KATAKANA -> KANA;
            case HANGUL -> HANGUL;
            case COMMON, INHERITED, UNKNOWN -> codePoint == 0x30FC ? KANA : NONE;
            default -> OTHER;
        };
    }

    /** Whether names are usually written without spaces between their parts. */
    public boolean isUnspaced() {
        return switch (this) {
            case THAI, LAO, KHMER, MYANMAR, HAN, KANA, HANGUL -> true;
            case LATIN, CYRILLIC, GREEK, ARMENIAN, GEORGIAN, HEBREW, ARABIC, ETHIOPIC, DEVANAGARI, BENGALI, GURMUKHI, GUJARATI, ORIYA, TAMIL,
                    TELUGU, KANNADA, MALAYALAM, SINHALA, OTHER, NONE -> false;
        };
    }
}
