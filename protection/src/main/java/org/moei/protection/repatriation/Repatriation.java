package org.moei.protection.repatriation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.journal.Action;
import org.moei.protection.people.Consents;
import org.moei.protection.people.Entry;
import org.moei.protection.people.Held;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Roster;
import org.moei.protection.people.Track;

/**
 * From a declaration made in private to home. Nobody is sent against their will: a seat needs a declaration, a packet
 * needs the consent to that embassy, a claim of fear stops both. Leaving unscreened needs a named override.
 */
public final class Repatriation {
    private final WingFoundation foundation;
    private final Roster roster;
    private final Held held;

    public Repatriation(WingFoundation foundation, Roster roster) {
        this.foundation = foundation;
        this.roster = roster;
        this.held = new Held(foundation, roster);
    }

    /** What somebody wants, asked in private. */
    public enum Wish {
        TRAVEL,
        NOT_YET,
        /** Goes to those who protect refugees; stops embassy contact and travel. */
        FEAR;

        public String id() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private Action.Builder step(Hand hand, UUID person, String type) {
        return hand.act("repatriation." + type, 1).touch(person, RecordKind.PERSON.id(), Action.ANY);
    }

    /** The action that keeps a wish. What was wished stays sealed: no column tells who fears. */
    public Action declare(Hand hand, UUID person, Wish wish, String words) {
        held.require(hand.viewer(), Permission.CONSENT_RECORD, person);
        return step(hand, person, "wish-declared").seal(person, "declaration", new Roster.DeclarationContent(wish.id(), words)).build();
    }

    /**
     * The action that sends a minimal consular packet.
     *
     * @throws org.moei.base.ProblemException {@code no-consent} without the person's consent to that embassy or after a claim of fear
     */
    public Action sendPacket(Hand hand, UUID person, String recipient) {
        Entry entry = held.require(hand.viewer(), Permission.PACKET_SEND, person);
        if (entry.fearsReturn() || !entry.hasConsent(Consents.OWN_EMBASSY, "packet")) {
            throw Problem.of(Problem.Kind.REFUSED, "no-consent", "Without the person's consent nothing goes to an embassy.").asException();
        }
        return step(hand, person, "packet-sent").clear("to", recipient).clear(Track.IDENTITY.id(), Track.State.WAIT.id()).build();
    }

    /** The action that keeps that identity is certain. */
    public Action confirmIdentity(Hand hand, UUID person, String by) {
        held.require(hand.viewer(), Permission.PACKET_SEND, person);
        return step(hand, person, "identity-confirmed").clear(Track.IDENTITY.id(), Track.State.DONE.id()).seal(person, "identity-confirmed", Map.of("by", by)).build();
    }

    /** The action that keeps that a state asked for more before it confirms. */
    public Action askAgain(Hand hand, UUID person, String by) {
        held.require(hand.viewer(), Permission.PACKET_SEND, person);
        return step(hand, person, "identity-asked-again").clear(Track.IDENTITY.id(), Track.State.PART.id()).clear("to", by).build();
    }

    /** The action that keeps a travel document. */
    public Action issueDocument(Hand hand, UUID person, String by) {
        held.require(hand.viewer(), Permission.PACKET_SEND, person);
        return step(hand, person, "document-issued").clear(Track.DOCUMENT.id(), Track.State.DONE.id()).seal(person, "document-issued", Map.of("by", by)).build();
    }

    /** The action that keeps that the journey is paid for. */
    public Action secureMoney(Hand hand, UUID person, String by) {
        held.require(hand.viewer(), Permission.PACKET_SEND, person);
        return step(hand, person, "money-secured").clear(Track.MONEY.id(), Track.State.DONE.id()).seal(person, "money", Map.of("by", by)).build();
    }

    /** The action that keeps a health or guardian step that travel waits for. */
    public Action clearForTravel(Hand hand, UUID person, String what) {
        held.require(hand.viewer(), Permission.CONSENT_RECORD, person);
        return step(hand, person, "travel-cleared").clear(Track.HEALTH.id(), Track.State.DONE.id()).seal(person, "cleared", Map.of("what", what)).build();
    }

    /**
     * A journey as planned.
     *
     * @param id short and unique in the operation
     * @param objective weighted days of waiting of the plan, {@code bound} below which no plan goes
     */
    public record Journey(String id, LocalDate date, String mode, String to, int seats, int filled, long objective, long bound, String boundMethod) {
        public double gap() {
            return objective == bound ? 0 : (objective - bound) / (double) Math.max(1, bound);
        }
    }

    /** The action that keeps a plan of a journey; it is about nobody. */
    public Action planJourney(Hand hand, Journey journey) {
        foundation.authoriser().require(hand.viewer(), Permission.JOURNEY_PLAN);
        return hand.act("repatriation.journey-planned", 1)
                .clear("journey", journey.id())
                .clear("date", journey.date().toString())
                .clear("mode", journey.mode())
                .clear("to", journey.to())
                .clear("seats", Integer.toString(journey.seats()))
                .clear("count", Integer.toString(journey.filled()))
                .clear("objective", Long.toString(journey.objective()))
                .clear("bound", Long.toString(journey.bound()))
                .sealForAgency("journey", Map.of("boundMethod", journey.boundMethod()))
                .build();
    }

