package org.moei.disruption.sharing;

import java.util.List;
import org.moei.disruption.picture.Entry;
import org.moei.disruption.picture.Picture;
import org.moei.disruption.picture.Shown;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Receipt;

/** Keeps partners and says who may be given what. */
public final class Sharing {
    private final Picture picture;

    public Sharing(Picture picture) {
        this.picture = picture;
    }

    public Receipt record(Hand hand, Partner partner, long base) {
        return picture.keep(picture.record(hand, Partner.TYPE, partner, base));
    }

    /** The page of partners. */
    public List<Shown<Partner>> page(Viewer viewer) {
        picture.require(viewer, Permission.CLAIMS_SEE);
        List<Entry<Partner>> partners = picture.list(Partner.class);
        picture.shown(viewer, "sharing", partners);
        return picture.show(partners, picture.sources());
    }

    /** Partners who may be given something under a light, in order of key. */
    public List<Shown<Partner>> mayReceive(Viewer viewer, TrafficLight light) {
        return page(viewer).stream().filter(partner -> light.isWithin(partner.content().ceiling())).toList();
    }
}
