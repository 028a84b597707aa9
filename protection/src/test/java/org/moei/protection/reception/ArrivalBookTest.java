package org.moei.protection.reception;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Recorded;
import org.moei.protection.TestProtection;
import org.moei.protection.people.Description;
import org.moei.protection.people.Entry;
import org.moei.protection.people.People;
import org.moei.protection.people.RecordKind;

class ArrivalBookTest {
    private final TestProtection house = new TestProtection(4);
    private final Viewer desk = house.viewer("immigration", Role.RECEPTION, "mae-sot");

    @BeforeEach
    void setUp() {
        People people = house.wing().people();
        people.keep(people.rule(house.hand(desk), RecordKind.PERSON, "*", "immigration", "reception"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private ArrivalBook book() {
        return house.wing().reception().arrivals();
    }

    private UUID open(String label) {
        UUID group = house.id();
        house.wing().people().keep(book().open(house.hand(desk), group, label, 14));
        return group;
    }

    private UUID enter(UUID group, ArrivalBook.Line line, String name) {
        UUID person = house.id();
        Optional<Description.Name> said = name.isEmpty() ? Optional.empty() : Optional.of(new Description.Name(name, "am", "full", "person"));
        house.wing().people().keep(book().keep(house.hand(desk), group, person, house.wing().reception().takeToken(), line, "am", said));
        return person;
    }

    @Test
    void aGroupAndItsLinesStandAfterARestart() {
        UUID group = open("Bus 3, 10:20");
        UUID person = enter(group, new ArrivalBook.Line("F", "about 25", "am", "! bleeding", "", "fled", "R-0001-C"), "ብርቱካን ታደሰ");
        house.reopen();
        assertThat(book().list(desk)).singleElement().satisfies(g -> {
            assertThat(g.label()).isEqualTo("Bus 3, 10:20");
            assertThat(g.announced()).isEqualTo(14);
            assertThat(g.people()).containsExactly(person);
            assertThat(g.closed()).isFalse();
        });
        Map<String, byte[]> open = house.wing().people().open(desk, Permission.PERSON_SEE, person, "arrivals");
        assertThat(People.read(open, ArrivalBook.LINE, ArrivalBook.Line.class, ArrivalBook.Line.EMPTY))
                .as("that a medic was called; for what is kept apart")
                .isEqualTo(new ArrivalBook.Line("F", "about 25", "am", "!", "", "fled", "R-0001-C"));
    }

    @Test
    void onlyWordsOfClosedListsStayReadable() {
        UUID group = open("The bus of Somebody");
        UUID person = enter(group, new ArrivalBook.Line("?", "17", "am", "! has a broken arm", "yes", "ran away at night", "?"), "ብርቱካን");
        List<Recorded> all = house.wing().foundation().journal().read(0, 100);
        assertThat(all).allSatisfy(each -> assertThat(each.envelope().clear().toString()).doesNotContain("arm").doesNotContain("night").doesNotContain("Somebody").doesNotContain("ብርቱካን"));
        Entry entry = house.wing().roster().find(desk, person).orElseThrow();
        assertThat(List.of(entry.sex(), entry.ageBand(), entry.urgent(), entry.howOut(), entry.language())).containsExactly("?", "0-17", "child-alone", "", "am");
    }

    @Test
    void aClosedGroupTakesNoMoreLines() {
        UUID group = open("Bus 4");
        house.wing().people().keep(book().close(house.hand(desk), group));
        assertThat(book().find(desk, group).orElseThrow().closed()).isTrue();
        assertThatThrownBy(() -> enter(group, ArrivalBook.Line.EMPTY, ""))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.DENIED));
    }

    @Test
    void anotherAgencyOrPlaceSeesNoGroup() {
        UUID group = open("Bus 5");
        assertThat(book().find(house.viewer("other", Role.RECEPTION, "mae-sot"), group)).isEmpty();
        assertThat(book().list(house.viewer("immigration", Role.RECEPTION, "elsewhere"))).isEmpty();
    }
}
