package org.moei.foundation.access;

import java.time.Duration;

/**
 * How long a session lasts and how many an account may have.
 *
 * @param idle ends after this long without a request
 * @param longest ends after this long in any case
 * @param atOnce the oldest of an account ends when one more begins
 */
public record SessionRules(Duration idle, Duration longest, int atOnce) {

    /** A shift of twelve hours, half an hour alone, three devices. In a rehearsal an account is shared by a room. */
    public static SessionRules of(boolean rehearsal) {
        return rehearsal
                ? new SessionRules(Duration.ofMinutes(60), Duration.ofHours(12), 200)
                : new SessionRules(Duration.ofMinutes(30), Duration.ofHours(12), 3);
    }
}
