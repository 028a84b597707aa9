package org.moei.disruption.networks;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.moei.disruption.claims.ClaimGroup;
import org.moei.disruption.claims.Claims;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.Entry;
import org.moei.disruption.picture.Picture;
import org.moei.disruption.picture.Shown;
import org.moei.disruption.picture.Source;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Receipt;

/** Keeps networks, ties, sanctions and events, and shows what changed after a sanction. */
public final class Networks {
    private final Picture picture;
    private final Claims claims;
    private final Function<String, Optional<String>> compoundNames;

    /** @param compoundNames the name of a compound by its key, for ties that end at one */
    public Networks(Picture picture, Claims claims, Function<String, Optional<String>> compoundNames) {
        this.picture = picture;
        this.claims = claims;
        this.compoundNames = compoundNames;
    }

    public Receipt record(Hand hand, Network network, long base) {
        return picture.keep(picture.record(hand, Network.TYPE, network, base));
    }

    public Receipt record(Hand hand, Tie tie, long base) {
        return picture.keep(picture.record(hand, Tie.TYPE, tie, base));
    }

    public Receipt record(Hand hand, Sanction sanction, long base) {
        return picture.keep(picture.record(hand, Sanction.TYPE, sanction, base));
    }

    public Receipt record(Hand hand, NetworkEvent event, long base) {
        return picture.keep(picture.record(hand, NetworkEvent.TYPE, event, base));
    }

    /**
     * A tie with the names of both ends.
     *
     * @param toCompound whether the other end is a compound
     */
    public record NamedTie(Shown<Tie> tie, String fromName, String toName, boolean toCompound) {
        /** As a sentence without its source. */
        public String sentence() {
            return fromName + " " + tie.content().kind().words() + " " + toName;
        }
    }

    /**
     * Something dated about a network, seen from its first sanction.
     *
     * @param days after the first sanction, negative before it; empty where there is no sanction
     */
    public record Change(Shown<NetworkEvent> event, OptionalLong days) {
        public boolean isAfter() {
            return days.isPresent() && days.getAsLong() >= 0;
        }
    }

    /**
     * A network with all that is known of it.
     *
     * @param sanctions oldest first
     * @param changes oldest first
     */
    public record NetworkView(
            Shown<Network> network, List<Shown<Sanction>> sanctions, List<NamedTie> ties, List<Change> changes, List<ClaimGroup> claims) {

        /** The day of the first sanction. */
        public Optional<LocalDate> firstSanction() {
            return sanctions.stream().map(Shown::day).flatMap(Optional::stream).findFirst();
        }

        /** Whether an agreement, payment or food contract with it raises a sanctions question on a day. */
        public boolean sanctionedOn(LocalDate day) {
            return sanctions.stream().anyMatch(s -> s.day().map(from -> !from.isAfter(day)).orElse(false)
                    && s.content().basis().lastDay().map(end -> !end.isBefore(day)).orElse(true));
        }

        public List<Change> after() {
            return changes.stream().filter(Change::isAfter).toList();
        }

        public List<Change> before() {
            return changes.stream().filter(change -> !change.isAfter()).toList();
        }
    }

    /**
     * The page of networks.
     *
     * @param sanctions of all networks, latest first
     */
    public record NetworksPage(List<NetworkView> networks, List<SanctionLine> sanctions) {}

    /** A sanction with the network's name. */
    public record SanctionLine(Shown<Sanction> sanction, String networkName) {}

    /** The page of networks. */
    public NetworksPage page(Viewer viewer) {
        picture.require(viewer, Permission.NETWORKS_SEE);
        List<Entry<Network>> networks = picture.list(Network.class);
        picture.shown(viewer, "networks", networks);
        Map<String, Source> sources = picture.sources();
        return new NetworksPage(networks.stream().map(network -> view(network, sources)).toList(), sanctions());
    }

    /** One network. @throws org.moei.base.ProblemException {@code DENIED} where there is none, in the words of every denial */
    public NetworkView network(Viewer viewer, String key) {
        picture.require(viewer, Permission.NETWORKS_SEE);
        Entry<Network> network = picture.get(Network.class, key);
        picture.shown(viewer, "network", List.of(network));
        return view(network, picture.sources());
    }

    /** All sanctions, latest first, for pages that show them beside something else; whoever calls has asked and logs. */
    public List<SanctionLine> sanctions() {
        Map<String, Source> sources = picture.sources();
        Map<String, String> names = names();
        return picture.list(Sanction.class).stream()
                .sorted(NEWEST_FIRST)
                .map(entry -> new SanctionLine(picture.show(entry, sources), names.getOrDefault(entry.content().network(), entry.content().network())))
                .toList();
    }

    /** The ties that end at a compound or network, or begin there; whoever calls has asked and logs. */
    public List<NamedTie> tiesOf(String key) {
        Map<String, Source> sources = picture.sources();
        Map<String, String> names = names();
        return picture.list(Tie.class).stream()
                .filter(entry -> entry.content().from().equals(key) || entry.content().to().equals(key))
                .sorted(OLDEST_FIRST)
                .map(entry -> new NamedTie(picture.show(entry, sources), nameOf(entry.content().from(), names), nameOf(entry.content().to(), names), !names.containsKey(entry.content().to())))
                .toList();
    }

    private String nameOf(String key, Map<String, String> names) {
        return Optional.ofNullable(names.get(key)).or(() -> compoundNames.apply(key)).orElse(key);
    }

    private Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        picture.list(Network.class).forEach(entry -> names.put(entry.key(), entry.content().name()));
        return names;
    }

    private NetworkView view(Entry<Network> network, Map<String, Source> sources) {
        List<Shown<Sanction>> sanctions = picture.show(
                picture.list(Sanction.class).stream().filter(entry -> entry.content().network().equals(network.key())).sorted(OLDEST_FIRST).toList(), sources);
        Optional<LocalDate> first = sanctions.stream().map(Shown::day).flatMap(Optional::stream).findFirst();
        List<Change> changes = new ArrayList<>();
        for (Entry<NetworkEvent> event : picture.list(NetworkEvent.class).stream().filter(e -> e.content().network().equals(network.key())).sorted(OLDEST_FIRST).toList()) {
            Shown<NetworkEvent> shown = picture.show(event, sources);
            OptionalLong days = first.isPresent() && shown.day().isPresent() ? OptionalLong.of(ChronoUnit.DAYS.between(first.get(), shown.day().get())) : OptionalLong.empty();
            changes.add(new Change(shown, days));
        }
        return new NetworkView(picture.show(network, sources), sanctions, tiesOf(network.key()), List.copyOf(changes),
                claims.groups(claim -> claim.about().equals(network.key())));
    }

    private static final Comparator<Entry<? extends Content>> OLDEST_FIRST =
            Comparator.comparing((Entry<? extends Content> entry) -> entry.content().basis().day().orElse(LocalDate.MAX)).thenComparing(Entry::key);
    private static final Comparator<Entry<? extends Content>> NEWEST_FIRST =
            Comparator.comparing((Entry<? extends Content> entry) -> entry.content().basis().day().orElse(LocalDate.MIN)).reversed().thenComparing(Entry::key);
}
