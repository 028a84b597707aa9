package org.moei.indicators.internal.decode;

import org.moei.indicators.Documents.Source;

/**
 * A file, or a member of an archive.
 *
 * @param source its name and SHA-256, without a decoder
 * @param kindName the name whose ending tells the kind; that of the source without what was unpacked already
 */
record Part(Source source, String kindName, Content content) {
    static Part of(Source source, Content content) {
        return new Part(source, source.name(), content);
    }
}
