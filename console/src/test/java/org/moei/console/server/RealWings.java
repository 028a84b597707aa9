package org.moei.console.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.moei.base.Ids;
import org.moei.base.Progress;
import org.moei.base.Uuid7;
import org.moei.console.home.Published;
import org.moei.console.layout.Names;
import org.moei.disruption.Disruption;
import org.moei.foundation.access.Account;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Migrations;
import org.moei.foundation.database.TestDatabase;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Action;
import org.moei.foundation.vault.FolderVault;
import org.moei.foundation.vault.Vault;
import org.moei.protection.Protection;
import org.moei.protection.people.Consents;
import org.moei.protection.people.People;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Track;
import org.moei.protection.repatriation.Repatriation;

/** Both wings over a fresh database, served on a free port, with an account for each kind of work; the password is the name. */
final class RealWings implements AutoCloseable {
    static final Instant NOW = Instant.parse("2025-04-03T09:40:00Z");
    static final String DESK = "desk-of-mae-sot";
    static final String OTHER = "desk-of-others";
    static final String TEAM = "screening-team-a";
    static final String RETURN = "return-of-mae-sot";
    static final String AUDIT = "auditor-of-all";
    static final String ANALYST = "analyst-of-sites";
    static final String CASE = "case-manager-one";
    static final String KEEPER = "gate-keeper-one";
    static final String OTHER_KEEPER = "gate-keeper-two";
    static final String OFFICER = "data-protection-officer";
    static final String ADMINISTRATOR = "administrator";
    static final String COMMAND = "command-of-all";
    static final String INVESTIGATOR = "investigator-one";

    private final TestDatabase database;
    private final Vault vault;
    private final Ids ids = Uuid7.ids(InstantSource.fixed(NOW), new SplittableRandom(7));
    final Protection protection;
    final Disruption disruption;
    final ConsoleServer console;

    /** The time of everything here; starts at {@link #NOW}. */
    final AtomicReference<Instant> now = new AtomicReference<>(NOW);

    /** A rehearsal, whose accounts sign in by password alone. */
    RealWings() {
        this(true);
    }

    /** A rehearsal or an operation. */
    RealWings(boolean rehearsal) {
        this(rehearsal, ConsoleOptions.onLoopback(0));
    }

