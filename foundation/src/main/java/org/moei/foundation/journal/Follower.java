package org.moei.foundation.journal;

import java.util.List;

/** Reads the journal in order, after each commit: the in-memory indexes and rosters. Called by one thread at a time. */
public interface Follower {

    /** Takes the next actions, without a gap. It must not append. */
    void follow(List<Recorded> actions);
}
