package org.moei.foundation.access;

import java.util.Set;
import java.util.UUID;
import org.moei.foundation.database.Wing;

/**
 * Who asks: an account at work in its one role, for its one agency, at its places.
 *
 * @param places ids of places, or {@code *} for all
 */
public record Viewer(UUID account, String name, Role role, String agency, Set<String> places) {
    public static final String EVERYWHERE = "*";

    public Viewer {
        places = Set.copyOf(places);
    }

    public Wing wing() {
        return role.wing();
    }

    public Purpose purpose() {
        return role.purpose();
    }

    /** The place to write on an action: the viewer's own if there is one, else empty. */
    public String homePlace() {
        return places.size() == 1 && !places.contains(EVERYWHERE) ? places.iterator().next() : "";
    }
}
