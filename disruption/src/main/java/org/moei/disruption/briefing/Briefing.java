package org.moei.disruption.briefing;

import java.util.List;
import java.util.Map;
import org.moei.disruption.claims.ClaimGroup;
import org.moei.disruption.claims.Claims;
import org.moei.disruption.picture.Entry;
import org.moei.disruption.picture.Picture;
import org.moei.disruption.picture.Shown;
import org.moei.disruption.picture.Source;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Receipt;

/** Keeps editions of the briefing. */
public final class Briefing {
    private final Picture picture;
    private final Claims claims;

    public Briefing(Picture picture, Claims claims) {
        this.picture = picture;
        this.claims = claims;
    }

    public Receipt record(Hand hand, Edition edition, long base) {
        return picture.keep(picture.record(hand, Edition.TYPE, edition, base));
    }

    /** An edition with the claims that it names, as they stand now. */
    public record EditionView(Shown<Edition> edition, List<ClaimGroup> claims) {}

    /** The page of editions. */
    public List<EditionView> page(Viewer viewer) {
        picture.require(viewer, Permission.CLAIMS_SEE);
        List<Entry<Edition>> editions = picture.list(Edition.class);
        picture.shown(viewer, "briefing", editions);
        Map<String, Source> sources = picture.sources();
        return editions.stream()
                .map(edition -> new EditionView(picture.show(edition, sources), claims.groups(claim -> edition.content().subjects().contains(claim.subject()))))
                .toList();
    }
}
