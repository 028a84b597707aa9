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
    private List<Suggestion> suggestions = List.of();
    private int linkedAt;

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
        synchronized (this) {
            all = new ArrayList<>(records.values());
            linkedAt = all.size();
        }
        if (all.size() < 2) {
            return List.of();
        }
        LinkResult result = Linker.link(all, LinkOptions.DEFAULT.withMinProbability(LinkOptions.REVIEW), progress);
        List<Action> links = new ArrayList<>();
        List<Suggestion> open = new ArrayList<>();
        Set<String> linked = new HashSet<>();
        for (Pair pair : result.pairs()) {
            UUID left = UUID.fromString(pair.id1());
            UUID right = UUID.fromString(pair.id2());
            boolean known;
            synchronized (this) {
                known = decided.containsKey(key(left, right));
            }
            if (known || !linked.add(key(left, right))) {
                continue;
            }
            boolean oneCluster = String.valueOf(result.clusters().get(pair.id1())).equals(result.clusters().get(pair.id2()));
            if (pair.probability() >= LinkOptions.AUTO && oneCluster && isAutomatic(left, right)) {
                links.add(people.link(hand, left, right, "automatic", pair.probability()));
            } else {
                open.add(new Suggestion(left, right, pair.probability()));
            }
        }
        synchronized (this) {
            suggestions = List.copyOf(open);
        }
        return links;
    }

    /** Two people with tokens, or a family's request, are for humans only. */
    private boolean isAutomatic(UUID left, UUID right) {
        Optional<RecordKind> one = roster.system().find(left).map(Entry::kind);
        Optional<RecordKind> other = roster.system().find(right).map(Entry::kind);
        boolean row = one.equals(Optional.of(RecordKind.LIST_ROW)) || other.equals(Optional.of(RecordKind.LIST_ROW));
        boolean request = one.equals(Optional.of(RecordKind.REQUEST)) || other.equals(Optional.of(RecordKind.REQUEST));
        return row && !request;
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


    /** All records of people and list rows, for the tracing desk's index; requests left out. */
    public synchronized List<PersonRecord> gallery() {
        List<PersonRecord> gallery = new ArrayList<>();
        records.forEach((id, record) -> {
            if (roster.system().find(id).map(e -> e.kind() != RecordKind.REQUEST).orElse(false)) {
                gallery.add(record);
            }
        });
        return gallery;
    }

    /** The record of a request, for tracing. */
    public synchronized Optional<PersonRecord> request(UUID request) {
        return Optional.ofNullable(records.get(request));
    }
}
