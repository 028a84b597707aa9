package org.moei.foundation.vault;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.moei.base.Problem;

/**
 * The root under an AES key that never leaves a PKCS#11 token; the officers' PIN opens the token. Slot: nonce (12) and the root
 * under AES-256-GCM, done by the token. Uses the JDK's SunPKCS11 provider.
 */
public final class TokenHolder implements RootHolder {
    static final byte KIND = 3;
    private static final String KEY = "moei-root";

    private final Provider provider;
    private final char[] pin;
    private final SecureRandom random;

    private TokenHolder(Provider provider, char[] pin, SecureRandom random) {
        this.provider = provider;
        this.pin = pin.clone();
        this.random = random;
    }

    /**
     * A token.
     *
     * @param library of the token's maker, e.g. {@code /usr/lib/softhsm/libsofthsm2.so}
     * @param slot index in the list of the library's slots
     * @throws org.moei.base.ProblemException {@code token} where the library or the slot cannot be used
     */
    public static TokenHolder of(Path library, int slot, char[] pin, SecureRandom random) {
        Provider base = Security.getProvider("SunPKCS11");
        if (base == null) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "token", "This Java has no PKCS#11.").asException();
        }
        try {
            return new TokenHolder(base.configure("--name = Moei\nlibrary = " + library.toAbsolutePath() + "\nslotListIndex = " + slot + "\n"), pin, random);
        } catch (RuntimeException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "token", "The token of " + library + " cannot be used.").withAdvice("it is not plugged in, or the slot is another.").asException(e);
        }
    }

    @Override
    public byte kind() {
        return KIND;
    }

    private SecretKey key(boolean makeIfMissing) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            Key found = store.getKey(KEY, null);
            if (found == null && makeIfMissing) {
                KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
                generator.init(256);
                store.setEntry(KEY, new KeyStore.SecretKeyEntry(generator.generateKey()), null);
                found = store.getKey(KEY, null);
            }
            if (found instanceof SecretKey key) {
                return key;
            }
            throw new GeneralSecurityException("The token holds no key of the name " + KEY);
        } catch (java.io.IOException e) {
            throw new GeneralSecurityException("The token did not open", e);
        }
    }

    @Override
    public byte[] wrap(byte[] root) throws GeneralSecurityException {
        byte[] nonce = Sealing.nonce(random);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", provider);
        cipher.init(Cipher.ENCRYPT_MODE, key(true), new GCMParameterSpec(Sealing.TAG_BITS, nonce));
        byte[] wrapped = cipher.doFinal(root);
        return ByteBuffer.allocate(nonce.length + wrapped.length).put(nonce).put(wrapped).array();
    }

    @Override
    public byte[] unwrap(byte[] slot) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding", provider);
        cipher.init(Cipher.DECRYPT_MODE, key(false), new GCMParameterSpec(Sealing.TAG_BITS, Arrays.copyOf(slot, Sealing.NONCE)));
        return cipher.doFinal(slot, Sealing.NONCE, slot.length - Sealing.NONCE);
    }

    @Override
    public String refusal() {
        return "The token does not open the keys.";
    }
}
