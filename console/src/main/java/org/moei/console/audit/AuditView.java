package org.moei.console.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.moei.foundation.access.Viewer;

/** The log of reads and the state of the system, for those who read nobody. */
public interface AuditView {

    /** Entries, newest first.
     *
     * @param before positions below this, or all where empty
     */
    Log log(Viewer viewer, OptionalLong before, Optional<java.util.UUID> record);

    State state(Viewer viewer);

    /** An entry: records by their random ids, never a name. */
    record Entry(long position, Instant at, String account, String agency, String role, String purpose, String what, String outcome, int count, List<String> records) {}

    /** A page of the log. */
    record Log(List<Entry> entries, OptionalLong next) {}

    /** A fact about the system. */
    record Fact(String name, String value, String note) {}

    /** What an administrator needs to know. */
    record State(List<Fact> facts) {}
}
