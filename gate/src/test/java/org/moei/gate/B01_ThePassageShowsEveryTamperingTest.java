package org.moei.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Verifier;
import org.moei.gate.passage.Direction;
import org.moei.gate.passage.Inbox;
import org.moei.gate.passage.Message;
import org.moei.gate.passage.MessageKind;
import org.moei.gate.passage.PassageFinding;
import org.moei.gate.passage.PassageFinding.Kind;

/** A file of signed, chained messages that is pulled: what a reader notices when somebody changed it on the way. */
class B01_ThePassageShowsEveryTamperingTest {
    private static final long SEED = Long.getLong("seed", 42L);
    private final TestGate gate = new TestGate();

    @AfterEach
    void close() {
        gate.close();
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(m -> String.valueOf(m.read(Map.class).get("text"))).toList();
    }

    private static void assertFound(Inbox.Taken taken, Kind kind, String... messages) {
        assertThat(taken.findings()).extracting(PassageFinding::kind).containsExactly(kind);
        assertThat(texts(taken.messages())).as("what stands before the finding is taken").containsExactly(messages);
    }

    @Test
    void whatWasPassedComesInOrderAndIsKnownAfterARestart() {
        gate.confirm();
        gate.pass("a", "b");
        gate.pass("c");
        Inbox.Taken taken = gate.take(gate.file(0));
        assertThat(taken.findings()).isEmpty();
        assertThat(texts(taken.messages())).containsExactly("a", "b", "c");
        Inbox again = new Inbox(gate.receiver, Direction.TO_DISRUPTION);
        gate.receiver.journal().follow(again);
        assertThat(texts(again.list())).containsExactly("a", "b", "c");
    }

    @Test
    void aFileMayBePulledAgainOrFromAnyPlaceThatIsKnown() {
        gate.confirm();
        gate.pass("a", "b");
        gate.take(gate.file(0));
        assertThat(gate.take(gate.file(0)).messages()).isEmpty();
        gate.pass("c", "d");
        assertThat(texts(gate.take(gate.file(1)).messages())).containsExactly("c", "d");
        assertThat(gate.take(gate.file(4)).findings()).as("nothing new").extracting(PassageFinding::kind).containsExactly(Kind.REPLAYED);
    }

