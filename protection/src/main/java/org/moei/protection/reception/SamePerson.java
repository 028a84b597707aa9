package org.moei.protection.reception;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.moei.protection.people.Description;
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
    private final Map<UUID, PersonRecord> records = new LinkedHashMap<>();
    private final Map<String, Boolean> decided = new HashMap<>();
    private final Map<String, UUID> firstOfRow = new HashMap<>();
    private final Map<UUID, UUID> repeats = new LinkedHashMap<>();
    private final Map<String, Integer> seenInVersion = new HashMap<>();
    private List<Suggestion> suggestions = List.of();
    private Map<UUID, List<Candidate>> sought = Map.of();
    private int linkedAt;

    static final String COMPARED = "people.records-compared";
    private static final int MOST_KEPT = 5_000;
    private static final int MOST_SOUGHT = 5;

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

    SamePerson(WingFoundation foundation, Roster roster, People people) {
        this.foundation = foundation;
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
                List<UUID> two = envelope.touches().stream().map(Action.Touch::record).sorted().toList();
                decided.put(key(two.get(0), two.get(1)), true);
                continue;
            }
            for (Envelope.SealedPart part : envelope.parts()) {
                if (part.about().isPresent() && part.group().equals("row")) {
                    UUID record = part.about().get();
                    vault.findOpen(part.sealed()).ifPresent(bytes -> addRow(record, envelope, Json.read(bytes, RowActions.RowContent.class)));
                } else if (part.about().isPresent() && part.group().equals("names") && !records.containsKey(part.about().get())) {
                    addDescribed(part.about().get(), envelope, vault);
                }
            }
        }
    }

    private static String key(UUID left, UUID right) {
        return left.compareTo(right) < 0 ? left + "/" + right : right + "/" + left;
    }

    private void addRow(UUID record, Envelope envelope, RowActions.RowContent content) {
        if (envelope.findTouched(RecordKind.LIST_ROW.id()).isPresent()) {
            // A row that stands again in the next version of a list, word for word, is that row; a second one within a version is not.
            Map<String, List<String>> values = new java.util.TreeMap<>(content.values());
            values.remove("id");
            String row = envelope.agency() + values;
            int occurrence = seenInVersion.merge(envelope.clear("list") + row, 1, Integer::sum);
            UUID first = firstOfRow.putIfAbsent(row + "#" + occurrence, record);
            if (first != null) {
                repeats.put(record, first);
                return;
            }
        }
        Optional<LocalDate> day = Optional.of(LocalDate.parse(content.date()));
        records.put(record, PersonRecord.from(RowActions.raw(record, content), Set.of(), day));
    }

    /** Somebody who was registered by hand: names, births and documents that came in the same action. */
    private void addDescribed(UUID record, Envelope envelope, Vault vault) {
        PersonRecord.Builder builder = PersonRecord.of(record.toString());
        LocalDate day = LocalDate.ofInstant(envelope.happened(), java.time.ZoneOffset.UTC);
        envelope.findPart(record, "names")
                .flatMap(p -> vault.findOpen(p.sealed()))
                .ifPresent(b -> Json.read(b, Description.Names.class).names().forEach(n -> builder.name(n.written())));
        envelope.findPart(record, "births").flatMap(p -> vault.findOpen(p.sealed())).ifPresent(b -> Json.read(b, Description.Births.class).births().forEach(birth -> {
            if (birth.kind().equals("age")) {
                builder.age(birth.written(), Optional.of(day));
            } else {
                builder.birthDate(birth.written());
            }
        }));
        envelope.findPart(record, "documents")
                .flatMap(p -> vault.findOpen(p.sealed()))
                .ifPresent(b -> Json.read(b, Description.Documents.class).documents().forEach(d -> builder.document(d.number())));
        roster.system().find(record).ifPresent(entry -> {
            builder.nationality(entry.nationality());
            builder.sex(entry.sex());
        });
        records.put(record, builder.build());
    }

    /** Records that came since the last run. */
    public synchronized int unlinked() {
        return records.size() - linkedAt;
    }

    /** Records that can be compared. */
    public synchronized int size() {
        return records.size();
    }

    /**
     * Compares all records and gives the actions that link automatically; pairs in the review band wait for a human.
     * The hand acts for the linkage purpose; nobody is shown a name.
     */
    public List<Action> run(Hand hand, Progress progress) {
        List<PersonRecord> all;
        List<Action> links = new ArrayList<>();
        synchronized (this) {
            all = new ArrayList<>(records.values());
            linkedAt = all.size();
            repeats.forEach((record, first) -> {
                if (!decided.containsKey(key(record, first))) {
                    links.add(people.link(hand, record, first, "automatic", 1));
                }
            });
        }
        if (all.size() < 2) {
            return links;
        }
        LinkResult result = Linker.link(all, LinkOptions.DEFAULT.withMinProbability(LinkOptions.REVIEW), progress);
        List<Suggestion> open = new ArrayList<>();
        Set<String> linked = new HashSet<>();
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
                continue;
            }
            boolean known;
            synchronized (this) {
                known = decided.containsKey(key(left, right));
            }
            if (known || !linked.add(key(left, right))) {
                continue;
            }
            if (pair.probability() >= LinkOptions.AUTO && isAutomatic(left, right) && isAdmitted(left, right)) {
                links.add(people.link(hand, left, right, "automatic", pair.probability()));
            } else {
                open.add(new Suggestion(left, right, pair.probability()));
            }
        }
        links.add(hand.act(COMPARED, 1).clear("count", Integer.toString(open.size())).sealForAgency("pairs", kept(open, requests)).build());
        return links;
    }

    private boolean isAdmitted(UUID left, UUID right) {
        PersonRecord one;
        PersonRecord other;
        synchronized (this) {
            one = records.get(left);
            other = records.get(right);
        }
        return one != null && other != null && LinkRule.admits(one, other);
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
    }

    private boolean isRequest(UUID record) {
        return roster.system().find(record).map(e -> e.kind() == RecordKind.REQUEST).orElse(false);
    }

    /** Two people with tokens are for humans only. */
    private boolean isAutomatic(UUID left, UUID right) {
        return isRow(left) || isRow(right);
    }

    private boolean isRow(UUID record) {
        return roster.system().find(record).map(e -> e.kind() == RecordKind.LIST_ROW).orElse(false);
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
        return decided.containsKey(key(suggestion.left(), suggestion.right()));
    }

    /** All pairs in the review band: a count, for the summary. */
    public synchronized int waiting() {
        return (int) suggestions.stream().filter(s -> !decided.containsKey(key(s.left(), s.right()))).count();
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
            one = records.get(left);
            other = records.get(right);
        }
        if (one == null || other == null) {
            throw Authoriser.denied();
        }
        LinkageIndex index = new LinkageIndex();
        return index.compare(one, other, 0.5);
    }
}
