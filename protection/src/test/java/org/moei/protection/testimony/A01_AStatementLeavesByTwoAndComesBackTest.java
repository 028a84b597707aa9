package org.moei.protection.testimony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moei.protection.testimony.TestTestimony.WEEKS;
import static org.moei.protection.testimony.TestTestimony.assertRefused;
import static org.moei.protection.testimony.TestTestimony.statement;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Recorded;
import org.moei.foundation.journal.Verifier;
import org.moei.gate.passage.MessageKind;
import org.moei.gate.statement.PassedStatement;
import org.moei.gate.statement.Period;
import org.moei.gate.statement.RecallList;
import org.moei.protection.people.Description;

/** The way of a statement: proposed with consent, released by two others, passed under an id that leads to nobody, recalled. One wing, a compound for each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class A01_AStatementLeavesByTwoAndComesBackTest {
    private final TestTestimony house = new TestTestimony();

    @AfterAll
    void close() {
        house.close();
    }

    private Testimony testimony() {
        return house.testimony();
    }

    private Action propose(UUID person, String compound, String note) {
        return testimony().propose(house.hand(house.caseWorker), person, statement(compound, note), house.inDays(90));
    }

    private List<PassedStatement> passed(String compound) {
        return house.sent(MessageKind.STATEMENT).stream().map(m -> m.read(PassedStatement.class)).filter(p -> p.statement().compound().equals(compound)).toList();
    }

    private List<String> recalled() {
        return house.sent(MessageKind.RECALL_LIST).getLast().read(RecallList.class).recalled();
    }

    @Test
    void withoutConsentToTestimonyNothingIsProposed() {
        String compound = house.compound();
        UUID person = house.crowd(compound, 10).getFirst();
        house.interview(person);
        assertRefused("no-consent", () -> propose(person, compound, ""));
        house.consent(person, "own-embassy", "packet", "given");
        house.consent(person, "gate", "contact", "given");
        assertRefused("no-consent", () -> propose(person, compound, ""));
        house.consent(person, "gate", "testimony", "given");
        propose(person, compound, "");
        house.consent(person, "gate", "testimony", "revoked");
        assertRefused("no-consent", () -> propose(person, compound, ""));
    }

    @Test
    void aStatementComesFromAnInterviewOfAGrownUpWhoWasThere() {
        String compound = house.compound();
        house.crowd(compound, 12);
        UUID unheard = house.held(compound, WEEKS);
        house.consent(unheard, "gate", "testimony", "given");
        assertRefused("not-interviewed", () -> propose(unheard, compound, ""));
        UUID child = house.person("0-17");
        house.interview(child);
        house.consent(child, "gate", "testimony", "given");
        assertRefused("child", () -> propose(child, compound, ""));
        UUID absent = house.held(compound, Period.of("2025-W03", "2025-W04"));
        house.interview(absent);
        house.consent(absent, "gate", "testimony", "given");
        assertRefused("not-there", () -> propose(absent, compound, ""));
    }

    @Test
    void fewerThanTenWhoWereThereThroughAllTheWeeksAreTooFew() {
        String compound = house.compound();
        UUID witness = house.witness(compound, 9);
        house.held(compound, Period.of("2025-W03", "2025-W04"));
        house.held("compound-1", WEEKS);
        assertRefused("crowd-too-small", () -> propose(witness, compound, ""));
        UUID tenth = house.held(compound, Period.of("2024-W40", "2025-W10"));
        propose(witness, compound, "");
        house.keep(house.house.wing().people().link(house.hand(house.caseWorker), tenth, witness, "human", Double.NaN));
        assertRefused("crowd-too-small", () -> propose(witness, compound, ""));
    }

    @Test
    void aWordThatIsSomebodysNameIsRefusedAlsoWhereTheNameCameAfterTheFirstRelease() {
        String compound = house.compound();
        UUID witness = house.witness(compound, 10);
        Action action = propose(witness, compound, "people were sold for gold like meat");
        house.keep(action);
        UUID statement = action.touches().getFirst().record();
        house.release(1, statement);
        house.keep(house.house.wing().people().describe(house.hand(house.desk), house.person("25-34"), Action.ANY, new Description.Names(List.of(new Description.Name("Abebe Gold", "am", "full", "person")))));
        assertRefused("name-in-text", () -> house.release(2, statement));
        assertThat(house.view(statement).hindrance()).hasValueSatisfying(p -> assertThat(p.code()).isEqualTo("name-in-text"));
        assertRefused("name-in-text", () -> propose(witness, compound, "gold was taken"));
        assertThat(house.house.wing().foundation().accessLog().list(Long.MAX_VALUE, 200)).as("trying names is logged")
                .anyMatch(e -> e.what().equals("testimony-name-in-text") && e.outcome().equals("denied"));
    }

    @Test
    void shortWordsPassAloneAndNotSideBySideAsSomebodysWholeName() {
        String compound = house.compound();
        UUID witness = house.witness(compound, 10);
        house.keep(house.house.wing().people().describe(house.hand(house.desk), house.person("25-34"), Action.ANY, new Description.Names(List.of(new Description.Name("LONG An", "vi", "full", "person")))));
        propose(witness, compound, "long hours without an end");
        assertRefused("name-in-text", () -> propose(witness, compound, "an long had the keys"));
    }

    @Test
    void twoOthersReleaseItAndNeverTheProposerOrOneTwice() {
        String compound = house.compound();
        UUID statement = house.propose(house.witness(compound, 10), compound);
        Viewer proposerAsKeeper = new Viewer(house.caseWorker.account(), "same", Role.GATE_KEEPER, "gate-office", Set.of("*"));
        assertRefused("own-proposal", () -> testimony().release(house.hand(proposerAsKeeper), statement, Action.ANY, ""));
        assertRefused("not-shown", () -> testimony().release(house.hand(house.elsewhere), statement, Action.ANY, ""));
        house.release(1, statement);
        assertThat(house.view(statement).state()).isEqualTo(StatementView.State.RELEASED_ONCE);
        assertRefused("released-before", () -> house.release(1, statement));
        house.passNow();
        assertThat(passed(compound)).as("one release is not enough").isEmpty();
        house.release(2, statement);
        assertRefused("released", () -> house.release(3, statement));
        house.passNow();
        assertThat(passed(compound)).hasSize(1);
        assertThat(house.view(statement).state()).isEqualTo(StatementView.State.PASSED);
        house.passNow();
        assertThat(passed(compound)).as("once").hasSize(1);
    }

    @Test
    void twoKeepersWhoReadTheSameVersionDoNotReleaseUnseen() {
        String compound = house.compound();
        UUID statement = house.propose(house.witness(compound, 10), compound);
        long seen = house.view(statement).version();
        house.keep(testimony().release(house.hand(house.keeper(1)), statement, seen, ""));
        assertRefused("changed-meanwhile", () -> house.keep(testimony().release(house.hand(house.keeper(2)), statement, seen, "")));
    }

    @Test
    void nothingThatLeavesLeadsBackToAnybody() {
        String compound = house.compound();
        UUID witness = house.witness(compound, 10);
        UUID statement = house.released(witness, compound);
        house.passNow();
        String id = passed(compound).getFirst().id();
        assertThat(id).isNotEqualTo(statement.toString()).isEqualTo(house.view(statement).passedAs());
        assertThat(house.file()).doesNotContain(witness.toString()).doesNotContain(statement.toString()).doesNotContain(house.caseWorker.account().toString()).doesNotContain("welfare");
        for (Recorded each : house.house.wing().foundation().journal().read(0, 10_000)) {
            if (each.envelope().type().startsWith("testimony.statement-")) {
                assertThat(new String(each.envelope().encode(), StandardCharsets.UTF_8)).as("the mapping is sealed").doesNotContain(witness.toString()).doesNotContain(id);
            }
        }
        assertThat(testimony().of(house.caseWorker, witness)).extracting(StatementView::record).containsExactly(statement);
        assertRefused("not-shown", () -> testimony().of(house.elsewhere, witness));
        assertRefused("not-shown", () -> testimony().of(house.keeper(1), witness));
    }

    @Test
    void consentTakenBackRecallsWhatPassedAndStopsWhatHasNot() {
        String compound = house.compound();
        UUID witness = house.witness(compound, 10);
        UUID first = house.released(witness, compound);
        house.passNow();
        String id = house.view(first).passedAs();
        assertThat(recalled()).doesNotContain(id);
        UUID second = house.released(witness, compound);
        house.consent(witness, "gate", "testimony", "revoked");
        assertThat(house.view(second).hindrance()).as("with effect at once").hasValueSatisfying(p -> assertThat(p.code()).isEqualTo("no-consent"));
        assertThat(house.passNow().withdrawn()).isEqualTo(2);
        assertThat(recalled()).contains(id);
        assertThat(passed(compound)).as("the second never left").hasSize(1);
        assertThat(house.view(first).reason()).contains(StatementView.Reason.CONSENT_REVOKED);
        house.consent(witness, "gate", "testimony", "given");
        house.passNow();
        assertThat(recalled()).as("what was recalled stays recalled").contains(id);
    }

    @Test
    void whoWasErasedIsNoWitnessAnyMoreAndNoPartOfTheCrowd() {
        String compound = house.compound();
        UUID witness = house.witness(compound, 10);
        UUID statement = house.released(witness, compound);
        house.passNow();
        Hand officer = house.hand(house.house.viewer("immigration", Role.DATA_PROTECTION_OFFICER, "*"));
        String token = house.house.wing().roster().system().find(witness).orElseThrow().token();
        house.house.wing().erasure().erase(officer, house.house.wing().erasure().plan(officer, token), "asked for").forEach(house::keep);
        assertThat(house.gate().stays().through(compound, WEEKS)).isEqualTo(9);
        assertThat(house.passNow().withdrawn()).isEqualTo(1);
        assertThat(house.view(statement).reason()).contains(StatementView.Reason.ERASED);
        assertThat(recalled()).contains(house.view(statement).passedAs());
    }

    @Test
    void aCaseWorkerOfTheAgencyOrAKeeperWithdrawsWithAReason() {
        String compound = house.compound();
        UUID statement = house.released(house.witness(compound, 10), compound);
        house.passNow();
        assertRefused("not-shown", () -> testimony().withdraw(house.hand(house.elsewhere), statement, "she is afraid"));
        assertRefused("reason-missing", () -> testimony().withdraw(house.hand(house.caseWorker), statement, " "));
        house.keep(testimony().withdraw(house.hand(house.caseWorker), statement, "she is afraid"));
        house.passNow();
        assertThat(recalled()).contains(house.view(statement).passedAs());
        assertRefused("withdrawn", () -> testimony().withdraw(house.hand(house.keeper(1)), statement, "again"));
    }

    @Test
    void aStatementExpires() {
        String compound = house.compound();
        UUID witness = house.witness(compound, 10);
        assertRefused("expiry", () -> testimony().propose(house.hand(house.caseWorker), witness, statement(compound, ""), house.inDays(0)));
        assertRefused("expiry", () -> testimony().propose(house.hand(house.caseWorker), witness, statement(compound, ""), house.inDays(366)));
        UUID statement = house.released(witness, compound);
        house.pass(Duration.ofDays(91));
        house.passNow();
        assertThat(passed(compound)).isEmpty();
        assertThat(house.view(statement).state()).isEqualTo(StatementView.State.EXPIRED);
    }

    @Test
    void everyPassageCarriesTheRecallListAsOfNow() {
        int before = house.sent(MessageKind.RECALL_LIST).size();
        house.passNow();
        house.pass(Duration.ofHours(5));
        house.passNow();
        assertThat(house.sent(MessageKind.RECALL_LIST)).hasSize(before + 2);
        assertThat(house.sent(MessageKind.RECALL_LIST).getLast().made()).isAfter(house.clock.instant().minus(Duration.ofHours(1)));
    }

    @Test
    void allOfItStandsAfterARestartAndVerifies() {
        String compound = house.compound();
        UUID statement = house.released(house.witness(compound, 10), compound);
        house.passNow();
        StatementView before = house.view(statement);
        house.house.reopen();
        assertThat(house.view(statement)).isEqualTo(before);
        house.passNow();
        assertThat(passed(compound)).hasSize(1);
        assertThat(Verifier.verify("protection", house.house.wing().foundation().database().pool(Wing.Role.WRITER), Optional.empty(), house.house.vault().publicKey()).findings()).isEmpty();
    }

    @Test
    void aLockedVaultProposesReleasesAndPassesNothing() {
        try (TestTestimony locked = new TestTestimony()) {
            String compound = locked.compound();
            UUID witness = locked.witness(compound, 10);
            UUID statement = locked.propose(witness, compound);
            locked.house.vault().lock();
            assertRefused("testimony-sealed", () -> locked.testimony().list(locked.keeper(1)));
            assertRefused("testimony-sealed", () -> locked.testimony().release(locked.hand(locked.keeper(1)), statement, Action.ANY, ""));
            assertRefused("testimony-sealed", locked::passNow);
        }
    }
}
