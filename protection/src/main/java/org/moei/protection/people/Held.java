package org.moei.protection.people;

import java.util.List;
import java.util.UUID;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;

/** Who may act on a record: a permission is not enough, the viewer's agency must hold the record at a place and for a purpose of the viewer's. */
public final class Held {
    private final WingFoundation foundation;
    private final Roster roster;

    public Held(WingFoundation foundation, Roster roster) {
        this.foundation = foundation;
        this.roster = roster;
    }

    /**
     * The record, for one who may do this to it; a refusal is logged.
     *
     * @throws org.moei.base.ProblemException {@code DENIED}, in the same words whether or not there is such a record
     */
    public Entry require(Viewer viewer, Permission permission, UUID record) {
        foundation.authoriser().require(viewer, permission);
        return roster.find(viewer, record).orElseGet(() -> {
            foundation.accessLog().denied(viewer, permission.name().toLowerCase(java.util.Locale.ROOT), List.of(record));
            throw Authoriser.denied();
        });
    }
}
