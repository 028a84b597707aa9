package org.moei.rehearsal.scenario;

/**
 * Where a figure comes from.
 *
 * @param id as the tables name it, e.g. {@code nation-40046348}
 * @param title what it is, in our words
 * @param address a web address, or what else leads to it; empty only for {@link Grade#ASSUMED} and {@link Grade#INFERRED}
 * @param grade how near it is to what happened
 * @param seen how much of the text was read
 */
public record Source(String id, String title, String address, Grade grade, Seen seen) {

    /** From an official text to a choice of ours. */
    public enum Grade {
        /** Official or primary text. */
        PRIMARY,
        /** Press. */
        PRESS,
        /** An aggregator, or a machine-rewritten copy of press: figures usable, wording not. */
        AGGREGATOR,
        /** A data file that was read. */
        FILE,
        /** Our own arithmetic or inference from published figures. */
        INFERRED,
        /** General knowledge; the text was not seen. */
        UNVERIFIED,
        /** Published by nobody: a choice of the rehearsal, stated so that it can be disputed. */
        ASSUMED
    }

    /** How much of the text was read. */
    public enum Seen {
        TEXT,
        COPY,
        NOT_SEEN,
        NOT_APPLICABLE
    }
}
