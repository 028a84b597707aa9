package org.moei.disruption.received;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.gate.answer.FixedAnswer;
import org.moei.gate.passage.Message;
import org.moei.gate.passage.MessageKind;
import org.moei.gate.passage.Outbox;
import org.moei.gate.statement.PassedAnswer;
import org.moei.gate.statement.PassedQuestion;
import org.moei.gate.statement.Question;

/**
 * Questions to witnesses. A question names nobody; who it may concern is found on the other side, by others. Whoever asked gets one answer, in the same words and
 * at the same deadline whether anybody was found or not.
 */
public final class WitnessRequests {
    private static final String ASKED = "received.witness-asked";
    private static final String ROLE = "witness-request";

    private final WingFoundation foundation;
    private final Outbox outbox;
    private final Received received;
    private final InstantSource clock;

    WitnessRequests(WingFoundation foundation, Outbox outbox, Received received, InstantSource clock) {
        this.foundation = foundation;
        this.outbox = outbox;
        this.received = received;
        this.clock = clock;
    }

    /** What stays on this side: why it was asked. */
    record Why(String why) {}

    /**
     * A question on a page.
     *
     * @param due when the answer comes; known from the day of the question
     * @param answer as it came, empty before
     */
    public record View(String id, Question question, Instant asked, Instant due, Optional<String> answer) {}

    /**
     * Asks. The question leaves with the next passage.
     *
     * @param why the case or purpose, kept on this side for the auditor
     * @return the question's id
     * @throws org.moei.base.ProblemException {@code DENIED}, or {@code REFUSED} where the question holds what does not cross the gate
     */
    public String ask(Hand hand, Question question, String why) {
        foundation.authoriser().require(hand.viewer(), Permission.WITNESS_ASK);
        question.check();
        if (why.isBlank()) {
            throw Problem.of(Problem.Kind.REFUSED, "reason-missing", "A question to witnesses needs a reason.").at(Problem.Where.field("why")).asException();
        }
        UUID id = hand.ids().next();
        List<Action> actions = new ArrayList<>();
        actions.add(hand.act(ASKED, 1).touch(id, ROLE, Action.NEW).seal(id, "why", new Why(why)).build());
        actions.addAll(outbox.pass(hand, List.of(new Message.Draft(MessageKind.WITNESS_REQUEST, clock.instant().truncatedTo(ChronoUnit.HOURS), new PassedQuestion(id.toString(), question)))));
        foundation.journal().append(actions);
        return id.toString();
    }

    /** The questions, newest first, with the answers that came. */
    public List<View> list(Viewer viewer) {
        foundation.authoriser().require(viewer, Permission.WITNESS_ASK);
        List<View> all = new ArrayList<>();
        for (Message message : outbox.list()) {
            if (message.kind() == MessageKind.WITNESS_REQUEST) {
                PassedQuestion passed = message.read(PassedQuestion.class);
                all.add(new View(passed.id(), passed.question(), message.made(), FixedAnswer.WITNESSES.due(message.made()), received.answer(passed.id()).map(PassedAnswer::text).map(String::strip)));
            }
        }
        foundation.accessLog().read(viewer, "witness-requests", all.stream().map(v -> UUID.fromString(v.id())).toList());
        return all.reversed();
    }
}
