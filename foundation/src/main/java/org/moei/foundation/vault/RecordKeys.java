package org.moei.foundation.vault;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The key of each record, wrapped by its agency's. Several processes use the files: what another has written is read where something is missing. */
final class RecordKeys {
    private final KeyLog log;
    private final AgencyKeys agencies;
    private final ErasureLedger erasures;
    private final SecureRandom random;
    private final Map<UUID, KeyLog.Entry> entries = new ConcurrentHashMap<>();

    /** Reads all there are; what the ledger of erasures names is destroyed again, should an older copy have been put in place. */
    RecordKeys(KeyLog log, AgencyKeys agencies, ErasureLedger erasures, SecureRandom random) {
        this.log = log;
        this.agencies = agencies;
        this.erasures = erasures;
        this.random = random;
        readNew();
        erasures.list().stream().filter(record -> !isDestroyed(record)).forEach(this::destroy);
    }

    private void readNew() {
        log.wasRewritten();
        log.readNew().forEach(entry -> entries.put(entry.id(), entry));
    }

    private boolean isDestroyed(UUID record) {
        KeyLog.Entry entry = entries.get(record);
        return entry != null && entry.isDestroyed();
    }

    /** Whether this process has seen a key of the record, perhaps one that was destroyed. */
    boolean isKnown(UUID record) {
        return entries.containsKey(record);
    }

    /** Notes the erasure first, then overwrites the key. */
    void destroy(UUID record) {
        log.exclusively(() -> {
            readNew();
            if (isDestroyed(record)) {
                return true;
            }
            erasures.add(record);
            log.destroy(record);
            entries.put(record, KeyLog.Entry.destroyed(record));
            return true;
        });
    }

    /** The record's key; null where there is none or it was destroyed. */
    byte @Nullable [] find(UUID record) {
        if (!isKnown(record)) {
            readNew();
        }
        KeyLog.Entry entry = entries.get(record);
        return entry == null ? null : open(entry);
    }

    /** The record's key, made and written where there is none; null where it was destroyed. */
    byte @Nullable [] findOrMake(UUID record, String agency) {
        KeyLog.Entry entry = entries.get(record);
        if (entry == null) {
            entry = log.exclusively(() -> {
                agencies.readNew();
                readNew();
                return entries.computeIfAbsent(record, missing -> make(missing, agencies.current(agency)));
            });
        }
        return open(entry);
    }

    private KeyLog.Entry make(UUID record, UUID to) {
        byte[] outer = agencies.find(to);
        if (outer == null) {
            throw FolderVault.erased();
        }
        byte[] key = new byte[32];
        random.nextBytes(key);
        KeyLog.Entry made = KeyLog.Entry.wrap(record, "", to, outer, key, Sealing.nonce(random));
        log.append(made);
        return made;
    }

    private byte @Nullable [] open(KeyLog.Entry entry) {
        if (entry.isDestroyed()) {
            return null;
        }
        byte[] outer = agencies.find(entry.outer());
        if (outer == null) {
            // Another process turned the epoch since.
            readNew();
            KeyLog.Entry anew = entries.getOrDefault(entry.id(), entry);
            byte[] newer = anew.isDestroyed() ? null : agencies.find(anew.outer());
            return newer == null ? null : anew.unwrap(newer);
        }
        return entry.unwrap(outer);
    }

    /** Begins a new epoch of an agency's key where none is newer, wraps its records' keys anew and retires the older ones. */
    int turn(String agency) {
        return log.exclusively(() -> agencies.exclusively(() -> {
            agencies.readNew();
            readNew();
            if (agencies.older(agency).isEmpty()) {
                agencies.begin(agency);
            }
            UUID to = agencies.current(agency);
            List<UUID> from = agencies.older(agency);
            int wrapped = log.rewrite(entry -> from.contains(entry.outer()) ? wrapAnew(entry, to) : entry);
            from.forEach(old -> agencies.retire(agency, old));
            return wrapped;
        }));
    }

    /** From now on another agency's key opens the record's. */
    void move(UUID record, String agency) {
        log.exclusively(() -> {
            agencies.readNew();
            readNew();
            UUID to = agencies.current(agency);
            return log.rewrite(entry -> entry.id().equals(record) && !entry.isDestroyed() && !entry.outer().equals(to) ? wrapAnew(entry, to) : entry);
        });
    }

    private KeyLog.Entry wrapAnew(KeyLog.Entry entry, UUID to) {
        byte[] key = open(entry);
        byte[] outer = agencies.find(to);
        if (key == null || outer == null) {
            throw FolderVault.erased();
        }
        KeyLog.Entry anew = KeyLog.Entry.wrap(entry.id(), "", to, outer, key, Sealing.nonce(random));
        entries.put(anew.id(), anew);
        return anew;
    }

    /** Destroys every key of an agency; its records' keys open nothing any more. */
    int destroyAgency(String agency) {
        return log.exclusively(() -> agencies.exclusively(() -> {
            agencies.readNew();
            return agencies.destroyAll(agency);
        }));
    }

    /** Returns when all that was written lies on the disk. */
    void force() {
        log.force();
    }

    void close() {
        log.close();
    }
}
