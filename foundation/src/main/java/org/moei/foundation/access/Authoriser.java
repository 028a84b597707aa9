package org.moei.foundation.access;

import java.util.Collection;
import org.moei.base.Problem;
import org.moei.foundation.database.Wing;

/**
 * The one who is asked by every page, endpoint, export, count, preview, search, error and message. Denies by default.
 * Row-level security stands behind it, not instead of it.
 */
public final class Authoriser {
    private final Wing wing;

    /** For the wing that this process serves the viewer in. */
    public Authoriser(Wing wing) {
        this.wing = wing;
    }

    public boolean permits(Viewer viewer, Permission permission) {
        return viewer.wing() == wing && viewer.role().permits(permission);
    }

    /**
     * Lets pass or denies.
     *
     * @throws org.moei.base.ProblemException {@code DENIED}, in the same words whether or not there is something there
     */
    public void require(Viewer viewer, Permission permission) {
        if (!permits(viewer, permission)) {
            throw denied();
        }
    }

    /** Whether a viewer may see a record: a permission and a holding are needed. */
    public boolean permits(Viewer viewer, Permission permission, Collection<Holding> holdings) {
        return permits(viewer, permission) && holdings.stream().anyMatch(h -> h.admits(viewer));
    }

    /** Like {@link #require(Viewer, Permission)}, for one record. An unknown record has no holdings and is denied too. */
    public void require(Viewer viewer, Permission permission, Collection<Holding> holdings) {
        if (!permits(viewer, permission, holdings)) {
            throw denied();
        }
    }

    /** The one denial there is. */
    public static RuntimeException denied() {
        return Problem.of(Problem.Kind.DENIED, "not-shown", "This is not shown to this account.").asException();
    }
}