    /**
     * The action that gives somebody a seat.
     *
     * @throws org.moei.base.ProblemException {@code no-declaration} without a free declaration or after a claim of fear
     */
    public Action giveSeat(Hand hand, UUID person, String journey) {
        Entry entry = held.require(hand.viewer(), Permission.JOURNEY_PLAN, person);
        if (!entry.declared() || entry.fearsReturn()) {
            throw Problem.of(Problem.Kind.REFUSED, "no-declaration", "A seat needs the person's own declaration.").asException();
        }
        return step(hand, person, "seat-given").clear(Track.SEAT.id(), Track.State.DONE.id()).clear("journey", journey).build();
    }

    /** The action that takes a seat back. */
    public Action takeSeatBack(Hand hand, UUID person) {
        held.require(hand.viewer(), Permission.JOURNEY_PLAN, person);
        return step(hand, person, "seat-taken-back").clear(Track.SEAT.id(), Track.State.OPEN.id()).build();
    }

    /** The action that keeps that the border lets somebody out. */
    public Action clearExit(Hand hand, UUID person) {
        held.require(hand.viewer(), Permission.JOURNEY_PLAN, person);
        return step(hand, person, "exit-cleared").clear(Track.EXIT.id(), Track.State.PART.id()).build();
    }

    /**
     * The action that keeps a departure.
     *
     * @param override who answers for leaving unscreened, by name of policy and office; empty where a team decided
     * @throws org.moei.base.ProblemException {@code unscreened} where nobody decided and nobody answers for it; {@code
     *     no-declaration} without a free declaration, after it was taken back, or after a claim of fear
     */
    public Action depart(Hand hand, UUID person, String override) {
        Entry entry = held.require(hand.viewer(), Permission.JOURNEY_PLAN, person);
        if (!entry.declared() || entry.fearsReturn()) {
            throw Problem.of(Problem.Kind.REFUSED, "no-declaration", "Nobody is sent home against their will.").asException();
        }
        if (!entry.track(Track.SCREENING).isSettled() && override.isBlank()) {
            throw Problem.of(Problem.Kind.REFUSED, "unscreened", "Nobody decided yet, and nobody answers for leaving unscreened.").asException();
        }
        Action.Builder action = step(hand, person, "departed").clear(Track.EXIT.id(), Track.State.DONE.id()).clear("state", "departed");
        if (!entry.track(Track.SCREENING).isSettled()) {
            action.clear("unscreened", override);
        }
        return action.build();
    }

    /** The action that keeps that somebody landed in the home state. */
    public Action land(Hand hand, UUID person) {
        held.require(hand.viewer(), Permission.JOURNEY_PLAN, person);
        return step(hand, person, "landed").clear("state", "landed").build();
    }

    /** The action that keeps that somebody is home. */
    public Action reachHome(Hand hand, UUID person) {
        held.require(hand.viewer(), Permission.JOURNEY_PLAN, person);
        return step(hand, person, "reached-home").clear("state", "home").build();
    }

    /**
     * How a state's people stand, for the readiness board.
     *
     * @param steps how many of those here have each track done
     * @param oldest since when the longest waiting of those without waits, by track
     */
    public record StateRow(String nationality, long here, long returned, Map<Track, Long> steps, Map<Track, Instant> oldest) {}

    private static final List<Track> STEPS = List.of(Track.SCREENING, Track.IDENTITY, Track.DOCUMENT, Track.MONEY, Track.SEAT, Track.EXIT);

    /** The board over the whole operation, the longest wait first. */
    public List<StateRow> board() {
        return roster.count(all -> {
            Map<String, StateRow> rows = new TreeMap<>();
            for (Entry entry : all) {
                if (entry.kind() != RecordKind.PERSON) {
                    continue;
                }
                StateRow before = rows.getOrDefault(entry.nationality(), new StateRow(entry.nationality(), 0, 0, new TreeMap<>(), new TreeMap<>()));
                boolean here = entry.state().equals("here");
                if (here) {
                    for (Track step : STEPS) {
                        if (entry.track(step).isSettled()) {
                            before.steps().merge(step, 1L, Long::sum);
                        } else {
                            before.oldest().merge(step, entry.since(Track.REGISTRATION), (a, b) -> a.isBefore(b) ? a : b);
                        }
                    }
                }
                rows.put(
                        entry.nationality(),
                        new StateRow(before.nationality(), before.here() + (here ? 1 : 0), before.returned() + (here ? 0 : 1), before.steps(), before.oldest()));
            }
            List<StateRow> board = new ArrayList<>(rows.values());
            board.sort(java.util.Comparator.comparing((StateRow r) -> r.oldest().values().stream().min(java.util.Comparator.naturalOrder()).orElse(Instant.MAX))
                    .thenComparing(StateRow::nationality));
            return board;
        });
    }
}
