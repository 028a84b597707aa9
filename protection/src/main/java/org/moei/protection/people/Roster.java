package org.moei.protection.people;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.moei.foundation.access.Holding;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Envelope;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Json;
import org.moei.foundation.journal.Recorded;
import org.moei.foundation.vault.Vault;

/**
 * The records in memory, as of the last action that was read. Everything that reads for somebody asks with the viewer;
 * the system's own purposes (linkage, planning) use {@link #system()} and show nobody a name.
 */
public final class Roster implements Follower {
    private final Vault vault;
    private final Map<UUID, Entry> entries = new LinkedHashMap<>();
    private final Map<String, UUID> tokens = new HashMap<>();
    private final Map<String, List<UUID>> lists = new TreeMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Map<UUID, Set<UUID>> linked = new HashMap<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final List<Waiting> waiting = new ArrayList<>();
    private long position;
    private long highestToken;

    /** Sealed content that decides what may be done and came while the vault was locked, in order. */
    private record Waiting(Entry entry, Envelope.SealedPart part) {}

    private record Rule(String kind, String place, String agency, String purpose) {}

    /** What a consent says, sealed under the person's key. */
    public record ConsentContent(
            String recipient, String purpose, String state, String words, String interpreter, String present, String withholdFrom, String guardian, String bestInterest) {
        /** Content kept before children's answers carried a guardian has none of the last two. */
        public ConsentContent {
            words = words == null ? "" : words;
            guardian = guardian == null ? "" : guardian;
            bestInterest = bestInterest == null ? "" : bestInterest;
        }
    }

    /** What a declaration or a claim of fear says, sealed under the person's key. */
    public record DeclarationContent(String wish, String words) {}

    public Roster(Vault vault) {
        this.vault = vault;
    }

