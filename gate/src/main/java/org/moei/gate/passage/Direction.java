package org.moei.gate.passage;

import java.util.Locale;

/** The two ways of the gate; each has a file and a chain of its own. */
public enum Direction {
    /** Statements, recall lists, answers, statistics. */
    TO_DISRUPTION,
    /** Witness requests, and who could not be reached by a recall. */
    TO_PROTECTION;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
