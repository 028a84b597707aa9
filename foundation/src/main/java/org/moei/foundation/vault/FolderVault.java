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
import java.util.Optional;
import java.util.UUID;
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
    private final ErasureLedger erasures;
    private final RecordKeys records;
    private byte @Nullable [] root;
    private final SigningKey signing;

    private FolderVault(Path folder, SecureRandom random, RootKey rootKey) {
        this.folder = folder;
        this.random = random;
        this.rootKey = rootKey;
        this.agencies = new AgencyKeys(KeyLog.open(folder.resolve("agencies.keys")), random);
        this.erasures = new ErasureLedger(folder.resolve("erased"));
        this.records = new RecordKeys(KeyLog.open(folder.resolve("records.keys")), agencies, erasures, random);
        this.signing = new SigningKey(folder.resolve("signing"), random);
        listDestroyedAgencies().forEach(records::destroyAgency);
    }

    @Override
    public void destroy(UUID record) {
        records.destroy(record);
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
        byte[] key = records.find(record);
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
        return records.turn(agency);
    }

    @Override
    public void moveRecord(UUID record, String agency) {
        openRoot();
        records.move(record, agency);
    }

    @Override
    public int destroyAgency(String agency) {
        List<String> gone = new ArrayList<>(listDestroyedAgencies());
        if (!gone.contains(agency)) {
            gone.add(agency);
            KeyFiles.replace(goneFile(), (String.join("\n", gone) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return records.destroyAgency(agency);
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

    static RuntimeException locked() {
        return Problem.of(Problem.Kind.SEALED, "sealed", "Names are sealed.")
                .withAdvice("an officer has to unlock the keys first.")
                .asException();
    }

    private byte[] recordKey(UUID record, String agency) {
        if (!records.isKnown(record)) {
            openRoot();
        }
        byte[] key = records.findOrMake(record, agency);
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

    static RuntimeException erased() {
        return Problem.of(Problem.Kind.REFUSED, "erased", "The key of this record was destroyed.").asException();
    }

    @Override
    public byte[] sealForRecord(UUID record, String agency, UUID action, String group, byte[] content) {
        return Sealing.seal(recordKey(record, agency), false, record, action, group, Sealing.nonce(random), content);
    }

    @Override
    public byte[] sealForAgency(String agency, UUID action, String group, byte[] content) {
        UUID id = agencies.current(agency);
        return Sealing.seal(agencyKey(id), true, id, action, group, Sealing.nonce(random), content);
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
            if (!records.isKnown(header.key()) && !isOpen()) {
                throw locked();
            }
            key = records.find(header.key());
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
        records.force();
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
        records.close();
    }
}
