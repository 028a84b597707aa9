package org.moei.indicators;

/**
 * One occurrence of an indicator in a text.
 *
 * @param value the normal form
 * @param text the exact slice of the source, with defanging and zero-width characters
 * @param offset of the slice in the text, in Unicode code points from 0
 * @param length of the slice in code points
 * @param confidence 0–1, how sure the reader is of the type; every hit counts as reported
 * @param why the reason, for people
 */
public record Hit(IndicatorType type, String value, String text, long offset, int length, double confidence, String why) {

    public Hit {
        if (offset < 0 || length < 1) {
            throw new IllegalArgumentException("The slice (" + offset + ", " + length + ") is not in a text.");
        }
    }

    /** The same hit in a text that starts {@code codePoints} later. */
    public Hit shifted(long codePoints) {
        return codePoints == 0 ? this : new Hit(type, value, text, offset + codePoints, length, confidence, why);
    }
}
