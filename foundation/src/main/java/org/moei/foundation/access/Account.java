package org.moei.foundation.access;

import java.time.Instant;

/**
 * An account as those see it who look after accounts.
 *
 * @param secondFactor whether it has an authenticator app
 * @param waits whether what an administrator did to it waits for the second pair of eyes; until then nobody signs in to it
 * @param shut whether it has been shut
 * @param restsUntil {@link Instant#MIN} where it does not rest after failures
 */
public record Account(Viewer viewer, boolean secondFactor, boolean waits, boolean shut, Instant restsUntil) {

    /** Whether somebody may sign in to it at a time. */
    public boolean isOpen(Instant now) {
        return !waits && !shut && !restsUntil.isAfter(now);
    }
}
