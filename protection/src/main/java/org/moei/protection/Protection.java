package org.moei.protection;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.Migrations;
import org.moei.foundation.database.Wing;
import org.moei.foundation.database.WingDatabase;
import org.moei.foundation.files.SealedFiles;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Projector;
import org.moei.foundation.vault.Vault;
import org.moei.protection.people.Attachments;
import org.moei.protection.people.Custody;
import org.moei.protection.people.Erasure;
import org.moei.protection.people.Health;
import org.moei.protection.people.KeepApart;
import org.moei.protection.people.PaperTokens;
import org.moei.protection.people.People;
import org.moei.protection.people.PeopleProjector;
import org.moei.protection.people.Retention;
import org.moei.protection.people.Roster;
import org.moei.protection.reception.Reception;
import org.moei.protection.reception.SamePerson;
import org.moei.protection.repatriation.JourneyBook;
import org.moei.protection.repatriation.Repatriation;
import org.moei.protection.screening.Interests;
import org.moei.protection.screening.Screening;
import org.moei.protection.testimony.ProtectionGate;
import org.moei.protection.tracing.Tracing;

/** The protection wing, put together: what the console and the commands use of it. */
public final class Protection implements AutoCloseable {
    private static final ZoneId BORDER = ZoneId.of("Asia/Bangkok");

    private final WingFoundation foundation;
    private final Roster roster;
    private final People people;
    private final Health health;
    private final KeepApart keepApart;
    private final Reception reception;
    private final SamePerson samePerson;
    private final Interests interests;
    private final Screening screening;
    private final Repatriation repatriation;
    private final JourneyBook journeys;
    private final Tracing tracing;
    private final Erasure erasure;
    private final Attachments attachments;
    private final Retention retention;
    private final Custody custody;
    private final PaperTokens paper;
    private final ProtectionGate gate;

    private Protection(WingFoundation foundation, InstantSource clock, boolean rehearsal, Optional<Path> files) {
        this.foundation = foundation;
        this.roster = new Roster(foundation.vault());
        foundation.journal().follow(roster);
        this.people = new People(foundation, roster, rehearsal);
        this.health = new Health(foundation, roster, people);
        this.keepApart = new KeepApart(foundation, roster);
        this.reception = new Reception(foundation, roster, people, rehearsal);
        this.samePerson = reception.samePerson();
        this.interests = new Interests(foundation, roster, people);
        this.screening = new Screening(foundation, roster, interests);
        this.repatriation = new Repatriation(foundation, roster);
        this.journeys = new JourneyBook();
        this.tracing = new Tracing(foundation, roster, people, samePerson);
        this.erasure = new Erasure(foundation, roster);
        this.attachments = new Attachments(foundation, roster, files.map(folder -> new SealedFiles(folder, foundation.vault())));
        this.retention = new Retention(foundation, roster, BORDER);
        this.custody = new Custody(foundation, roster);
        this.paper = new PaperTokens(foundation, roster, rehearsal);
        for (Follower follower : List.of(keepApart, reception.lists(), reception.arrivals(), samePerson, interests, journeys, tracing, erasure, attachments, retention, paper)) {
            foundation.journal().follow(follower);
        }
        this.gate = new ProtectionGate(foundation, roster, reception.lists(), clock);
    }

    /** All migrations of the wing, the foundation's first. */
    public static List<Migrations> migrations() {
        List<Migrations> all = new ArrayList<>(WingFoundation.migrations(Wing.PROTECTION));
        all.add(new Migrations(Wing.PROTECTION, "people", "org/moei/protection/people/migration"));
        return all;
    }

    /** The wing's projectors, in the order in which they read each batch. */
    public static List<Projector> projectors() {
        return List.of(new PeopleProjector());
    }

    /**
     * Opens the wing over a database whose migrations ran. The rosters are empty until {@link #catchUp()}, or follow the
     * receipts of a rehearsal that is played again.
     */
    public static Protection open(WingDatabase database, Vault vault, InstantSource clock, boolean rehearsal) {
        return new Protection(new WingFoundation(database, vault, projectors(), clock), clock, rehearsal, Optional.empty());
    }

    /** Opens the wing with a folder for photos, scans and recordings. */
    public static Protection open(WingDatabase database, Vault vault, InstantSource clock, boolean rehearsal, Path files) {
        return new Protection(new WingFoundation(database, vault, projectors(), clock), clock, rehearsal, Optional.of(files));
    }

    /** Brings rosters and indexes to the end of the journal. */
    public void catchUp() {
        foundation.journal().catchUp();
    }

    public WingFoundation foundation() {
        return foundation;
    }

    public Roster roster() {
        return roster;
    }

    public People people() {
        return people;
    }

    /** What is known of people's health, apart from the rest. */
    public Health health() {
        return health;
    }

    public KeepApart keepApart() {
        return keepApart;
    }

    public Reception reception() {
        return reception;
    }

    public SamePerson samePerson() {
        return samePerson;
    }

    /** What binds those who screen, decide and interpret. */
    public Interests interests() {
        return interests;
    }

    public Screening screening() {
        return screening;
    }

    public Repatriation repatriation() {
        return repatriation;
    }

    public JourneyBook journeys() {
        return journeys;
    }

    public Erasure erasure() {
        return erasure;
    }

    /** Photos, scans and recordings. */
    public Attachments attachments() {
        return attachments;
    }

    /** Whose time is over. */
    public Retention retention() {
        return retention;
    }

    /** Cases that move to another agency. */
    public Custody custody() {
        return custody;
    }

    /** Tokens printed in advance. */
    public PaperTokens paper() {
        return paper;
    }

    public Tracing tracing() {
        return tracing;
    }

    /** Testimony, questions from the other wing, answers that confirm nobody, weekly tables. */
    public ProtectionGate gate() {
        return gate;
    }

    @Override
    public void close() {
        foundation.close();
    }
}
