package org.moei.protection.reception;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.moei.base.Progress;
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
import org.moei.foundation.vault.Vault;
import org.moei.linkage.api.Candidate;
import org.moei.linkage.api.Comparison;
import org.moei.linkage.api.LinkOptions;
import org.moei.linkage.api.LinkResult;
import org.moei.linkage.api.LinkageIndex;
import org.moei.linkage.api.Linker;
import org.moei.linkage.api.Pair;
import org.moei.linkage.api.PersonRecord;
import org.moei.protection.people.Entry;
import org.moei.protection.people.People;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Roster;

/**
 * Records that may be one person. What is unlocked is compared in memory; links are automatic only where a list row is on
 * one side, everything else waits for a human who may see both records. Asking tells nobody whether there was a match.
 */
public final class SamePerson implements Follower {
    private final WingFoundation foundation;
    private final Roster roster;
    private final People people;
    private final ListBook lists;
    private final RecordBook book;
    private List<Suggestion> suggestions = List.of();
    private Map<UUID, List<Candidate>> sought = Map.of();
    private int waiting;
    private final LinkageIndex rarity = new LinkageIndex();
    private int rarityRead;

    static final String COMPARED = "people.records-compared";
    private static final int MOST_KEPT = 5_000;
    private static final int MOST_SOUGHT = 5;
    private static final int MOST_FOR_RARITY = 20_000;

    /** A pair of records as kept. */
    record KeptPair(String left, String right, double probability) {}

    /**
     * What a run left for humans; sealed under the agency's key.
     *
     * @param open pairs in the review band, likeliest first
     * @param sought requests, each with a record that may be the one asked for
     */
    record Compared(List<KeptPair> open, List<KeptPair> sought, int waiting) {
        Compared {
            open = open == null ? List.of() : open;
            sought = sought == null ? List.of() : sought;
        }
    }

    /** A pair for a human to look at. */
    public record Suggestion(UUID left, UUID right, double probability) {}

    SamePerson(WingFoundation foundation, Roster roster, People people, ListBook lists) {
        this.foundation = foundation;
        this.lists = lists;
        this.book = new RecordBook(foundation.vault(), roster);
        this.roster = roster;
        this.people = people;
    }

    @Override
    public synchronized void follow(List<Recorded> actions) {
        Vault vault = foundation.vault();
        if (!vault.isOpen()) {
            return;
        }
        for (Recorded each : actions) {
            Envelope envelope = each.envelope();
            if (envelope.type().equals(COMPARED)) {
                envelope.findAgencyPart("pairs").flatMap(p -> vault.findOpen(p.sealed())).ifPresent(bytes -> read(Json.read(bytes, Compared.class)));
                continue;
            }
            if (envelope.type().startsWith("people.records-")) {
                book.decide(envelope);
            } else if (envelope.type().equals(People.ERASED)) {
                forget(envelope.touches().getFirst().record());
            } else {
                book.add(envelope);
            }
        }
    }

    private void forget(UUID record) {
        book.forget(record);
        suggestions = suggestions.stream().filter(s -> !s.left().equals(record) && !s.right().equals(record)).toList();
        synchronized (rarity) {
            rarity.remove(record.toString());
        }
    }

    /** Records that can be compared. */
    public synchronized int size() {
        return book.size();
    }

    /**
     * Compares all records and gives the actions that link automatically; pairs in the review band wait for a human.
     * The hand acts for the linkage purpose; nobody is shown a name.
     */
    public List<Action> run(Hand hand, Progress progress) {
        RecordBook.Snapshot now;
        synchronized (this) {
            now = book.snapshot();
        }
        if (now.records().size() < 2) {
            return List.of();
        }
        LinkResult result = Linker.link(List.copyOf(now.records().values()), LinkOptions.DEFAULT.withMinProbability(LinkOptions.REVIEW), progress);
        List<Suggestion> undecided = new ArrayList<>();
        Map<UUID, List<Candidate>> requests = new HashMap<>();
        for (Pair pair : result.pairs()) {
            UUID left = UUID.fromString(pair.id1());
            UUID right = UUID.fromString(pair.id2());
            if (isRequest(left) || isRequest(right)) {
                UUID request = isRequest(left) ? left : right;
                UUID found = request.equals(left) ? right : left;
                if (!isRequest(found)) {
                    requests.computeIfAbsent(request, r -> new ArrayList<>()).add(new Candidate(found.toString(), pair.probability()));
                }
            } else {
                undecided.add(new Suggestion(left, right, pair.probability()));
            }
        }
        AutomaticLinks.Outcome outcome = new AutomaticLinks(now, this::listOf, this::versionOf).choose(undecided);
        List<Action> actions = new ArrayList<>(changes(hand, now, outcome.links()));
        actions.add(hand.act(COMPARED, 1).clear("count", Integer.toString(outcome.open().size())).sealForAgency("pairs", kept(outcome.open(), requests)).build());
        return actions;
    }

