package org.moei.disruption.received;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Source;
import org.moei.disruption.threats.WatchItem;
import org.moei.foundation.access.Role;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Json;
import org.moei.gate.answer.FixedAnswer;
import org.moei.gate.passage.Message;
import org.moei.gate.passage.MessageKind;
import org.moei.gate.statement.PassedAnswer;
import org.moei.gate.statement.PassedQuestion;
import org.moei.gate.statement.Period;
import org.moei.gate.statement.Practice;
import org.moei.gate.statement.Question;
import org.moei.gate.statement.RecallReport;
import org.moei.gate.statement.Week;
import org.moei.gate.statistics.WeeklyTable;

class A01_WhatCameThroughTheGateTest {
    private static final String LATER = "2025-09-01";
    private final TestReceived house = new TestReceived();

    @AfterEach
    void close() {
        house.close();
    }

    private static Problem problem(ThrowingCallable act) {
        return Objects.requireNonNull(catchThrowableOfType(ProblemException.class, act)).problem();
    }

    private void watch(String key, Basis basis) {
        house.wing().picture().keep(house.wing().picture().record(house.hand(Role.THREAT_ANALYST), WatchItem.TYPE, new WatchItem(key, "domain", "example-trade.top", "", "seen", basis), Action.ANY));
    }

    private List<String> watched() {
        return house.wing().picture().list(WatchItem.class).stream().map(e -> e.key()).toList();
    }

    @Test
    void aStatementIsSeenWithItsGradeAndNoKeyThatLeadsBack() {
        String id = house.statement("kk-park", LATER);
        house.recallList();
        house.take();
        Received.Shown shown = house.page().statements().getFirst();
        assertThat(shown.id()).isEqualTo(id);
        assertThat(shown.grade()).isEqualTo("B3");
        assertThat(shown.statement().period()).isEqualTo(Period.of("2025-W03", "2025-W05"));
        assertThat(house.wing().picture().get(Source.class, shown.source()).content().title()).isEqualTo("Statement through the gate: kk-park, 2025-W03 to 2025-W05");
        house.reopen();
        assertThat(house.shown()).containsExactly(id);
    }

    @Test
    void withAnOlderRecallListNothingThatCameThroughTheGateIsShown() {
        String id = house.statement("kk-park", LATER);
        house.take();
        assertThat(house.page().fresh()).as("no list at all").isFalse();
        assertThat(house.shown()).isEmpty();
        house.recallList();
        house.send(new Message.Draft(MessageKind.STATISTICS, house.clock.instant(), new WeeklyTable(Week.parse("2025-W07"), new java.util.TreeMap<>(java.util.Map.of("ETH", 11L)))));
        house.take();
        watch("item", house.received().basis(house.viewer(Role.THREAT_ANALYST), id));
        house.pass(Received.LIMIT);
        assertThat(house.shown()).as("exactly as old as it may be").containsExactly(id);
        assertThat(house.page().tables()).hasSize(1);
        assertThat(watched()).containsExactly("item");
        house.pass(Duration.ofSeconds(1));
        assertThat(house.shown()).isEmpty();
        assertThat(house.page().tables()).isEmpty();
        assertThat(watched()).as("what stands on it is hidden too").isEmpty();
        assertThat(problem(() -> house.wing().picture().get(WatchItem.class, "item")).kind()).isEqualTo(Problem.Kind.DENIED);
        assertThat(problem(() -> house.received().stix(house.viewer(Role.ANALYST), id)).kind()).isEqualTo(Problem.Kind.DENIED);
        house.recallList();
        house.take();
        assertThat(house.shown()).containsExactly(id);
        assertThat(watched()).containsExactly("item");
    }

    @Test
    void aListFromTheFutureProvesNothing() {
        house.statement("kk-park", LATER);
        house.pass(Duration.ofHours(3));
        house.recallList();
        house.pass(Duration.ofHours(-3));
        house.take();
        assertThat(house.page().fresh()).isFalse();
    }

    @Test
    void aRecallTakesBackWhatWasDerivedAndListsWhomItDidNotReach() {
        String id = house.statement("kk-park", LATER);
        String stays = house.statement("kk-park", LATER);
        house.recallList();
        house.take();
        watch("derived", house.received().basis(house.viewer(Role.THREAT_ANALYST), id));
        watch("other", house.received().basis(house.viewer(Role.THREAT_ANALYST), stays));
        house.received().shared(house.hand(Role.ANALYST), id, "partner-a");
        house.received().shared(house.hand(Role.ANALYST), id, "partner-b");
        assertThat(stix(id)).contains("\"revoked\":false").contains("[domain-name:value = 'example-trade.top']");
        house.recallList(id);
        house.take();
        assertThat(house.shown()).containsExactly(stays);
        assertThat(watched()).containsExactly("other");
        assertThat(stix(id)).contains("\"revoked\":true");
        assertThat(house.received().recalls(house.viewer(Role.ANALYST)).getFirst().notReached()).containsExactly("partner-a", "partner-b");
        house.received().reached(house.hand(Role.ANALYST), id, "partner-a");
        assertThat(house.received().recalls(house.viewer(Role.ANALYST)).getFirst()).isEqualTo(new Received.Recall(id, List.of("partner-a"), List.of("partner-b")));
        assertThat(house.back(MessageKind.RECALL_REPORT)).extracting(m -> m.read(RecallReport.class))
                .containsExactly(new RecallReport(id, 1, List.of(), List.of("partner-a", "partner-b")), new RecallReport(id, 0, List.of("partner-a"), List.of("partner-b")));
        house.take();
        assertThat(house.back(MessageKind.RECALL_REPORT)).as("taking it again reports nothing new").hasSize(2);
        assertThat(problem(() -> house.received().shared(house.hand(Role.ANALYST), id, "partner-c")).kind()).isEqualTo(Problem.Kind.DENIED);
        assertThat(problem(() -> house.received().basis(house.viewer(Role.ANALYST), id)).kind()).isEqualTo(Problem.Kind.DENIED);
    }

