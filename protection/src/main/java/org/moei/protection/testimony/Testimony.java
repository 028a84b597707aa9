package org.moei.protection.testimony;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
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
import org.moei.gate.statement.Minimisation;
import org.moei.gate.statement.Statement;
import org.moei.protection.people.Entry;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Roster;
import org.moei.protection.people.Track;

/**
 * Statements from their proposal to their recall. A case worker proposes one from an interview of a person who consented to testimony to the gate; two
 * keepers of the gate release it, neither of whom proposed it; it passes, expires, and can be withdrawn at any time, by a human or because consent was
 * revoked. No action names the person in clear: who it is stands inside the statement's sealed part, sealed once more under the person's own key.
 */
public final class Testimony implements Follower {
    /** The consent that is asked for: recipient and purpose. */
    public static final String RECIPIENT = "gate";

    /** The consent that is asked for: recipient and purpose. */
    public static final String PURPOSE = "testimony";

    /** How many release a statement. */
    public static final int KEEPERS = 2;

    /** Longest life of a statement, in days. */
    public static final int LONGEST_DAYS = 365;

    static final String PASSED = "testimony.statement-passed";
    private static final String PROPOSED = "testimony.statement-proposed";
    private static final String RELEASED = "testimony.statement-released";
    private static final String WITHDRAWN = "testimony.statement-withdrawn";
    private static final String ROLE = "statement";

    private final WingFoundation foundation;
    private final Roster roster;
    private final Stays stays;
    private final Minimisation minimisation;
    private final InstantSource clock;
    private final Map<UUID, Proposal> proposals = new LinkedHashMap<>();

    Testimony(WingFoundation foundation, Roster roster, Stays stays, Minimisation minimisation, InstantSource clock) {
        this.foundation = foundation;
        this.roster = roster;
        this.stays = stays;
        this.minimisation = minimisation;
        this.clock = clock;
    }

    /** Whence a statement is; the sealed bytes open with the person's key only. */
    record Origin(String person) {}

    /** Inside {@link Origin}. */
    record Witness(String person) {}

    record Release(String remark) {}

    /** Under which id a statement is known on the other side. */
    record Passage(String id) {}

    /** A withdrawal as kept. */
    record Withdrawal(StatementView.Reason reason, @Nullable String words) {}

    @Override
    public synchronized void follow(List<Recorded> actions) {
        for (Recorded each : actions) {
            Envelope envelope = each.envelope();
            Optional<UUID> record = envelope.findTouched(ROLE);
            if (record.isEmpty()) {
                continue;
            }
            UUID id = record.get();
            if (envelope.type().equals(PROPOSED)) {
                proposals.put(id, new Proposal(id, sealed(envelope, id, "statement"), sealed(envelope, id, "origin"), each));
            }
            Proposal proposal = proposals.get(id);
            if (proposal == null) {
                continue;
            }
            proposal.version = each.position();
            switch (envelope.type()) {
                case RELEASED -> {
                    if (!proposal.releasedBy.contains(envelope.actor()) && !proposal.proposer.equals(envelope.actor())) {
                        proposal.releasedBy.add(envelope.actor());
                    }
                }
                case PASSED -> proposal.passage = sealed(envelope, id, "passage");
                case WITHDRAWN -> proposal.withdrawal = sealed(envelope, id, "withdrawal");
                default -> {}
            }
        }
    }

    private static byte[] sealed(Envelope envelope, UUID record, String group) {
        return envelope.findPart(record, group).map(Envelope.SealedPart::sealed).orElse(new byte[0]);
    }