    /** Links that are new; and those that an earlier run made with less to go by and that do not stand any more. */
    private List<Action> changes(Hand hand, RecordBook.Snapshot now, List<Suggestion> chosen) {
        List<Action> actions = new ArrayList<>();
        Set<PairOf> stands = new HashSet<>();
        for (Suggestion link : chosen) {
            PairOf pair = new PairOf(link.left(), link.right());
            if (stands.add(pair) && !now.decided().containsKey(pair)) {
                actions.add(people.link(hand, link.left(), link.right(), "automatic", link.probability()));
            }
        }
        now.decided().entrySet().stream()
                .filter(e -> e.getValue() == RecordBook.Decision.LINKED_AUTOMATICALLY && !stands.contains(e.getKey()))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparing(PairOf::left).thenComparing(PairOf::right))
                .forEach(pair -> actions.add(people.unlinkAutomatic(hand, pair.left(), pair.right())));
        return actions;
    }

    /** Whose list a record stands on, whatever the version; empty for a person with a token. */
    private String listOf(UUID record) {
        String version = versionOf(record);
        return version.isEmpty() ? "" : lists.find(UUID.fromString(version)).map(v -> v.agency() + "/" + v.about().name()).orElse(version);
    }

    private String versionOf(UUID record) {
        return roster.system().find(record).map(Entry::list).orElse("");
    }

    private static Compared kept(List<Suggestion> open, Map<UUID, List<Candidate>> requests) {
        List<KeptPair> pairs = open.stream().limit(MOST_KEPT).map(o -> new KeptPair(o.left().toString(), o.right().toString(), o.probability())).toList();
        List<KeptPair> found = new ArrayList<>();
        new java.util.TreeMap<>(requests).forEach((request, candidates) -> candidates.stream()
                .limit(MOST_SOUGHT)
                .forEach(c -> found.add(new KeptPair(request.toString(), c.id(), c.probability()))));
        return new Compared(pairs, found, open.size());
    }

    private void read(Compared compared) {
        suggestions = compared.open().stream().map(p -> new Suggestion(UUID.fromString(p.left()), UUID.fromString(p.right()), p.probability())).toList();
        Map<UUID, List<Candidate>> found = new HashMap<>();
        compared.sought().forEach(p -> found.computeIfAbsent(UUID.fromString(p.left()), r -> new ArrayList<>()).add(new Candidate(p.right(), p.probability())));
        sought = found;
        waiting = compared.waiting();
    }

    private boolean isRequest(UUID record) {
        return roster.system().find(record).map(e -> e.kind() == RecordKind.REQUEST).orElse(false);
    }

    /** Who may be the one that a family asks for, likeliest first, as of the last run; for the tracing desk. */
    public synchronized List<Candidate> candidates(UUID request) {
        return List.copyOf(sought.getOrDefault(request, List.of()));
    }

    /** Pairs in the review band that the viewer may see on both sides, likeliest first. */
    public List<Suggestion> suggestions(Viewer viewer, int limit) {
        foundation.authoriser().require(viewer, Permission.PAIR_REVIEW);
        List<Suggestion> all;
        synchronized (this) {
            all = suggestions;
        }
        return all.stream()
                .filter(s -> !isDecided(s))
                .filter(s -> roster.find(viewer, s.left()).isPresent() && roster.find(viewer, s.right()).isPresent())
                .limit(limit)
                .toList();
    }

    private synchronized boolean isDecided(Suggestion suggestion) {
        return book.isSettled(new PairOf(suggestion.left(), suggestion.right()));
    }

    /** Pairs in the review band, those beyond the {@value #MOST_KEPT} likeliest among them: a count, for the summary. */
    public synchronized int waiting() {
        return waiting - (int) suggestions.stream().filter(this::isDecided).count();
    }

    /**
     * Why two records are or are not the same person. Both are opened for the viewer, and that is logged.
     *
     * @throws org.moei.base.ProblemException {@code DENIED} unless the viewer may see both
     */
    public Comparison compare(Viewer viewer, UUID left, UUID right) {
        foundation.authoriser().require(viewer, Permission.PAIR_REVIEW);
        if (roster.find(viewer, left).isEmpty() || roster.find(viewer, right).isEmpty()) {
            foundation.accessLog().denied(viewer, "pair", List.of(left, right));
            throw Authoriser.denied();
        }
        foundation.accessLog().read(viewer, "pair", List.of(left, right));
        PersonRecord one;
        PersonRecord other;
        synchronized (this) {
            one = book.find(left);
            other = book.find(right);
        }
        if (one == null || other == null) {
            throw Authoriser.denied();
        }
        return rarity().compare(one, other, 0.5);
    }

    /** Reads how rare names are, so that the first pair that is looked at need not wait for it; to be called apart, it takes seconds. */
    public void prepare() {
        rarity();
    }

    /** How rare names and dates are among those who are here: the records that came first stand for all. */
    private LinkageIndex rarity() {
        List<PersonRecord> news;
        synchronized (this) {
            news = book.from(rarityRead, MOST_FOR_RARITY - rarityRead);
            rarityRead += news.size();
        }
        synchronized (rarity) {
            news.stream().filter(r -> !rarity.contains(r.id())).forEach(rarity::add);
        }
        return rarity;
    }
}
