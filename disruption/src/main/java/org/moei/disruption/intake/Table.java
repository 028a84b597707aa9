package org.moei.disruption.intake;

import java.util.List;
import java.util.function.Function;
import org.moei.disruption.briefing.Edition;
import org.moei.disruption.claims.Claim;
import org.moei.disruption.claims.Subject;
import org.moei.disruption.networks.Network;
import org.moei.disruption.networks.NetworkEvent;
import org.moei.disruption.networks.Sanction;
import org.moei.disruption.networks.Tie;
import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Source;
import org.moei.disruption.sharing.Partner;
import org.moei.disruption.sharing.TrafficLight;
import org.moei.disruption.sites.Compound;
import org.moei.disruption.sites.Township;
import org.moei.disruption.supplies.Effect;
import org.moei.disruption.supplies.Harm;
import org.moei.disruption.supplies.Measure;
import org.moei.disruption.supplies.Substitute;
import org.moei.disruption.supplies.Supply;
import org.moei.disruption.supplies.SupplyPoint;
import org.moei.disruption.threats.Notice;
import org.moei.disruption.threats.WatchItem;

/** A table of the folder and how a line of it reads. */
record Table<T extends Content>(String file, EntryType<T> type, Function<Line, T> reading) {

    /** In the order in which they are recorded: sources and places first. */
    static final List<Table<?>> ALL = List.of(
            new Table<>("sources.csv", Source.TYPE, l -> new Source(l.text("id"), l.text("title"), l.text("address"), l.word("grade", Source.Kind.class), l.word("seen", Source.Seen.class))),
            new Table<>("townships.csv", Township.TYPE, l -> new Township(l.text("id"), l.text("name"), l.text("region"), l.text("country"), l.text("latitude"), l.text("longitude"),
                    Basis.of(l.text("source"), "F6", ""))),
            new Table<>("compounds.csv", Compound.TYPE, l -> new Compound(l.text("id"), l.text("name"), l.list("other_names"), l.text("township"), l.text("country"),
                    l.words("activities", Compound.Activity.class), l.text("status"), l.basis())),
            new Table<>("supply-points.csv", SupplyPoint.TYPE, l -> new SupplyPoint(l.text("id"), l.text("number"), l.text("name"), l.text("township"), l.text("feeds"), l.text("buyer"),
                    l.words("supplies", Supply.class), l.basis())),
            new Table<>("measures.csv", Measure.TYPE, l -> new Measure(l.text("id"), l.text("point"), l.word("supply", Supply.class), l.word("kind", Measure.Kind.class), l.text("by"),
                    l.text("amount"), l.text("unit"), l.text("text"), l.basis())),
            new Table<>("effects.csv", Effect.TYPE, l -> new Effect(l.text("id"), l.text("measure"), l.text("amount"), l.text("unit"), l.text("text"), l.basis())),
            new Table<>("substitutes.csv", Substitute.TYPE, l -> new Substitute(l.text("id"), l.word("supply", Supply.class), l.word("kind", Substitute.Kind.class), l.list("points"),
                    l.word("extent", Substitute.Extent.class), l.text("text"), new Basis(l.text("source"), l.text("grade"), l.text("from"), l.text("until")))),
            new Table<>("harms.csv", Harm.TYPE, l -> new Harm(l.text("id"), l.word("kind", Harm.Kind.class), l.text("township"), l.list("points"), l.text("amount"), l.text("unit"),
                    l.text("text"), l.basis())),
            new Table<>("networks.csv", Network.TYPE, l -> new Network(l.text("id"), l.text("name"), l.list("other_names"), l.word("kind", Network.Kind.class), l.text("country"),
                    l.text("text"), l.basis())),
            new Table<>("links.csv", Tie.TYPE, l -> new Tie(l.text("id"), l.text("from"), l.word("kind", Tie.Kind.class), l.text("to"), l.text("said_by"), l.text("text"), l.basis())),
            new Table<>("sanctions.csv", Sanction.TYPE, l -> new Sanction(l.text("id"), l.text("network"), l.text("authority"), l.text("programme"), l.text("reference"),
                    l.text("listed_name"), l.text("text"), l.basis())),
            new Table<>("events.csv", NetworkEvent.TYPE, l -> new NetworkEvent(l.text("id"), l.text("network"), l.text("text"), l.basis())),
            new Table<>("subjects.csv", Subject.TYPE, l -> new Subject(l.text("id"), l.text("question"))),
            new Table<>("claims.csv", Claim.TYPE, l -> new Claim(l.text("id"), l.text("subject"), l.word("kind", Claim.Kind.class), l.text("definition"), l.text("country"), l.text("low"),
                    l.text("high"), l.word("bound", Claim.Bound.class), l.text("unit"), l.text("text"), l.text("said"), l.text("attributed_to"), l.text("about"), l.basis())),
            new Table<>("watch.csv", WatchItem.TYPE, l -> new WatchItem(l.text("id"), l.text("type"), l.text("value"), l.text("about"), l.text("text"), l.basis())),
            new Table<>("notices.csv", Notice.TYPE, l -> new Notice(l.text("id"), l.text("item"), l.text("text"), l.basis())),
            new Table<>("partners.csv", Partner.TYPE, l -> new Partner(l.text("id"), l.text("name"), l.text("country"), l.word("ceiling", TrafficLight.class), l.text("text"), l.basis())),
            new Table<>("editions.csv", Edition.TYPE, l -> new Edition(l.text("id"), l.text("title"), l.word("light", TrafficLight.class), l.text("text"), l.list("subjects"), l.basis())));
}
