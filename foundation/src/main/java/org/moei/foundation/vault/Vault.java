package org.moei.foundation.vault;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Holds the keys and seals and opens content with them. Every record (person, list row, arrival, request) has a key of
 * its own, wrapped by the key of the agency that made it in that agency's current epoch, wrapped by the root. Until
 * officers unlock the root, nothing opens; rehearsal data unlocks itself.
 *
 * <p>Safe for several threads.
 */
public interface Vault extends AutoCloseable {

    /** Whether the root is unlocked. */
    boolean isOpen();

    /** Unlocks the root with the officers' passphrase; does nothing where it is open.
     *
     * @throws org.moei.base.ProblemException {@code DENIED} where the passphrase does not fit
     */
    void unlock(char[] passphrase);

    /** Unlocks the root in one of the ways in which it is held; does nothing where it is open.
     *
     * @throws org.moei.base.ProblemException {@code DENIED} where what the officers gave does not fit
     */
    void unlock(RootHolder holder);

    /**
     * Turns the epoch of an agency: the keys of its records are wrapped anew under a new key and the old one is destroyed, so that an
     * old copy of the records' keys opens nothing. A turn that was killed is finished by the next. Nothing that was sealed is touched.
     *
     * @return how many records' keys were wrapped anew
     */
    int turn(String agency);

    /**
     * Wraps the key of a record under another agency's, so that it lives and dies with that agency's keys. Does nothing where it
     * stands there already, or where the record has no key.
     */
    void moveRecord(UUID record, String agency);

    /**
     * Destroys all keys of an agency: nothing that it sealed opens any more, here or from a backup. Works on a locked vault. An old
     * copy of the agencies' keys that is put back is cleaned of it.
     *
     * @return how many keys there were
     */
    int destroyAgency(String agency);

    /** The agencies whose keys were destroyed. */
    Collection<String> listDestroyedAgencies();

    /** Forgets every key in memory. */
    void lock();

    /**
     * Seals content about a record under that record's key; a record seen for the first time gets a key, wrapped by the
     * agency's. New keys are only certain to last after {@link #flush()}.
     *
     * @param group the group of fields, part of the associated data
     */
    byte[] sealForRecord(UUID record, String agency, UUID action, String group, byte[] content);

    /** Seals content about nobody under the agency's own key. */
    byte[] sealForAgency(String agency, UUID action, String group, byte[] content);

    /**
     * Opens sealed content.
     *
     * @throws org.moei.base.ProblemException {@code SEALED} while locked; {@code erased} where the key is gone
     */
    byte[] open(byte[] sealed);

    /** Opens sealed content, or empty where its key was destroyed. */
    Optional<byte[]> findOpen(byte[] sealed);

    /** Like {@link #open}, after checking that the content is about this record and was not moved here. */
    byte[] openAbout(UUID record, byte[] sealed);

    /**
     * Destroys a record's key for good: whatever was sealed under it, here, in backups and in exports, opens no more, and
     * no key is ever made for the record again. Works on a locked vault. Does nothing a second time.
     */
    void destroy(UUID record);

    /** The ids of all records whose keys were destroyed, in that order. */
    List<UUID> listDestroyed();

    /**
     * Encrypts a backup under a key that only the unlocked root gives.
     *
     * @param to closed with what is returned
     */
    OutputStream sealBackup(OutputStream to);

    /**
     * Encrypts a file about a record under that record's key, which is made where missing.
     *
     * @param file its random id, to which the content is bound
     * @param to closed with what is returned
     */
    OutputStream sealFile(UUID record, String agency, UUID file, OutputStream to);

    /** Reads what {@link #sealFile} wrote, of this record and this file only; fails with {@code erased} where the key is gone. */
    InputStream openFile(UUID record, UUID file, InputStream from);

    /** Reads what {@link #sealBackup} wrote; reading fails with {@code sealed-file} where it was changed or cut, and says where. */
    InputStream openBackup(InputStream from);

    /** Brings all new keys to the disk. The journal calls it before it commits the actions that use them. */
    void flush();

    /** Signs with the server's Ed25519 key.
     *
     * @return a signature of 64 bytes (RFC 8032)
     */
    byte[] sign(byte[] message);

    /** The server's Ed25519 public key, X.509 encoded. */
    byte[] publicKey();

    /** The ids of agencies that have, or had, keys. */
    Collection<String> listAgencies();

    @Override
    void close();

    /** Whether bytes are sealed content at all (projections mix sealed and other bytes). */
    static boolean looksSealed(byte[] bytes) {
        return Sealing.looksSealed(bytes);
    }
}
