package org.moei.foundation.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;

/**
 * The keys in a folder of their own, apart from the data and its backups.
 *
 * <pre>
 * root          the root key, wrapped in each way in which officers hold it (RootHolder), or in clear for a rehearsal
 * agencies.keys one entry for each agency and epoch: its key, wrapped by the root
 * records.keys  one entry for each person, list row, arrival or request: its key, wrapped by the agency's
 * agencies.gone the agencies whose keys were destroyed as a whole, a line each
 * erased        the records whose keys were destroyed; an older copy of records.keys put in place is cleaned by it
 * signing       the server's Ed25519 key, wrapped by the root
 * </pre>
 */
public final class FolderVault implements Vault {
    private final Path folder;
    private final SecureRandom random;
    private RootKey rootKey;
    private final AgencyKeys agencies;
    private final KeyLog recordLog;
    private final ErasureLedger erasures;
    private final Map<UUID, KeyLog.Entry> recordKeys = new ConcurrentHashMap<>();
    private byte @Nullable [] root;
    private final SigningKey signing;

    private FolderVault(Path folder, SecureRandom random, RootKey rootKey) {
        this.folder = folder;
        this.random = random;
        this.rootKey = rootKey;
        this.agencies = new AgencyKeys(KeyLog.open(folder.resolve("agencies.keys")), random);
        this.recordLog = KeyLog.open(folder.resolve("records.keys"));
        this.erasures = new ErasureLedger(folder.resolve("erased"));
        readRecords();
        this.signing = new SigningKey(folder.resolve("signing"), random);
        erasures.list().stream().filter(record -> !isDestroyed(record)).forEach(this::destroy);
        listDestroyedAgencies().forEach(this::destroyKeysOf);
    }

    private boolean isDestroyed(UUID record) {
        KeyLog.Entry entry = recordKeys.get(record);
        return entry != null && entry.isDestroyed();
    }

    @Override
    public void destroy(UUID record) {
        recordLog.exclusively(() -> {
            readRecords();
            if (isDestroyed(record)) {
                return true;
            }
            erasures.add(record);
            recordLog.destroy(record);
            recordKeys.put(record, KeyLog.Entry.destroyed(record));
            return true;
        });
    }

    @Override
    public List<UUID> listDestroyed() {
        return erasures.list();
    }

