package org.moei.disruption.observations;

import org.moei.foundation.journal.Json;

/**
 * The first line of a kept file: where its rows come from.
 *
 * @param file the name of the file that was imported
 * @param original SHA-256 of its bytes, in hexadecimal
 */
record Header(String collection, String source, String process, String grade, String tlp, String pap, String file, String original) {

    static Header of(Provenance from, String file, String original) {
        return new Header(from.collection(), from.source(), from.process().id(), from.grade(), from.tlp().label(), from.pap().label(), file, original);
    }

    static Header read(byte[] line) {
        return Json.read(line, Header.class);
    }
}
