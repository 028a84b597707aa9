package org.moei.linkage.names;

import java.util.List;

/** Latin readings of a token, by script. */
final class Readings {
    private Readings() {}

    static List<Reading> of(NameToken token) {
        if (token.script() == NameScript.LATIN && !token.normal().isEmpty()) {
            return List.of(new Reading(token.normal(), ReadingSource.AS_WRITTEN, 1));
        }
        return List.of();
    }
}
