package org.moei.console.layout;

import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;

/** The authorisers of the wings that this process serves. A wing that is not served permits nothing. */
public interface Permissions {
    boolean permits(Viewer viewer, Permission permission);
}