    /**
     * The action that proposes a statement.
     *
     * @param until the last day on which anybody shows it
     * @throws ProblemException {@code DENIED}, or {@code REFUSED}: {@code no-consent}, {@code not-interviewed}, {@code child}, {@code not-there}, {@code expiry},
     *     or what {@link Minimisation#check} refuses
     */
    public Action propose(Hand hand, UUID person, Statement statement, LocalDate until) {
        foundation.authoriser().require(hand.viewer(), Permission.TESTIMONY_PROPOSE);
        Entry entry = roster.find(hand.viewer(), person).filter(e -> e.kind() == RecordKind.PERSON).orElseThrow(Authoriser::denied);
        if (!entry.hasConsent(RECIPIENT, PURPOSE)) {
            throw refuse("no-consent", "Without the person's consent to testimony nothing goes to the gate.", "it was asked for another recipient or purpose.");
        }
        if (entry.track(Track.SCREENING) != Track.State.PART && entry.track(Track.SCREENING) != Track.State.DONE) {
            throw refuse("not-interviewed", "A statement comes from an interview, and none was kept.", "the interview was not kept yet.");
        }
        if (entry.isChild()) {
            throw refuse("child", "A child's statement does not go to the gate.", "a grown-up said it too.");
        }
        LocalDate today = today();
        if (!until.isAfter(today) || until.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw refuse("expiry", "A statement expires on a day after today and within " + LONGEST_DAYS + " days.", "a few months are enough.");
        }
        checked(hand.viewer(), statement);
        if (!stays.wasThrough(person, statement.compound(), statement.period())) {
            throw refuse("not-there", "The person did not say to have been at this compound through these weeks.", "it is hearsay, or the stay was not kept yet.");
        }
        UUID action = hand.ids().next();
        UUID record = hand.ids().next();
        byte[] witness = foundation.vault().sealForRecord(person, hand.viewer().agency(), action, "witness", Json.write(new Witness(person.toString())));
        return hand.act(action, PROPOSED, 1)
                .touch(record, ROLE, Action.NEW)
                .clear("until", until.toString())
                .seal(record, "statement", statement)
                .seal(record, "origin", new Origin(Base64.getEncoder().encodeToString(witness)))
                .build();
    }

    /** Refusals for a word that may be a name are logged: somebody could try names to learn who is known. */
    private void checked(Viewer viewer, Statement statement) {
        try {
            minimisation.check(statement);
        } catch (ProblemException e) {
            foundation.accessLog().denied(viewer, "testimony-" + e.problem().code(), List.of());
            throw e;
        }
    }

    /**
     * The action by which a keeper releases a statement. Everything is checked again, since people and consents change.
     *
     * @param base {@link StatementView#version()} that the keeper had read
     * @throws ProblemException {@code own-proposal}, {@code released-before}, {@code no-consent} and what {@link Minimisation#check} refuses
     */
    public Action release(Hand hand, UUID record, long base, String remark) {
        foundation.authoriser().require(hand.viewer(), Permission.TESTIMONY_RELEASE);
        Proposal proposal = get(record);
        UUID account = hand.viewer().account();
        if (proposal.proposer.equals(account)) {
            throw refuse("own-proposal", "Nobody releases what they proposed.", "two other keepers are on duty.");
        }
        if (proposal.releasedBy.contains(account)) {
            throw refuse("released-before", "You released it before; the second release is another person's.", "another keeper is on duty.");
        }
        if (proposal.isReleased() || proposal.isPassed()) {
            throw refuse("released", "Two released it already.", "it leaves with the next passage.");
        }
        hindrance(proposal).ifPresent(problem -> {
            throw problem.asException();
        });
        return hand.act(RELEASED, 1).touch(record, ROLE, base).seal(record, "release", new Release(remark)).build();
    }

    /** The action that withdraws a statement, whether it has passed or not. What has passed stands on the next recall list. */
    public Action withdraw(Hand hand, UUID record, String words) {
        Proposal proposal = get(record);
        if (!mayWithdraw(hand.viewer(), proposal)) {
            throw Authoriser.denied();
        }
        if (proposal.isWithdrawn()) {
            throw refuse("withdrawn", "It was withdrawn before.", "somebody else was faster.");
        }
        if (words.isBlank()) {
            throw refuse("reason-missing", "Withdrawing a statement needs a reason.", "the person said why.");
        }
        return withdrawal(hand, proposal, StatementView.Reason.OTHER, words);
    }

