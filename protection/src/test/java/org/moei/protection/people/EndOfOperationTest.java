package org.moei.protection.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moei.base.Progress;
import org.moei.base.ProblemException;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.protection.TestProtection;

/** What is kept how long, who takes a case over, and what was written on paper meanwhile. */
class EndOfOperationTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 2, 12);

    private final TestProtection house = new TestProtection(1);
    private final Viewer desk = house.viewer("immigration", Role.RECEPTION, "mae-sot");
    private final Viewer manager = house.viewer("immigration", Role.CASE_MANAGER, Viewer.EVERYWHERE);
    private final Viewer other = house.viewer("welfare", Role.CASE_MANAGER, Viewer.EVERYWHERE);
    private final Hand officer = house.hand(house.viewer("office", Role.DATA_PROTECTION_OFFICER, Viewer.EVERYWHERE));
    private UUID person;

    @BeforeEach
    void register() {
        for (String purpose : List.of("reception", "referral")) {
            keep(house.wing().people().rule(house.hand(desk), RecordKind.PERSON, "*", "immigration", purpose));
        }
        person = arrive(1);
        keep(house.wing().people().describe(house.hand(desk), person, Action.ANY, new Description.Names(List.of(new Description.Name("Made Up Name", "en", "full", "person")))));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void keep(Action action) {
        house.wing().people().keep(action);
    }

    private UUID arrive(long number) {
        UUID id = house.id();
        keep(house.wing().people().register(house.hand(desk), id, new People.Arrival(number, "ETH", "f", "18-24", "am", "", "released", "mae-sot", "")));
        return id;
    }

    private Entry entry() {
        return house.wing().roster().system().find(person).orElseThrow();
    }

    @Test
    void aRecordIsDueWhenItsLastHoldingIsOverAndNothingIsErasedByIt() {
        Retention retention = house.wing().retention();
        assertThat(retention.due(officer, TODAY.plusDays(364), 10)).isEmpty();
        assertThat(retention.due(officer, TODAY.plusDays(365), 10)).as("the clock runs also where nobody set a period").extracting(Retention.Due::record).containsExactly(person);
        keep(retention.rule(officer, "immigration", "reception", 30));
        assertThat(retention.due(officer, TODAY.plusDays(30), 10)).as("the longer purpose holds").isEmpty();
        keep(retention.rule(officer, "immigration", "referral", 90));
        assertThat(retention.due(officer, TODAY.plusDays(89), 10)).isEmpty();
        assertThat(retention.due(officer, TODAY.plusDays(90), 10)).extracting(Retention.Due::token).containsExactly(entry().token());
        assertThat(retention.periods(officer, TODAY.plusDays(90))).extracting(Retention.Period::days).containsExactly(30, 90);
        house.reopen();
        assertThat(house.wing().retention().due(officer, TODAY.plusDays(90), 10)).hasSize(1);
        assertThat(house.wing().people().open(manager, Permission.PERSON_SEE, person, "person")).as("proposed, not erased").containsKey("names");
        Erasure erasure = house.wing().erasure();
        erasure.erase(officer, erasure.plan(officer, entry().token()), "time is over").forEach(this::keep);
        assertThat(house.wing().retention().due(officer, TODAY.plusDays(9_000), 10)).isEmpty();
    }

    @Test
    void onlyADataProtectionOfficerSeesWhatIsDue() {
        Hand reception = house.hand(desk);
        assertThatThrownBy(() -> house.wing().retention().due(reception, TODAY, 10)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> house.wing().retention().rule(reception, "immigration", "reception", 30)).isInstanceOf(ProblemException.class);
    }

    @Test
    void aCaseMovesOnlyWithThePersonsConsentToThatAgencyAndItsKeyMovesToo() {
        Hand hand = house.hand(manager);
        assertThatThrownBy(() -> house.wing().custody().move(hand, person, "welfare")).hasMessageContaining("did not consent");
        keep(house.wing().people().consent(hand, person, Custody.recipient("police"), Custody.PURPOSE, Consents.Answer.of(Consents.State.GIVEN, "yes")));
        assertThatThrownBy(() -> house.wing().custody().move(hand, person, "welfare")).as("a consent to another agency").hasMessageContaining("did not consent");
        keep(house.wing().people().consent(hand, person, Custody.recipient("welfare"), Custody.PURPOSE, Consents.Answer.of(Consents.State.GIVEN, "they may have it")));
        house.wing().custody().move(hand, person, "welfare");

        assertThat(house.wing().people().open(other, Permission.PERSON_SEE, person, "person")).containsKey("names");
        assertThatThrownBy(() -> house.wing().people().open(manager, Permission.PERSON_SEE, person, "person")).isInstanceOf(ProblemException.class);
        String before = house.wing().foundation().sealedDigest();
        house.wing().foundation().rebuild(Progress.SILENT);
        assertThat(house.wing().foundation().sealedDigest()).isEqualTo(before);

        house.vault().destroyAgency("immigration");
        house.reopen();
        assertThat(house.wing().people().open(other, Permission.PERSON_SEE, person, "person")).as("the first agency's keys are gone, this record's is not").containsKey("names");
    }

    @Test
    void aRevokedConsentMovesNothing() {
        Hand hand = house.hand(manager);
        keep(house.wing().people().consent(hand, person, Custody.recipient("welfare"), Custody.PURPOSE, Consents.Answer.of(Consents.State.GIVEN, "yes")));
        keep(house.wing().people().consent(hand, person, Custody.recipient("welfare"), Custody.PURPOSE, Consents.Answer.of(Consents.State.REVOKED, "no")));
        assertThatThrownBy(() -> house.wing().custody().move(hand, person, "welfare")).hasMessageContaining("did not consent");
    }

    @Test
    void aPrintedTokenIsTakenOnceAndTheDesksCountingGoesOnBelow() {
        Hand hand = house.hand(desk);
        List<String> first = house.wing().paper().print(hand, 3);
        List<String> second = house.wing().paper().print(hand, 2);
        assertThat(first).doesNotContainAnyElementsOf(second);
        assertThat(house.wing().paper().take(hand, first.get(1))).isEqualTo(Tokens.PAPER + 1);
        keep(house.wing().people().register(hand, house.id(), new People.Arrival(Tokens.PAPER + 1, "KEN", "m", "", "", "", "", "mae-sot", "")));
        assertThatThrownBy(() -> house.wing().paper().take(hand, first.get(1))).hasMessageContaining("has this token already");
        String misread = first.get(2).substring(0, first.get(2).length() - 1) + (first.get(2).endsWith("A") ? "B" : "A");
        assertThatThrownBy(() -> house.wing().paper().take(hand, misread)).hasMessageContaining("no token of a printed sheet");
        assertThatThrownBy(() -> house.wing().paper().take(hand, Tokens.of(true, Tokens.PAPER + 5))).as("never printed").hasMessageContaining("no token of a printed sheet");
        assertThatThrownBy(() -> house.wing().paper().take(hand, Tokens.of(true, 2))).as("the desk's own").hasMessageContaining("no token of a printed sheet");
        assertThat(house.wing().reception().takeToken()).isEqualTo(2);
        house.reopen();
        assertThat(house.wing().paper().print(hand, 1)).doesNotContainAnyElementsOf(first).doesNotContainAnyElementsOf(second);
    }
}
