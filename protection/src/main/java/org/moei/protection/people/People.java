package org.moei.protection.people;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Holding;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Scope;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Json;
import org.moei.foundation.journal.Receipt;
import org.moei.foundation.journal.Recorded;
import org.moei.foundation.vault.Vault;

/**
 * Tokens and people: registering by token first, describing later, links that can be undone, and the sealed content of
 * one record for one who may see it. Every method that appends takes a {@link Hand} and asks the authoriser; reading is
 * logged before it returns.
 */
public final class People {
    /** Action types of what is decided about two records. */
    public static final String LINKED = PeopleProjector.LINKED;

    public static final String KEPT_APART = PeopleProjector.KEPT_APART;

    /** Action type of what destroys a record. */
    public static final String ERASED = Erasure.ERASED;

    /** How many people an account may open within an hour. */
    public static final int PEOPLE_AN_HOUR = 60;

    private static final int PEOPLE_AN_HOUR_IN_A_REHEARSAL = 2_000;

    private final WingFoundation foundation;
    private final Roster roster;
    private final boolean rehearsal;
    private final Held held;

    public People(WingFoundation foundation, Roster roster, boolean rehearsal) {
        this.foundation = foundation;
        this.roster = roster;
        this.rehearsal = rehearsal;
        this.held = new Held(foundation, roster);
    }

    /**
     * What is asked at the desk in the first thirty seconds. Empty means not asked, {@code ?} asked and not known.
     *
     * @param number of the token; the desk hands tokens out in order
     */
    public record Arrival(long number, String nationality, String sex, String ageBand, String language, String urgent, String howOut, String place, String group) {}

    /** The action that gives somebody a token, with the first tracks set. */
    public Action register(Hand hand, UUID record, Arrival arrival) {
        return registering(hand, record, arrival).build();
    }

    /** The same, to be completed with what else is kept at that moment. */
    public Action.Builder registering(Hand hand, UUID record, Arrival arrival) {
        foundation.authoriser().require(hand.viewer(), Permission.ARRIVAL_REGISTER);
        return hand.act("people.person-registered", 1)
                .touch(record, RecordKind.PERSON.id(), Action.NEW)
                .clear("token", Tokens.of(rehearsal, arrival.number()))
                .clear("nationality", arrival.nationality())
                .clear("sex", arrival.sex())
                .clear("age-band", arrival.ageBand())
                .clear("language", arrival.language())
                .clear("urgent", Health.clear(arrival.urgent()))
                .clear("how-out", arrival.howOut())
                .clear("holder-place", arrival.place())
                .clear("group", arrival.group())
                .clear("state", "here")
                .clear(Track.REGISTRATION.id(), Track.State.DONE.id());
    }

    /** The action that takes a token back that was given in error; the person's record stays and counts nowhere. */
    public Action takeBack(Hand hand, UUID record) {
        foundation.authoriser().require(hand.viewer(), Permission.ARRIVAL_REGISTER);
        return hand.act("people.person-taken-back", 1).touch(record, RecordKind.PERSON.id(), Action.ANY).clear("state", "taken-back").build();
    }

    /** The action that says something of a person; each content replaces the newest of its group. */
    public Action describe(Hand hand, UUID record, long base, Object... contents) {
        held.require(hand.viewer(), Permission.PERSON_EDIT, record);
        Action.Builder action = hand.act("people.person-described", 1).touch(record, kindOf(record).id(), base);
        for (Object content : contents) {
            action.seal(record, groupOf(content), content);
        }
        return action.build();
    }

    private RecordKind kindOf(UUID record) {
        return roster.system().find(record).map(Entry::kind).orElse(RecordKind.PERSON);
    }

    static String groupOf(Object content) {
        return switch (content) {
            case Description.Names names -> "names";
            case Description.Births births -> "births";
            case Description.Documents documents -> "documents";
            case Description.Contacts contacts -> "contacts";
            case Description.Notes notes -> "notes";
            default -> throw new IllegalArgumentException("There is no group of fields for " + content.getClass().getSimpleName() + ".");
        };
    }

    /** The action that says that two records are of one person.
     *
     * @param by {@code automatic} or {@code human}
     * @param probability 0 to 1, three digits are kept; NaN where a human needed none
     */
    public Action link(Hand hand, UUID left, UUID right, String by, double probability) {
        if (!by.equals("automatic")) {
            requireBoth(hand, left, right);
        }
        return linked(hand, left, right, by, probability);
    }

    private Action linked(Hand hand, UUID left, UUID right, String by, double probability) {
        return two(hand, PeopleProjector.LINKED, left, right, by).clear("probability", Double.isNaN(probability) ? "" : String.format(Locale.ROOT, "%.3f", probability)).build();
    }

