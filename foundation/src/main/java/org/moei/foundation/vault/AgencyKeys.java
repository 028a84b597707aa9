package org.moei.foundation.vault;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;

/**
 * The agencies' keys: for each agency one of each epoch, of which only the newest lives. A key of an older epoch is destroyed
 * when what it wrapped is wrapped anew; what stays of it is the value from which the keys of its own content derive (the
 * pseudo-random key of HKDF, RFC 5869, section 2.2), which opens that content and unwraps nothing.
 */
final class AgencyKeys implements AutoCloseable {
    private final KeyLog log;
    private final SecureRandom random;
    private final List<KeyLog.Entry> entries = new CopyOnWriteArrayList<>();
    private final Map<UUID, byte[]> open = new ConcurrentHashMap<>();
    private byte @Nullable [] root;

    AgencyKeys(KeyLog log, SecureRandom random) {
        this.log = log;
        this.random = random;
        entries.addAll(log.readNew());
    }

    /** The id of an agency's key of an epoch, counted from 1. */
    static UUID id(String agency, int epoch) {
        return UUID.nameUUIDFromBytes((agency + "#" + epoch).getBytes(StandardCharsets.UTF_8));
    }

    /** The id of what is left of an agency's key to open its own content. */
    private static UUID contentId(UUID id) {
        return UUID.nameUUIDFromBytes(("content of " + id).getBytes(StandardCharsets.UTF_8));
    }

    synchronized void unlock(byte[] outer) {
        root = outer;
        entries.forEach(this::unwrap);
    }

    synchronized void lock() {
        root = null;
        open.values().forEach(key -> Arrays.fill(key, (byte) 0));
        open.clear();
    }

    private void unwrap(KeyLog.Entry entry) {
        byte[] outer = root;
        if (outer != null && !entry.isDestroyed()) {
            open.put(entry.id(), entry.unwrap(outer));
        }
    }

    /** Reads what other processes made or destroyed since.
     *
     * @return whether an epoch was turned or an agency's keys were destroyed, so that records' keys have to be read again
     */
    synchronized boolean readNew() {
        boolean turned = false;
        if (log.wasRewritten()) {
            entries.clear();
            open.keySet().removeIf(id -> true);
            turned = true;
        }
        for (KeyLog.Entry entry : log.readNew()) {
            entries.add(entry);
            unwrap(entry);
        }
        return turned;
    }

    private Optional<KeyLog.Entry> entry(UUID id) {
        return entries.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /** The newest epoch of an agency that has keys, 1 of one that has none yet. */
    int epoch(String agency) {
        int epoch = 1;
        while (entry(id(agency, epoch + 1)).isPresent()) {
            epoch++;
        }
        return epoch;
    }

    /** The id of the key under which an agency seals now; it is made where missing. */
    UUID current(String agency) {
        UUID id = id(agency, epoch(agency));
        if (open.containsKey(id)) {
            return id;
        }
        synchronized (this) {
            if (root == null) {
                throw FolderVault.locked();
            }
            return log.exclusively(() -> {
                readNew();
                UUID newest = id(agency, epoch(agency));
                Optional<KeyLog.Entry> found = entry(newest);
                if (found.isPresent() && found.get().isDestroyed()) {
                    throw Problem.of(Problem.Kind.REFUSED, "agency-gone", "The keys of the agency " + agency + " were destroyed.").asException();
                }
                if (found.isEmpty()) {
                    make(newest, agency, newKey());
                    log.force();
                }
                return newest;
            });
        }
    }

    private byte[] newKey() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return key;
    }

    private void make(UUID id, String agency, byte[] key) {
        byte[] outer = root;
        if (outer == null) {
            throw FolderVault.locked();
        }
        byte[] nonce = Sealing.nonce(random);
        KeyLog.Entry made = KeyLog.Entry.wrap(id, agency, id, outer, key, nonce);
        log.append(made);
        entries.add(made);
        open.put(id, key);
    }

    /** An agency's key, read anew where another process may have made it; null where it was destroyed or never was. */
    byte @Nullable [] find(UUID id) {
        byte[] known = open.get(id);
        if (known != null) {
            return known;
        }
        synchronized (this) {
            if (root == null) {
                throw FolderVault.locked();
            }
            readNew();
            return open.get(id);
        }
    }

    /** What is left of a destroyed key to open the agency's own content; null where nothing is. */
    byte @Nullable [] findContent(UUID id) {
        return find(contentId(id));
    }

    /** Begins the agency's next epoch: its new key is on the disk when this returns. To be called while no other process appends. */
    void begin(String agency) {
        int epoch = epoch(agency);
        current(agency);
        make(id(agency, epoch + 1), agency, newKey());
        log.force();
    }

    /** The ids of the agency's keys of older epochs that still live. */
    List<UUID> older(String agency) {
        List<UUID> older = new ArrayList<>();
        for (int epoch = 1; epoch < epoch(agency); epoch++) {
            UUID id = id(agency, epoch);
            if (entry(id).map(e -> !e.isDestroyed()).orElse(false)) {
                older.add(id);
            }
        }
        return older;
    }

    /** Destroys a key of an older epoch, after keeping what opens the agency's own content. */
    void retire(String agency, UUID id) {
        byte[] key = open.get(id);
        if (key != null && entry(contentId(id)).isEmpty()) {
            make(contentId(id), agency, Sealing.extract(key));
            log.force();
        }
        destroyWhere(e -> e.id().equals(id));
    }

    /** Destroys all keys of an agency, those of its own content too. Needs no root.
     *
     * @return how many were there
     */
    int destroyAll(String agency) {
        return destroyWhere(e -> e.name().equals(agency));
    }

    private int destroyWhere(java.util.function.Predicate<KeyLog.Entry> which) {
        List<UUID> gone = entries.stream().filter(which).filter(e -> !e.isDestroyed()).map(KeyLog.Entry::id).toList();
        log.rewrite(entry -> gone.contains(entry.id()) ? entry.destroyed() : entry);
        for (UUID id : gone) {
            byte[] key = open.remove(id);
            if (key != null) {
                Arrays.fill(key, (byte) 0);
            }
        }
        entries.replaceAll(entry -> gone.contains(entry.id()) ? entry.destroyed() : entry);
        return gone.size();
    }

    Collection<String> names() {
        return entries.stream().map(KeyLog.Entry::name).distinct().toList();
    }

    <T> T exclusively(java.util.function.Supplier<T> work) {
        return log.exclusively(work);
    }

    @Override
    public void close() {
        lock();
        log.close();
    }
}
