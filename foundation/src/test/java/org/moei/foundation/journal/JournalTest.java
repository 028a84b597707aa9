package org.moei.foundation.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.foundation.Seeds;

class JournalTest {
    private final TestJournal house = new TestJournal();
    private final Journal journal = house.journal;

    @AfterEach
    void close() {
        house.close();
    }

    private static void assertConflict(Throwable e, String code) {
        assertThat(e).isInstanceOfSatisfying(ProblemException.class, p -> {
            assertThat(p.problem().kind()).isEqualTo(Problem.Kind.CONFLICT);
            assertThat(p.problem().code()).isEqualTo(code);
        });
    }

    @Test
    void positionsAreDenseFromOne() {
        List<Receipt> receipts = journal.append(List.of(TestJournal.action(TestJournal.id()), TestJournal.action(TestJournal.id())));
        assertThat(receipts).extracting(Receipt::position).containsExactly(1L, 2L);
        assertThat(journal.append(TestJournal.action(TestJournal.id())).position()).isEqualTo(3);
        assertThat(house.verify(Optional.empty()).findings()).isEmpty();
    }

    @Test
    void anActionSentAgainIsRecognisedAlsoInTheSameRequestAndBatch() {
        Action action = TestJournal.action(TestJournal.id());
        List<Receipt> twice = journal.append(List.of(action, action));
        assertThat(twice).extracting(Receipt::isNew).containsExactly(true, false);
        assertThat(twice).extracting(Receipt::position).containsExactly(1L, 1L);
        assertThat(journal.append(action)).isEqualTo(new Receipt(action.id(), 1, false));
        assertThat(journal.size()).isEqualTo(1);
    }

    @Test
    void theIdOfAnotherKindOfActionIsAConflict() {
        UUID id = TestJournal.id();
        journal.append(TestJournal.action(id, TestJournal.id(), Action.ANY, "notes", ""));
        Action other = Action.of(id, "people.held", 1).by(new UUID(0, 7), "immigration", "", "reception", "test").build();
        assertThatThrownBy(() -> journal.append(other)).satisfies(e -> assertConflict(e, "id-taken"));
    }

    @Test
    void editsOfOtherFieldsGoTogetherAndOfTheSameFieldsAreAConflict() {
        UUID record = TestJournal.id();
        long base = journal.append(TestJournal.action(record)).position();
        journal.append(TestJournal.action(TestJournal.id(), record, base, "names", ""));
        journal.append(TestJournal.action(TestJournal.id(), record, base, "births", ""));
        assertThatThrownBy(() -> journal.append(TestJournal.action(TestJournal.id(), record, base, "names", ""))).satisfies(e -> assertConflict(e, "changed-meanwhile"));
        journal.append(TestJournal.action(TestJournal.id(), record, journal.version(record), "names", ""));
        assertThat(journal.size()).isEqualTo(4);
    }

    @Test
    void aRecordIsMadeOnce() {
        UUID record = TestJournal.id();
        journal.append(TestJournal.action(TestJournal.id(), record, Action.NEW, "notes", ""));
        assertThatThrownBy(() -> journal.append(TestJournal.action(TestJournal.id(), record, Action.NEW, "names", ""))).satisfies(e -> assertConflict(e, "changed-meanwhile"));
    }