    /** The action by which a tracing desk says that a request is about a record that it holds. */
    public Action linkRequest(Hand hand, UUID request, UUID record, double probability) {
        held.require(hand.viewer(), Permission.TRACING_ANSWER, request);
        held.require(hand.viewer(), Permission.TRACING_ANSWER, record);
        return linked(hand, request, record, "human", probability);
    }

    /**
     * The action that keeps an answer to a question of consent.
     *
     * @throws org.moei.base.ProblemException {@code REFUSED} where somebody under 18 says yes without a guardian and a step of the best-interest procedure
     */
    public Action consent(Hand hand, UUID person, String recipient, String purpose, Consents.Answer answer) {
        return consent(hand, Permission.CONSENT_RECORD, person, recipient, purpose, answer);
    }

    Action consent(Hand hand, Permission permission, UUID person, String recipient, String purpose, Consents.Answer answer) {
        held.require(hand.viewer(), permission, person);
        boolean child = roster.system().find(person).map(Entry::isChild).orElse(false);
        if (child && answer.state() == Consents.State.GIVEN && !answer.isGuarded()) {
            throw Problem.of(Problem.Kind.REFUSED, "child-alone", "A yes of somebody under 18 needs a guardian and a step of the best-interest procedure.")
                    .withAdvice("Name who spoke for the child, and on which step the yes rests.").asException();
        }
        return Consents.record(hand, person, recipient, purpose, answer);
    }

    /** The action that takes a link back. */
    public Action unlink(Hand hand, UUID left, UUID right) {
        requireBoth(hand, left, right);
        return two(hand, PeopleProjector.UNLINKED, left, right, "human").build();
    }

    /** The action that takes back a link which no person made: more records have come, and it does not stand out any more. */
    public Action unlinkAutomatic(Hand hand, UUID left, UUID right) {
        return two(hand, PeopleProjector.UNLINKED, left, right, "automatic").build();
    }

    /** The action that says that two records are of two people. */
    public Action keepApart(Hand hand, UUID left, UUID right) {
        requireBoth(hand, left, right);
        return two(hand, PeopleProjector.KEPT_APART, left, right, "human").build();
    }

    private void requireBoth(Hand hand, UUID left, UUID right) {
        held.require(hand.viewer(), Permission.PAIR_REVIEW, left);
        held.require(hand.viewer(), Permission.PAIR_REVIEW, right);
    }

    private Action.Builder two(Hand hand, String type, UUID left, UUID right, String by) {
        if (left.equals(right)) {
            throw Problem.of(Problem.Kind.WRONG_USE, "same-record", "A record cannot be linked to itself.").asException();
        }
        return hand.act(type, 1).touch(left, kindOf(left).id(), Action.ANY).touch(right, kindOf(right).id(), Action.ANY).clear("kind", by);
    }

    /** Sets who holds new records of a kind at a place ({@code *}: at every place): part of setting up an operation. */
    public Action rule(Hand hand, RecordKind kind, String place, String agency, String purpose) {
        return hand.act(PeopleProjector.SCOPE_RULED, 1)
                .clear("kind", kind.id())
                .clear("holder-place", place)
                .clear("holder-agency", agency)
                .clear("holder-purpose", purpose)
                .build();
    }

    /** Appends one action and waits for its receipt. */
    public Receipt keep(Action action) {
        return foundation.journal().append(action);
    }

    /**
     * The sealed content of a record by group, for one who may see it; the read is logged before it returns. Row-level
     * security stands behind the authoriser here: rows come through the viewer's scope.
     *
     * @throws org.moei.base.ProblemException {@code DENIED} in the same way for a hidden and an unknown record
     */
    public Map<String, byte[]> open(Viewer viewer, Permission permission, UUID record, String page) {
        Optional<Entry> entry = roster.find(viewer, record);
        if (entry.isEmpty() || !foundation.authoriser().permits(viewer, permission, entry.get().holdings())) {
            foundation.accessLog().denied(viewer, page, List.of(record));
            throw Authoriser.denied();
        }
        return read(viewer, WingFoundation.scope(viewer), entry.get(), page);
    }

    /**
     * The sealed content of a record that is in nobody's hands whom the viewer works for: behind glass that the viewer broke, for
     * the interview that the viewer interprets, or for a copy that its person asked for. Rows come through the scope of one who holds it.
     *
     * @param permission {@code BREAK_GLASS}, {@code SESSION_SEE} or {@code PERSON_COPY}
     * @throws org.moei.base.ProblemException {@code DENIED} in the same way for a hidden and an unknown record
     */
    public Map<String, byte[]> openOutside(Viewer viewer, Permission permission, UUID record, String page) {
        Optional<Entry> entry = roster.system().find(record).filter(e -> mayOutside(viewer, permission, e));
        Optional<Holding> holder = entry.flatMap(e -> e.holdings().stream().findFirst());
        if (holder.isEmpty()) {
            foundation.accessLog().denied(viewer, page, List.of(record));
            throw Authoriser.denied();
        }
        return read(viewer, new Scope(holder.get().agency(), Set.of(holder.get().place()), holder.get().purpose()), entry.orElseThrow(), page);
    }

