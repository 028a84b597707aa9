package org.moei.console.layout;

import java.util.Collection;
import java.util.UUID;
import org.moei.foundation.access.Viewer;

/** Takes one entry a page; returns once it is committed. */
public interface ReadLog {

    /** Something was shown.
     *
     * @param what the page
     * @param records whose content it holds; may be empty
     */
    void read(Viewer viewer, String what, Collection<UUID> records);

    /** Something was denied. */
    void denied(Viewer viewer, String what);
}
