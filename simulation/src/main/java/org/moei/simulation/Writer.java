package org.moei.simulation;

/** The writer of a journal as a device meets it. */
public interface Writer {

    /**
     * Appends or refuses.
     *
     * @return the position of the action, {@link #CONFLICT} or {@link #NO_ANSWER}
     */
    long append(Request request);

    /** Its process died: kept or not, nobody knows; the same request is sent again. */
    long NO_ANSWER = -2;

    /** Refused: somebody changed the same field since. */
    long CONFLICT = -1;
}
