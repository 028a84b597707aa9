package org.moei.foundation.access;

import java.util.Locale;

/** Why somebody reads. A record is open to an agency for named purposes only. */
public enum Purpose {
    RECEPTION,
    HEALTH,
    SCREENING,
    REPATRIATION,
    TRACING,
    REFERRAL,
    /** Comparing records across agencies; never renders a name to one who may not see both. */
    LINKAGE,
    /** Counts only. */
    COMMAND,
    AUDIT,
    ADMINISTRATION,
    /** What passes between the wings; sees no person. */
    GATE,
    ANALYSIS,
    INVESTIGATION;

    /** As tables and envelopes write it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
