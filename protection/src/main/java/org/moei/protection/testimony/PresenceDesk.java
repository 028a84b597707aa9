package org.moei.protection.testimony;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Envelope;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Json;
import org.moei.foundation.journal.Recorded;
import org.moei.gate.answer.FixedAnswer;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Roster;

/**
 * Families, embassies, officers and other agencies that ask whether somebody is here. The answer is one letter, the same for all and in every case, and leaves
 * at a deadline that follows from the day of the question. The letter is made without looking anybody up; whether the person is told who asked is
 * another work, and the person's choice.
 */
public final class PresenceDesk implements Follower {
    private static final String ASKED = "testimony.presence-asked";
    private static final String ANSWERED = "testimony.presence-answered";
    private static final String ROLE = "enquiry";

    private final WingFoundation foundation;
    private final Roster roster;
    private final InstantSource clock;
    private final Map<UUID, Kept> kept = new LinkedHashMap<>();

    PresenceDesk(WingFoundation foundation, Roster roster, InstantSource clock) {
        this.foundation = foundation;
        this.roster = roster;
        this.clock = clock;
    }

    /** Who asks. All get the same letter. */
    public enum Asker {
        FAMILY,
        EMBASSY,
        OFFICER,
        AGENCY;

        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A question whether somebody is here.
     *
     * @param about for whom, as the asker says it
     * @param reply where the letter goes
     */
    public record Enquiry(Asker asker, String who, String about, String reply) {}

    /** A letter that leaves. */
    public record Letter(UUID enquiry, Instant due, String text) {}

    /** An enquiry on the desk. */
    public record View(UUID record, Enquiry enquiry, Instant asked, Instant due, boolean answered) {}

    /** A question as kept; its time is the journal's own, which nobody types. */
    private static final class Kept {
        private final byte[] sealed;
        private final Instant asked;
        private final String agency;
        private boolean answered;

        private Kept(byte[] sealed, Instant asked, String agency) {
            this.sealed = sealed;
            this.asked = asked;
            this.agency = agency;
        }
    }

    @Override
    public synchronized void follow(List<Recorded> actions) {
        for (Recorded each : actions) {
            Envelope envelope = each.envelope();
            switch (envelope.type()) {
                case ASKED -> {
                    UUID record = envelope.getTouched(ROLE);
                    kept.put(record, new Kept(envelope.findPart(record, ROLE).map(Envelope.SealedPart::sealed).orElse(new byte[0]), envelope.recorded(), envelope.agency()));
                }
                case ANSWERED -> {
                    Kept enquiry = kept.get(envelope.getTouched(ROLE));
                    if (enquiry != null) {
                        enquiry.answered = true;
                    }
                }
                default -> {}
            }
        }
    }

    /** The action that takes a question. It asks nobody and looks nobody up. */
    public Action ask(Hand hand, UUID record, Enquiry enquiry) {
        foundation.authoriser().require(hand.viewer(), Permission.PRESENCE_ASKED);
        if (enquiry.who().isBlank() || enquiry.about().isBlank()) {
            throw Problem.of(Problem.Kind.REFUSED, "enquiry-incomplete", "A question says who asks and for whom.").asException();
        }
        return hand.act(ASKED, 1).touch(record, ROLE, Action.NEW).seal(record, ROLE, enquiry).build();
    }

    /** The questions that the viewer's agency took, newest first. */
    public synchronized List<View> list(Viewer viewer) {
        foundation.authoriser().require(viewer, Permission.PRESENCE_ASKED);
        List<View> views = new ArrayList<>();
        kept.forEach((record, each) -> {
            if (each.agency.equals(viewer.agency())) {
                views.add(new View(record, Json.read(foundation.vault().open(each.sealed), Enquiry.class), each.asked, FixedAnswer.PRESENCE.due(each.asked), each.answered));
            }
        });
        foundation.accessLog().read(viewer, "enquiries", views.stream().map(View::record).toList());
        return views.reversed();
    }

    /**
     * The letter to one who asked.
     *
     * @throws org.moei.base.ProblemException {@code not-due} before the deadline, whatever is known by then
     */
    public Letter letter(Viewer viewer, UUID record) {
        foundation.authoriser().require(viewer, Permission.PRESENCE_ASKED);
        Instant due = FixedAnswer.PRESENCE.due(get(viewer, record).asked);
        if (clock.instant().isBefore(due)) {
            throw Problem.of(Problem.Kind.REFUSED, "not-due", "The answer leaves at its deadline and not before.").withAdvice("it is the same in every case, so nothing is gained by sending it now.").asException();
        }
        return new Letter(record, due, FixedAnswer.PRESENCE.text());
    }

    /** The letters that are due and have not left. */
    public List<Letter> due(Viewer viewer) {
        Instant now = clock.instant();
        List<UUID> open;
        synchronized (this) {
            open = kept.entrySet().stream()
                    .filter(e -> e.getValue().agency.equals(viewer.agency()) && !e.getValue().answered && !FixedAnswer.PRESENCE.due(e.getValue().asked).isAfter(now))
                    .map(Map.Entry::getKey)
                    .toList();
        }
        return open.stream().map(record -> letter(viewer, record)).toList();
    }

    /** The action that keeps that the letter left. */
    public Action answered(Hand hand, UUID record) {
        letter(hand.viewer(), record);
        return hand.act(ANSWERED, 1).touch(record, ROLE, Action.ANY).build();
    }

    /** The action that keeps that a person was told who asked for them, in private; the asker learns nothing of it. */
    public Action tellPerson(Hand hand, UUID record, UUID person, String words) {
        foundation.authoriser().require(hand.viewer(), Permission.PRESENCE_ASKED);
        get(hand.viewer(), record);
        if (roster.find(hand.viewer(), person).filter(e -> e.kind() == RecordKind.PERSON).isEmpty()) {
            throw Authoriser.denied();
        }
        return new PersonNote(PersonNote.Kind.ASKER_TOLD, record.toString(), "", "", words).keep(hand, person);
    }

    private synchronized Kept get(Viewer viewer, UUID record) {
        Kept enquiry = kept.get(record);
        if (enquiry == null || !enquiry.agency.equals(viewer.agency())) {
            throw Authoriser.denied();
        }
        return enquiry;
    }
}
