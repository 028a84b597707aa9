package org.moei.disruption;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.moei.disruption.briefing.Briefing;
import org.moei.disruption.briefing.Edition;
import org.moei.disruption.claims.Claim;
import org.moei.disruption.claims.Claims;
import org.moei.disruption.claims.Subject;
import org.moei.disruption.intake.PictureImport;
import org.moei.disruption.networks.Network;
import org.moei.disruption.networks.NetworkEvent;
import org.moei.disruption.networks.Networks;
import org.moei.disruption.networks.Sanction;
import org.moei.disruption.networks.Tie;
import org.moei.disruption.observations.ObservationProjector;
import org.moei.disruption.observations.Observations;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Picture;
import org.moei.disruption.picture.PictureStore;
import org.moei.disruption.picture.Source;
import org.moei.disruption.received.Received;
import org.moei.disruption.sharing.Partner;
import org.moei.disruption.sharing.Sharing;
import org.moei.disruption.sites.Compound;
import org.moei.disruption.sites.Sites;
import org.moei.disruption.sites.Township;
import org.moei.disruption.supplies.Effect;
import org.moei.disruption.supplies.Harm;
import org.moei.disruption.supplies.Measure;
import org.moei.disruption.supplies.Substitute;
import org.moei.disruption.supplies.Supplies;
import org.moei.disruption.supplies.SupplyPoint;
import org.moei.disruption.threats.Notice;
import org.moei.disruption.threats.Threats;
import org.moei.disruption.threats.WatchItem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.Migrations;
import org.moei.foundation.database.Wing;
import org.moei.foundation.database.WingDatabase;
import org.moei.foundation.journal.Projector;
import org.moei.foundation.vault.Vault;

/** The disruption wing, put together: what the console and the commands use of it. */
public final class Disruption implements AutoCloseable {
    /** Every type of entry that this wing keeps. */
    public static final List<EntryType<?>> TYPES = List.of(
            Source.TYPE, Township.TYPE, Compound.TYPE, Subject.TYPE, Claim.TYPE, SupplyPoint.TYPE, Measure.TYPE, Effect.TYPE, Substitute.TYPE, Harm.TYPE,
            Network.TYPE, Tie.TYPE, Sanction.TYPE, NetworkEvent.TYPE, WatchItem.TYPE, Notice.TYPE, Partner.TYPE, Edition.TYPE);

    private final WingFoundation foundation;
    private final Picture picture;
    private final Claims claims;
    private final Sites sites;
    private final Supplies supplies;
    private final Networks networks;
    private final Received received;
    private final Observations observations;
    private final boolean rehearsal;

    private Disruption(WingFoundation foundation, InstantSource clock, Duration recallLimit, Optional<Path> observed, boolean rehearsal) {
        this.foundation = foundation;
        this.rehearsal = rehearsal;
        PictureStore store = new PictureStore(foundation.vault(), TYPES);
        foundation.journal().follow(store);
        this.picture = new Picture(foundation, store);
        this.claims = new Claims(picture);
        this.networks = new Networks(picture, claims, key -> picture.find(Compound.class, key).map(compound -> compound.content().name()));
        this.sites = new Sites(picture, claims, networks);
        this.supplies = new Supplies(picture);
        this.received = new Received(foundation, picture, TYPES, clock, recallLimit);
        this.observations = new Observations(foundation, observed, rehearsal);
    }

    /** All migrations of the wing: the foundation's, and those of the observations. The picture lives in memory and needs no table. */
    public static List<Migrations> migrations() {
        return Stream.concat(WingFoundation.migrations(Wing.DISRUPTION).stream(), Stream.of(new Migrations(Wing.DISRUPTION, "observations", "org/moei/disruption/observations/migration"))).toList();
    }

    /** The observations'; the picture tails the journal. */
    private static List<Projector> projectors(Optional<Path> observed) {
        return List.of(new ObservationProjector(observed));
    }

    /** Opens the wing over a database whose migrations ran. The picture is empty until {@link #catchUp()}. */
    public static Disruption open(WingDatabase database, Vault vault, InstantSource clock, boolean rehearsal) {
        return open(database, vault, clock, Received.LIMIT, rehearsal);
    }

    /** @param files folder of kept files beside the database; without one no observations are imported */
    public static Disruption open(WingDatabase database, Vault vault, InstantSource clock, Optional<Path> files, boolean rehearsal) {
        return open(database, vault, clock, Received.LIMIT, files, rehearsal);
    }

    /** @param recallLimit how old the gate's recall list may be; with an older one nothing that came through the gate is shown */
    public static Disruption open(WingDatabase database, Vault vault, InstantSource clock, Duration recallLimit, boolean rehearsal) {
        return open(database, vault, clock, recallLimit, Optional.empty(), rehearsal);
    }

    private static Disruption open(WingDatabase database, Vault vault, InstantSource clock, Duration recallLimit, Optional<Path> files, boolean rehearsal) {
        Optional<Path> observed = files.map(folder -> folder.resolve("observations"));
        return new Disruption(new WingFoundation(database, vault, projectors(observed), clock), clock, recallLimit, observed, rehearsal);
    }

    /** Brings the picture to the end of the journal. */
    public void catchUp() {
        foundation.journal().catchUp();
    }

    public WingFoundation foundation() {
        return foundation;
    }

    public Picture picture() {
        return picture;
    }

    public Home home() {
        return new Home(picture, claims, sites, supplies, networks);
    }

    public Claims claims() {
        return claims;
    }

    public Sites sites() {
        return sites;
    }

    public Supplies supplies() {
        return supplies;
    }

    public Networks networks() {
        return networks;
    }

    public Threats threats() {
        return new Threats(picture);
    }

    public Sharing sharing() {
        return new Sharing(picture);
    }

    public Briefing briefing() {
        return new Briefing(picture, claims);
    }

    /** What came through the gate, and the questions that go back. */
    public Received received() {
        return received;
    }

    /** What was observed: collections, imports, answers. */
    public Observations observations() {
        return observations;
    }

    /** Reads pictures from files; a rehearsal takes only marked folders, a real wing only unmarked ones. */
    public PictureImport pictureImport() {
        return new PictureImport(picture, rehearsal);
    }

    @Override
    public void close() {
        foundation.close();
    }
}
