package org.moei.foundation.vault;

import java.io.IOException;
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
import java.security.spec.X509EncodedKeySpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;

/** The server's Ed25519 key: its public half in clear, so that heads are checked without a passphrase, the other wrapped by the root. */
final class SigningKey {
    private static final byte[] LABEL = {'s', 'i', 'g', 'n'};

    private final Path file;
    private final SecureRandom random;
    private byte[] publicKey = new byte[0];
    private @Nullable KeyPair pair;

    /** What stands in the file: length of the public half (2), public half, nonce and wrapped private half. */
    private record Content(byte[] open, byte[] wrapped) {}

    SigningKey(Path file, SecureRandom random) {
        this.file = file;
        this.random = random;
        read().ifPresent(found -> publicKey = found.open());
    }

    private Optional<Content> read() {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
            byte[] open = new byte[in.getShort()];
            in.get(open);
            byte[] wrapped = new byte[in.remaining()];
            in.get(wrapped);
            return Optional.of(new Content(open, wrapped));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static RuntimeException unreadable(Exception cause) {
        return Problem.of(Problem.Kind.COULD_NOT_RUN, "signing-key", "The server's signing key cannot be read.").asException(cause);
    }

    /** Opens the private half; makes the key where there is none. */
    synchronized void unlock(byte[] root) {
        try {
            Optional<Content> found = read();
            if (found.isPresent()) {
                KeyFactory factory = KeyFactory.getInstance("Ed25519");
                pair = new KeyPair(
                        factory.generatePublic(new X509EncodedKeySpec(found.get().open())),
                        factory.generatePrivate(new PKCS8EncodedKeySpec(Sealing.unwrap(root, found.get().wrapped(), LABEL))));
                publicKey = found.get().open();
                return;
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(255, random);
            KeyPair made = generator.generateKeyPair();
            byte[] nonce = Sealing.nonce(random);
            byte[] open = made.getPublic().getEncoded();
            byte[] wrapped = Sealing.wrap(root, made.getPrivate().getEncoded(), nonce, LABEL);
            KeyFiles.replace(file, ByteBuffer.allocate(2 + open.length + wrapped.length).putShort((short) open.length).put(open).put(wrapped).array());
            pair = made;
            publicKey = open;
        } catch (GeneralSecurityException e) {
            throw unreadable(e);
        }
    }

    synchronized void lock() {
        pair = null;
    }

    synchronized byte[] publicKey() {
        return publicKey.clone();
    }

    byte[] sign(byte[] message) {
        KeyPair mine;
        synchronized (this) {
            mine = pair;
        }
        if (mine == null) {
            throw FolderVault.locked();
        }
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(mine.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is part of every JDK", e);
        }
    }
}
