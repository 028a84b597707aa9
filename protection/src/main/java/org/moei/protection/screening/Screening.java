package org.moei.protection.screening;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.protection.people.Entry;
import org.moei.protection.people.Held;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Roster;
import org.moei.protection.people.Track;

/**
 * The screening queue, interviews and decisions. Nobody is refused without an interview; a decision names its team, its
 * rules and its reasons, and another team can open the case again.
 */
public final class Screening {
    private final WingFoundation foundation;
    private final Roster roster;
    private final Held held;
    private final Interests interests;

    public Screening(WingFoundation foundation, Roster roster, Interests interests) {
        this.foundation = foundation;
        this.roster = roster;
        this.held = new Held(foundation, roster);
        this.interests = interests;
    }

    /** The record, for one who holds it, may do this to it and declared no conflict of interest. */
    private Entry require(Hand hand, Permission permission, UUID person) {
        Entry entry = held.require(hand.viewer(), permission, person);
        interests.requireNone(hand.viewer(), person);
        return entry;
    }

    /**
     * An interview as kept. Sealed under the person's key, group {@code interview}.
     *
     * @param answers by indicator code; what is missing was not asked
     * @param words in the person's or the interpreter's words
     */
    public record Interview(String rules, String team, String language, String interpreter, String present, Map<String, String> answers, String words) {
        public Interview {
            answers = answers == null ? Map.of() : new TreeMap<>(answers);
        }
    }

    /** The outcomes that a team can decide. None is a legal finding of guilt or the opposite. */
    public enum Outcome {
        /** Indications are met: to the multi-disciplinary team's formal identification. */
        REFERRED,
        /** A labour case without indications of trafficking. */
        LABOUR_CASE,
        /** Too much is unknown; reflection period, asked again. */
        REFLECTION,
        /** No indication met after an interview. Never closes the person's case. */
        NOT_INDICATED;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        public static Outcome of(String id) {
            return valueOf(id.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
        }
    }

    /** A decision as kept. Sealed under the person's key, group {@code decision}. */
    public record Decision(String team, String rules, String outcome, String reasons) {}

    /** The action that calls somebody to an interview. */
    public Action call(Hand hand, UUID person) {
        require(hand, Permission.SCREENING_INTERVIEW, person);
        return hand.act("screening.called", 1)
                .touch(person, RecordKind.PERSON.id(), Action.ANY)
                .clear(Track.SCREENING.id(), Track.State.WAIT.id())
                .build();
    }

    /** The action that keeps an interview, or its answers so far. */
    public Action interview(Hand hand, UUID person, long base, Interview interview) {
        require(hand, Permission.SCREENING_INTERVIEW, person);
        interview.answers().forEach((code, answer) -> {
            if (RuleSet.find(code).isEmpty()) {
                throw Problem.of(Problem.Kind.WRONG_USE, "indicator", "There is no indicator (" + code + ").").asException();
            }
            Answer.of(answer);
        });
        return hand.act("screening.interviewed", 1)
                .touch(person, RecordKind.PERSON.id(), base)
                .clear(Track.SCREENING.id(), Track.State.PART.id())
                .clear("rule", interview.rules())
                .clear("team", interview.team())
                .seal(person, "interview", interview)
                .build();
    }

    /**
     * The action by which a named team decides.
     *
     * @throws org.moei.base.ProblemException {@code not-interviewed} where nobody listened to the person yet
     */
    public Action decide(Hand hand, UUID person, long base, Decision decision) {
        Entry entry = require(hand, Permission.SCREENING_DECIDE, person);
        if (entry.track(Track.SCREENING) != Track.State.PART && entry.track(Track.SCREENING) != Track.State.DONE) {
            throw Problem.of(Problem.Kind.REFUSED, "not-interviewed", "Nobody is decided upon without an interview.").withAdvice("the interview was not kept yet.").asException();
        }
        if (decision.team().isBlank() || decision.reasons().isBlank()) {
            throw Problem.of(Problem.Kind.REFUSED, "decision-incomplete", "A decision names its team and its reasons.").asException();
        }
        Outcome.of(decision.outcome());
        return hand.act("screening.decided", 1)
                .touch(person, RecordKind.PERSON.id(), base)
                .clear(Track.SCREENING.id(), Track.State.DONE.id())
                .clear("rule", decision.rules())
                .clear("team", decision.team())
                .seal(person, "decision", decision)
                .build();
    }

    /** The action by which a case is opened again. */
    public Action reopen(Hand hand, UUID person, String reason) {
        if (require(hand, Permission.SCREENING_DECIDE, person).track(Track.SCREENING) != Track.State.DONE) {
            throw Problem.of(Problem.Kind.REFUSED, "not-decided", "Nobody decided yet, so there is nothing to open again.").asException();
        }
        if (reason.isBlank()) {
            throw Problem.of(Problem.Kind.REFUSED, "reason-missing", "Opening a case again needs a reason.").asException();
        }
        return hand.act("screening.reopened", 1)
                .touch(person, RecordKind.PERSON.id(), Action.ANY)
                .clear(Track.SCREENING.id(), Track.State.PART.id())
                .seal(person, "reopened", Map.of("reason", reason))
                .build();
    }

    /** Children and urgent needs first, then the longest wait; ties by token. */
    private static final Comparator<Entry> ORDER = Comparator.comparingInt(Screening::urgency)
            .thenComparing(e -> e.since(Track.REGISTRATION))
            .thenComparing(Entry::token);

    private static int urgency(Entry entry) {
        if (entry.isChild()) {
            return 0;
        }
        return entry.urgent().isEmpty() ? 2 : 1;
    }

    private static boolean isWaiting(Entry entry) {
        return entry.kind() == RecordKind.PERSON && entry.state().equals("here") && entry.track(Track.SCREENING) != Track.State.DONE;
    }

    /** The viewer's queue, in order. */
    public List<Entry> queue(Viewer viewer, int limit) {
        foundation.authoriser().require(viewer, Permission.SCREENING_SEE);
        return roster.over(viewer, all -> all.filter(Screening::isWaiting).sorted(ORDER).limit(limit).toList());
    }

    /**
     * How many were called, interviewed, decided and wait, and how many left unscreened. Decisions are never summed by
     * outcome.
     */
    public record Counts(long called, long interviewed, long decided, long waiting, long leftUnscreened) {}

    /** The counts over the whole operation; small numbers are the page's duty. */
    public Counts counts() {
        return roster.count(all -> {
            long called = 0;
            long interviewed = 0;
            long decided = 0;
            long waiting = 0;
            long left = 0;
            for (Entry entry : all) {
                if (entry.kind() != RecordKind.PERSON) {
                    continue;
                }
                Track.State state = entry.track(Track.SCREENING);
                called += state == Track.State.OPEN ? 0 : 1;
                interviewed += state == Track.State.PART || state == Track.State.DONE ? 1 : 0;
                decided += state == Track.State.DONE ? 1 : 0;
                waiting += isWaiting(entry) ? 1 : 0;
                left += entry.unscreened().isEmpty() ? 0 : 1;
            }
            return new Counts(called, interviewed, decided, waiting, left);
        });
    }

    /** Since when the longest waiting person of the viewer waits, if anybody does. */
    public java.util.Optional<Instant> longestWait(Viewer viewer) {
        foundation.authoriser().require(viewer, Permission.SCREENING_SEE);
        return roster.over(viewer, all -> all.filter(Screening::isWaiting).map(e -> e.since(Track.REGISTRATION)).min(Comparator.naturalOrder()));
    }
}
