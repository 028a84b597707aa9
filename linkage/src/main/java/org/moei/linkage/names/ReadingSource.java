package org.moei.linkage.names;

/** Where a Latin reading of a token comes from. */
public enum ReadingSource {
    /** The token was written in Latin letters. */
    AS_WRITTEN,
    /** Decoded with the fitted letter table of the script. */
    LETTER_TABLE,
    /** Hanyu Pinyin, with the readings that are proper to surnames. */
    PINYIN,
    /** Wade–Giles, as used in Taiwan. */
    WADE_GILES,
    /** Cantonese as spelt in Hong Kong and Macao. */
    CANTONESE,
    /** Hokkien, Teochew and Hakka spellings of South-East Asia. */
    HOKKIEN,
    /** The Vietnamese reading of a Chinese character. */
    SINO_VIETNAMESE,
    /** The Korean reading of a Chinese character. */
    SINO_KOREAN,
    /** The Japanese reading of a Chinese character. */
    JAPANESE
}
