package org.moei.protection.testimony;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.gate.passage.Direction;
import org.moei.gate.passage.Inbox;
import org.moei.gate.passage.Message;
import org.moei.gate.passage.MessageKind;
import org.moei.gate.passage.Outbox;
import org.moei.gate.statement.Minimisation;
import org.moei.gate.statement.PassedStatement;
import org.moei.gate.statement.RecallList;
import org.moei.gate.statement.RecallReport;
import org.moei.gate.statement.Week;
import org.moei.gate.statistics.WeeklyTable;
import org.moei.protection.people.Roster;
import org.moei.protection.reception.ListBook;

/** The protection side of the gate, put together; what pages and commands use of it. */
public final class ProtectionGate {
    private final WingFoundation foundation;
    private final InstantSource clock;
    private final Compounds compounds;
    private final Stays stays;
    private final Testimony testimony;
    private final WitnessDesk witnesses;
    private final PresenceDesk presence;
    private final WeeklyFigures figures;
    private final Outbox outbox;
    private final Inbox inbox;

    /** Follows the wing's journal; the roster and the lists must follow it before. */
    public ProtectionGate(WingFoundation foundation, Roster roster, ListBook lists, InstantSource clock) {
        this.foundation = foundation;
        this.clock = clock;
        this.compounds = new Compounds(foundation);
        this.stays = new Stays(foundation, roster, compounds);
        PeopleNames names = new PeopleNames(foundation);
        Minimisation minimisation = new Minimisation(compounds::has, names, stays);
        this.testimony = new Testimony(foundation, roster, stays, minimisation, clock);
        this.outbox = new Outbox(foundation, Direction.TO_DISRUPTION);
        this.inbox = new Inbox(foundation, Direction.TO_PROTECTION);
        this.witnesses = new WitnessDesk(foundation, roster, stays, minimisation, inbox, outbox, clock);
        this.presence = new PresenceDesk(foundation, roster, clock);
        this.figures = new WeeklyFigures(roster, lists, outbox, clock);
        List.of(compounds, stays, testimony, presence, outbox, inbox).forEach(foundation.journal()::follow);
    }

    public Compounds compounds() {
        return compounds;
    }

    public Stays stays() {
        return stays;
    }

    public Testimony testimony() {
        return testimony;
    }

    public WitnessDesk witnesses() {
        return witnesses;
    }

    public PresenceDesk presence() {
        return presence;
    }

    /**
     * What a passage did.
     *
     * @param withdrawn statements that were withdrawn because consent is gone
     */
    public record Passed(int statements, int withdrawn, int recalled, int answers, int tables) {}

    /**
     * Passes what may leave, in one step: withdraws what has no consent any more, passes released statements, answers that are due, tables of closed
     * weeks, and the recall list as of now. To be called every hour and before each pull.
     */
    public Passed pass(Hand hand) {
        foundation.authoriser().require(hand.viewer(), Permission.TESTIMONY_RELEASE);
        List<Action> actions = new ArrayList<>(testimony.sweep(hand));
        int withdrawn = actions.size();
        Set<UUID> gone = new HashSet<>();
        actions.forEach(a -> a.touches().forEach(t -> gone.add(t.record())));
        List<Message.Draft> drafts = new ArrayList<>();
        List<Testimony.Ready> ready = testimony.ready(hand, gone);
        Instant week = Week.of(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)).monday().atStartOfDay(ZoneOffset.UTC).toInstant();
        for (Testimony.Ready each : ready) {
            actions.add(each.keep());
            drafts.add(new Message.Draft(MessageKind.STATEMENT, week, new PassedStatement(each.id(), each.statement(), each.until().toString())));
        }
        List<Message.Draft> answers = witnesses.due();
        List<Message.Draft> tables = figures.due();
        drafts.addAll(answers);
        drafts.addAll(tables);
        Set<String> recalled = testimony.recalled(gone);
        drafts.add(new Message.Draft(MessageKind.RECALL_LIST, clock.instant().truncatedTo(ChronoUnit.HOURS), RecallList.of(recalled)));
        actions.addAll(outbox.pass(hand, drafts));
        foundation.journal().append(actions);
        return new Passed(ready.size(), withdrawn, recalled.size(), answers.size(), tables.size());
    }

    /** Brings a passage file to the end of what was passed. */
    public long write(Hand hand, Path file) {
        foundation.authoriser().require(hand.viewer(), Permission.TESTIMONY_RELEASE);
        return outbox.bring(file);
    }

    /** What the passage holds: for a connection to pull from any message on. */
    public Outbox outbox() {
        return outbox;
    }

    /** Confirms the other wing's key, once. */
    public void confirm(Hand hand, byte[] publicKey) {
        foundation.authoriser().require(hand.viewer(), Permission.TESTIMONY_RELEASE);
        foundation.journal().append(inbox.confirm(hand, publicKey));
    }

    /** Confirms the key that a file names, whose fingerprint a person compared. */
    public void confirm(Hand hand, Path file, String fingerprint) {
        foundation.authoriser().require(hand.viewer(), Permission.TESTIMONY_RELEASE);
        foundation.journal().append(inbox.confirm(hand, file, fingerprint));
    }

    /** The other wing's confirmed key, as two people read it to each other. */
    public Optional<String> otherFingerprint() {
        return inbox.fingerprint();
    }

    /** Takes the other wing's passage in. */
    public Inbox.Taken take(Hand hand, Path file) {
        foundation.authoriser().require(hand.viewer(), Permission.TESTIMONY_RELEASE);
        return inbox.take(hand, file);
    }

    /** The same from bytes, as a connection gives them. */
    public Inbox.Taken take(Hand hand, byte[] bytes) {
        foundation.authoriser().require(hand.viewer(), Permission.TESTIMONY_RELEASE);
        return inbox.take(hand, bytes);
    }

    /** How many messages of the other wing were taken: where a pull goes on. */
    public long taken() {
        return inbox.size();
    }

    /** What the other wing did about a recalled statement: the newest report; empty where none came. */
    public Optional<RecallReport> report(Viewer viewer, String passedAs) {
        foundation.authoriser().require(viewer, Permission.TESTIMONY_SEE);
        return inbox.list().stream()
                .filter(m -> m.kind() == MessageKind.RECALL_REPORT)
                .map(m -> m.read(RecallReport.class))
                .filter(r -> r.statement().equals(passedAs))
                .reduce((first, second) -> second);
    }

    /** The weekly tables that left. */
    public List<WeeklyTable> tables(Viewer viewer) {
        foundation.authoriser().require(viewer, Permission.TESTIMONY_SEE);
        return figures.published();
    }
}
