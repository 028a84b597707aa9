package org.moei.foundation.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.moei.base.Problem;

/**
 * The root key's file: a mark, then the key in clear (rehearsal) or salt and key wrapped under a passphrase.
 *
 * @param isRehearsal whether the key lies in clear
 * @param content what follows the mark
 */
record RootKey(boolean isRehearsal, byte[] content) {
    private static final byte[] REHEARSAL = "moei-root rehearsal 1\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OPERATION = "moei-root operation 1\n".getBytes(StandardCharsets.UTF_8);
    private static final byte[] LABEL = {'r', 'o', 'o', 't'};

    /** OWASP Password Storage Cheat Sheet (2023): 600,000 rounds for PBKDF2-HMAC-SHA-256. */
    private static final int ROUNDS = 600_000;

    private static final int SALT = 16;

    static Optional<RootKey> findExisting(Path folder) {
        Path file = folder.resolve("root");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            byte[] all = Files.readAllBytes(file);
            for (byte[] mark : new byte[][] {REHEARSAL, OPERATION}) {
                if (all.length > mark.length && java.util.Arrays.equals(all, 0, mark.length, mark, 0, mark.length)) {
                    return Optional.of(new RootKey(mark == REHEARSAL, java.util.Arrays.copyOfRange(all, mark.length, all.length)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw Problem.of(Problem.Kind.COULD_NOT_RUN, "root-key", "The root key in " + folder + " is not of a known form.").asException();
    }

    static RootKey openRehearsal(Path folder, SecureRandom random) {
        Optional<RootKey> found = findExisting(folder);
        if (found.isPresent()) {
            return found.get().require(true);
        }
        byte[] key = new byte[32];
        random.nextBytes(key);
        write(folder, REHEARSAL, key);
        return new RootKey(true, key);
    }

    static RootKey openOperation(Path folder, SecureRandom random, char[] passphrase) {
        Optional<RootKey> found = findExisting(folder);
        if (found.isPresent()) {
            return found.get().require(false);
        }
        if (passphrase.length < 12) {
            throw Problem.of(Problem.Kind.WRONG_USE, "passphrase-short", "The passphrase has fewer than 12 characters.").asException();
        }
        byte[] key = new byte[32];
        random.nextBytes(key);
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        byte[] nonce = new byte[Sealing.NONCE];
        random.nextBytes(nonce);
        byte[] wrapped = Sealing.wrap(stretch(passphrase, salt), key, nonce, LABEL);
        byte[] content = ByteBuffer.allocate(SALT + wrapped.length).put(salt).put(wrapped).array();
        write(folder, OPERATION, content);
        return new RootKey(false, content);
    }

    private RootKey require(boolean rehearsal) {
        if (isRehearsal != rehearsal) {
            throw Problem.of(
                            Problem.Kind.WRONG_USE,
                            "keys-of-other-kind",
                            isRehearsal ? "These keys belong to a rehearsal." : "These keys belong to a real operation.")
                    .withAdvice("another keys' folder was meant.")
                    .asException();
        }
        return this;
    }

    byte[] unwrap(char[] passphrase) {
        if (isRehearsal) {
            return content.clone();
        }
        byte[] salt = java.util.Arrays.copyOf(content, SALT);
        try {
            return Sealing.unwrap(stretch(passphrase, salt), java.util.Arrays.copyOfRange(content, SALT, content.length), LABEL);
        } catch (GeneralSecurityException e) {
            throw Problem.of(Problem.Kind.DENIED, "passphrase", "The passphrase does not open the keys.").asException();
        }
    }

    private static byte[] stretch(char[] passphrase, byte[] salt) {
        try {
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(passphrase, salt, ROUNDS, 256))
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("PBKDF2 is part of every JDK", e);
        }
    }

    private static void write(Path folder, byte[] mark, byte[] content) {
        KeyFiles.replace(folder.resolve("root"), ByteBuffer.allocate(mark.length + content.length).put(mark).put(content).array());
    }
}
