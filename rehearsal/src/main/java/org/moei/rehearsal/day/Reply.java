package org.moei.rehearsal.day;

/** A reply to a question behind an indicator. Unknown is never no. */
public enum Reply {
    YES,
    NO,
    UNKNOWN
}