    @Test
    void nothingIsTakenFromASenderWhomNobodyConfirmed() {
        gate.pass("a");
        assertThatThrownBy(() -> gate.take(gate.file(0))).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("key-not-confirmed"));
    }

    @Test
    void aKeyIsConfirmedByItsFingerprintAndOnce() throws IOException {
        Path file = TestGate.temporary().resolve("passage.moei");
        gate.pass("a");
        gate.outbox.bring(file);
        assertThatThrownBy(() -> gate.inbox.confirm(gate.analyst, file, "0000")).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("fingerprint"));
        gate.receiver.journal().append(gate.inbox.confirm(gate.analyst, file, gate.outbox.fingerprint()));
        assertThat(gate.inbox.fingerprint()).contains(gate.outbox.fingerprint());
        assertThatThrownBy(gate::confirm).isInstanceOf(ProblemException.class);
        assertThat(texts(gate.inbox.take(gate.analyst, file).messages())).containsExactly("a");
    }

    @Test
    void aMessageThatIsMissingIsAFinding() {
        gate.confirm();
        gate.pass("a", "b", "c");
        List<String> lines = TestGate.lines(gate.file(0));
        lines.remove(2);
        assertFound(gate.take(TestGate.file(lines)), Kind.GAP, "a");
    }

    @Test
    void aFileThatBeginsTooLateIsAFinding() {
        gate.confirm();
        gate.pass("a", "b", "c");
        assertFound(gate.take(gate.file(1)), Kind.GAP);
    }

    @Test
    void messagesInAnotherOrderAreAFinding() {
        gate.confirm();
        gate.pass("a", "b", "c");
        List<String> lines = TestGate.lines(gate.file(0));
        lines.add(2, lines.remove(3));
        assertFound(gate.take(TestGate.file(lines)), Kind.REORDERED, "a");
    }

    @Test
    void aMessageThatStandsTwiceIsAFinding() {
        gate.confirm();
        gate.pass("a", "b");
        List<String> lines = TestGate.lines(gate.file(0));
        lines.add(lines.get(1));
        assertFound(gate.take(TestGate.file(lines)), Kind.REPLAYED, "a", "b");
    }

    @Test
    void anOlderFileIsAFindingSinceItWouldHideARecall() {
        gate.confirm();
        gate.pass("a");
        byte[] older = gate.file(0);
        gate.pass("b");
        gate.take(gate.file(0));
        assertFound(gate.take(older), Kind.REPLAYED);
    }

    @Test
    void aFileOfAnotherSenderIsForeign() {
        gate.confirm();
        try (TestGate other = new TestGate()) {
            other.pass("x");
            assertFound(gate.take(other.file(0)), Kind.FOREIGN);
            gate.pass("a");
            List<String> lines = TestGate.lines(gate.file(0));
            lines.add(TestGate.lines(other.file(0)).get(1));
            assertFound(gate.take(TestGate.file(lines)), Kind.CHANGED, "a");
        }
    }

    @Test
    void oneJournalCannotPassTwoMessagesUnderOneNumber() {
        List<Action> mine = gate.outbox.pass(gate.keeper, List.of(new Message.Draft(MessageKind.STATEMENT, TestGate.NOW, Map.of("text", "a"))));
        List<Action> theirs = gate.outbox.pass(gate.keeper, List.of(new Message.Draft(MessageKind.STATEMENT, TestGate.NOW, Map.of("text", "b"))));
        gate.sender.journal().append(mine);
        assertThatThrownBy(() -> gate.sender.journal().append(theirs)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().kind()).isEqualTo(Problem.Kind.CONFLICT));
        assertThat(gate.outbox.size()).isEqualTo(1);
    }

    @Test
    void aSenderWhoseChainGoesTwoWaysIsFound() {
        gate.confirm();
        gate.pass("a");
        gate.take(gate.file(0));
        // A second journal with the same key, as after a restore of an old backup: it passes another first message.
        try (TestGate restored = new TestGate(gate.senderVault)) {
            restored.pass("other");
            assertFound(gate.take(restored.file(0)), Kind.FORKED);
            restored.pass("next");
            assertFound(gate.take(restored.file(1)), Kind.FORKED);
        }
    }

    @Test
    void anyChangedByteIsAFinding() {
        gate.confirm();
        gate.pass("a", "b", "c");
        byte[] right = gate.file(0);
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        int found = 0;
        for (int round = 0; round < 300; round++) {
            byte[] wrong = right.clone();
            int at = random.nextInt(wrong.length);
            wrong[at] ^= (byte) (1 << random.nextInt(7));
            Inbox.Taken taken = gate.take(wrong);
            found += taken.findings().isEmpty() ? 0 : 1;
            assertThat(List.of("a", "b", "c")).as("nothing changed was taken").containsAll(texts(taken.messages()));
        }
        assertThat(found).as("of 300 changed bytes, -Dseed=%d", SEED).isEqualTo(300);
        gate.take(right);
        assertThat(texts(gate.inbox.list())).containsExactly("a", "b", "c");
    }

    @Test
    void aTornEndIsAFindingAndTheRestComesWithTheNextPull() {
        gate.confirm();
        gate.pass("a", "b");
        byte[] whole = gate.file(0);
        assertFound(gate.take(Arrays.copyOf(whole, whole.length - 100)), Kind.TORN, "a");
        assertThat(texts(gate.take(whole).messages())).containsExactly("b");
    }

    @Test
    void aFileIsTakenUpWhereItsPullBrokeOff() throws IOException {
        Path file = TestGate.temporary().resolve("passage.moei");
        gate.pass("a", "b");
        assertThat(gate.outbox.bring(file)).isEqualTo(2);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 300));
        assertThat(gate.outbox.bring(file)).isEqualTo(1);
        assertThat(Files.readAllBytes(file)).isEqualTo(whole);
        assertThat(gate.outbox.bring(file)).isZero();
        gate.pass("c");
        assertThat(gate.outbox.bring(file)).isEqualTo(1);
        assertThat(Files.readAllBytes(file)).isEqualTo(gate.file(0));
    }

    @Test
    void aFileOfSomethingElseIsNotOverwritten() throws IOException {
        Path file = TestGate.temporary().resolve("notes.txt");
        Files.writeString(file, "somebody's notes, which are longer than the first line of a passage would be: ".repeat(20));
        assertThatThrownBy(() -> gate.outbox.bring(file)).isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("passage-file"));
        assertThat(Files.readString(file)).startsWith("somebody's notes");
    }

    @Test
    void theSizeOfAMessageDoesNotTellWhatItSays() {
        gate.pass("a", "a much longer text that says many things");
        List<String> lines = TestGate.lines(gate.file(0));
        assertThat(lines.subList(1, 3)).extracting(l -> l.getBytes(StandardCharsets.UTF_8).length).containsOnly(1_024);
    }

    @Test
    void bothJournalsHoldTheMessagesSealedAndVerify() {
        gate.confirm();
        gate.pass("distinctive words");
        gate.take(gate.file(0));
        for (var foundation : List.of(gate.sender, gate.receiver)) {
            foundation.journal().read(0, 100).forEach(each -> assertThat(new String(each.envelope().encode(), StandardCharsets.UTF_8)).doesNotContain("distinctive"));
            assertThat(Verifier.verify(foundation.wing().word(), foundation.database().pool(Wing.Role.WRITER), Optional.empty(), foundation.vault().publicKey()).findings()).isEmpty();
        }
    }
}
