package org.moei.protection.tracing;

import java.util.ArrayList;
import java.util.List;
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
import org.moei.foundation.journal.Recorded;
import org.moei.linkage.api.Candidate;
import org.moei.protection.people.Consents;
import org.moei.protection.people.Entry;
import org.moei.protection.people.Held;
import org.moei.protection.people.People;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Roster;
import org.moei.protection.reception.SamePerson;

/**
 * Families who look for somebody. Requests are matched blind; whoever asks is never told whether somebody is there, and a
 * family is told only after the person said yes.
 */
public final class Tracing implements Follower {
    /** Candidates that a desk is shown for a request. */
    public static final int CANDIDATES = 5;

    private final WingFoundation foundation;
    private final Roster roster;
    private final People people;
    private final Held held;
    private final SamePerson samePerson;
    private long told;

    public Tracing(WingFoundation foundation, Roster roster, People people, SamePerson samePerson) {
        this.foundation = foundation;
        this.roster = roster;
        this.people = people;
        this.held = new Held(foundation, roster);
        this.samePerson = samePerson;
    }

    @Override
    public synchronized void follow(List<Recorded> actions) {
        for (Recorded each : actions) {
            Envelope envelope = each.envelope();
            if (envelope.type().equals("tracing.family-told")) {
                told++;
            }
        }
    }

    /** Who may be the one asked for, likeliest first, for the system's own use. */
    public List<Candidate> candidates(UUID request) {
        return samePerson.candidates(request).stream().limit(CANDIDATES).toList();
    }

    /** Who may be the one asked for, of those whom the viewer may see. */
    public List<Candidate> candidates(Viewer viewer, UUID request) {
        foundation.authoriser().require(viewer, Permission.TRACING_SEE);
        if (roster.find(viewer, request).isEmpty()) {
            throw Authoriser.denied();
        }
        List<Candidate> seen = new ArrayList<>();
        for (Candidate candidate : candidates(request)) {
            if (roster.find(viewer, UUID.fromString(candidate.id())).isPresent()) {
                seen.add(candidate);
            }
        }
        return seen;
    }

    /** The action by which a desk says that a request is about somebody. */
    public Action find(Hand hand, UUID request, UUID record, double probability) {
        held.require(hand.viewer(), Permission.TRACING_ANSWER, request);
        return people.linkRequest(hand, request, record, probability);
    }

    /**
     * The action that keeps that a family was told.
     *
     * @throws org.moei.base.ProblemException {@code no-consent} unless the person allowed it
     */
    public Action tell(Hand hand, UUID request, UUID person) {
        Entry entry = held.require(hand.viewer(), Permission.TRACING_ANSWER, person);
        if (!entry.hasConsent(Consents.FAMILY, "told")) {
            throw Problem.of(Problem.Kind.REFUSED, "no-consent", "Without the person's consent a family is told nothing.").asException();
        }
        return hand.act("tracing.family-told", 1).touch(person, RecordKind.PERSON.id(), Action.ANY).seal(person, "told", Map.of("request", request.toString())).build();
    }

    /** Requests, how many are linked to somebody, how many families were told. */
    public record Counts(long requests, long found, long told) {}

    public Counts counts() {
        List<Entry> requests = roster.system().list(e -> e.kind() == RecordKind.REQUEST);
        long found = requests.stream().filter(r -> roster.system().cluster(r.id()).size() > 1).count();
        synchronized (this) {
            return new Counts(requests.size(), found, told);
        }
    }
}
