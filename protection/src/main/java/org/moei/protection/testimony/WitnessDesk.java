package org.moei.protection.testimony;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.gate.answer.FixedAnswer;
import org.moei.gate.passage.Inbox;
import org.moei.gate.passage.Message;
import org.moei.gate.passage.MessageKind;
import org.moei.gate.passage.Outbox;
import org.moei.gate.statement.Minimisation;
import org.moei.gate.statement.PassedAnswer;
import org.moei.gate.statement.PassedQuestion;
import org.moei.gate.statement.Question;
import org.moei.protection.people.Entry;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Roster;

/**
 * Questions of investigators that came through the gate. Case workers find, among the people of their own scope, whom a question may concern, and tell them
 * in private, with counsel. The answer that leaves is chosen by the question alone: no method here that makes it looks at anybody.
 */
public final class WitnessDesk {
    /** The consent to being put in touch, through counsel: recipient and purpose. */
    public static final String RECIPIENT = "gate";

    /** The consent to being put in touch, through counsel: recipient and purpose. */
    public static final String PURPOSE = "contact";

    private final WingFoundation foundation;
    private final Roster roster;
    private final Stays stays;
    private final Minimisation minimisation;
    private final Inbox inbox;
    private final Outbox outbox;
    private final InstantSource clock;

    WitnessDesk(WingFoundation foundation, Roster roster, Stays stays, Minimisation minimisation, Inbox inbox, Outbox outbox, InstantSource clock) {
        this.foundation = foundation;
        this.roster = roster;
        this.stays = stays;
        this.minimisation = minimisation;
        this.inbox = inbox;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * A question on the desk.
     *
     * @param workable false where it may name somebody: then nobody is sought, and the answer leaves all the same
     * @param due when the answer leaves
     */
    public record Asked(String id, Question question, Instant asked, Instant due, boolean answered, boolean workable) {}

    /** What a person said when told of a question. */
    public enum Wish {
        WANTS_TO_SPEAK,
        DOES_NOT,
        NOT_DECIDED
    }

    private List<PassedQuestionAt> questions() {
        List<PassedQuestionAt> all = new ArrayList<>();
        for (Message message : inbox.list()) {
            if (message.kind() == MessageKind.WITNESS_REQUEST) {
                all.add(new PassedQuestionAt(message.read(PassedQuestion.class), message.made()));
            }
        }
        return all;
    }

    private record PassedQuestionAt(PassedQuestion passed, Instant asked) {
        Instant due() {
            return FixedAnswer.WITNESSES.due(asked);
        }
    }

    private Set<String> answered() {
        Set<String> ids = new HashSet<>();
        for (Message message : outbox.list()) {
            if (message.kind() == MessageKind.WITNESS_ANSWER) {
                ids.add(message.read(PassedAnswer.class).request());
            }
        }
        return ids;
    }

    /** The questions, newest first. */
    public List<Asked> list(Viewer viewer) {
        foundation.authoriser().require(viewer, Permission.WITNESS_SEEK);
        Set<String> answered = answered();
        List<Asked> all = new ArrayList<>();
        for (PassedQuestionAt each : questions()) {
            PassedQuestion passed = each.passed();
            all.add(new Asked(passed.id(), passed.question(), each.asked(), each.due(), answered.contains(passed.id()), minimisation.admits(passed.question())));
        }
        foundation.accessLog().read(viewer, "witness-requests", List.of());
        return all.reversed();
    }

    /** Whom of the viewer's own people a question may concern: those who say to have been there in one of its weeks. Reading is logged. */
    public List<Entry> concerned(Viewer viewer, String request) {
        foundation.authoriser().require(viewer, Permission.WITNESS_SEEK);
        Question question = get(request);
        List<Entry> found = minimisation.admits(question)
                ? roster.list(viewer, e -> e.kind() == RecordKind.PERSON && stays.wasThere(e.id(), question.compound(), question.period()), Integer.MAX_VALUE)
                : List.of();
        foundation.accessLog().read(viewer, "witnesses", found.stream().map(Entry::id).toList());
        return found;
    }

    private Question get(String request) {
        return questions().stream().map(PassedQuestionAt::passed).filter(q -> q.id().equals(request)).map(PassedQuestion::question).findFirst().orElseThrow(Authoriser::denied);
    }

    /**
     * The action that keeps that a person was told of a question, in private and with counsel.
     *
     * @param counsel who was beside them
     * @throws org.moei.base.ProblemException {@code counsel-missing} where nobody was
     */
    public Action told(Hand hand, String request, UUID person, String counsel, Wish wish, String words) {
        requirePerson(hand, person);
        get(request);
        if (counsel.isBlank()) {
            throw refuse("counsel-missing", "A question is told to somebody with counsel beside them.", "counsel was there and was not written down.");
        }
        return new PersonNote(PersonNote.Kind.QUESTION_TOLD, request, counsel, wish.name(), words).keep(hand, person);
    }

    /**
     * The action by which counsel puts a person in touch. Nothing passes the gate: counsel speaks for the person.
     *
     * @throws org.moei.base.ProblemException {@code no-consent} without the person's consent to contact
     */
    public Action arrange(Hand hand, String request, UUID person, String counsel) {
        Entry entry = requirePerson(hand, person);
        get(request);
        if (!entry.hasConsent(RECIPIENT, PURPOSE)) {
            throw refuse("no-consent", "Without the person's consent nobody is put in touch.", "the person agreed to a statement, which is another consent.");
        }
        if (counsel.isBlank()) {
            throw refuse("counsel-missing", "Contact is made through counsel.", "counsel was named and was not written down.");
        }
        return new PersonNote(PersonNote.Kind.CONTACT_ARRANGED, request, counsel, "", "").keep(hand, person);
    }

    private Entry requirePerson(Hand hand, UUID person) {
        foundation.authoriser().require(hand.viewer(), Permission.WITNESS_SEEK);
        return roster.find(hand.viewer(), person).filter(e -> e.kind() == RecordKind.PERSON).orElseThrow(Authoriser::denied);
    }

    /** The answers that are due and have not left: one for each question whose deadline is past, made at the deadline, the same in every case. */
    List<Message.Draft> due() {
        Instant now = clock.instant();
        Set<String> answered = answered();
        return questions().stream()
                .filter(each -> !each.due().isAfter(now) && !answered.contains(each.passed().id()))
                .map(each -> new Message.Draft(MessageKind.WITNESS_ANSWER, each.due(), new PassedAnswer(each.passed().id(), FixedAnswer.WITNESSES.text())))
                .toList();
    }

    private static RuntimeException refuse(String code, String message, String advice) {
        return Problem.of(Problem.Kind.REFUSED, code, message).withAdvice(advice).asException();
    }
}