    @Override
    public void follow(List<Recorded> actions) {
        lock.writeLock().lock();
        try {
            openWaiting();
            for (Recorded each : actions) {
                apply(each);
                position = each.position();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The position of the last action that was read. */
    public long position() {
        lock.readLock().lock();
        try {
            return position;
        } finally {
            lock.readLock().unlock();
        }
    }

    private void apply(Recorded each) {
        Envelope envelope = each.envelope();
        switch (envelope.type()) {
            case PeopleProjector.SCOPE_RULED -> rules.add(new Rule(
                    envelope.clear("kind"), envelope.clear("holder-place"), envelope.clear("holder-agency"), envelope.clear("holder-purpose")));
            case PeopleProjector.LINKED, PeopleProjector.UNLINKED, PeopleProjector.KEPT_APART -> link(envelope);
            case Erasure.ERASED -> envelope.touches().forEach(t -> forget(t.record()));
            default -> {}
        }
        long records = envelope.touches().stream().filter(t -> PeopleProjector.isRecord(t.role())).count();
        for (Action.Touch touch : envelope.touches()) {
            if (!PeopleProjector.isRecord(touch.role())) {
                continue;
            }
            Entry entry = entries.get(touch.record());
            boolean isNew = entry == null;
            if (entry == null) {
                entry = new Entry(touch.record(), RecordKind.of(touch.role()), envelope.happened());
                entry.agency = envelope.agency();
                boolean aboutHolding = envelope.type().equals(PeopleProjector.HELD) || envelope.type().equals(PeopleProjector.RELEASED);
                entry.place = aboutHolding ? envelope.place() : envelope.clear().getOrDefault("holder-place", envelope.place());
                entry.row = Long.parseLong(envelope.clear().getOrDefault("row", "0"));
                entries.put(touch.record(), entry);
            }
            entry.changed = envelope.happened();
            entry.version = each.position();
            if (records == 1) {
                set(entry, envelope, isNew);
                open(entry, envelope);
            }
            if (isNew) {
                hold(entry);
            }
        }
    }

    /** What is held in the clear, and what only the vault could tell, of somebody whose key goes. */
    private void forget(UUID record) {
        Entry entry = entries.get(record);
        if (entry != null) {
            entry.nationality = "";
            entry.sex = "";
            entry.ageBand = "";
            entry.language = "";
            entry.howOut = "";
            entry.urgent = "";
            entry.group = "";
            entry.journey = "";
            entry.unscreened = "";
            entry.consents.clear();
            entry.declared = false;
            entry.fearsReturn = false;
        }
        waiting.removeIf(w -> w.entry().id().equals(record));
    }

    private void hold(Entry entry) {
        for (Rule rule : rules) {
            Holding holding = new Holding(rule.agency(), entry.place, rule.purpose());
            if (rule.kind().equals(entry.kind().id()) && (rule.place().equals("*") || rule.place().equals(entry.place)) && !entry.holdings.contains(holding)) {
                entry.holdings.add(holding);
            }
        }
    }

    private void set(Entry entry, Envelope envelope, boolean isNew) {
        for (Map.Entry<String, String> field : envelope.clear().entrySet()) {
            String value = field.getValue();
            switch (field.getKey()) {
                case "token" -> {
                    entry.token = value;
                    tokens.put(value, entry.id());
                    highestToken = Math.max(highestToken, Tokens.deskNumber(value));
                }
                case "list" -> {
                    if (entry.list.isEmpty()) {
                        lists.computeIfAbsent(value, l -> new ArrayList<>()).add(entry.id());
                    }
                    entry.list = value;
                }
                case "nationality" -> entry.nationality = value.intern();
                case "sex" -> entry.sex = value.intern();
                case "age-band" -> entry.ageBand = value.intern();
                case "language" -> entry.language = value.intern();
                case "how-out" -> entry.howOut = value.intern();
                case "urgent" -> entry.urgent = Health.clear(value);
                case "group" -> entry.group = value;
                case "state" -> entry.state = value.intern();
                case "unscreened" -> entry.unscreened = value.intern();
                case "journey" -> entry.journey = value;
                case "holder-place" -> moveOrHold(entry, envelope, value, isNew);
                default -> track(entry, field.getKey(), value, envelope.happened());
            }
        }
    }

    private void moveOrHold(Entry entry, Envelope envelope, String place, boolean isNew) {
        switch (envelope.type()) {
            case PeopleProjector.HELD -> {
                Holding holding = new Holding(envelope.clear("holder-agency"), place, envelope.clear("holder-purpose"));
                if (!entry.holdings.contains(holding)) {
                    entry.holdings.add(holding);
                }
            }
            case PeopleProjector.RELEASED -> entry.holdings.remove(new Holding(envelope.clear("holder-agency"), place, envelope.clear("holder-purpose")));
            default -> {
                entry.place = place.intern();
                if (!isNew) {
                    entry.holdings.removeIf(h -> !h.place().equals(place));
                    hold(entry);
                }
            }
        }
    }

    private static void track(Entry entry, String name, String value, Instant when) {
        for (Track track : Track.values()) {
            if (track.id().equals(name)) {
                Track.State state = Track.State.of(value);
                if (entry.track(track) != state) {
                    entry.since.put(track, when);
                }
                entry.tracks.put(track, state);
            }
        }
    }

    /** What is sealed and yet decides what may be done: consents and the wish to travel. Waits until the vault is open. */
    private void open(Entry entry, Envelope envelope) {
        for (Envelope.SealedPart part : envelope.parts()) {
            if (part.about().isPresent() && (part.group().startsWith("consent:") || part.group().equals("declaration"))) {
                if (vault.isOpen()) {
                    openWaiting();
                    open(entry, part);
                } else {
                    waiting.add(new Waiting(entry, part));
                }
            }
        }
    }

    /** Reads what came while the vault was locked; whoever unlocks it calls this. Does nothing while it is locked. */
    public void unlocked() {
        lock.writeLock().lock();
        try {
            openWaiting();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void openWaiting() {
        if (!waiting.isEmpty() && vault.isOpen()) {
            waiting.forEach(w -> open(w.entry(), w.part()));
            waiting.clear();
        }
    }

    private void open(Entry entry, Envelope.SealedPart part) {
        vault.findOpen(part.sealed()).ifPresent(bytes -> {
            if (part.group().equals("declaration")) {
                String wish = Json.read(bytes, DeclarationContent.class).wish();
                entry.declared = "travel".equals(wish);
                entry.fearsReturn = "fear".equals(wish);
                return;
            }
            ConsentContent consent = Json.read(bytes, ConsentContent.class);
            String key = consent.recipient() + "/" + consent.purpose();
            if ("given".equals(consent.state())) {
                entry.consents.add(key);
            } else {
                entry.consents.remove(key);
            }
        });
    }

    private void link(Envelope envelope) {
        List<UUID> two = envelope.touches().stream().filter(t -> PeopleProjector.isRecord(t.role())).map(Action.Touch::record).toList();
        if (two.size() != 2) {
            return;
        }
        if (envelope.type().equals(PeopleProjector.LINKED)) {
            linked.computeIfAbsent(two.get(0), r -> new LinkedHashSet<>()).add(two.get(1));
            linked.computeIfAbsent(two.get(1), r -> new LinkedHashSet<>()).add(two.get(0));
        } else {
            // Two records may be kept apart that were never linked.
            linked.computeIfPresent(two.get(0), (record, others) -> without(others, two.get(1)));
            linked.computeIfPresent(two.get(1), (record, others) -> without(others, two.get(0)));
        }
    }

    private static @org.jspecify.annotations.Nullable Set<UUID> without(Set<UUID> others, UUID record) {
        others.remove(record);
        return others.isEmpty() ? null : others;
    }

    /** For the system's own purposes; what comes out of it is never shown as it is. */
    public SystemView system() {
        return new SystemView();
    }

    /** The roster without a viewer: planning, linkage and queues work on it. */
    public final class SystemView {
        private SystemView() {}

        /** The highest number of a token that the desk gave, 0 where it gave none. */
        public long highestToken() {
            return reading(() -> highestToken);
        }

        public Optional<Entry> find(UUID record) {
            return reading(() -> Optional.ofNullable(entries.get(record)));
        }

        /** The person with a token. */
        public Optional<Entry> findByToken(String token) {
            return reading(() -> Optional.ofNullable(tokens.get(token)).map(Roster.this::getEntry));
        }

        public List<Entry> list(Predicate<Entry> which) {
            return reading(() -> entries.values().stream().filter(which).toList());
        }

        /** All records that links join to one, itself included. */
        public Set<UUID> cluster(UUID record) {
            return reading(() -> clusterOf(record));
        }

        /** The rows of a list version, in order of row. */
        public List<Entry> rows(String list) {
            return reading(() -> lists.getOrDefault(list, List.of()).stream().map(Roster.this::getEntry).toList());
        }
    }

    private Entry getEntry(UUID id) {
        Entry entry = entries.get(id);
        if (entry == null) {
            throw new IllegalStateException("The record of an index is not in the roster.");
        }
        return entry;
    }

    private Set<UUID> clusterOf(UUID record) {
        Set<UUID> cluster = new LinkedHashSet<>();
        List<UUID> open = new ArrayList<>(List.of(record));
        while (!open.isEmpty()) {
            UUID next = open.removeLast();
            if (cluster.add(next)) {
                open.addAll(linked.getOrDefault(next, Set.of()));
            }
        }
        return cluster;
    }

    private <T> T reading(java.util.function.Supplier<T> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Whether the viewer's agency holds the record, at a place of the viewer's, for the viewer's purpose. */
    private static boolean admits(Viewer viewer, Entry entry) {
        return entry.holdings.stream().anyMatch(h -> h.admits(viewer));
    }

    /** A record that the viewer may see. An unknown record and a hidden one are both empty. */
    public Optional<Entry> find(Viewer viewer, UUID record) {
        return reading(() -> Optional.ofNullable(entries.get(record)).filter(e -> admits(viewer, e)));
    }

    /** The person with a token, if the viewer may see them. */
    public Optional<Entry> findByToken(Viewer viewer, String token) {
        return reading(() -> Optional.ofNullable(tokens.get(token)).map(this::getEntry).filter(e -> admits(viewer, e)));
    }

    /** The viewer's records, in the order in which they were made. */
    public List<Entry> list(Viewer viewer, Predicate<Entry> which, int limit) {
        return reading(() -> entries.values().stream().filter(e -> admits(viewer, e)).filter(which).limit(limit).toList());
    }

    /** A calculation over the viewer's records. */
    public <T> T over(Viewer viewer, Function<Stream<Entry>, T> work) {
        return reading(() -> work.apply(entries.values().stream().filter(e -> admits(viewer, e))));
    }

    /** Counts over all records, for the command's numbers: counts under a limit are the caller's duty to hide. */
    public <T> T count(Function<Collection<Entry>, T> work) {
        return reading(() -> work.apply(entries.values()));
    }

    /** Those linked to a record, of what the viewer may see. */
    public List<Entry> linked(Viewer viewer, UUID record) {
        return reading(() -> clusterOf(record).stream().filter(id -> !id.equals(record)).map(this::getEntry).filter(e -> admits(viewer, e)).toList());
    }
}