    private String stix(String id) {
        String bundle = new String(house.received().stix(house.viewer(Role.ANALYST), id), StandardCharsets.UTF_8);
        assertThat(Json.tree(bundle.getBytes(StandardCharsets.UTF_8)).path("objects").get(0).path("id").asString()).startsWith("indicator--");
        return bundle;
    }

    @Test
    void aStatementThatExpiredIsNotShown() {
        String id = house.statement("kk-park", "2025-03-04");
        house.recallList();
        house.take();
        assertThat(house.shown()).containsExactly(id);
        house.pass(Duration.ofHours(20));
        assertThat(house.shown()).as("on its last day").containsExactly(id);
        house.pass(Duration.ofHours(20));
        house.recallList();
        house.take();
        assertThat(house.shown()).isEmpty();
    }

    @Test
    void onlyWhoMayReadTheGateTakesAndOnlyWhoMaySeeStatementsSees() {
        house.statement("kk-park", LATER);
        house.recallList();
        for (Role role : List.of(Role.INVESTIGATOR, Role.DISRUPTION_COMMAND, Role.DISRUPTION_AUDITOR, Role.DISRUPTION_ADMINISTRATOR, Role.GATE_KEEPER)) {
            assertThat(problem(() -> house.received().take(house.hand(role), house.file())).kind()).as(role.id()).isEqualTo(Problem.Kind.DENIED);
        }
        for (Role role : List.of(Role.DISRUPTION_AUDITOR, Role.DISRUPTION_ADMINISTRATOR, Role.CASE_MANAGER)) {
            assertThat(problem(() -> house.received().page(house.viewer(role))).kind()).as(role.id()).isEqualTo(Problem.Kind.DENIED);
        }
    }

    @Test
    void aLockedVaultShowsNothing() {
        house.statement("kk-park", LATER);
        house.recallList();
        house.take();
        house.page();
        house.vault.lock();
        assertThat(problem(house::page).kind()).isEqualTo(Problem.Kind.SEALED);
    }

    @Test
    void aQuestionNamesNobodyAndItsAnswerComesAtItsDeadline() {
        Question right = new Question("kk-park", Period.of("2025-W03", "2025-W05"), new TreeSet<>(Set.of(Practice.BEATEN)), null, "who saw people beaten");
        Question named = new Question("kk-park", Period.of("2025-W03", "2025-W05"), new TreeSet<>(Set.of(Practice.BEATEN)), null, "who saw Abebe");
        assertThat(problem(() -> house.received().requests().ask(house.hand(Role.INVESTIGATOR), named, "case 7")).code()).isEqualTo("word-not-plain");
        assertThat(problem(() -> house.received().requests().ask(house.hand(Role.INVESTIGATOR), right, " ")).code()).isEqualTo("reason-missing");
        assertThat(problem(() -> house.received().requests().ask(house.hand(Role.ANALYST), right, "case 7")).kind()).isEqualTo(Problem.Kind.DENIED);
        String id = house.received().requests().ask(house.hand(Role.INVESTIGATOR), right, "case 7");
        List<Message> came = house.back(MessageKind.WITNESS_REQUEST);
        assertThat(came).extracting(m -> m.read(PassedQuestion.class)).containsExactly(new PassedQuestion(id, right));
        assertThat(new String(came.getFirst().body(), StandardCharsets.UTF_8)).as("why it was asked stays here").doesNotContain("case 7");
        WitnessRequests.View view = house.received().requests().list(house.viewer(Role.INVESTIGATOR)).getFirst();
        assertThat(view.answer()).isEmpty();
        assertThat(view.due()).isEqualTo(FixedAnswer.WITNESSES.due(TestReceived.START));
        house.pass(Duration.ofDays(22));
        house.send(new Message.Draft(MessageKind.WITNESS_ANSWER, view.due(), new PassedAnswer(id, FixedAnswer.WITNESSES.text())));
        house.recallList();
        house.take();
        assertThat(house.received().requests().list(house.viewer(Role.INVESTIGATOR)).getFirst().answer()).contains(FixedAnswer.WITNESSES.words());
    }
}
