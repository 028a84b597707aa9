package org.moei.protection.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moei.base.Progress;
import org.moei.foundation.Seeds;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.protection.Protection;
import org.moei.protection.TestProtection;

/** The roster in memory and the tables behind the wall say the same, whatever was done and in whatever batches. */
class RosterTest {
    private static final List<String> AGENCIES = List.of("immigration", "team", "other");
    private static final List<String> PLACES = List.of("mae-sot", "mae-sai", "tak");
    private static final List<Role> ROLES = List.of(Role.RECEPTION, Role.SCREENER, Role.REPATRIATION);

    private final TestProtection house = new TestProtection(1);
    private final Random random = Seeds.random("roster");
    private final Viewer desk = house.viewer("immigration", Role.RECEPTION, "mae-sot");
    private final List<UUID> records = new ArrayList<>();
    private long number;

    @AfterEach
    void close() {
        house.close();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private Action.Builder on(String type, UUID record) {
        return house.hand(desk).act(type, 1).touch(record, roleOf(record), Action.ANY);
    }

    private static String roleOf(UUID record) {
        return record.getLeastSignificantBits() % 4 == 0 ? "list-row" : "person";
    }

    private Action anything() {
        People people = house.wing().people();
        if (records.size() < 3 || random.nextInt(6) == 0) {
            UUID record = house.id();
            records.add(record);
            if (roleOf(record).equals("person")) {
                return people.register(house.hand(desk), record, new People.Arrival(++number, any(List.of("ETH", "CHN", "")), "f", "18-24", "am", "", "released", any(PLACES), ""));
            }
            return on("reception.row-read", record).clear("list", new UUID(5, 5).toString()).clear("row", Long.toString(++number)).clear("holder-place", any(PLACES)).build();
        }
        UUID record = any(records);
        return switch (random.nextInt(10)) {
            case 0 -> on("reception.place-changed", record).clear("holder-place", any(PLACES)).build();
            case 1 -> holding(PeopleProjector.HELD, record);
            case 2 -> holding(PeopleProjector.RELEASED, record);
            case 3, 4 -> on("people.changed-somehow", record).clear(any(List.of(Track.values())).id(), any(List.of(Track.State.values())).id()).clear("state", any(List.of("here", "home"))).build();
            case 5 -> !isHeld(record) ? on("people.changed-somehow", record).clear("journey", "J0").build() : people.describe(house.hand(desk), record, Action.ANY, new Description.Names(List.of(new Description.Name("A" + random.nextInt(), "", "full", "person"))));
            case 6 -> people.rule(house.hand(desk), any(List.of(RecordKind.PERSON, RecordKind.LIST_ROW)), any(List.of("*", "tak", "mae-sot")), any(AGENCIES), any(ROLES).purpose().id());
            default -> {
                UUID other = any(records);
                if (other.equals(record) || !isHeld(record) || !isHeld(other)) {
                    yield on("people.changed-somehow", record).clear("journey", "J" + random.nextInt(9)).build();
                }
                yield random.nextInt(3) == 0 ? people.unlink(house.hand(desk), record, other) : people.link(house.hand(desk), record, other, "human", 0.5);
            }
        };
    }

    /** Whether the desk may act on it: what it does not hold it cannot change. */
    private boolean isHeld(UUID record) {
        return house.wing().roster().find(desk, record).isPresent();
    }

    private Action holding(String type, UUID record) {
        return on(type, record).clear("holder-agency", any(AGENCIES)).clear("holder-place", any(PLACES)).clear("holder-purpose", any(ROLES).purpose().id()).build();
    }

    private void act(int actions) {
        List<Action> request = new ArrayList<>();
        for (int i = 0; i < actions; i++) {
            request.add(anything());
            if (random.nextInt(5) == 0) {
                house.wing().foundation().journal().append(request);
                request.clear();
            }
        }
        house.wing().foundation().journal().append(request);
    }

    private void assertSame(Protection wing) throws SQLException {
        Set<String> sql = new TreeSet<>();
        Set<String> memory = new TreeSet<>();
        try (Connection administrator = house.database().administrator(); Statement statement = administrator.createStatement()) {
            try (ResultSet rows = statement.executeQuery("select * from protection.record")) {
                while (rows.next()) {
                    StringBuilder row = new StringBuilder(rows.getString("record_id"));
                    for (String column : List.of("kind", "token", "list_id", "row_number", "agency", "place", "nationality", "sex", "age_band", "language", "how_out", "urgent", "group_id", "state", "unscreened", "journey", "version")) {
                        row.append('|').append(rows.getString(column));
                    }
                    for (Track track : Track.values()) {
                        row.append('|').append(rows.getString(track.id()));
                    }
                    sql.add(row.toString());
                }
            }
            try (ResultSet rows = statement.executeQuery("select record_id, agency, place, purpose from protection.record_scope")) {
                while (rows.next()) {
                    sql.add("held " + rows.getString(1) + " " + rows.getString(2) + " " + rows.getString(3) + " " + rows.getString(4));
                }
            }
            try (ResultSet rows = statement.executeQuery("select left_record, right_record from protection.link where state = 'linked'")) {
                while (rows.next()) {
                    sql.add("linked " + rows.getString(1) + " " + wing.roster().system().cluster(UUID.fromString(rows.getString(2))).contains(UUID.fromString(rows.getString(1))));
                }
            }
        }
        for (Entry e : wing.roster().system().list(e -> true)) {
            StringBuilder row = new StringBuilder(e.id().toString());
            for (Object value : List.of(e.kind().id(), e.token(), e.list(), e.row(), e.agency(), e.place(), e.nationality(), e.sex(), e.ageBand(), e.language(), e.howOut(), e.urgent(), e.group(), e.state(), e.unscreened(), e.journey(), e.version())) {
                row.append('|').append(value);
            }
            for (Track track : Track.values()) {
                row.append('|').append(e.track(track).id());
            }
            memory.add(row.toString());
            e.holdings().forEach(h -> memory.add("held " + e.id() + " " + h.agency() + " " + h.place() + " " + h.purpose()));
        }
        sql.stream().filter(s -> s.startsWith("linked")).forEach(s -> assertThat(s).endsWith("true"));
        sql.removeIf(s -> s.startsWith("linked"));
        assertThat(memory).containsExactlyElementsOf(sql);
    }

    private void assertNobodyElseSees(Protection wing) {
        for (String agency : AGENCIES) {
            for (Role role : ROLES) {
                for (String[] places : List.of(new String[] {"*"}, new String[] {"mae-sot"}, new String[] {"tak", "mae-sai"}, new String[] {})) {
                    Viewer viewer = house.viewer(agency, role, places);
                    Set<UUID> rows = new HashSet<>(wing.foundation().database().scoped(WingFoundation.scope(viewer), c -> c.sql("select record_id from record").query(UUID.class).list()));
                    Set<UUID> seen = new HashSet<>();
                    records.stream().filter(r -> wing.roster().find(viewer, r).isPresent()).forEach(seen::add);
                    assertThat(seen).as("%s %s at %s", agency, role, List.of(places)).isEqualTo(rows);
                    assertThat(wing.roster().list(viewer, e -> true, 10_000)).extracting(Entry::id).containsExactlyInAnyOrderElementsOf(rows);
                    Set<UUID> parts = new HashSet<>(wing.foundation().database().scoped(WingFoundation.scope(viewer), c -> c.sql("select record_id from sealed_part").query(UUID.class).list()));
                    assertThat(rows).containsAll(parts);
                    List<UUID> lefts = wing.foundation().database().scoped(WingFoundation.scope(viewer), c -> c.sql("select left_record from link union all select right_record from link").query(UUID.class).list());
                    assertThat(rows).as("both ends of a link").containsAll(lefts);
                }
            }
        }
        long unscoped = wing.foundation().database().unscoped(c -> c.sql("select count(*) from record").query(Long.class).single());
        assertThat(unscoped).isZero();
    }

    @Test
    void rosterAndTablesAreEqualAfterRandomActionsARestartAndARebuildAndNobodyElseSeesARecord() throws SQLException {
        for (int round = 0; round < 4; round++) {
            act(120);
            assertSame(house.wing());
            assertNobodyElseSees(house.wing());
        }
        String sealed = house.wing().foundation().sealedDigest();
        String content = house.wing().foundation().projectionDigest();
        assertSame(house.reopen());
        house.wing().foundation().rebuild(Progress.SILENT);
        assertThat(house.wing().foundation().sealedDigest()).isEqualTo(sealed);
        assertThat(house.wing().foundation().projectionDigest()).isEqualTo(content);
        assertSame(house.wing());
        assertNobodyElseSees(house.wing());
    }

    @Test
    void holdingARecordForAnotherAgencyDoesNotMoveThePerson() throws SQLException {
        house.wing().people().keep(house.wing().people().rule(house.hand(desk), RecordKind.PERSON, "*", "immigration", "reception"));
        UUID record = house.id();
        records.add(record);
        house.wing().people().keep(house.wing().people().register(house.hand(desk), record, new People.Arrival(1, "", "", "", "", "", "", "mae-sot", "")));
        house.wing().people().keep(house.hand(desk).act(PeopleProjector.HELD, 1).touch(record, "person", Action.ANY)
                .clear("holder-agency", "team").clear("holder-place", "tak").clear("holder-purpose", "screening").build());
        assertThat(house.wing().roster().find(desk, record)).map(Entry::place).contains("mae-sot");
        assertThat(house.wing().roster().find(house.viewer("team", Role.SCREENER, "tak"), record)).isPresent();
        assertSame(house.wing());
    }

    @Test
    void theNextTokenFollowsTheHighestOneThatTheDeskGaveAlsoAfterARestart() {
        People people = house.wing().people();
        long first = house.wing().reception().takeToken();
        people.keep(people.register(house.hand(desk), house.id(), new People.Arrival(first + 41, "", "", "", "", "", "", "mae-sot", "")));
        people.keep(people.register(house.hand(desk), house.id(), new People.Arrival(20_000_007, "", "", "", "", "", "", "mae-sot", "")));
        assertThat(house.wing().reception().takeToken()).isEqualTo(first + 42);
        assertThat(house.reopen().reception().takeToken()).isEqualTo(first + 42);
    }

    @Test
    void aTokenThatSomebodyElseJustGaveIsAConflict() {
        People people = house.wing().people();
        people.keep(people.register(house.hand(desk), house.id(), new People.Arrival(9, "", "", "", "", "", "", "mae-sot", "")));
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> people.keep(people.register(house.hand(desk), house.id(), new People.Arrival(9, "", "", "", "", "", "", "mae-sot", ""))))
                .isInstanceOfSatisfying(org.moei.base.ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(org.moei.base.Problem.Kind.CONFLICT));
    }
}
