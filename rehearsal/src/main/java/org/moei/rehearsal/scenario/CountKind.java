package org.moei.rehearsal.scenario;

/** What a count of people counts. Two counts of different kinds never contradict each other by being different. */
public enum CountKind {
    /** Said to be held inside compounds. */
    CAPTIVE,
    /** Brought out of compounds. */
    TAKEN_OUT,
    /** Held by whoever brought them out, or by a state, and waiting. */
    HELD,
    /** Entered in a running count of people detained. */
    DETAINED,
    /** Stands on a list that a party sent. */
    LISTED,
    CROSSED,
    SCREENED,
    HANDED_OVER,
    LANDED,
    HOME,
    /** Sent back by way of the reception country, as the running count says it. */
    RETURNED,
    WAITING,
    /** Promised or expected; a forecast, never in a column of facts. */
    FORECAST
}