    @Override
    public OutputStream sealBackup(OutputStream to) {
        try {
            return SealedStream.sealing(to, openRoot(), "backup", random);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream openBackup(InputStream from) {
        try {
            return SealedStream.opening(from, openRoot(), "backup");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public OutputStream sealFile(UUID record, String agency, UUID file, OutputStream to) {
        try {
            return SealedStream.sealing(to, recordKey(record, agency), "file/" + record + "/" + file, random);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public InputStream openFile(UUID record, UUID file, InputStream from) {
        openRoot();
        if (!recordKeys.containsKey(record)) {
            readRecords();
        }
        KeyLog.Entry entry = recordKeys.get(record);
        byte[] key = entry == null ? null : findRecordKey(entry);
        if (key == null) {
            throw erased();
        }
        try {
            return SealedStream.opening(from, key, "file/" + record + "/" + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized byte[] openRoot() {
        byte[] open = root;
        if (open == null) {
            throw locked();
        }
        return open;
    }

    /** Another process may have made keys since. */
    private void readRecords() {
        recordLog.wasRewritten();
        recordLog.readNew().forEach(entry -> recordKeys.put(entry.id(), entry));
    }

    /** Opens or makes the vault of a rehearsal: its root lies in clear and unlocks itself. */
    public static FolderVault ofRehearsal(Path folder, SecureRandom random) {
        KeyFiles.createFolder(folder);
        FolderVault vault = new FolderVault(folder, random, RootKey.openRehearsal(folder, random));
        vault.open();
        return vault;
    }

    /** Opens the vault of a real operation, locked; makes it under this passphrase where there is none. */
    public static FolderVault ofOperation(Path folder, SecureRandom random, char[] passphraseIfNew) {
        KeyFiles.createFolder(folder);
        return new FolderVault(folder, random, RootKey.openOperation(folder, random, passphraseIfNew));
    }

    /** Opens whatever vault stands in the folder; a rehearsal's unlocks itself, a real one stays locked. */
    public static FolderVault openExisting(Path folder, SecureRandom random) {
        RootKey root = RootKey.findExisting(folder)
                .orElseThrow(() -> Problem.of(Problem.Kind.COULD_NOT_RUN, "no-keys", "There are no keys in " + folder + ".")
                        .withAdvice("the keys' folder was moved: name it with --keys.")
                        .asException());
        FolderVault vault = new FolderVault(folder, random, root);
        if (root.isRehearsal()) {
            vault.open();
        }
        return vault;
    }

    @Override
    public synchronized boolean isOpen() {
        return root != null;
    }

    @Override
    public void unlock(char[] passphrase) {
        if (rootKey.isRehearsal()) {
            open();
        } else {
            unlock(new PassphraseHolder(passphrase, random));
        }
    }

    @Override
    public synchronized void unlock(RootHolder holder) {
        if (root == null) {
            openWith(rootKey.unwrap(holder));
        }
    }

    /** A rehearsal's root lies in clear. */
    private synchronized void open() {
        if (root == null) {
            openWith(rootKey.inClear());
        }
    }

    private void openWith(byte[] opened) {
        agencies.unlock(opened);
        signing.unlock(opened);
        root = opened;
    }

    /**
     * From now on the root is held in this way too, or only in this way.
     *
     * @param alone whether every other way ends
     * @throws org.moei.base.ProblemException {@code SEALED} while the keys are locked; {@code rehearsal} where the root lies in clear
     */
    public synchronized void hold(RootHolder holder, boolean alone) {
        if (rootKey.isRehearsal()) {
            throw Problem.of(Problem.Kind.WRONG_USE, "rehearsal", "The keys of a rehearsal lie in clear and are held by nobody.").asException();
        }
        RootKey more = rootKey.heldBy(holder, openRoot());
        for (byte kind : List.copyOf(more.slots().keySet())) {
            more = alone && kind != holder.kind() ? more.without(kind) : more;
        }
        more.write(folder);
        rootKey = more;
    }

    @Override
    public synchronized void lock() {
        if (root != null) {
            Arrays.fill(root, (byte) 0);
        }
        root = null;
        agencies.lock();
        signing.lock();
    }

    @Override
    public int turn(String agency) {
        openRoot();
        return recordLog.exclusively(() -> agencies.exclusively(() -> {
            agencies.readNew();
            readRecords();
            if (agencies.older(agency).isEmpty()) {
                agencies.begin(agency);
            }
            UUID to = agencies.current(agency);
            List<UUID> from = agencies.older(agency);
            int wrapped = recordLog.rewrite(entry -> from.contains(entry.outer()) ? wrapAnew(entry, to) : entry);
            from.forEach(old -> agencies.retire(agency, old));
            return wrapped;
        }));
    }

    @Override
    public void moveRecord(UUID record, String agency) {
        openRoot();
        recordLog.exclusively(() -> {
            agencies.readNew();
            readRecords();
            UUID to = agencies.current(agency);
            return recordLog.rewrite(entry -> entry.id().equals(record) && !entry.isDestroyed() && !entry.outer().equals(to) ? wrapAnew(entry, to) : entry);
        });
    }

    private KeyLog.Entry wrapAnew(KeyLog.Entry entry, UUID to) {
        byte[] key = findRecordKey(entry);
        byte[] outer = agencies.find(to);
        if (key == null || outer == null) {
            throw erased();
        }
        KeyLog.Entry anew = KeyLog.Entry.wrap(entry.id(), "", to, outer, key, nonce());
        recordKeys.put(anew.id(), anew);
        return anew;
    }

    @Override
    public int destroyAgency(String agency) {
        List<String> gone = new ArrayList<>(listDestroyedAgencies());
        if (!gone.contains(agency)) {
            gone.add(agency);
            KeyFiles.replace(goneFile(), (String.join("\n", gone) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return destroyKeysOf(agency);
    }

    private int destroyKeysOf(String agency) {
        return recordLog.exclusively(() -> agencies.exclusively(() -> {
            agencies.readNew();
            return agencies.destroyAll(agency);
        }));
    }

    private Path goneFile() {
        return folder.resolve("agencies.gone");
    }

    @Override
    public Collection<String> listDestroyedAgencies() {
        try {
            return Files.exists(goneFile()) ? Files.readAllLines(goneFile()).stream().filter(line -> !line.isBlank()).toList() : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] unwrap(byte[] outer, KeyLog.Entry entry) {
        try {
            return Sealing.unwrap(outer, entry.wrapped(), entry.label());
        } catch (GeneralSecurityException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "key-damaged", "A wrapped key does not open under its outer key.")
                    .withAdvice("the keys' folder belongs to another database.")
                    .asException(e);
        }
    }

    private byte[] newKey() {
        byte[] key = new byte[32];
        random.nextBytes(key);
        return key;
    }

    private byte[] nonce() {
        byte[] nonce = new byte[Sealing.NONCE];
        random.nextBytes(nonce);
        return nonce;
    }

    static RuntimeException locked() {
        return Problem.of(Problem.Kind.SEALED, "sealed", "Names are sealed.")
                .withAdvice("an officer has to unlock the keys first.")
                .asException();
    }

    private byte[] recordKey(UUID record, String agency) {
        KeyLog.Entry entry = recordKeys.get(record);
        if (entry == null) {
            openRoot();
            entry = recordLog.exclusively(() -> {
                agencies.readNew();
                readRecords();
                return recordKeys.computeIfAbsent(record, missing -> {
                    UUID outer = agencies.current(agency);
                    KeyLog.Entry made = KeyLog.Entry.wrap(missing, "", outer, agencyKey(outer), newKey(), nonce());
                    recordLog.append(made);
                    return made;
                });
            });
        }
        byte[] key = findRecordKey(entry);
        if (key == null) {
            throw erased();
        }
        return key;
    }

    private byte[] agencyKey(UUID id) {
        byte[] key = agencies.find(id);
        if (key == null) {
            throw erased();
        }
        return key;
    }

    private byte @Nullable [] findRecordKey(KeyLog.Entry entry) {
        if (entry.isDestroyed()) {
            return null;
        }
        byte[] outer = agencies.find(entry.outer());
        if (outer == null) {
            // Another process turned the epoch since.
            readRecords();
            KeyLog.Entry anew = recordKeys.getOrDefault(entry.id(), entry);
            byte[] newer = anew.isDestroyed() ? null : agencies.find(anew.outer());
            return newer == null ? null : unwrap(newer, anew);
        }
        return unwrap(outer, entry);
    }

    private static RuntimeException erased() {
        return Problem.of(Problem.Kind.REFUSED, "erased", "The key of this record was destroyed.").asException();
    }

    @Override
    public byte[] sealForRecord(UUID record, String agency, UUID action, String group, byte[] content) {
        return Sealing.seal(recordKey(record, agency), false, record, action, group, nonce(), content);
    }

    @Override
    public byte[] sealForAgency(String agency, UUID action, String group, byte[] content) {
        UUID id = agencies.current(agency);
        return Sealing.seal(agencyKey(id), true, id, action, group, nonce(), content);
    }

    @Override
    public Optional<byte[]> findOpen(byte[] sealed) {
        Sealing.Header header = Sealing.readHeader(sealed);
        byte[] key;
        if (header.ofAgency()) {
            key = agencies.find(header.key());
            if (key == null) {
                return findOpenOfOlderEpoch(header, sealed);
            }
        } else {
            KeyLog.Entry entry = recordKeys.get(header.key());
            if (entry == null) {
                if (!isOpen()) {
                    throw locked();
                }
                readRecords();
                entry = recordKeys.get(header.key());
            }
            key = entry == null ? null : findRecordKey(entry);
        }
        if (key == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Sealing.open(key, header, sealed));
        } catch (GeneralSecurityException e) {
            throw damaged(e);
        }
    }

    private Optional<byte[]> findOpenOfOlderEpoch(Sealing.Header header, byte[] sealed) {
        byte[] extracted = agencies.findContent(header.key());
        try {
            return extracted == null ? Optional.empty() : Optional.of(Sealing.openExtracted(extracted, header, sealed));
        } catch (GeneralSecurityException e) {
            throw damaged(e);
        }
    }

    private static RuntimeException damaged(Exception cause) {
        return Problem.of(Problem.Kind.COULD_NOT_RUN, "sealed-damaged", "Sealed content of a record was changed or moved.").asException(cause);
    }

    @Override
    public byte[] open(byte[] sealed) {
        return findOpen(sealed).orElseThrow(FolderVault::erased);
    }

    @Override
    public byte[] openAbout(UUID record, byte[] sealed) {
        Sealing.Header header = Sealing.readHeader(sealed);
        if (header.ofAgency() || !header.key().equals(record)) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "sealed-moved", "Sealed content stands at another record than it was made for.").asException();
        }
        return open(sealed);
    }

    @Override
    public void flush() {
        recordLog.force();
    }

    @Override
    public Collection<String> listAgencies() {
        return agencies.names();
    }

    @Override
    public byte[] sign(byte[] message) {
        return signing.sign(message);
    }

    @Override
    public byte[] publicKey() {
        return signing.publicKey();
    }

    @Override
    public void close() {
        lock();
        agencies.close();
        recordLog.close();
    }
}