    @Test
    void oneBadRequestInABatchCostsNobodyElseTheirs() {
        List<CompletableFuture<List<Receipt>>> answers = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            answers.add(journal.submit(List.of(TestJournal.action(TestJournal.id(), TestJournal.id(), Action.ANY, "notes", i % 10 == 7 ? "poison" : ""))));
        }
        for (int i = 0; i < 60; i++) {
            CompletableFuture<List<Receipt>> answer = answers.get(i);
            if (i % 10 == 7) {
                assertThatThrownBy(answer::join).hasCauseInstanceOf(ProblemException.class);
            } else {
                assertThat(answer.join()).hasSize(1);
            }
        }
        assertThat(journal.size()).isEqualTo(54);
        assertThat(house.verify(Optional.empty()).findings()).isEmpty();
    }

    @Test
    void aRequestStandsOrFallsTogether() {
        assertThatThrownBy(() -> journal.append(List.of(TestJournal.action(TestJournal.id()), TestJournal.action(TestJournal.id(), TestJournal.id(), Action.ANY, "notes", "poison"))))
                .isInstanceOf(ProblemException.class);
        assertThat(journal.size()).isZero();
    }

    @Test
    void severalWritersOnOneWingMakeOneJournalAndEveryFollowerSeesEveryActionOnceAndInOrder() throws Exception {
        Random random = Seeds.random("several-writers");
        try (Journal other = house.another();
                ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Long> one = Collections.synchronizedList(new ArrayList<>());
            List<Long> two = Collections.synchronizedList(new ArrayList<>());
            journal.follow(actions -> actions.forEach(a -> one.add(a.position())));
            other.follow(actions -> actions.forEach(a -> two.add(a.position())));
            List<Future<List<Receipt>>> answers = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                Journal mine = i % 2 == 0 ? journal : other;
                List<Action> actions = new ArrayList<>();
                for (int n = random.nextInt(4) + 1; n > 0; n--) {
                    actions.add(TestJournal.action(TestJournal.id()));
                }
                answers.add(threads.submit(() -> mine.append(actions)));
            }
            List<Long> positions = new ArrayList<>();
            for (Future<List<Receipt>> answer : answers) {
                answer.get().forEach(r -> positions.add(r.position()));
            }
            long size = journal.size();
            List<Long> dense = LongStream.rangeClosed(1, size).boxed().toList();
            assertThat(positions).containsExactlyInAnyOrderElementsOf(dense);
            journal.catchUp();
            other.catchUp();
            assertThat(one).isEqualTo(dense);
            assertThat(two).isEqualTo(dense);
            List<Long> late = new ArrayList<>();
            journal.follow(actions -> actions.forEach(a -> late.add(a.position())));
            assertThat(late).isEqualTo(dense);
            assertThat(house.verify(Optional.empty()).findings()).isEmpty();
        }
    }

    @Test
    void aReceiptIsGivenAfterTheFollowersReadTheAction() {
        List<UUID> seen = Collections.synchronizedList(new ArrayList<>());
        journal.follow(actions -> actions.forEach(a -> seen.add(a.envelope().id())));
        for (int i = 0; i < 20; i++) {
            Action action = TestJournal.action(TestJournal.id());
            journal.append(action);
            assertThat(seen).last().isEqualTo(action.id());
        }
    }

    @Test
    void aFollowerThatFailedIsHandedItsActionsAgainAndTheOthersAreNot() {
        List<Long> steady = Collections.synchronizedList(new ArrayList<>());
        List<Long> shaky = Collections.synchronizedList(new ArrayList<>());
        boolean[] fails = {true};
        journal.follow(actions -> actions.forEach(a -> steady.add(a.position())));
        journal.follow(actions -> {
            if (fails[0]) {
                throw new IllegalStateException("not now");
            }
            actions.forEach(a -> shaky.add(a.position()));
        });
        assertThatThrownBy(() -> journal.append(TestJournal.action(TestJournal.id())))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("follower-failed"));
        fails[0] = false;
        journal.append(TestJournal.action(TestJournal.id()));
        assertThat(steady).containsExactly(1L, 2L);
        assertThat(shaky).containsExactly(1L, 2L);
    }

    @Test
    void closingWaitsForWhatWasSubmittedAndLaterRequestsAreRefused() {
        List<CompletableFuture<List<Receipt>>> answers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answers.add(journal.submit(List.of(TestJournal.action(TestJournal.id()))));
        }
        journal.close();
        assertThat(answers).allSatisfy(a -> assertThat(a).isCompleted());
        assertThatThrownBy(() -> journal.append(TestJournal.action(TestJournal.id())))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problem().code()).isEqualTo("journal-closed"));
    }

    @Test
    void tooManyActionsAtOnceAreRefused() {
        List<Action> many = Collections.nCopies(Journal.MAXIMUM_REQUEST + 1, TestJournal.action(TestJournal.id()));
        assertThatThrownBy(() -> journal.append(many)).isInstanceOf(ProblemException.class);
    }

    @Test
    void nothingReadableOfTheContentStandsInTheDatabase() {
        journal.append(TestJournal.action(TestJournal.id()));
        assertThat(new String(journal.read(0, 1).getFirst().envelope().encode(), java.nio.charset.StandardCharsets.UTF_8)).doesNotContain("Abebe");
    }
}