    private boolean mayWithdraw(Viewer viewer, Proposal proposal) {
        Authoriser authoriser = foundation.authoriser();
        return authoriser.permits(viewer, Permission.TESTIMONY_RELEASE) || (authoriser.permits(viewer, Permission.TESTIMONY_PROPOSE) && viewer.agency().equals(proposal.agency));
    }

    private static Action withdrawal(Hand hand, Proposal proposal, StatementView.Reason reason, String words) {
        return hand.act(WITHDRAWN, 1).touch(proposal.record, ROLE, Action.ANY).seal(proposal.record, "withdrawal", new Withdrawal(reason, words)).build();
    }

    /** The actions that withdraw every statement whose witness has no consent any more, or was erased. Part of each passage; harmless to repeat. */
    public synchronized List<Action> sweep(Hand hand) {
        foundation.authoriser().require(hand.viewer(), Permission.TESTIMONY_RELEASE);
        List<Action> actions = new ArrayList<>();
        for (Proposal proposal : proposals.values()) {
            if (!proposal.isWithdrawn()) {
                reasonGone(proposal).ifPresent(reason -> actions.add(withdrawal(hand, proposal, reason, "")));
            }
        }
        return actions;
    }

    private Optional<StatementView.Reason> reasonGone(Proposal proposal) {
        Optional<UUID> witness = witness(proposal);
        if (witness.isEmpty()) {
            return Optional.of(StatementView.Reason.ERASED);
        }
        boolean consents = roster.system().find(witness.get()).map(e -> e.hasConsent(RECIPIENT, PURPOSE)).orElse(false);
        return consents ? Optional.empty() : Optional.of(StatementView.Reason.CONSENT_REVOKED);
    }

    private Optional<UUID> witness(Proposal proposal) {
        requireOpen();
        return foundation.vault().findOpen(proposal.origin)
                .flatMap(bytes -> foundation.vault().findOpen(Base64.getDecoder().decode(Json.read(bytes, Origin.class).person())))
                .map(bytes -> UUID.fromString(Json.read(bytes, Witness.class).person()));
    }

    private Optional<Problem> hindrance(Proposal proposal) {
        if (proposal.isWithdrawn()) {
            return Optional.of(problem("withdrawn", "It was withdrawn."));
        }
        if (reasonGone(proposal).isPresent()) {
            return Optional.of(problem("no-consent", "There is no consent to it any more."));
        }
        if (today().isAfter(proposal.until)) {
            return Optional.of(problem("expired", "It has expired."));
        }
        try {
            minimisation.check(statement(proposal));
            return Optional.empty();
        } catch (ProblemException e) {
            return Optional.of(e.problem());
        }
    }

    private Statement statement(Proposal proposal) {
        return Json.read(foundation.vault().open(proposal.statement), Statement.class);
    }

    private synchronized Proposal get(UUID record) {
        Proposal proposal = proposals.get(record);
        if (proposal == null) {
            throw Authoriser.denied();
        }
        return proposal;
    }

    /** All statements, newest first: a keeper's queue, or those of a case worker's agency. Reading is logged. */
    public synchronized List<StatementView> list(Viewer viewer) {
        foundation.authoriser().require(viewer, Permission.TESTIMONY_SEE);
        requireOpen();
        boolean keeper = foundation.authoriser().permits(viewer, Permission.TESTIMONY_RELEASE);
        List<StatementView> views = new ArrayList<>();
        for (Proposal proposal : proposals.values()) {
            if (keeper || proposal.agency.equals(viewer.agency())) {
                views.add(view(viewer, proposal));
            }
        }
        foundation.accessLog().read(viewer, "testimony", views.stream().map(StatementView::record).toList());
        return views.reversed();
    }

    /** The statements from a person, for one who may see that person. */
    public synchronized List<StatementView> of(Viewer viewer, UUID person) {
        foundation.authoriser().require(viewer, Permission.TESTIMONY_PROPOSE);
        if (roster.find(viewer, person).isEmpty()) {
            throw Authoriser.denied();
        }
        List<StatementView> views = proposals.values().stream().filter(p -> witness(p).map(person::equals).orElse(false)).map(p -> view(viewer, p)).toList();
        foundation.accessLog().read(viewer, "testimony-of", List.of(person));
        return views;
    }

