package org.moei.disruption.picture;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Envelope;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Json;
import org.moei.foundation.journal.Recorded;
import org.moei.foundation.vault.Vault;

/**
 * The picture in memory: tails the wing's journal and keeps the newest revision of each entry, sealed. Content is opened when it
 * is read and forgotten when the vault is locked, so that following needs no key. Safe for several threads.
 */
public final class PictureStore implements Follower {
    /** The action that takes an entry back. */
    public static final String WITHDRAWN = "picture.entry-withdrawn";
    /** The role of the entry among an action's records. */
    public static final String ROLE = "entry";
    /** The group of fields that holds an entry's content. */
    static final String GROUP = "entry";
    /** More entries than this are no picture any more but a register; the writer refuses them. */
    public static final int MOST_ENTRIES = 200_000;

    private final Vault vault;
    private final Map<String, EntryType<?>> types = new HashMap<>();
    private final Map<UUID, Kept> kept = new LinkedHashMap<>();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

    /** @param types every type of entry that the wing knows; actions of others are left alone */
    public PictureStore(Vault vault, List<EntryType<?>> types) {
        this.vault = vault;
        types.forEach(type -> this.types.put(type.action(), type));
    }

    /** The newest revision; content is opened once and dropped when the vault is found locked. */
    private static final class Kept {
        private EntryType<?> type;
        private byte[] sealed;
        private long version;
        private int revisions;
        private Instant happened;
        private UUID actor;
        private String agency;
        private byte @Nullable [] withdrawal;
        private @Nullable Content open;

        private Kept(EntryType<?> type, byte[] sealed, Recorded action) {
            this.type = type;
            this.sealed = sealed;
            this.version = action.position();
            this.happened = action.envelope().happened();
            this.actor = action.envelope().actor();
            this.agency = action.envelope().agency();
        }

        private void revise(EntryType<?> newType, byte[] newContent, Recorded action) {
            type = newType;
            sealed = newContent;
            version = action.position();
            happened = action.envelope().happened();
            actor = action.envelope().actor();
            agency = action.envelope().agency();
            withdrawal = null;
            open = null;
        }
    }

    /** Why an entry was taken back. */
    record Withdrawal(String reason) {
        Withdrawal {
            reason = Texts.orEmpty(reason);
        }
    }

    @Override
    public void follow(List<Recorded> actions) {
        lock.writeLock().lock();
        try {
            actions.forEach(this::follow);
        } finally {
            lock.writeLock().unlock();
        }
    }

    private void follow(Recorded action) {
        Envelope envelope = action.envelope();
        for (Action.Touch touch : envelope.touches()) {
            if (!touch.role().equals(ROLE)) {
                continue;
            }
            byte[] sealed = envelope.findPart(touch.record(), GROUP).map(Envelope.SealedPart::sealed).orElse(new byte[0]);
            if (envelope.type().equals(WITHDRAWN)) {
                withdraw(touch.record(), sealed, action.position());
                continue;
            }
            EntryType<?> type = types.get(envelope.type());
            if (type != null) {
                Kept entry = kept.get(touch.record());
                if (entry == null) {
                    entry = new Kept(type, sealed, action);
                    kept.put(touch.record(), entry);
                } else {
                    entry.revise(type, sealed, action);
                }
                entry.revisions++;
            }
        }
    }

    private void withdraw(UUID record, byte[] sealed, long position) {
        Kept entry = kept.get(record);
        if (entry != null) {
            entry.withdrawal = sealed;
            entry.version = position;
        }
    }

    /** How many entries there are, withdrawn ones included; needs no key. */
    public int size() {
        return reading(kept::size);
    }

    /**
     * Entries of a type, in order of key; withdrawn ones are left out.
     *
     * @throws org.moei.base.ProblemException {@code SEALED} while the vault is locked
     */
    public <T extends Content> List<Entry<T>> list(Class<T> type) {
        return listAll(type).stream().filter(entry -> !entry.withdrawn()).toList();
    }

    /** Entries of a type, in order of key, with those that were taken back. */
    public <T extends Content> List<Entry<T>> listAll(Class<T> type) {
        // Opening changes the cache, so that reading excludes following.
        lock.writeLock().lock();
        try {
            requireOpen();
            List<Entry<T>> entries = new ArrayList<>();
            for (Map.Entry<UUID, Kept> each : kept.entrySet()) {
                if (each.getValue().type.content() == type) {
                    findOpen(each.getKey(), each.getValue(), type).ifPresent(entries::add);
                }
            }
            entries.sort(Comparator.comparing(Entry::key));
            return entries;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** The entry of a type with a key, withdrawn or not. */
    public <T extends Content> Optional<Entry<T>> find(Class<T> type, String key) {
        return listAll(type).stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    private void requireOpen() {
        if (!vault.isOpen()) {
            kept.values().forEach(entry -> entry.open = null);
            throw Problem.of(Problem.Kind.SEALED, "picture-sealed", "The picture is sealed.").withAdvice("the officers have not unlocked it since the start.").asException();
        }
    }

    /** Empty where the key was destroyed: an erased entry is no entry. */
    private <T extends Content> Optional<Entry<T>> findOpen(UUID record, Kept entry, Class<T> type) {
        if (entry.open == null) {
            Optional<byte[]> bytes = vault.findOpen(entry.sealed);
            if (bytes.isEmpty()) {
                return Optional.empty();
            }
            entry.open = Json.read(bytes.get(), type);
        }
        byte[] withdrawal = entry.withdrawal;
        String reason = withdrawal == null ? "" : vault.findOpen(withdrawal).map(bytes -> Json.read(bytes, Withdrawal.class).reason()).orElse("");
        return Optional.of(new Entry<>(
                record, type.cast(entry.open), entry.version, entry.revisions, entry.happened, entry.actor, entry.agency, withdrawal != null, reason));
    }

    private <R> R reading(Supplier<R> work) {
        lock.readLock().lock();
        try {
            return work.get();
        } finally {
            lock.readLock().unlock();
        }
    }
}
