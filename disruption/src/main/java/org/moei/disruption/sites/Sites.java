package org.moei.disruption.sites;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.moei.disruption.claims.ClaimGroup;
import org.moei.disruption.claims.Claims;
import org.moei.disruption.networks.Networks;
import org.moei.disruption.picture.Entry;
import org.moei.disruption.picture.Picture;
import org.moei.disruption.picture.Shown;
import org.moei.disruption.picture.Source;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Receipt;

/** Keeps townships and compounds and shows each compound with the claims about it side by side. */
public final class Sites {
    private final Picture picture;
    private final Claims claims;
    private final Networks networks;

    public Sites(Picture picture, Claims claims, Networks networks) {
        this.picture = picture;
        this.claims = claims;
        this.networks = networks;
    }

    public Receipt record(Hand hand, Township township, long base) {
        return picture.keep(picture.record(hand, Township.TYPE, township, base));
    }

    public Receipt record(Hand hand, Compound compound, long base) {
        return picture.keep(picture.record(hand, Compound.TYPE, compound, base));
    }

    /** Takes a compound back. */
    public Receipt withdraw(Hand hand, String key, String reason) {
        return picture.keep(picture.withdraw(hand, Compound.TYPE, picture.get(Compound.class, key), reason));
    }

    /**
     * A compound on a page.
     *
     * @param township empty where nobody recorded it yet
     * @param claims about the compound, by subject, with their disagreements
     * @param ties of networks to it, as stated
     */
    public record SiteView(Shown<Compound> compound, Optional<Township> township, List<ClaimGroup> claims, List<Networks.NamedTie> ties) {

        public String townshipName() {
            return township.map(Township::name).orElse(compound.content().township());
        }

        public int disagreements() {
            return claims.stream().mapToInt(group -> group.disagreements().size()).sum();
        }

        /** What it is said to run, in words. */
        public String activities() {
            return compound.content().activities().stream().map(Compound.Activity::words).collect(Collectors.joining(", "));
        }
    }

    /**
     * A label on the map: a township with how many compounds are reported there. There is nothing finer.
     *
     * @param latitude degrees north, to a tenth
     * @param longitude degrees east, to a tenth
     */
    public record MapLabel(String key, String name, String country, double latitude, double longitude, List<String> compounds) {}

    /** Compounds by country (alpha-3), and the labels of the map. */
    public record SitesPage(Map<String, List<SiteView>> byCountry, List<MapLabel> labels) {}

    /** The page of sites. */
    public SitesPage page(Viewer viewer) {
        picture.require(viewer, Permission.SITES_SEE);
        List<Entry<Compound>> compounds = picture.list(Compound.class);
        picture.shown(viewer, "sites", compounds);
        Map<String, Source> sources = picture.sources();
        Map<String, Township> townships = townships();
        Map<String, List<SiteView>> byCountry = new TreeMap<>();
        for (Entry<Compound> compound : compounds) {
            byCountry.computeIfAbsent(compound.content().country(), country -> new ArrayList<>()).add(view(compound, sources, townships));
        }
        return new SitesPage(byCountry, labels());
    }

    /** One compound. @throws org.moei.base.ProblemException {@code DENIED} where there is none, in the words of every denial */
    public SiteView site(Viewer viewer, String key) {
        picture.require(viewer, Permission.SITES_SEE);
        Entry<Compound> compound = picture.get(Compound.class, key);
        picture.shown(viewer, "site", List.of(compound));
        return view(compound, picture.sources(), townships());
    }

    private SiteView view(Entry<Compound> compound, Map<String, Source> sources, Map<String, Township> townships) {
        return new SiteView(picture.show(compound, sources), Optional.ofNullable(townships.get(compound.content().township())),
                claims.groups(claim -> claim.about().equals(compound.key())), networks.tiesOf(compound.key()));
    }

    /** The labels of the map; whoever calls has asked and logs. */
    public List<MapLabel> labels() {
        Map<String, List<String>> names = new TreeMap<>();
        for (Entry<Compound> compound : picture.list(Compound.class)) {
            names.computeIfAbsent(compound.content().township(), township -> new ArrayList<>()).add(compound.content().name());
        }
        return picture.list(Township.class).stream()
                .map(Entry::content)
                .filter(Township::isPlace)
                .map(t -> new MapLabel(t.key(), t.name(), t.country(), Double.parseDouble(t.latitude()), Double.parseDouble(t.longitude()), List.copyOf(names.getOrDefault(t.key(), List.of()))))
                .toList();
    }

    /** Townships by key; whoever calls has asked. */
    public Map<String, Township> townships() {
        return picture.list(Township.class).stream().map(Entry::content).collect(Collectors.toMap(Township::key, Function.identity()));
    }
}
