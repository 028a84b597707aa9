package org.moei.foundation.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The bytes of sealed content, format 1.
 *
 * <pre>
 * header   magic 0xE5 · format 1 · key kind (0 record, 1 agency) · key id (16) · action id (16) · group length (1) · group (UTF-8)
 * nonce    12 bytes
 * body     AES-256-GCM of the content, tag of 16 bytes at its end
 * </pre>
 *
 * The key is HKDF-SHA-256 of the record's (or agency's) key with the group as info, so that one group of fields can be
 * disclosed without the others. The whole header is associated data: content cannot be moved to another person, action
 * or group. Standards: NIST SP 800-38D, RFC 5869.
 */
final class Sealing {
    static final byte MAGIC = (byte) 0xE5;
    static final byte FORMAT = 1;
    static final int NONCE = 12;
    static final int TAG_BITS = 128;

    /** Sealing one content under one derived key with random nonces stays far below 2^32 messages. */
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(() -> {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every JDK", e);
        }
    });

    private static final ThreadLocal<KDF> DERIVATION = ThreadLocal.withInitial(() -> {
        try {
            return KDF.getInstance("HKDF-SHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF is part of JDK 25", e);
        }
    });

    private Sealing() {}

    /** What the clear header of sealed content says. */
    record Header(boolean ofAgency, UUID key, UUID action, String group, int length) {}

    static byte[] seal(byte[] key, boolean ofAgency, UUID keyId, UUID action, String group, byte[] nonce, byte[] content) {
        byte[] header = header(ofAgency, keyId, action, group);
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(Cipher.ENCRYPT_MODE, derive(key, group), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(header);
            byte[] sealed = Arrays.copyOf(header, header.length + NONCE + content.length + TAG_BITS / 8);
            System.arraycopy(nonce, 0, sealed, header.length, NONCE);
            cipher.doFinal(content, 0, content.length, sealed, header.length + NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    static byte[] open(byte[] key, Header header, byte[] sealed) throws GeneralSecurityException {
        return open(derive(key, header.group()), header, sealed);
    }

    /** Opens content under what {@link #extract} kept of its key. */
    static byte[] openExtracted(byte[] extracted, Header header, byte[] sealed) throws GeneralSecurityException {
        HKDFParameterSpec spec = HKDFParameterSpec.expandOnly(new SecretKeySpec(extracted, "HKDF-PRK"), info(header.group()), 32);
        return open(new SecretKeySpec(DERIVATION.get().deriveData(spec), "AES"), header, sealed);
    }

    private static byte[] open(SecretKeySpec key, Header header, byte[] sealed) throws GeneralSecurityException {
        Cipher cipher = CIPHER.get();
        cipher.init(
                Cipher.DECRYPT_MODE,
                key,
                new GCMParameterSpec(TAG_BITS, sealed, header.length(), NONCE));
        cipher.updateAAD(sealed, 0, header.length());
        int start = header.length() + NONCE;
        return cipher.doFinal(sealed, start, sealed.length - start);
    }

    private static byte[] header(boolean ofAgency, UUID keyId, UUID action, String group) {
        byte[] name = group.getBytes(StandardCharsets.UTF_8);
        if (name.length > 100) {
            throw new IllegalArgumentException("The group of fields (" + group + ") is longer than 100 bytes.");
        }
        ByteBuffer header = ByteBuffer.allocate(36 + name.length);
        header.put(MAGIC).put(FORMAT).put((byte) (ofAgency ? 1 : 0));
        header.putLong(keyId.getMostSignificantBits()).putLong(keyId.getLeastSignificantBits());
        header.putLong(action.getMostSignificantBits()).putLong(action.getLeastSignificantBits());
        header.put((byte) name.length).put(name);
        return header.array();
    }

    static boolean looksSealed(byte[] bytes) {
        return bytes.length > 36 + NONCE && bytes[0] == MAGIC && bytes[1] == FORMAT;
    }

    static Header readHeader(byte[] sealed) {
        if (!looksSealed(sealed)) {
            throw new IllegalArgumentException("These bytes are not sealed content of format " + FORMAT + ".");
        }
        ByteBuffer in = ByteBuffer.wrap(sealed, 2, sealed.length - 2);
        boolean ofAgency = in.get() == 1;
        UUID key = new UUID(in.getLong(), in.getLong());
        UUID action = new UUID(in.getLong(), in.getLong());
        int length = in.get() & 0xFF;
        if (36 + length + NONCE > sealed.length) {
            throw new IllegalArgumentException("These bytes end inside their header.");
        }
        return new Header(ofAgency, key, action, new String(sealed, 36, length, StandardCharsets.UTF_8), 36 + length);
    }

    private static SecretKeySpec derive(byte[] key, String group) throws GeneralSecurityException {
        HKDFParameterSpec spec = HKDFParameterSpec.ofExtract()
                .addIKM(key)
                .thenExpand(info(group), 32);
        return new SecretKeySpec(DERIVATION.get().deriveData(spec), "AES");
    }

    private static byte[] info(String group) {
        return ("moei/1/" + group).getBytes(StandardCharsets.UTF_8);
    }

    /** The pseudo-random key of 32 bytes from which the keys of all groups derive; the key itself does not follow from it. */
    static byte[] extract(byte[] key) {
        try {
            return DERIVATION.get().deriveData(HKDFParameterSpec.ofExtract().addIKM(key).extractOnly());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF is part of JDK 25", e);
        }
    }

    /** A random nonce, for one sealing or wrapping. */
    static byte[] nonce(SecureRandom random) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        return nonce;
    }

    /** Wraps a key of 32 bytes: nonce and AES-GCM of it, with a label as associated data. */
    static byte[] wrap(byte[] outer, byte[] key, byte[] nonce, byte[] label) {
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(outer, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(label);
            byte[] wrapped = Arrays.copyOf(nonce, NONCE + key.length + TAG_BITS / 8);
            cipher.doFinal(key, 0, key.length, wrapped, NONCE);
            return wrapped;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Wrapping failed", e);
        }
    }

    static byte[] unwrap(byte[] outer, byte[] wrapped, byte[] label) throws GeneralSecurityException {
        Cipher cipher = CIPHER.get();
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(outer, "AES"), new GCMParameterSpec(TAG_BITS, wrapped, 0, NONCE));
        cipher.updateAAD(label);
        return cipher.doFinal(wrapped, NONCE, wrapped.length - NONCE);
    }
}
