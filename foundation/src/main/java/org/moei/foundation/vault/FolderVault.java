package org.moei.foundation.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;

/**
 * The keys in a folder of their own, apart from the data and its backups.
 *
 * <pre>
 * root          the root key, wrapped by a passphrase (PBKDF2), or in clear for a rehearsal
 * agencies.keys one record for each agency and epoch: its key, wrapped by the root
 * records.keys  one record for each person, list row, arrival or request: its key, wrapped by the agency's
 * erased        the records whose keys were destroyed; an older copy of records.keys put in place is cleaned by it
 * signing       the server's Ed25519 key, wrapped by the root
 * </pre>
 */
public final class FolderVault implements Vault {
    private static final byte[] SIGNING_LABEL = {'s', 'i', 'g', 'n'};

    private final Path folder;
    private final SecureRandom random;
    private final RootKey rootKey;
    private final KeyLog agencyLog;
    private final KeyLog recordLog;
    private final ErasureLedger erasures;
    private final List<KeyLog.Entry> agencies = new CopyOnWriteArrayList<>();
    private final Map<UUID, byte[]> agencyKeys = new ConcurrentHashMap<>();
    private final Map<UUID, KeyLog.Entry> recordKeys = new ConcurrentHashMap<>();
    private byte @Nullable [] root;
    private @Nullable KeyPair signing;
    private byte[] publicKey = new byte[0];

    private FolderVault(Path folder, SecureRandom random, RootKey rootKey) {
        this.folder = folder;
        this.random = random;
        this.rootKey = rootKey;
        this.agencyLog = KeyLog.open(folder.resolve("agencies.keys"));
        this.recordLog = KeyLog.open(folder.resolve("records.keys"));
        this.erasures = new ErasureLedger(folder.resolve("erased"));
        readRecords();
        agencies.addAll(agencyLog.readNew());
        readSigning().ifPresent(file -> publicKey = file.open());
        erasures.list().stream().filter(record -> !isDestroyed(record)).forEach(this::destroy);
    }

    /** The signing key's file: its public half in clear, so that heads are checked without a passphrase. */
    private record SigningFile(byte[] open, byte[] wrapped) {}

