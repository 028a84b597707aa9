package org.moei.foundation.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.moei.base.Problem;

/** The root under one passphrase. Slot: salt (16), nonce and wrapped root. */
public final class PassphraseHolder implements RootHolder {
    static final byte KIND = 1;

    /** OWASP Password Storage Cheat Sheet (2023): 600,000 rounds for PBKDF2-HMAC-SHA-256. */
    private static final int ROUNDS = 600_000;

    private static final int SALT = 16;
    private static final int SHORTEST = 12;

    private final char[] passphrase;
    private final SecureRandom random;

    public PassphraseHolder(char[] passphrase, SecureRandom random) {
        this.passphrase = passphrase.clone();
        this.random = random;
    }

    @Override
    public byte kind() {
        return KIND;
    }

    @Override
    public byte[] wrap(byte[] root) throws GeneralSecurityException {
        if (passphrase.length < SHORTEST) {
            throw Problem.of(Problem.Kind.WRONG_USE, "passphrase-short", "The passphrase has fewer than " + SHORTEST + " characters.").asException();
        }
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] nonce = Sealing.nonce(random);
        byte[] wrapped = Sealing.wrap(stretch(salt), root, nonce, RootKey.LABEL);
        return ByteBuffer.allocate(SALT + wrapped.length).put(salt).put(wrapped).array();
    }

    @Override
    public byte[] unwrap(byte[] slot) throws GeneralSecurityException {
        return Sealing.unwrap(stretch(Arrays.copyOf(slot, SALT)), Arrays.copyOfRange(slot, SALT, slot.length), RootKey.LABEL);
    }

    @Override
    public String refusal() {
        return "The passphrase does not open the keys.";
    }

    private byte[] stretch(byte[] salt) throws GeneralSecurityException {
        return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(new PBEKeySpec(passphrase, salt, ROUNDS, 256)).getEncoded();
    }
}
