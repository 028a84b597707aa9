package org.moei.foundation.vault;

import java.security.GeneralSecurityException;

/**
 * A way to hold the root key: by a passphrase, by shares of several officers, by a token. It wraps the root when it is
 * set up and gives it back to whoever can unlock. The keys' folder keeps one slot for each way.
 */
public interface RootHolder {

    /** Which way: stands before the slot in the root's file. */
    byte kind();

    /** Wraps the root; what is returned may be read by anybody. */
    byte[] wrap(byte[] root) throws GeneralSecurityException;

    /**
     * Gives the root back.
     *
     * @throws GeneralSecurityException where what the officers gave does not fit
     */
    byte[] unwrap(byte[] slot) throws GeneralSecurityException;

    /** What to say where it does not fit. */
    String refusal();
}
