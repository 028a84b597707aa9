package org.moei.disruption.received;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.Entry;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Picture;
import org.moei.disruption.picture.Source;
import org.moei.disruption.threats.WatchItem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.gate.passage.Direction;
import org.moei.gate.passage.Inbox;
import org.moei.gate.passage.Message;
import org.moei.gate.passage.MessageKind;
import org.moei.gate.passage.Outbox;
import org.moei.gate.statement.PassedAnswer;
import org.moei.gate.statement.PassedStatement;
import org.moei.gate.statement.RecallList;
import org.moei.gate.statement.RecallReport;
import org.moei.gate.statement.Statement;
import org.moei.gate.statistics.WeeklyTable;

/** Takes the other wing's passage in, shows what stands, and takes back what was recalled with all that was derived from it. */
public final class Received {
    /** How old the recall list may be, where nothing else is set. */
    public static final Duration LIMIT = Duration.ofHours(24);

    /** Keys of sources that are statements begin so; an entry that stands on one says it by its source. */
    static final String SOURCE = "gate-";

    /** Clocks of two hosts may differ by this much; a list from further in the future proves nothing. */
    private static final Duration CLOCKS = Duration.ofHours(1);

    private final WingFoundation foundation;
    private final Picture picture;
    private final List<EntryType<?>> types;
    private final InstantSource clock;
    private final Duration limit;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Shares shares;
    private final WitnessRequests requests;
    private @Nullable Known known;

    /** Follows the wing's journal, and hides in the picture what stands on statements that may not be shown. */
    public Received(WingFoundation foundation, Picture picture, List<EntryType<?>> types, InstantSource clock, Duration limit) {
        this.foundation = foundation;
        this.picture = picture;
        this.types = List.copyOf(types);
        this.clock = clock;
        this.limit = limit;
        this.inbox = new Inbox(foundation, Direction.TO_DISRUPTION);
        this.outbox = new Outbox(foundation, Direction.TO_PROTECTION);
        this.shares = new Shares(foundation);
        this.requests = new WitnessRequests(foundation, outbox, this, clock);
        List.of(inbox, outbox, shares).forEach(foundation.journal()::follow);
        picture.hideWhile(content -> content.basis().source().startsWith(SOURCE) && !isShown(content.basis().source().substring(SOURCE.length())));
    }

    /** All that was taken, as of so many messages. */
    private record Known(long messages, Map<String, PassedStatement> statements, Set<String> recalled, Optional<Instant> listMade, Map<String, PassedAnswer> answers, List<WeeklyTable> tables) {}

    private synchronized Known known() {
        if (!foundation.vault().isOpen()) {
            known = null;
            throw Problem.of(Problem.Kind.SEALED, "received-sealed", "What came through the gate is sealed.").withAdvice("the officers have not unlocked it since the start.").asException();
        }
        Known now = known;
        if (now == null || now.messages() != inbox.size()) {
            now = read(inbox.list());
            known = now;
        }
        return now;
    }

    private static Known read(List<Message> messages) {
        Map<String, PassedStatement> statements = new LinkedHashMap<>();
        Set<String> recalled = new TreeSet<>();
        Optional<Instant> made = Optional.empty();
        Map<String, PassedAnswer> answers = new LinkedHashMap<>();
        List<WeeklyTable> tables = new ArrayList<>();
        for (Message message : messages) {
            switch (message.kind()) {
                case STATEMENT -> {
                    PassedStatement passed = message.read(PassedStatement.class);
                    statements.put(passed.id(), passed);
                }
                case RECALL_LIST -> {
                    recalled.addAll(message.read(RecallList.class).recalled());
                    made = Optional.of(made.filter(m -> m.isAfter(message.made())).orElse(message.made()));
                }
                case WITNESS_ANSWER -> {
                    PassedAnswer answer = message.read(PassedAnswer.class);
                    answers.put(answer.request(), answer);
                }
                case STATISTICS -> tables.add(message.read(WeeklyTable.class));
                case WITNESS_REQUEST, RECALL_REPORT -> {}
            }
        }
        return new Known(messages.size(), statements, recalled, made, answers, tables);
    }

    /** Whether the recall list is young enough that what came through the gate may be shown. */
    public boolean isFresh() {
        Instant now = clock.instant();
        return known().listMade().map(made -> !now.isAfter(made.plus(limit)) && !made.isAfter(now.plus(CLOCKS))).orElse(false);
    }

    private boolean isShown(String id) {
        PassedStatement passed = known().statements().get(id);
        return passed != null && isFresh() && stands(passed);
    }

