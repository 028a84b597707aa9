package org.moei.protection;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.Migrations;
import org.moei.foundation.database.Wing;
import org.moei.foundation.database.WingDatabase;
import org.moei.foundation.journal.Projector;
import org.moei.foundation.vault.Vault;
import org.moei.protection.people.People;
import org.moei.protection.people.PeopleProjector;
import org.moei.protection.people.Roster;

/** The protection wing, put together: what the console and the commands use of it. */
public final class Protection implements AutoCloseable {
    private final WingFoundation foundation;
    private final Roster roster;
    private final People people;

    private Protection(WingFoundation foundation, boolean rehearsal) {
        this.foundation = foundation;
        this.roster = new Roster(foundation.vault());
        foundation.journal().follow(roster);
        this.people = new People(foundation, roster, rehearsal);
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
        return new Protection(new WingFoundation(database, vault, projectors(), clock), rehearsal);
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

    @Override
    public void close() {
        foundation.close();
    }
}