    private StatementView view(Viewer viewer, Proposal proposal) {
        Optional<Problem> hindrance = proposal.isPassed() && !proposal.isWithdrawn() ? Optional.empty() : hindrance(proposal);
        boolean mayRelease = foundation.authoriser().permits(viewer, Permission.TESTIMONY_RELEASE) && hindrance.isEmpty() && !proposal.isReleased()
                && !proposal.proposer.equals(viewer.account()) && !proposal.releasedBy.contains(viewer.account());
        return new StatementView(proposal.record, proposal.version, statement(proposal), proposal.agency, proposal.until, state(proposal), proposal.releasedBy.size(), mayRelease,
                !proposal.isWithdrawn() && mayWithdraw(viewer, proposal), hindrance, passedAs(proposal).orElse(""), reason(proposal));
    }

    private StatementView.State state(Proposal proposal) {
        if (proposal.isWithdrawn()) {
            return StatementView.State.WITHDRAWN;
        }
        if (today().isAfter(proposal.until)) {
            return StatementView.State.EXPIRED;
        }
        if (proposal.isPassed()) {
            return StatementView.State.PASSED;
        }
        return proposal.isReleased() ? StatementView.State.RELEASED : proposal.releasedBy.isEmpty() ? StatementView.State.PROPOSED : StatementView.State.RELEASED_ONCE;
    }

    private Optional<String> passedAs(Proposal proposal) {
        byte[] passage = proposal.passage;
        return passage == null ? Optional.empty() : foundation.vault().findOpen(passage).map(b -> Json.read(b, Passage.class).id());
    }

    private Optional<StatementView.Reason> reason(Proposal proposal) {
        byte[] withdrawal = proposal.withdrawal;
        return withdrawal == null ? Optional.empty() : foundation.vault().findOpen(withdrawal).map(b -> Json.read(b, Withdrawal.class).reason());
    }

    /**
     * A statement that may pass now.
     *
     * @param keep the action that keeps under which id it passed
     */
    record Ready(Statement statement, LocalDate until, String id, Action keep) {}

    /** Released statements that nothing hinders, each under a fresh id, in an order that does not tell when they were proposed. */
    synchronized List<Ready> ready(Hand hand, Set<UUID> withdrawnNow) {
        List<Ready> ready = new ArrayList<>();
        for (Proposal proposal : proposals.values()) {
            if (proposal.isReleased() && !proposal.isPassed() && !withdrawnNow.contains(proposal.record) && hindrance(proposal).isEmpty()) {
                String id = hand.ids().next().toString();
                Action keep = hand.act(PASSED, 1).touch(proposal.record, ROLE, proposal.version).seal(proposal.record, "passage", new Passage(id)).build();
                ready.add(new Ready(statement(proposal), proposal.until, id, keep));
            }
        }
        ready.sort(java.util.Comparator.comparing(r -> new String(Json.write(r.statement()), java.nio.charset.StandardCharsets.UTF_8)));
        return ready;
    }

    /** Ids on the other side of all that passed and was withdrawn, those included that are withdrawn in the same request. */
    synchronized Set<String> recalled(Set<UUID> withdrawnNow) {
        Set<String> ids = new TreeSet<>();
        for (Proposal proposal : proposals.values()) {
            if (proposal.isWithdrawn() || withdrawnNow.contains(proposal.record)) {
                passedAs(proposal).ifPresent(ids::add);
            }
        }
        return ids;
    }

    /** The day by the gate's own clock, from which a statement's last day is counted. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private void requireOpen() {
        if (!foundation.vault().isOpen()) {
            throw Problem.of(Problem.Kind.SEALED, "testimony-sealed", "Statements are sealed.").withAdvice("the officers have not unlocked it since the start.").asException();
        }
    }

    private static Problem problem(String code, String message) {
        return Problem.of(Problem.Kind.REFUSED, code, message);
    }

    private static RuntimeException refuse(String code, String message, String advice) {
        return problem(code, message).withAdvice(advice).asException();
    }
}
