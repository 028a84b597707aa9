package org.moei.indicators;

import org.moei.indicators.internal.text.Normalized;
import org.moei.indicators.internal.text.Refanger;

/** Undoes the defanging of whole documents: {@code hxxp://example[.]com} becomes {@code http://example.com}. */
public final class Refang {
    private Refang() {}

    /** The document with all that is defanged in it made plain, and all else as it stood. Takes O(n). */
    public static String document(String text) {
        Normalized out = new Normalized(text.length());
        new Refanger(true).read(text, out);
        return out.text(0, out.length);
    }
}
