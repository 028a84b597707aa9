package org.moei.console.command;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.moei.base.Uuid7;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;

/** Whoever works by a command instead of a page: an account of the command's own name, of an agency, everywhere. */
final class Officers {
    private Officers() {}

    static Hand hand(Role role, String agency, String command, InstantSource clock) {
        Viewer viewer = new Viewer(Uuid7.named(Instant.EPOCH, command + " " + agency), command, role, agency, Set.of(Viewer.EVERYWHERE));
        return new Hand(viewer, Uuid7.ids(clock, new SecureRandom()), clock.instant(), command);
    }
}
