package org.moei.protection.testimony;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.moei.base.ProblemException;
import org.moei.base.Uuid7;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Migrations;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Action;
import org.moei.gate.passage.Direction;
import org.moei.gate.passage.Message;
import org.moei.gate.passage.MessageKind;
import org.moei.gate.passage.Outbox;
import org.moei.gate.statement.PassedQuestion;
import org.moei.gate.statement.Period;
import org.moei.gate.statement.Practice;
import org.moei.gate.statement.Question;
import org.moei.gate.statement.Statement;
import org.moei.protection.TestProtection;
import org.moei.protection.people.Consents;
import org.moei.protection.people.People;
import org.moei.protection.people.RecordKind;
import org.moei.protection.screening.RuleSet;
import org.moei.protection.screening.Screening;

/** A protection wing with people who were held at compounds, case workers and keepers, a clock that moves, and the other wing's outbox. */
final class TestTestimony implements AutoCloseable {
    static final Period WEEKS = Period.of("2025-W03", "2025-W05");

    private Instant now = TestProtection.NOW;
    final InstantSource clock = () -> now;
    final TestProtection house = new TestProtection(11, clock, WingFoundation.migrations(Wing.DISRUPTION).toArray(Migrations[]::new));
    final Viewer desk = house.viewer("immigration", Role.RECEPTION, "mae-sot");
    final Viewer caseWorker = house.viewer("welfare", Role.CASE_MANAGER, "mae-sot");
    final Viewer elsewhere = house.viewer("elsewhere", Role.CASE_MANAGER, "mae-sot");
    final Viewer screener = house.viewer("team", Role.SCREENER, "mae-sot");
    private final WingFoundation other = new WingFoundation(house.database().wing(Wing.DISRUPTION), house.vault(), List.of(), clock);
    private final Outbox questions = new Outbox(other, Direction.TO_PROTECTION);
    private int people;
    private int compounds;

    TestTestimony() {
        other.journal().follow(questions);
        for (String[] rule : new String[][] {{"immigration", "reception"}, {"welfare", "referral"}, {"team", "screening"}}) {
            keep(house.wing().people().rule(house.hand(desk), RecordKind.PERSON, "*", rule[0], rule[1]));
        }
        gate().confirm(hand(keeper(1)), house.vault().publicKey());
    }

    ProtectionGate gate() {
        return house.wing().gate();
    }

    Testimony testimony() {
        return gate().testimony();
    }

    Hand hand(Viewer viewer) {
        return house.hand(viewer);
    }

    Viewer keeper(int number) {
        return new Viewer(Uuid7.named(TestProtection.NOW, "keeper " + number), "keeper-" + number, Role.GATE_KEEPER, "gate-office", Set.of(Viewer.EVERYWHERE));
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    void keep(Action action) {
        house.wing().people().keep(action);
    }

    LocalDate inDays(int days) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(days);
    }

    /** A compound of its own for a test. */
    String compound() {
        String key = "compound-" + ++compounds;
        keep(gate().compounds().name(hand(keeper(1)), key, "Compound " + compounds));
        return key;
    }

    UUID person(String ageBand) {
        UUID person = house.id();
        keep(house.wing().people().register(hand(desk), person, new People.Arrival(++people, "ETH", "f", ageBand, "am", "", "released", "mae-sot", "")));
        return person;
    }

    UUID held(String compound, Period period) {
        UUID person = person("18-24");
        keep(gate().stays().tell(hand(caseWorker), person, List.of(new Stays.Stay(compound, period))));
        return person;
    }

    List<UUID> crowd(String compound, int size) {
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(held(compound, WEEKS));
        }
        return all;
    }

    void consent(UUID person, String recipient, String purpose, String state) {
        keep(house.wing().people().consent(hand(caseWorker), person, recipient, purpose, Consents.Answer.of(Consents.State.valueOf(state.toUpperCase(java.util.Locale.ROOT)), "as she said").withGuardian("an aunt", "first assessment")));
    }

    void interview(UUID person) {
        keep(house.wing().screening().interview(hand(screener), person, Action.ANY, new Screening.Interview(RuleSet.VERSION, "team 2", "am", "", "", Map.of("CD1", "yes"), "")));
    }

    /** Somebody of the crowd who was heard and consents. */
    UUID witness(String compound, int crowd) {
        UUID witness = crowd(compound, crowd).getFirst();
        interview(witness);
        consent(witness, "gate", "testimony", "given");
        return witness;
    }

    static Statement statement(String compound, String note) {
        return new Statement(compound, WEEKS, new TreeSet<>(Set.of(Practice.QUOTA, Practice.BEATEN)), null, null, note, "B3");
    }

    /** Proposes and gives the statement's record. */
    UUID propose(UUID witness, String compound) {
        Action action = testimony().propose(hand(caseWorker), witness, statement(compound, ""), inDays(90));
        keep(action);
        return action.touches().getFirst().record();
    }

    void release(int keeper, UUID statement) {
        keep(testimony().release(hand(keeper(keeper)), statement, view(statement).version(), ""));
    }

    UUID released(UUID witness, String compound) {
        UUID statement = propose(witness, compound);
        release(1, statement);
        release(2, statement);
        return statement;
    }

    StatementView view(UUID statement) {
        return testimony().list(keeper(9)).stream().filter(v -> v.record().equals(statement)).findFirst().orElseThrow();
    }

    ProtectionGate.Passed passNow() {
        return gate().pass(hand(keeper(1)));
    }

    List<Message> sent(MessageKind kind) {
        return gate().outbox().list().stream().filter(m -> m.kind() == kind).toList();
    }

    /** The passage file as it is pulled. */
    String file() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            gate().outbox().write(out, 0);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A question comes through the gate. */
    String ask(Question question) {
        String id = house.id().toString();
        Hand investigator = hand(house.viewer("police", Role.INVESTIGATOR, "*"));
        other.journal().append(questions.pass(investigator, List.of(new Message.Draft(MessageKind.WITNESS_REQUEST, now, new PassedQuestion(id, question)))));
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            questions.write(out, 0);
            assertThat(gate().take(hand(keeper(1)), out.toByteArray()).findings()).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return id;
    }

    static void assertRefused(String code, ThrowingCallable doing) {
        assertThatThrownBy(doing).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
    }

    @Override
    public void close() {
        other.close();
        house.close();
    }
}
