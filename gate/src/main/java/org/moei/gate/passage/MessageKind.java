package org.moei.gate.passage;

import java.util.Locale;

/** What a message is. */
public enum MessageKind {
    STATEMENT,
    /** All that was recalled so far; its time says how fresh the reader's knowledge is. */
    RECALL_LIST,
    WITNESS_REQUEST,
    WITNESS_ANSWER,
    /** Who of those that got something derived could not be reached by a recall. */
    RECALL_REPORT,
    STATISTICS;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Reads {@link #id()}.
     *
     * @throws IllegalArgumentException where there is no such kind
     */
    public static MessageKind of(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
