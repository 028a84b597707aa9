package org.moei.protection.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.base.Progress;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Verifier;
import org.moei.protection.TestProtection;

class PeopleTest {
    private final TestProtection house = new TestProtection(1);
    private final Viewer desk = house.viewer("immigration", Role.RECEPTION, "mae-sot");
    private final Viewer otherDesk = house.viewer("other", Role.RECEPTION, "mae-sot");
    private final Viewer screener = house.viewer("team", Role.SCREENER, "mae-sot");

    @AfterEach
    void close() {
        house.close();
    }

    private UUID register(long number) {
        People people = house.wing().people();
        UUID record = house.id();
        people.keep(people.register(house.hand(desk), record, new People.Arrival(number, "ETH", "f", "18-24", "am", "", "released", "mae-sot", "")));
        return record;
    }

    private void setUp() {
        People people = house.wing().people();
        people.keep(people.rule(house.hand(desk), RecordKind.PERSON, "*", "immigration", "reception"));
        people.keep(people.rule(house.hand(desk), RecordKind.PERSON, "mae-sot", "team", "screening"));
    }

    private void name(UUID record, String written) {
        People people = house.wing().people();
        people.keep(people.describe(house.hand(desk), record, Action.ANY, new Description.Names(List.of(new Description.Name(written, "am", "full", "person")))));
    }

    @Test
    void aTokenComesFirstAndTheNameLater() {
        setUp();
        UUID record = register(4417);
        assertThat(house.wing().roster().findByToken(desk, Tokens.of(true, 4417))).map(Entry::id).contains(record);
        name(record, "አበበ በቀለ");
        Map<String, byte[]> open = house.wing().people().open(desk, Permission.PERSON_SEE, record, "person");
        assertThat(People.read(open, "names", Description.Names.class, new Description.Names(List.of())).names()).extracting(Description.Name::written).containsExactly("አበበ በቀለ");
    }

    @Test
    void anotherAgencyIsRefusedByTheAuthoriserAndByTheRowsBehindIt() {
        setUp();
        UUID record = register(1);
        name(record, "አበበ በቀለ");
        assertThat(house.wing().roster().find(otherDesk, record)).isEmpty();
        assertThatThrownBy(() -> house.wing().people().open(otherDesk, Permission.PERSON_SEE, record, "person"))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.DENIED));
        long rows = house.wing().foundation().database().scoped(
                org.moei.foundation.WingFoundation.scope(otherDesk), c -> c.sql("select count(*) from sealed_part").query(Long.class).single());
        long own = house.wing().foundation().database().scoped(
                org.moei.foundation.WingFoundation.scope(screener), c -> c.sql("select count(*) from sealed_part").query(Long.class).single());
        assertThat(rows).isZero();
        assertThat(own).isEqualTo(1);
    }

    @Test
    void everyReadStandsInTheAccessLogAlsoADeniedOne() {
        setUp();
        UUID record = register(2);
        house.wing().people().open(desk, Permission.PERSON_SEE, record, "person");
        assertThatThrownBy(() -> house.wing().people().open(otherDesk, Permission.PERSON_SEE, record, "person")).isInstanceOf(ProblemException.class);
        assertThat(house.wing().foundation().accessLog().listAbout(record, 10)).extracting(e -> e.agency() + " " + e.outcome()).containsExactly("other denied", "immigration shown");
    }

    @Test
    void aLinkJoinsRecordsAndIsTakenBackWithoutATrace() {
        setUp();
        People people = house.wing().people();
        UUID left = register(3);
        UUID right = register(4);
        people.keep(people.link(house.hand(desk), left, right, "human", Double.NaN));
        assertThat(house.wing().roster().linked(desk, left)).extracting(Entry::id).containsExactly(right);
        people.keep(people.unlink(house.hand(desk), left, right));
        assertThat(house.wing().roster().linked(desk, left)).isEmpty();
    }

    @Test
    void twoRecordsThatWereNeverLinkedCanBeKeptApart() {
        setUp();
        People people = house.wing().people();
        UUID left = register(10);
        UUID right = register(11);
        people.keep(people.keepApart(house.hand(desk), left, right));
        people.keep(people.unlink(house.hand(desk), left, right));
        assertThat(house.wing().roster().linked(desk, left)).isEmpty();
        assertThat(register(12)).as("the roster still follows").isNotNull();
    }

    @Test
    void whatWasAcknowledgedIsThereAfterARestart() {
        setUp();
        UUID record = register(5);
        house.reopen();
        assertThat(house.wing().roster().find(desk, record)).map(Entry::token).contains(Tokens.of(true, 5));
        assertThat(house.wing().roster().find(desk, record).orElseThrow().holdings()).hasSize(2);
    }

    @Test
    void aRepeatedActionIsRecognisedAndNothingIsDoubled() {
        setUp();
        People people = house.wing().people();
        UUID record = house.id();
        Action action = people.register(house.hand(desk), record, new People.Arrival(6, "", "", "", "", "", "", "mae-sot", ""));
        long first = people.keep(action).position();
        assertThat(people.keep(action)).satisfies(r -> assertThat(r.isNew()).isFalse()).satisfies(r -> assertThat(r.position()).isEqualTo(first));
        assertThat(house.wing().foundation().journal().size()).isEqualTo(first);
    }

    @Test
    void twoEditsOfOneGroupOnTheSameVersionAreAConflictAndOfTwoGroupsAreNot() {
        setUp();
        People people = house.wing().people();
        UUID record = register(7);
        long base = house.wing().foundation().journal().version(record);
        people.keep(people.describe(house.hand(desk), record, base, new Description.Names(List.of(new Description.Name("A", "", "full", "person")))));
        people.keep(people.describe(house.hand(desk), record, base, new Description.Births(List.of(new Description.Birth("1998", "date", "person", "")))));
        assertThatThrownBy(() -> people.keep(people.describe(house.hand(desk), record, base, new Description.Names(List.of(new Description.Name("B", "", "full", "person"))))))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.CONFLICT));
    }

    @Test
    void aRebuildWithoutKeysGivesEqualTables() {
        setUp();
        UUID record = register(8);
        name(record, "ከበደ");
        String before = house.wing().foundation().sealedDigest();
        house.wing().foundation().rebuild(Progress.SILENT);
        assertThat(house.wing().foundation().sealedDigest()).isEqualTo(before);
    }

    @Test
    void aChangedRowOfTheJournalIsFound() throws SQLException {
        setUp();
        register(9);
        var source = house.wing().foundation().database().pool(Wing.Role.WRITER);
        assertThat(Verifier.verify("protection", source, Optional.empty(), house.vault().publicKey()).findings()).isEmpty();
        try (Connection administrator = house.database().administrator();
                var statement = administrator.createStatement()) {
            statement.executeUpdate("update protection_journal.action set envelope = set_byte(envelope, 40, get_byte(envelope, 40) # 1) where position = 2");
        }
        assertThat(Verifier.verify("protection", source, Optional.empty(), house.vault().publicKey()).findings()).isNotEmpty();
    }
}
