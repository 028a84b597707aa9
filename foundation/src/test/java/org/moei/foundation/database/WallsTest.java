package org.moei.foundation.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WallsTest {
    private static final String FOLDER = "org/moei/foundation/database/";
    private static final TestDatabase DATABASE = TestDatabase.fresh(
            new Migrations(Wing.PROTECTION, "people", FOLDER + "people"),
            new Migrations(Wing.PROTECTION, "other", FOLDER + "other"),
            new Migrations(Wing.DISRUPTION, "people", FOLDER + "people"));
    private static final UUID HERE = new UUID(1, 1);
    private static final UUID THERE = new UUID(1, 2);
    private static final UUID ELSEWHERE = new UUID(1, 3);

    @BeforeAll
    static void threePeopleInTwoAgencies() {
        DATABASE.wing(Wing.PROTECTION).writing(sql -> {
            hold(sql, HERE, "immigration", "mae-sot", "screening");
            hold(sql, THERE, "immigration", "tak", "screening");
            hold(sql, THERE, "shelter", "tak", "care");
            hold(sql, ELSEWHERE, "shelter", "tak", "care");
            for (UUID record : List.of(HERE, THERE, ELSEWHERE)) {
                sql.sql("INSERT INTO person VALUES (:id, 'token')").param("id", record).update();
                sql.sql("INSERT INTO bed VALUES (:id, 1)").param("id", record).update();
                sql.sql("INSERT INTO unread_record VALUES (:id)").param("id", record).update();
            }
            sql.sql("INSERT INTO suggestion VALUES (:a, :b), (:b, :c)").param("a", HERE).param("b", THERE).param("c", ELSEWHERE).update();
            sql.sql("INSERT INTO place VALUES ('mae-sot')").update();
            return sql.sql("INSERT INTO action VALUES (1, '\\x00')").update();
        });
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private static void hold(JdbcClient sql, UUID record, String agency, String place, String purpose) {
        sql.sql("INSERT INTO record_scope VALUES (:record, :agency, :place, :purpose)")
                .param("record", record).param("agency", agency).param("place", place).param("purpose", purpose).update();
    }

    private static List<UUID> people(Scope scope) {
        return DATABASE.wing(Wing.PROTECTION).scoped(scope, sql -> sql.sql("SELECT record_id FROM person ORDER BY record_id").query(UUID.class).list());
    }

    private static long number(Scope scope, String query) {
        return DATABASE.wing(Wing.PROTECTION).scoped(scope, sql -> sql.sql(query).query(Long.class).single());
    }

    @Test
    void aScopeSeesThePeopleOfItsAgencyPlaceAndPurpose() {
        assertThat(people(new Scope("immigration", Set.of("mae-sot"), "screening"))).containsExactly(HERE);
        assertThat(people(new Scope("immigration", Set.of("tak", "mae-sot"), "screening"))).containsExactly(HERE, THERE);
        assertThat(people(new Scope("immigration", Scope.EVERYWHERE, "screening"))).containsExactly(HERE, THERE);
        assertThat(people(new Scope("shelter", Scope.EVERYWHERE, "care"))).containsExactly(THERE, ELSEWHERE);
        assertThat(people(new Scope("shelter", Scope.EVERYWHERE, "screening"))).isEmpty();
        assertThat(people(new Scope("immigration", Set.of(), "screening"))).isEmpty();
        assertThat(people(new Scope("immigration", Set.of("a,b\"}{\\'; --"), "screening"))).isEmpty();
    }

    @Test
    void whatJoinsTwoRecordsIsSeenByWhoeverHoldsBoth() {
        String count = "SELECT count(*) FROM suggestion";
        Scope immigration = new Scope("immigration", Scope.EVERYWHERE, "screening");
        assertThat(number(immigration, count)).isEqualTo(1);
        Scope oneTown = new Scope("immigration", Set.of("tak"), "screening");
        assertThat(number(oneTown, count)).isZero();
    }

    @Test
    void aViewShowsNoMoreThanItsTable() {
        Scope shelter = new Scope("shelter", Scope.EVERYWHERE, "care");
        assertThat(number(shelter, "SELECT count(*) FROM occupied")).isEqualTo(2);
        long unscoped = DATABASE.wing(Wing.PROTECTION).unscoped(sql -> sql.sql("SELECT count(*) FROM occupied").query(Long.class).single());
        assertThat(unscoped).isZero();
    }

    @Test
    void aPageOfRowsDoesNotReadTheWholeScope() {
        String plan = DATABASE.wing(Wing.PROTECTION).scoped(new Scope("shelter", Scope.EVERYWHERE, "care"), sql ->
                String.join("\n", sql.sql("EXPLAIN SELECT * FROM person ORDER BY record_id LIMIT 50").query(String.class).list()));
        assertThat(plan).contains("EXISTS(SubPlan").doesNotContain("hashed");
    }

    @Test
    void theScopeEndsWithItsTransaction() throws SQLException {
        try (Connection connection = DATABASE.as(Wing.PROTECTION, Wing.Role.APP); Statement statement = connection.createStatement()) {
            assertThat(count(statement, "person")).isZero();
            connection.setAutoCommit(false);
            statement.execute("SELECT set_config('moei.agency', 'shelter', true), set_config('moei.places', '{*}', true), set_config('moei.purpose', 'care', true)");
            assertThat(count(statement, "person")).isEqualTo(2);
            connection.commit();
            assertThat(count(statement, "person")).isZero();
        }
    }

    @Test
    void aConnectionWithoutAScopeSeesNoRowInAnyTableThatNamesARecord() throws SQLException {
        try (Connection look = DATABASE.administrator(); Connection app = DATABASE.as(Wing.PROTECTION, Wing.Role.APP)) {
            List<String> tables = strings(look, """
                    SELECT DISTINCT table_name FROM information_schema.columns
                     WHERE table_schema = 'protection' AND column_name LIKE '%record%'
                     ORDER BY 1""");
            assertThat(tables).contains("person", "suggestion", "unread_record", "bed", "record_scope");
            for (String table : tables) {
                try (Statement behind = look.createStatement(); Statement statement = app.createStatement()) {
                    assertThat(count(behind, "protection." + table)).as(table).isPositive();
                    assertThat(count(statement, table)).as(table).isZero();
                }
            }
            assertThat(WallCheck.list(look, Wing.PROTECTION)).isEmpty();
            assertThat(WallCheck.list(look, Wing.DISRUPTION)).isEmpty();
        }
    }

    @Test
    void theOwnerOfTheTablesSeesNoPersonEither() throws SQLException {
        try (Connection connection = DATABASE.administrator(); Statement statement = connection.createStatement()) {
            statement.execute("SET ROLE moei_protection_owner");
            assertThat(count(statement, "protection.person")).isZero();
        }
    }

    @Test
    void theReadingRoleChangesNothingAndSeesNoJournal() throws SQLException {
        try (Connection app = DATABASE.as(Wing.PROTECTION, Wing.Role.APP); Statement statement = app.createStatement()) {
            for (String sql : List.of(
                    "INSERT INTO protection.person VALUES (gen_random_uuid(), 'x')", "UPDATE protection.person SET token = 'x'", "DELETE FROM protection.person",
                    "TRUNCATE protection.person", "INSERT INTO protection.place VALUES ('x')", "SELECT FROM protection_journal.action", "SELECT FROM protection_access.entry",
                    "CREATE TABLE protection.mine (a int)", "CREATE TEMPORARY TABLE mine (a int)", "SET ROLE moei_protection_writer", "SET ROLE moei_protection_owner",
                    "SET row_security = off; SELECT FROM protection.person")) {
                if (!sql.startsWith("CREATE TEMPORARY")) { // a copied test database does not copy the rights of its template
                    refused(statement, sql);
                }
            }
        }
    }

    @Test
    void theWriterAppendsToTheJournalAndCannotChangeIt() throws SQLException {
        try (Connection writer = DATABASE.as(Wing.PROTECTION, Wing.Role.WRITER); Statement statement = writer.createStatement()) {
            statement.execute("INSERT INTO protection_journal.action VALUES (2, '\\x01')");
            statement.execute("INSERT INTO protection_access.entry VALUES (1, '\\x01')");
            for (String sql : List.of(
                    "UPDATE protection_journal.action SET bytes = '\\x02'", "DELETE FROM protection_journal.action", "TRUNCATE protection_journal.action",
                    "ALTER TABLE protection_journal.action ADD x int", "DROP TABLE protection_journal.action", "UPDATE protection_access.entry SET position = 9",
                    "DELETE FROM protection_access.entry", "TRUNCATE protection_access.entry", "INSERT INTO protection_journal.action VALUES (1, '\\x03') ON CONFLICT (position) DO UPDATE SET bytes = '\\x03'",
                    "TRUNCATE protection.person", "CREATE RULE gone AS ON INSERT TO protection_journal.action DO INSTEAD NOTHING", "SET session_replication_role = replica")) {
                refused(statement, sql);
            }
        }
    }

    @Test
    void theRebuildingRoleEmptiesProjectionsAndNotTheJournal() throws SQLException {
        try (Connection rebuild = DATABASE.as(Wing.PROTECTION, Wing.Role.REBUILD); Statement statement = rebuild.createStatement()) {
            rebuild.setAutoCommit(false);
            statement.execute("TRUNCATE protection.person, protection.bed");
            rebuild.rollback();
            rebuild.setAutoCommit(true);
            for (String sql : List.of(
                    "TRUNCATE protection_journal.action", "DELETE FROM protection_journal.action", "INSERT INTO protection_journal.action VALUES (3, '\\x01')", "SELECT FROM protection_access.entry")) {
                refused(statement, sql);
            }
        }
    }

    @Test
    void noRoleOfOneWingTouchesTheOther() throws SQLException {
        for (Wing wing : Wing.values()) {
            Wing other = wing == Wing.PROTECTION ? Wing.DISRUPTION : Wing.PROTECTION;
            for (Wing.Role role : List.of(Wing.Role.WRITER, Wing.Role.APP, Wing.Role.REBUILD)) {
                try (Connection connection = DATABASE.as(wing, role); Statement statement = connection.createStatement()) {
                    for (String table : List.of(other.schema() + ".person", other.schema() + ".place", other.journalSchema() + ".action", other.accessSchema() + ".entry",
                            other.migrationSchema() + ".history_of_people")) {
                        refused(statement, "SELECT FROM " + table);
                        refused(statement, "INSERT INTO " + table + " DEFAULT VALUES");
                    }
                    for (Wing.Role theirs : Wing.Role.values()) {
                        refused(statement, "SET ROLE " + other.role(theirs));
                    }
                }
            }
            try (Connection connection = DATABASE.administrator(); Statement statement = connection.createStatement()) {
                statement.execute("SET ROLE " + wing.role(Wing.Role.OWNER));
                refused(statement, "SELECT FROM " + other.schema() + ".place");
            }
        }
    }

    @Test
    void noRoleReadsFilesOrRunsPrograms() throws SQLException {
        for (Wing.Role role : List.of(Wing.Role.WRITER, Wing.Role.APP, Wing.Role.REBUILD)) {
            try (Connection connection = DATABASE.as(Wing.PROTECTION, role); Statement statement = connection.createStatement()) {
                refused(statement, "SELECT pg_read_file('postgresql.conf')");
                refused(statement, "COPY protection.place TO PROGRAM 'cat'");
                refused(statement, "SELECT lo_import('/etc/passwd')");
            }
        }
    }

    @Test
    void aMigrationThatForgetsTheWallIsFoundInTheCatalogue() throws SQLException {
        assertThatThrownBy(() -> TestDatabase.fresh(new Migrations(Wing.PROTECTION, "open", FOLDER + "open")).close())
                .hasMessageContaining("protection.forgotten")
                .hasMessageContaining("protection.peephole")
                .hasMessageContaining("protection.backdoor()")
                .hasMessageContaining("\nMaybe ");
    }

    private static void refused(Statement statement, String sql) {
        assertThatThrownBy(() -> statement.execute(sql)).as(sql).isInstanceOfSatisfying(SQLException.class, e -> assertThat(e.getSQLState()).as(sql + ": " + e.getMessage()).isEqualTo("42501"));
    }

    private static long count(Statement statement, String table) throws SQLException {
        try (ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
