package org.moei.protection.testimony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.moei.protection.testimony.TestTestimony.WEEKS;
import static org.moei.protection.testimony.TestTestimony.assertRefused;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.moei.foundation.journal.Action;
import org.moei.gate.answer.FixedAnswer;
import org.moei.gate.passage.Message;
import org.moei.gate.passage.MessageKind;
import org.moei.gate.statement.PassedAnswer;
import org.moei.gate.statement.Practice;
import org.moei.gate.statement.Question;
import org.moei.gate.statistics.WeeklyTable;
import org.moei.protection.people.Description;
import org.moei.protection.people.Entry;
import org.moei.protection.testimony.WitnessDesk.Wish;

/** Whoever asks, gets the same words in the same size at the same deadline, whether somebody is there or not. Run on a clock that the test moves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class B01_NobodyIsConfirmedTest {
    private final TestTestimony house = new TestTestimony();

    @AfterAll
    void close() {
        house.close();
    }

    private static Question question(String compound, String note) {
        return new Question(compound, WEEKS, new TreeSet<>(Set.of(Practice.BEATEN)), null, note);
    }

    private List<Message> answers(String... requests) {
        return house.sent(MessageKind.WITNESS_ANSWER).stream().filter(m -> List.of(requests).contains(m.read(PassedAnswer.class).request())).toList();
    }

    @Test
    void anInvestigatorGetsOneAnswerAtOneTimeWhetherAnybodyWasFoundOrNot() {
        String peopled = house.compound();
        UUID person = house.crowd(peopled, 3).getFirst();
        String found = house.ask(question(peopled, "who saw people beaten"));
        String nobody = house.ask(question(house.compound(), "who saw people sold at the border by guards and drivers"));
        String unknown = house.ask(question("no-such-compound", ""));
        assertThat(house.gate().witnesses().concerned(house.caseWorker, found)).hasSize(3);
        assertThat(house.gate().witnesses().concerned(house.caseWorker, nobody)).isEmpty();
        house.keep(house.gate().witnesses().told(house.hand(house.caseWorker), found, person, "counsel of the shelter", Wish.WANTS_TO_SPEAK, ""));
        Instant due = FixedAnswer.WITNESSES.due(house.clock.instant());
        house.passNow();
        house.pass(Duration.between(house.clock.instant(), due).minusSeconds(1));
        house.passNow();
        assertThat(answers(found, nobody, unknown)).as("nothing leaves before the deadline, found or not").isEmpty();
        house.pass(Duration.ofSeconds(1));
        house.passNow();
        List<Message> answers = answers(found, nobody, unknown);
        assertThat(answers).hasSize(3).extracting(Message::made).containsOnly(due);
        assertThat(answers).extracting(m -> m.read(PassedAnswer.class).text()).containsOnly(FixedAnswer.WITNESSES.text());
        assertThat(answers).extracting(m -> m.body().length).as("one size").hasSize(3).containsOnly(answers.getFirst().body().length);
        List<Integer> lines = house.file().lines().filter(l -> l.contains("witness-answer")).map(l -> l.getBytes(StandardCharsets.UTF_8).length).toList();
        assertThat(new TreeSet<>(lines)).as("one size in the file").hasSize(1);
        house.passNow();
        assertThat(answers(found, nobody, unknown)).as("once").hasSize(3);
    }

    @Test
    void aQuestionThatNamesSomebodyIsWorkedOnByNobodyAndAnsweredAllTheSame() {
        String compound = house.compound();
        house.crowd(compound, 2);
        house.keep(house.house.wing().people().describe(house.hand(house.desk), house.person("25-34"), Action.ANY, new Description.Names(List.of(new Description.Name("Silk Winter Weapon", "", "full", "person")))));
        String request = house.ask(question(compound, "who saw the weapon"));
        assertThat(house.gate().witnesses().concerned(house.caseWorker, request)).isEmpty();
        assertThat(house.gate().witnesses().list(house.caseWorker)).filteredOn(a -> a.id().equals(request)).extracting(WitnessDesk.Asked::workable).containsExactly(false);
        house.pass(Duration.ofDays(23));
        house.passNow();
        assertThat(answers(request)).hasSize(1).allMatch(m -> m.read(PassedAnswer.class).text().equals(FixedAnswer.WITNESSES.text()));
    }

    @Test
    void witnessesAreFoundByTheirOwnCaseWorkersAndToldWithCounsel() {
        String compound = house.compound();
        UUID person = house.held(compound, WEEKS);
        String request = house.ask(question(compound, ""));
        assertThat(house.gate().witnesses().concerned(house.caseWorker, request)).extracting(Entry::id).containsExactly(person);
        assertThat(house.gate().witnesses().concerned(house.elsewhere, request)).as("not of their scope").isEmpty();
        assertRefused("not-shown", () -> house.gate().witnesses().concerned(house.keeper(1), request));
        assertRefused("counsel-missing", () -> house.gate().witnesses().told(house.hand(house.caseWorker), request, person, " ", Wish.NOT_DECIDED, ""));
        assertRefused("not-shown", () -> house.gate().witnesses().told(house.hand(house.elsewhere), request, person, "counsel", Wish.NOT_DECIDED, ""));
    }

    @Test
    void contactIsMadeOnlyWithConsentAndThroughCounsel() {
        String compound = house.compound();
        UUID person = house.held(compound, WEEKS);
        String request = house.ask(question(compound, ""));
        house.consent(person, "gate", "testimony", "given");
        assertRefused("no-consent", () -> house.gate().witnesses().arrange(house.hand(house.caseWorker), request, person, "counsel"));
        house.consent(person, "gate", "contact", "given");
        assertRefused("counsel-missing", () -> house.gate().witnesses().arrange(house.hand(house.caseWorker), request, person, ""));
        long messages = house.gate().outbox().size();
        house.keep(house.gate().witnesses().arrange(house.hand(house.caseWorker), request, person, "counsel"));
        assertThat(house.gate().outbox().size()).as("nothing passes the gate").isEqualTo(messages);
    }

    @Test
    void theJournalDoesNotTellWhoWasAskedForWhoWasToldAndWhoSpeaks() {
        String compound = house.compound();
        UUID person = house.held(compound, WEEKS);
        String request = house.ask(question(compound, ""));
        house.consent(person, "gate", "contact", "given");
        UUID enquiry = house.house.id();
        house.keep(house.gate().presence().ask(house.hand(house.caseWorker), enquiry, new PresenceDesk.Enquiry(PresenceDesk.Asker.FAMILY, "who asks", "somebody", "")));
        List<Action> three = List.of(
                house.gate().witnesses().told(house.hand(house.caseWorker), request, person, "counsel", Wish.DOES_NOT, "as she said"),
                house.gate().witnesses().arrange(house.hand(house.caseWorker), request, person, "counsel"),
                house.gate().presence().tellPerson(house.hand(house.caseWorker), enquiry, person, "wants no contact"));
        assertThat(three).extracting(a -> a.type() + a.clear() + a.touches()).as("all look alike").containsOnly(three.getFirst().type() + "{}" + three.getFirst().touches());
        assertThat(three).allSatisfy(a -> assertThat(a.parts().getFirst().group()).startsWith("note:").doesNotContain(request).doesNotContain(enquiry.toString()));
    }

    @Test
    void aFamilyAnEmbassyAnOfficerAndAnAgencyGetOneLetterWhetherThePersonIsHereOrNot() {
        UUID here = house.person("18-24");
        house.keep(house.house.wing().people().describe(house.hand(house.desk), here, Action.ANY, new Description.Names(List.of(new Description.Name("Abebe Kebede", "", "full", "person")))));
        List<UUID> enquiries = new ArrayList<>();
        for (PresenceDesk.Asker asker : PresenceDesk.Asker.values()) {
            for (String about : List.of("Abebe Kebede", "somebody who never came")) {
                UUID enquiry = house.house.id();
                house.keep(house.gate().presence().ask(house.hand(house.caseWorker), enquiry, new PresenceDesk.Enquiry(asker, "who asks", about, "an address")));
                enquiries.add(enquiry);
            }
        }
        house.keep(house.gate().presence().tellPerson(house.hand(house.caseWorker), enquiries.getFirst(), here, "wants no contact"));
        Instant due = FixedAnswer.PRESENCE.due(house.clock.instant());
        house.pass(Duration.between(house.clock.instant(), due).minusSeconds(1));
        for (UUID enquiry : enquiries) {
            assertRefused("not-due", () -> house.gate().presence().letter(house.caseWorker, enquiry));
        }
        assertThat(house.gate().presence().due(house.caseWorker)).isEmpty();
        house.pass(Duration.ofSeconds(1));
        List<PresenceDesk.Letter> letters = house.gate().presence().due(house.caseWorker);
        assertThat(letters).extracting(PresenceDesk.Letter::enquiry).containsExactlyElementsOf(enquiries);
        assertThat(letters).extracting(PresenceDesk.Letter::due).containsOnly(due);
        assertThat(letters).extracting(PresenceDesk.Letter::text).containsOnly(FixedAnswer.PRESENCE.text());
        assertThat(FixedAnswer.PRESENCE.text().getBytes(StandardCharsets.UTF_8)).hasSize(FixedAnswer.SIZE);
        house.keep(house.gate().presence().answered(house.hand(house.caseWorker), enquiries.getFirst()));
        assertThat(house.gate().presence().due(house.caseWorker)).hasSize(enquiries.size() - 1);
        assertRefused("not-shown", () -> house.gate().presence().letter(house.elsewhere, enquiries.getFirst()));
    }

    @Test
    void aWeekLeavesOnceWhenItIsOverAndHidesItsSmallCells() {
        try (TestTestimony other = new TestTestimony()) {
            for (int i = 0; i < 11; i++) {
                other.person("18-24");
            }
            other.passNow();
            assertThat(other.sent(MessageKind.STATISTICS)).as("the week is not over").isEmpty();
            other.pass(Duration.ofDays(7));
            other.person("18-24");
            other.passNow();
            other.pass(Duration.ofDays(7));
            other.passNow();
            other.passNow();
            List<WeeklyTable> tables = other.gate().tables(other.keeper(1));
            assertThat(tables).extracting(t -> t.week().toString()).containsExactly("2025-W07", "2025-W08");
            assertThat(tables.getFirst().cells()).containsExactly(java.util.Map.entry("ETH", 11L));
            assertThat(tables.getLast().cells()).as("one person of a week").isEmpty();
        }
    }
}
