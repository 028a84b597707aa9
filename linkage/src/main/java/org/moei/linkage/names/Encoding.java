package org.moei.linkage.names;

/** The character encoding that a name was found in. */
public enum Encoding {
    /** As Unicode defines its characters. */
    UNICODE,
    /** Burmese in the Zawgyi font's private order of code points, repaired to Unicode. */
    ZAWGYI
}