    /** Served in a way of its own. */
    RealWings(boolean rehearsal, ConsoleOptions options) {
        List<Migrations> migrations = new ArrayList<>(Protection.migrations());
        migrations.addAll(Disruption.migrations());
        database = TestDatabase.fresh(migrations.toArray(Migrations[]::new));
        Path keys;
        try {
            keys = Files.createTempDirectory("moei-keys");
            vault = FolderVault.ofRehearsal(keys, new SecureRandom());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        InstantSource clock = now::get;
        protection = Protection.open(database.wing(Wing.PROTECTION), vault, clock, rehearsal, keys.resolveSibling(keys.getFileName() + ".files"));
        disruption = Disruption.open(database.wing(Wing.DISRUPTION), vault, clock, Optional.of(keys.resolveSibling(keys.getFileName() + ".observed")), rehearsal);
        account(viewer(DESK, Role.RECEPTION, "immigration"));
        account(viewer(OTHER, Role.RECEPTION, "elsewhere"));
        account(viewer(TEAM, Role.SCREENER, "ministry"));
        account(viewer(RETURN, Role.REPATRIATION, "foreign-ministry"));
        account(viewer(AUDIT, Role.AUDITOR, "data-protection"));
        account(viewer(ANALYST, Role.ANALYST, "investigations"));
        account(viewer(CASE, Role.CASE_MANAGER, "welfare"));
        account(viewer(KEEPER, Role.GATE_KEEPER, "gate-office"));
        account(viewer(OTHER_KEEPER, Role.GATE_KEEPER, "gate-office"));
        account(viewer(INVESTIGATOR, Role.INVESTIGATOR, "police"));
        account(viewer(COMMAND, Role.COMMAND, "command"));
        account(viewer("interpreter-one", Role.INTERPRETER, "ministry"));
        account(viewer(ADMINISTRATOR, Role.ADMINISTRATOR, "systems"));
        account(viewer(OFFICER, Role.DATA_PROTECTION_OFFICER, "data-protection"));
        account(viewer("auditor-of-sites", Role.DISRUPTION_AUDITOR, "data-protection"));
        Set<Role> there = viewers().stream().map(Viewer::role).collect(Collectors.toSet());
        Stream.of(Role.values()).filter(role -> !there.contains(role)).forEach(role -> account(viewer("account-of-" + role.id(), role, "others")));
        People people = protection.people();
        Hand hand = hand(viewer(DESK, Role.RECEPTION, "immigration"));
        for (RecordKind kind : List.of(RecordKind.PERSON, RecordKind.LIST_ROW)) {
            people.keep(people.rule(hand, kind, "*", "immigration", "reception"));
            people.keep(people.rule(hand, kind, "*", "foreign-ministry", "repatriation"));
        }
        people.keep(people.rule(hand, RecordKind.PERSON, "*", "ministry", "screening"));
        people.keep(people.rule(hand, RecordKind.PERSON, "*", "welfare", "referral"));
        console = OpenWings.serve(
                options, Optional.of(protection), Optional.of(disruption),
                new OpenWings.Operation("Myawaddy release 2025", rehearsal, clock, ZoneId.of("Asia/Bangkok"), Map.of("mae-sot", "Mae Sot, Bridge 2"), Names.NONE, List.of("Team A"), nationality -> "",
                        new Published(List.of(new Published.Point(LocalDate.of(2025, 4, 3), 8724, "state count")), List.of(), LocalDate.of(2025, 3, 21), 1)),
                clock, ids);
    }

    private void account(Viewer viewer) {
        (viewer.wing() == Wing.PROTECTION ? protection.foundation() : disruption.foundation()).accounts().put(viewer, viewer.name());
    }

    /** All accounts by name. */
    List<Viewer> viewers() {
        return Stream.of(protection.foundation(), disruption.foundation()).flatMap(wing -> wing.accounts().list().stream()).map(Account::viewer).toList();
    }

    static Viewer viewer(String name, Role role, String agency) {
        return new Viewer(Uuid7.named(NOW, name), name, role, agency, Set.of("mae-sot"));
    }

    Hand hand(Viewer viewer) {
        return new Hand(viewer, ids, NOW, "test");
    }

    /** Everything but a seat: decided, declared in private, known to the embassy with consent, with paper and money. */
    void makeReady(UUID person) {
        Viewer viewer = viewer(RETURN, Role.REPATRIATION, "foreign-ministry");
        Repatriation repatriation = protection.repatriation();
        People people = protection.people();
        people.keep(people.consent(hand(viewer), person, Consents.OWN_EMBASSY, "packet", Consents.Answer.of(Consents.State.GIVEN, "")));
        people.keep(repatriation.declare(hand(viewer), person, Repatriation.Wish.TRAVEL, ""));
        people.keep(repatriation.confirmIdentity(hand(viewer), person, "embassy"));
        people.keep(repatriation.issueDocument(hand(viewer), person, "embassy"));
        people.keep(repatriation.secureMoney(hand(viewer), person, "state"));
        people.keep(hand(viewer).act("screening.decided", 1).touch(person, RecordKind.PERSON.id(), Action.ANY).clear(Track.SCREENING.id(), Track.State.DONE.id()).build());
    }

    /** Compares all records and keeps what follows from it. */
    void compare() {
        protection.foundation().journal().append(protection.samePerson().run(hand(viewer(DESK, Role.RECEPTION, "immigration")), Progress.SILENT));
    }

    UUID id() {
        return ids.next();
    }

    @Override
    public void close() {
        console.close();
        protection.close();
        disruption.close();
        vault.close();
        database.close();
    }
}
