package org.moei.foundation.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Seals what the access system keeps, under a key of the keys' folder: AES-256-GCM, with what it belongs to as associated data. */
final class AccessKey {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final byte[] key;
    private final SecureRandom random = new SecureRandom();

    /** @param key 32 bytes */
    AccessKey(byte[] key) {
        this.key = key.clone();
    }

    byte[] seal(String belongsTo, byte[] content) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, belongsTo, nonce, content);
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
    }

    byte[] seal(String belongsTo, String text) {
        return seal(belongsTo, text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalStateException under another key, or where it belongs to something else */
    byte[] open(String belongsTo, byte[] kept) {
        return crypt(Cipher.DECRYPT_MODE, belongsTo, Arrays.copyOf(kept, NONCE_BYTES), Arrays.copyOfRange(kept, NONCE_BYTES, kept.length));
    }

    String openText(String belongsTo, byte[] kept) {
        return new String(open(belongsTo, kept), StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, String belongsTo, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(mac("seal"), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(belongsTo.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What the access system keeps does not open with the key of this keys' folder.", e);
        }
    }

    /** A keyed hash, HMAC-SHA-256. */
    byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is part of every JDK", e);
        }
    }
}