    private boolean mayOutside(Viewer viewer, Permission permission, Entry entry) {
        if (entry.kind() != RecordKind.PERSON || !foundation.authoriser().permits(viewer, permission)) {
            return false;
        }
        return switch (permission) {
            case BREAK_GLASS -> foundation.grants().isBroken(viewer, entry.id());
            case SESSION_SEE -> foundation.grants().interprets(viewer, entry.id());
            // An officer gives copies of everybody; a case manager of those in the own hands.
            case PERSON_COPY -> viewer.role().permits(Permission.WATCH_SEE) || entry.holdings().stream().anyMatch(h -> h.admits(viewer));
            default -> false;
        };
    }

    /** Who may see a person, by the roster alone: what a page says of somebody without opening anything. */
    public Optional<Entry> findOutside(Viewer viewer, Permission permission, UUID record) {
        return roster.system().find(record).filter(e -> mayOutside(viewer, permission, e));
    }

    /** What is about health is left out unless the viewer may read it: here, so that no page has to think of it. */
    private Map<String, byte[]> read(Viewer viewer, Scope scope, Entry entry, String page) {
        UUID record = entry.id();
        boolean health = Health.admits(foundation, viewer, entry);
        foundation.watch().opening(viewer, record, rehearsal ? PEOPLE_AN_HOUR_IN_A_REHEARSAL : PEOPLE_AN_HOUR);
        record Part(String name, byte[] sealed) {}
        List<Part> parts = foundation.database().scoped(
                health ? scope.withHealth() : scope,
                client -> client.sql("select part, sealed from sealed_part where record_id = :record")
                        .param("record", record)
                        .query((rows, n) -> new Part(rows.getString(1), rows.getBytes(2)))
                        .list());
        foundation.accessLog().read(viewer, page, List.of(record));
        Map<String, byte[]> open = new HashMap<>();
        Vault vault = foundation.vault();
        for (Part part : parts) {
            open.put(part.name(), vault.openAbout(record, part.sealed()));
        }
        return health ? open : Health.without(open);
    }

    /**
     * The sealed content of several records for one page: one query through the viewer's scope, one entry of the access log.
     * Records that the viewer may not see are left out without a word, and so is what is about health: a page of several shows nobody's.
     */
    public Map<UUID, Map<String, byte[]>> openAll(Viewer viewer, Permission permission, Collection<UUID> records, String page) {
        List<UUID> seen = records.stream()
                .filter(id -> roster.find(viewer, id).map(e -> foundation.authoriser().permits(viewer, permission, e.holdings())).orElse(false))
                .toList();
        Map<UUID, Map<String, byte[]>> open = new HashMap<>();
        if (seen.isEmpty()) {
            return open;
        }
        record Part(UUID record, String name, byte[] sealed) {}
        List<Part> parts = foundation.database().scoped(
                WingFoundation.scope(viewer),
                client -> client.sql("select record_id, part, sealed from sealed_part where record_id in (:records)")
                        .param("records", seen)
                        .query((rows, n) -> new Part(rows.getObject(1, UUID.class), rows.getString(2), rows.getBytes(3)))
                        .list());
        foundation.accessLog().read(viewer, page, seen);
        for (Part part : parts) {
            open.computeIfAbsent(part.record(), r -> new HashMap<>()).put(part.name(), foundation.vault().openAbout(part.record(), part.sealed()));
        }
        open.replaceAll((record, content) -> Health.without(content));
        return open;
    }

    /** Reads a group of {@link #open}, or what {@code empty} gives where nothing was said. */
    public static <T> T read(Map<String, byte[]> open, String group, Class<T> type, T empty) {
        byte[] bytes = open.get(group);
        return bytes == null ? empty : Json.read(bytes, type);
    }

    /** The newest actions on a record that the viewer may see, newest first; sealed content is not opened. Notes on health are seen by those who may read them. */
    public List<Recorded> timeline(Viewer viewer, UUID record, long before, int limit) {
        Entry entry = roster.find(viewer, record).orElseThrow(Authoriser::denied);
        List<Recorded> actions = new ArrayList<>(foundation.journal().history(record, before, Math.min(limit, 200)));
        if (!Health.admits(foundation, viewer, entry)) {
            actions.removeIf(each -> each.envelope().type().equals(Health.NOTED));
        }
        return actions;
    }
}
