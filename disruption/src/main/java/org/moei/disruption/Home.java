package org.moei.disruption;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.moei.disruption.claims.Claim;
import org.moei.disruption.claims.ClaimGroup;
import org.moei.disruption.claims.Claims;
import org.moei.disruption.networks.Networks;
import org.moei.disruption.picture.Entry;
import org.moei.disruption.picture.Picture;
import org.moei.disruption.sites.Compound;
import org.moei.disruption.sites.Sites;
import org.moei.disruption.supplies.Supplies;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;

/** The wing's home page: one read, one entry of the access log. */
public final class Home {
    private final Picture picture;
    private final Claims claims;
    private final Sites sites;
    private final Supplies supplies;
    private final Networks networks;

    Home(Picture picture, Claims claims, Sites sites, Supplies supplies, Networks networks) {
        this.picture = picture;
        this.claims = claims;
        this.sites = sites;
        this.supplies = supplies;
        this.networks = networks;
    }

    /**
     * The page.
     *
     * @param supplies points with their timelines, lanes of substitutes, harms
     * @param labels of the map, to the township
     * @param compoundsByCountry entries in the picture (not an estimate of how many there are), by alpha-3
     * @param disputed claims that do not fit together, by subject
     * @param undisputed claims that stand alone or fit
     * @param forecasts apart from facts
     * @param sanctions latest first
     */
    public record HomePage(
            Supplies.SuppliesPage supplies,
            List<Sites.MapLabel> labels,
            Map<String, Long> compoundsByCountry,
            List<ClaimGroup> disputed,
            List<ClaimGroup> undisputed,
            List<ClaimGroup> forecasts,
            List<Networks.SanctionLine> sanctions) {}

    /** The page for one who may see the picture; parts that the viewer may not see are empty. */
    public HomePage page(Viewer viewer) {
        picture.require(viewer, Permission.SITES_SEE);
        List<Entry<Compound>> compounds = picture.list(Compound.class);
        picture.shown(viewer, "disruption-home", compounds);
        Map<String, Long> byCountry = new TreeMap<>();
        compounds.forEach(compound -> byCountry.merge(compound.content().country(), 1L, Long::sum));
        boolean suppliesShown = viewer.role().permits(Permission.SUPPLIES_SEE);
        boolean claimsShown = viewer.role().permits(Permission.CLAIMS_SEE);
        List<ClaimGroup> facts = claimsShown ? claims.groups(claim -> !claim.forecast()) : List.of();
        return new HomePage(
                suppliesShown ? supplies.page() : new Supplies.SuppliesPage(List.of(), List.of(), List.of(), List.of()),
                sites.labels(),
                byCountry,
                facts.stream().filter(group -> !group.disagreements().isEmpty()).toList(),
                facts.stream().filter(group -> group.disagreements().isEmpty()).toList(),
                claimsShown ? claims.groups(Claim::forecast) : List.of(),
                viewer.role().permits(Permission.NETWORKS_SEE) ? networks.sanctions() : List.of());
    }
}
