package org.moei.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Recorded;
import org.moei.protection.people.Consents;
import org.moei.protection.people.Entry;
import org.moei.protection.people.People;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Track;
import org.moei.protection.repatriation.Repatriation.Wish;
import org.moei.protection.screening.RuleSet;
import org.moei.protection.screening.Screening;

/** What nobody may do to a person, whoever asks for it: decide unheard, tell, send, move against their will. */
class DecisionsTest {
    private final TestProtection house = new TestProtection(1);
    private final Viewer desk = house.viewer("immigration", Role.RECEPTION, "mae-sot");
    private final Hand screener = house.hand(house.viewer("team", Role.SCREENER, "mae-sot"));
    private final Hand planner = house.hand(house.viewer("travel", Role.REPATRIATION, "mae-sot"));
    private final Hand tracer = house.hand(house.viewer("tracing", Role.TRACING, "mae-sot"));
    private UUID person;

    @BeforeEach
    void register() {
        keep(house.wing().people().rule(house.hand(desk), RecordKind.PERSON, "*", "immigration", "reception"));
        for (Hand hand : List.of(screener, planner, tracer)) {
            keep(house.wing().people().rule(house.hand(desk), RecordKind.PERSON, "*", hand.viewer().agency(), hand.viewer().purpose().id()));
        }
        person = house.id();
        keep(house.wing().people().register(house.hand(desk), person, new People.Arrival(1, "ETH", "f", "18-24", "am", "", "released", "mae-sot", "")));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void keep(Action action) {
        house.wing().people().keep(action);
    }

    private Entry entry() {
        return house.wing().roster().system().find(person).orElseThrow();
    }

    private static void assertRefused(String code, ThrowingCallable doing) {
        assertThatThrownBy(doing).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().code()).isEqualTo(code);
            assertThat(e.problem().kind()).isEqualTo(Problem.Kind.REFUSED);
        });
    }

    private static Screening.Decision decision(String team, String reasons) {
        return new Screening.Decision(team, RuleSet.VERSION, "referred", reasons);
    }

    private void interview() {
        keep(house.wing().screening().interview(screener, person, Action.ANY, new Screening.Interview(RuleSet.VERSION, "team 2", "am", "", "", Map.of("CD1", "yes"), "")));
    }

    private void decide() {
        keep(house.wing().screening().decide(screener, person, Action.ANY, decision("team 2", "held behind a locked gate")));
    }

    private void wish(Wish wish) {
        keep(house.wing().repatriation().declare(planner, person, wish, "as she said"));
    }

    private void consent(String recipient, String purpose, String state) {
        keep(house.wing().people().consent(planner, person, recipient, purpose, Consents.Answer.of(Consents.State.valueOf(state.toUpperCase(java.util.Locale.ROOT)), "as she said")));
    }

    @Test
    void nobodyIsDecidedUponWithoutAnInterview() {
        assertRefused("not-interviewed", () -> house.wing().screening().decide(screener, person, Action.ANY, decision("team 2", "x")));
        keep(house.wing().screening().call(screener, person));
        assertRefused("not-interviewed", () -> house.wing().screening().decide(screener, person, Action.ANY, decision("team 2", "x")));
        assertRefused("not-decided", () -> house.wing().screening().reopen(screener, person, "to get around the interview"));
        interview();
        decide();
        assertThat(entry().track(Track.SCREENING)).isEqualTo(Track.State.DONE);
    }

    @Test
    void anAgencyThatDoesNotHoldThePersonMayDoNothingWhateverItsRole() {
        Hand stranger = house.hand(house.viewer("another", Role.SCREENER, "mae-sot"));
        Hand elsewhere = house.hand(house.viewer("team", Role.SCREENER, "chiang-mai"));
        Hand agent = house.hand(house.viewer("another", Role.REPATRIATION, "mae-sot"));
        for (ThrowingCallable doing : List.<ThrowingCallable>of(
                () -> house.wing().screening().call(stranger, person),
                () -> house.wing().screening().call(elsewhere, person),
                () -> house.wing().screening().decide(stranger, person, Action.ANY, decision("team 2", "x")),
                () -> house.wing().repatriation().declare(agent, person, Wish.TRAVEL, ""),
                () -> house.wing().people().consent(agent, person, Consents.OWN_EMBASSY, "packet", Consents.Answer.of(Consents.State.GIVEN, "")),
                () -> house.wing().screening().call(screener, house.id()))) {
            assertThatThrownBy(doing).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.DENIED));
        }
        assertThat(entry().hasConsent(Consents.OWN_EMBASSY, "packet")).isFalse();
    }

    @Test
    void aDecisionNamesItsTeamAndItsReasons() {
        interview();
        assertRefused("decision-incomplete", () -> house.wing().screening().decide(screener, person, Action.ANY, decision(" ", "x")));
        assertRefused("decision-incomplete", () -> house.wing().screening().decide(screener, person, Action.ANY, decision("team 2", " ")));
    }

    @Test
    void anotherTeamCanOpenACaseAgainWithAReason() {
        interview();
        decide();
        assertRefused("reason-missing", () -> house.wing().screening().reopen(screener, person, " "));
        keep(house.wing().screening().reopen(screener, person, "a new witness"));
        assertThat(house.wing().screening().queue(house.viewer("team", Role.SCREENER, "mae-sot"), 10)).hasSize(1);
        assertThat(house.wing().screening().queue(house.viewer("another", Role.SCREENER, "mae-sot"), 10)).isEmpty();
        assertThat(house.wing().screening().counts().waiting()).isEqualTo(1);
        decide();
    }

    @Test
    void nothingGoesToAnEmbassyWithoutThePersonsConsentToIt() {
        assertRefused("no-consent", () -> house.wing().repatriation().sendPacket(planner, person, "embassy"));
        consent(Consents.OWN_EMBASSY, "tracing", "given");
        consent(Consents.FAMILY, "told", "given");
        assertRefused("no-consent", () -> house.wing().repatriation().sendPacket(planner, person, "embassy"));
        consent(Consents.OWN_EMBASSY, "packet", "given");
        keep(house.wing().repatriation().sendPacket(planner, person, "embassy"));
        consent(Consents.OWN_EMBASSY, "packet", "revoked");
        assertRefused("no-consent", () -> house.wing().repatriation().sendPacket(planner, person, "embassy"));
    }

    @Test
    void aSeatNeedsThePersonsOwnDeclaration() {
        assertRefused("no-declaration", () -> house.wing().repatriation().giveSeat(planner, person, "J1"));
        wish(Wish.NOT_YET);
        assertRefused("no-declaration", () -> house.wing().repatriation().giveSeat(planner, person, "J1"));
        wish(Wish.TRAVEL);
        keep(house.wing().repatriation().giveSeat(planner, person, "J1"));
    }

    @Test
    void aClaimOfFearStopsEmbassyContactSeatsAndDepartureAlsoWhereTheSeatWasGivenBefore() {
        consent(Consents.OWN_EMBASSY, "packet", "given");
        wish(Wish.TRAVEL);
        keep(house.wing().repatriation().giveSeat(planner, person, "J1"));
        interview();
        decide();
        wish(Wish.FEAR);
        assertRefused("no-consent", () -> house.wing().repatriation().sendPacket(planner, person, "embassy"));
        assertRefused("no-declaration", () -> house.wing().repatriation().giveSeat(planner, person, "J2"));
        assertRefused("no-declaration", () -> house.wing().repatriation().depart(planner, person, ""));
        assertRefused("no-declaration", () -> house.wing().repatriation().depart(planner, person, "the governor"));
    }

    @Test
    void whoTookTheDeclarationBackIsNotSentHome() {
        wish(Wish.TRAVEL);
        keep(house.wing().repatriation().giveSeat(planner, person, "J1"));
        wish(Wish.NOT_YET);
        assertRefused("no-declaration", () -> house.wing().repatriation().depart(planner, person, "the governor"));
    }

    @Test
    void noClearColumnTellsWhoFearsToReturnOrWhoRefused() {
        UUID other = house.id();
        keep(house.wing().people().register(house.hand(desk), other, new People.Arrival(2, "ETH", "f", "18-24", "am", "", "released", "mae-sot", "")));
        wish(Wish.FEAR);
        keep(house.wing().repatriation().declare(planner, other, Wish.TRAVEL, "as she said"));
        List<Recorded> two = Stream.of(person, other).map(p -> house.wing().foundation().journal().history(p, Long.MAX_VALUE, 1).getFirst()).toList();
        assertThat(two.get(0).envelope().clear()).isEqualTo(two.get(1).envelope().clear());
        assertThat(two.get(0).envelope().type()).isEqualTo(two.get(1).envelope().type());
        String line = new String(two.get(0).envelope().encode(), StandardCharsets.UTF_8);
        assertThat(line).doesNotContain("fear").doesNotContain("as she said");
        Set<String> rows = house.wing().foundation().database().writing(c -> Set.copyOf(
                c.sql("select replace(replace(r::text, r.record_id::text, ''), r.token, '') from (select record_id, token, nationality, state, registration, screening, custody, health, identity, document, money, seat, exit, unscreened, journey from record) r").query(String.class).list()));
        assertThat(rows).as("both rows look the same").hasSize(1);
    }

    @Test
    void leavingUnscreenedNeedsSomebodyWhoAnswersForItByNameAndIsCounted() {
        wish(Wish.TRAVEL);
        keep(house.wing().repatriation().giveSeat(planner, person, "J1"));
        assertRefused("unscreened", () -> house.wing().repatriation().depart(planner, person, " "));
        keep(house.wing().repatriation().depart(planner, person, "charter policy · provincial office"));
        assertThat(entry().unscreened()).isEqualTo("charter policy · provincial office");
        assertThat(house.wing().screening().counts().leftUnscreened()).isEqualTo(1);
    }

    @Test
    void whomATeamDecidedOnLeavesWithoutAnOverrideOnTheRecord() {
        wish(Wish.TRAVEL);
        interview();
        decide();
        keep(house.wing().repatriation().depart(planner, person, "an override that nobody needs"));
        assertThat(entry().unscreened()).isEmpty();
        assertThat(entry().state()).isEqualTo("departed");
    }

    @Test
    void aFamilyIsToldNothingWithoutThePersonsConsent() {
        UUID request = house.id();
        assertRefused("no-consent", () -> house.wing().tracing().tell(tracer, request, person));
        consent(Consents.FAMILY, "told", "refused");
        assertRefused("no-consent", () -> house.wing().tracing().tell(tracer, request, person));
        consent(Consents.FAMILY, "told", "given");
        keep(house.wing().tracing().tell(tracer, request, person));
        assertThat(house.wing().tracing().counts().told()).isEqualTo(1);
    }

    @Test
    void whatWasSaidInPrivateCountsAfterARestartToo() {
        consent(Consents.OWN_EMBASSY, "packet", "given");
        wish(Wish.FEAR);
        house.reopen();
        assertThat(entry().fearsReturn()).isTrue();
        assertThat(entry().hasConsent(Consents.OWN_EMBASSY, "packet")).isTrue();
        assertRefused("no-consent", () -> house.wing().repatriation().sendPacket(planner, person, "embassy"));
    }

    @Test
    void whatWasSaidInPrivateIsReadOnceTheVaultIsUnlocked() {
        consent(Consents.OWN_EMBASSY, "packet", "given");
        wish(Wish.FEAR);
        house.vault().lock();
        house.reopen();
        assertThat(entry().fearsReturn()).as("nothing can be known while it is locked").isFalse();
        assertRefused("no-consent", () -> house.wing().repatriation().sendPacket(planner, person, "embassy"));
        house.vault().unlock(new char[0]);
        consent(Consents.OWN_EMBASSY, "packet", "given");
        assertThat(entry().fearsReturn()).as("a later action does not hide the fear").isTrue();
        assertRefused("no-consent", () -> house.wing().repatriation().sendPacket(planner, person, "embassy"));
    }

    @Test
    void whoMayNotMayNot() {
        Hand interpreter = house.hand(house.viewer("team", Role.INTERPRETER, "mae-sot"));
        Hand administrator = house.hand(house.viewer("team", Role.ADMINISTRATOR, "*"));
        for (Hand hand : List.of(interpreter, administrator)) {
            for (ThrowingCallable doing : List.<ThrowingCallable>of(
                    () -> house.wing().people().register(hand, house.id(), new People.Arrival(3, "", "", "", "", "", "", "mae-sot", "")),
                    () -> house.wing().people().describe(hand, person, Action.ANY),
                    () -> house.wing().people().link(hand, person, house.id(), "human", 1),
                    () -> house.wing().people().unlink(hand, person, house.id()),
                    () -> house.wing().screening().decide(hand, person, Action.ANY, decision("team 2", "x")),
                    () -> house.wing().screening().interview(hand, person, Action.ANY, new Screening.Interview("", "", "", "", "", Map.of(), "")),
                    () -> house.wing().repatriation().declare(hand, person, Wish.TRAVEL, ""),
                    () -> house.wing().repatriation().sendPacket(hand, person, "embassy"),
                    () -> house.wing().repatriation().depart(hand, person, "x"),
                    () -> house.wing().repatriation().land(hand, person),
                    () -> house.wing().tracing().tell(hand, person, person))) {
                assertThatThrownBy(doing).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.DENIED));
            }
        }
    }
}