    private boolean stands(PassedStatement passed) {
        return !known().recalled().contains(passed.id()) && !LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).isAfter(LocalDate.parse(passed.until()));
    }

    /**
     * A statement on a page.
     *
     * @param source the key by which an entry of the picture says that it stands on it
     * @param derived how many entries do
     */
    public record Shown(String id, Statement statement, String grade, LocalDate until, String source, int derived) {}

    /**
     * The page of statements.
     *
     * @param fresh false: the recall list is too old or missing, and nothing is shown
     * @param listMade when the newest recall list was made
     * @param limit how old it may be
     * @param recalled how many statements were recalled so far
     */
    public record StatementsPage(boolean fresh, Optional<Instant> listMade, Duration limit, List<Shown> statements, List<WeeklyTable> tables, int recalled, Optional<String> sender) {}

    /** What stands of what came through the gate. */
    public StatementsPage page(Viewer viewer) {
        picture.require(viewer, Permission.STATEMENTS_SEE);
        Known all = known();
        boolean fresh = isFresh();
        List<Shown> shown = new ArrayList<>();
        if (fresh) {
            for (PassedStatement passed : all.statements().values()) {
                if (stands(passed)) {
                    shown.add(new Shown(passed.id(), passed.statement(), passed.statement().grade(), LocalDate.parse(passed.until()), SOURCE + passed.id(), derived(passed.id()).size()));
                }
            }
        }
        shown.sort(Comparator.comparing((Shown s) -> s.statement().compound()).thenComparing(s -> s.statement().period().first()).thenComparing(Shown::id));
        foundation.accessLog().read(viewer, "statements", shown.stream().map(s -> UUID.fromString(s.id())).toList());
        return new StatementsPage(fresh, all.listMade(), limit, shown, fresh ? all.tables() : List.of(), all.recalled().size(), inbox.fingerprint());
    }

    /** Entries that stand on a statement and were not taken back, its source entry left out. */
    private List<Derived<?>> derived(String id) {
        List<Derived<?>> all = new ArrayList<>();
        for (EntryType<?> type : types) {
            add(type, id, all);
        }
        return all.stream().filter(d -> !d.entry().withdrawn() && !d.type().equals(Source.TYPE)).toList();
    }

    private record Derived<T extends Content>(EntryType<T> type, Entry<T> entry) {
        Action withdraw(Picture picture, Hand hand) {
            return picture.withdraw(hand, type, entry, "The statement through the gate was recalled.");
        }
    }

    private <T extends Content> void add(EntryType<T> type, String id, List<Derived<?>> all) {
        for (Entry<T> entry : picture.listForRecall(type.content())) {
            if (entry.content().basis().source().equals(SOURCE + id)) {
                all.add(new Derived<>(type, entry));
            }
        }
    }

    /** Confirms the sender's key, whose fingerprint a person compared with what the other wing's page shows. Once. */
    public void confirm(Hand hand, Path file, String fingerprint) {
        picture.require(hand.viewer(), Permission.GATE_READ);
        foundation.journal().append(inbox.confirm(hand, file, fingerprint));
    }

    /** Confirms the sender's key where both wings stand on one host and share it. */
    public void confirm(Hand hand, byte[] publicKey) {
        picture.require(hand.viewer(), Permission.GATE_READ);
        foundation.journal().append(inbox.confirm(hand, publicKey));
    }

    /** Takes a passage file in, and takes back what stands on statements that it recalls. */
    public Inbox.Taken take(Hand hand, Path file) {
        picture.require(hand.viewer(), Permission.GATE_READ);
        return recalling(hand, inbox.take(hand, file));
    }

    /** The same from bytes, as a connection gives them. */
    public Inbox.Taken take(Hand hand, byte[] bytes) {
        picture.require(hand.viewer(), Permission.GATE_READ);
        return recalling(hand, inbox.take(hand, bytes));
    }

    /** How many messages of the other wing were taken: where a pull goes on. */
    public long taken() {
        return inbox.size();
    }

    /** The other wing's confirmed key, as two people read it to each other. */
    public Optional<String> otherFingerprint() {
        return inbox.fingerprint();
    }

    /** Harmless to repeat: what was taken back already is passed over, and a report is sent only for what is new. */
    private Inbox.Taken recalling(Hand hand, Inbox.Taken taken) {
        List<Action> actions = new ArrayList<>();
        for (Message message : taken.messages()) {
            if (message.kind() == MessageKind.STATEMENT) {
                PassedStatement passed = message.read(PassedStatement.class);
                if (!known().recalled().contains(passed.id())) {
                    actions.add(picture.record(hand, Source.TYPE, source(passed), Action.ANY));
                }
            }
        }
        List<Message.Draft> reports = new ArrayList<>();
        for (String id : known().recalled()) {
            List<Derived<?>> all = new ArrayList<>();
            types.forEach(type -> add(type, id, all));
            List<Derived<?>> standing = all.stream().filter(d -> !d.entry().withdrawn()).toList();
            standing.forEach(d -> actions.add(d.withdraw(picture, hand)));
            if (!standing.isEmpty()) {
                reports.add(report(id, (int) standing.stream().filter(d -> !d.type().equals(Source.TYPE)).count(), ""));
            }
        }
        actions.addAll(outbox.pass(hand, reports));
        foundation.journal().append(actions);
        return taken;
    }

    private static Source source(PassedStatement passed) {
        return new Source(SOURCE + passed.id(), "Statement through the gate: " + passed.statement().compound() + ", " + passed.statement().period(), "", Source.Kind.UNVERIFIED, Source.Seen.TEXT);
    }

    /** @param now the partner who confirms in the same step, or empty */
    private Message.Draft report(String id, int withdrawn, String now) {
        List<Shares.Share> all = shares.of(id);
        List<String> told = all.stream().filter(s -> s.reached() || s.partner().equals(now)).map(Shares.Share::partner).toList();
        List<String> not = all.stream().map(Shares.Share::partner).filter(partner -> !told.contains(partner)).toList();
        return new Message.Draft(MessageKind.RECALL_REPORT, clock.instant().truncatedTo(java.time.temporal.ChronoUnit.HOURS), new RecallReport(id, withdrawn, told, not));
    }

    /**
     * Keeps that something derived from a statement was given to a partner, so that a recall can reach it.
     *
     * @throws org.moei.base.ProblemException {@code DENIED} for a statement that is not shown
     */
    public void shared(Hand hand, String id, String partner) {
        picture.require(hand.viewer(), Permission.PICTURE_EDIT);
        if (!isShown(id)) {
            throw Authoriser.denied();
        }
        foundation.journal().append(shares.share(hand, id, partner));
    }

    /** Keeps that a partner confirmed a recall, and tells the other wing. */
    public void reached(Hand hand, String id, String partner) {
        picture.require(hand.viewer(), Permission.PICTURE_EDIT);
        if (!known().recalled().contains(id) || shares.of(id).stream().noneMatch(s -> s.partner().equals(partner))) {
            throw Authoriser.denied();
        }
        List<Action> actions = new ArrayList<>(List.of(shares.reach(hand, id, partner)));
        actions.addAll(outbox.pass(hand, List.of(report(id, 0, partner))));
        foundation.journal().append(actions);
    }

    /**
     * A recalled statement of which something was given away.
     *
     * @param notReached partners who have not confirmed the recall
     */
    public record Recall(String id, List<String> told, List<String> notReached) {}

    /** Recalls that had to reach somebody, those with open ends first. */
    public List<Recall> recalls(Viewer viewer) {
        picture.require(viewer, Permission.STATEMENTS_SEE);
        return known().recalled().stream()
                .filter(id -> !shares.of(id).isEmpty())
                .map(id -> new Recall(id, shares.of(id).stream().filter(Shares.Share::reached).map(Shares.Share::partner).toList(),
                        shares.of(id).stream().filter(s -> !s.reached()).map(Shares.Share::partner).toList()))
                .sorted(Comparator.comparing((Recall r) -> r.notReached().isEmpty()).thenComparing(Recall::id))
                .toList();
    }

    /** A STIX 2.1 bundle of the watch items that stand or stood on a statement; {@code revoked} where it was recalled or one was taken back. */
    public byte[] stix(Viewer viewer, String id) {
        picture.require(viewer, Permission.STATEMENTS_SEE);
        boolean recalled = known().recalled().contains(id);
        if (!recalled && !isShown(id)) {
            throw Authoriser.denied();
        }
        List<Entry<WatchItem>> items = picture.listForRecall(WatchItem.class).stream().filter(e -> e.content().basis().source().equals(SOURCE + id)).toList();
        foundation.accessLog().read(viewer, "statement-stix", items.stream().map(Entry::record).toList());
        return StixBundle.of(id, items, recalled);
    }

    /** A basis that stands on a statement, for an entry that is derived from it. */
    public Basis basis(Viewer viewer, String id) {
        picture.require(viewer, Permission.STATEMENTS_SEE);
        PassedStatement passed = known().statements().get(id);
        if (passed == null || !isShown(id)) {
            throw Authoriser.denied();
        }
        return Basis.of(SOURCE + id, passed.statement().grade(), "");
    }

    Optional<PassedAnswer> answer(String request) {
        return isFresh() ? Optional.ofNullable(known().answers().get(request)) : Optional.empty();
    }

    /** Questions to witnesses. */
    public WitnessRequests requests() {
        return requests;
    }

    /** What goes back: for a connection to pull from any message on. Holds questions and recall reports. */
    public Outbox outbox() {
        return outbox;
    }

    /** Brings a passage file to the end of what goes back. */
    public long write(Hand hand, Path file) {
        picture.require(hand.viewer(), Permission.GATE_READ);
        return outbox.bring(file);
    }
}