    private Optional<SigningFile> readSigning() {
        Path file = folder.resolve("signing");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
            byte[] open = new byte[in.getShort()];
            in.get(open);
            byte[] wrapped = new byte[in.remaining()];
            in.get(wrapped);
            return Optional.of(new SigningFile(open, wrapped));
        } catch (java.io.IOException e) {
            throw signingUnreadable(e);
        }
    }

    private static RuntimeException signingUnreadable(Exception cause) {
        return Problem.of(Problem.Kind.COULD_NOT_RUN, "signing-key", "The server's signing key cannot be read.").asException(cause);
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

    private synchronized byte[] openRoot() {
        byte[] open = root;
        if (open == null) {
            throw locked();
        }
        return open;
    }

    /** Another process may have made keys since. */
    private void readRecords() {
        recordLog.readNew().forEach(entry -> recordKeys.put(entry.id(), entry));
    }

    private void readAgencies(byte[] outer) {
        for (KeyLog.Entry entry : agencyLog.readNew()) {
            agencies.add(entry);
            agencyKeys.put(entry.id(), unwrap(outer, entry));
        }
    }

    /** Opens or makes the vault of a rehearsal: its root lies in clear and unlocks itself. */
    public static FolderVault ofRehearsal(Path folder, SecureRandom random) {
        KeyFiles.createFolder(folder);
        FolderVault vault = new FolderVault(folder, random, RootKey.openRehearsal(folder, random));
        vault.unlock(new char[0]);
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
            vault.unlock(new char[0]);
        }
        return vault;
    }

    @Override
    public synchronized boolean isOpen() {
        return root != null;
    }

    @Override
    public synchronized void unlock(char[] passphrase) {
        if (root != null) {
            return;
        }
        byte[] opened = rootKey.unwrap(passphrase);
        for (KeyLog.Entry entry : agencies) {
            agencyKeys.put(entry.id(), unwrap(opened, entry));
        }
        signing = readOrMakeSigning(opened);
        root = opened;
    }

    @Override
    public synchronized void lock() {
        if (root != null) {
            Arrays.fill(root, (byte) 0);
        }
        root = null;
        agencyKeys.values().forEach(key -> Arrays.fill(key, (byte) 0));
        agencyKeys.clear();
        signing = null;
    }

    private static byte[] unwrap(byte[] outer, KeyLog.Entry entry) {
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

    /** The agency's key of its current epoch; its id is made of the agency's id and the epoch. */
    private byte[] agencyKey(UUID id, String agency) {
        byte[] known = agencyKeys.get(id);
        if (known != null) {
            return known;
        }
        synchronized (this) {
            byte[] outer = root;
            if (outer == null) {
                throw locked();
            }
            return agencyLog.exclusively(() -> {
                readAgencies(outer);
                return agencyKeys.computeIfAbsent(id, missing -> {
                    byte[] key = newKey();
                    KeyLog.Entry made = KeyLog.Entry.wrap(missing, agency, missing, outer, key, nonce());
                    agencyLog.append(made);
                    agencyLog.force();
                    agencies.add(made);
                    return key;
                });
            });
        }
    }

    /** An agency's key, read anew where another process may have made it; null where it was destroyed. */
    private byte @Nullable [] findAgencyKey(UUID id) {
        byte[] known = agencyKeys.get(id);
        if (known != null) {
            return known;
        }
        synchronized (this) {
            byte[] outer = root;
            if (outer == null) {
                throw locked();
            }
            readAgencies(outer);
            return agencyKeys.get(id);
        }
    }

    private static RuntimeException locked() {
        return Problem.of(Problem.Kind.SEALED, "sealed", "Names are sealed.")
                .withAdvice("an officer has to unlock the keys first.")
                .asException();
    }

    static UUID agencyKeyId(String agency, int epoch) {
        return UUID.nameUUIDFromBytes((agency + "#" + epoch).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private byte[] recordKey(UUID record, String agency) {
        UUID outerId = agencyKeyId(agency, 1);
        KeyLog.Entry entry = recordKeys.get(record);
        if (entry == null) {
            byte[] outer = agencyKey(outerId, agency);
            entry = recordLog.exclusively(() -> {
                readRecords();
                return recordKeys.computeIfAbsent(record, missing -> {
                    KeyLog.Entry made = KeyLog.Entry.wrap(missing, "", outerId, outer, newKey(), nonce());
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

    private byte @Nullable [] findRecordKey(KeyLog.Entry entry) {
        if (entry.isDestroyed()) {
            return null;
        }
        byte[] outer = findAgencyKey(entry.outer());
        return outer == null ? null : unwrap(outer, entry);
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
        UUID id = agencyKeyId(agency, 1);
        return Sealing.seal(agencyKey(id, agency), true, id, action, group, nonce(), content);
    }

    @Override
    public Optional<byte[]> findOpen(byte[] sealed) {
        Sealing.Header header = Sealing.readHeader(sealed);
        byte[] key;
        if (header.ofAgency()) {
            key = findAgencyKey(header.key());
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
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "sealed-damaged", "Sealed content of a record was changed or moved.").asException(e);
        }
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
        return agencies.stream().map(KeyLog.Entry::name).distinct().toList();
    }

    private KeyPair readOrMakeSigning(byte[] outer) {
        try {
            Optional<SigningFile> found = readSigning();
            if (found.isPresent()) {
                KeyFactory factory = KeyFactory.getInstance("Ed25519");
                publicKey = found.get().open();
                return new KeyPair(
                        factory.generatePublic(new java.security.spec.X509EncodedKeySpec(found.get().open())),
                        factory.generatePrivate(new PKCS8EncodedKeySpec(Sealing.unwrap(outer, found.get().wrapped(), SIGNING_LABEL))));
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            KeyPair pair = generator.generateKeyPair();
            byte[] open = pair.getPublic().getEncoded();
            byte[] wrapped = Sealing.wrap(outer, pair.getPrivate().getEncoded(), nonce(), SIGNING_LABEL);
            KeyFiles.replace(
                    folder.resolve("signing"),
                    ByteBuffer.allocate(2 + open.length + wrapped.length).putShort((short) open.length).put(open).put(wrapped).array());
            publicKey = open;
            return pair;
        } catch (GeneralSecurityException e) {
            throw signingUnreadable(e);
        }
    }

    @Override
    public byte[] sign(byte[] message) {
        KeyPair pair;
        synchronized (this) {
            pair = signing;
        }
        if (pair == null) {
            throw locked();
        }
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of every JDK", e);
        }
    }

    @Override
    public byte[] publicKey() {
        return publicKey.clone();
    }

    @Override
    public void close() {
        lock();
        for (KeyLog log : List.of(agencyLog, recordLog)) {
            log.close();
        }
    }
}
