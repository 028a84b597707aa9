package org.moei.indicators.internal.decode;

/**
 * How far something may be blown up. The defaults let the largest backups of telephones through and stop every known bomb.
 *
 * @param depth archives in archives
 * @param members of one source, those of archives in it counted
 * @param unpackedAtLeast bytes that any source may unpack to, all its members together
 * @param unpackedTimes beyond that, how many times its own bytes a source may unpack to
 * @param document most bytes of a document that is read as a whole (HTML, PDF, a picture)
 * @param pixels most dots of a picture
 * @param operators most things that a PDF draws; a book of a thousand pages has some five million
 */
record Limits(int depth, int members, long unpackedAtLeast, long unpackedTimes, long document, long pixels, long operators) {
    static final Limits DEFAULT = new Limits(8, 1_000_000, 1L << 30, 100, 1L << 28, 100_000_000, 20_000_000);

    /** Bytes that a source of the given size may unpack to. */
    long unpacked(long size) {
        return Math.max(unpackedAtLeast, size * unpackedTimes);
    }
}
