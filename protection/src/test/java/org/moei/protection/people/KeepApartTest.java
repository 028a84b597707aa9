package org.moei.protection.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.protection.TestProtection;

class KeepApartTest {
    private final TestProtection house = new TestProtection(5);
    private final Viewer desk = house.viewer("immigration", Role.RECEPTION, "mae-sot");
    private final Viewer team = house.viewer("ministry", Role.SCREENER, "mae-sot");
    private final Viewer otherTeam = house.viewer("elsewhere", Role.SCREENER, "mae-sot");
    private UUID one = house.id();
    private UUID other = house.id();

    @BeforeEach
    void setUp() {
        People people = house.wing().people();
        people.keep(people.rule(house.hand(desk), RecordKind.PERSON, "*", "ministry", "screening"));
        one = register(1);
        other = register(2);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private UUID register(long number) {
        UUID record = house.id();
        house.wing().people().keep(house.wing().people().register(house.hand(desk), record, new People.Arrival(number, "ETH", "f", "18-24", "am", "", "released", "mae-sot", "")));
        return record;
    }

    private KeepApart apart() {
        return house.wing().keepApart();
    }

    @Test
    void oneOfTheTwoSaysSoAndBothAreApartAlsoAfterARestart() {
        house.wing().people().keep(apart().ask(house.hand(team), one, other, "she sold me"));
        house.reopen();
        assertThat(apart().of(one)).containsExactly(other);
        assertThat(apart().of(other)).containsExactly(one);
        assertThat(apart().isSaidBy(one, other)).isTrue();
        assertThat(apart().isSaidBy(other, one)).isFalse();
    }

    @Test
    void theyStayApartAsLongAsOneOfThemWantsIt() {
        house.wing().people().keep(apart().ask(house.hand(team), one, other, ""));
        house.wing().people().keep(apart().ask(house.hand(team), other, one, ""));
        house.wing().people().keep(apart().lift(house.hand(team), one, other, "asked again"));
        assertThat(apart().of(one)).containsExactly(other);
        house.wing().people().keep(apart().lift(house.hand(team), other, one, "asked again"));
        assertThat(apart().of(one)).isEmpty();
        assertThat(apart().of(other)).isEmpty();
    }

    @Test
    void whoMayNotSeeBothIsDenied() {
        assertThatThrownBy(() -> apart().ask(house.hand(otherTeam), one, other, ""))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.DENIED));
    }

    @Test
    void theReasonIsSealedUnderTheOneWhoSaidIt() {
        house.wing().people().keep(apart().ask(house.hand(team), one, other, "she sold me"));
        house.wing().foundation().journal().read(0, 100).forEach(each -> {
            assertThat(each.envelope().clear().toString()).doesNotContain("sold");
            assertThat(each.envelope().parts()).allSatisfy(p -> assertThat(p.group().startsWith("apart:") && p.about().filter(other::equals).isPresent()).isFalse());
        });
    }
}
