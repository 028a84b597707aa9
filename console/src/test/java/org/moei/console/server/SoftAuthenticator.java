package org.moei.console.server;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** An authenticator of our own that can also answer wrongly: for another site, without its owner, with an old count. */
final class SoftAuthenticator {
    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int ATTESTED = 0x40;

    private final KeyPair keys;
    private final byte[] id = new byte[16];
    String site = "localhost";
    int flags = PRESENT | VERIFIED;
    int uses = 1;

    SoftAuthenticator() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
        new java.util.Random(System.nanoTime()).nextBytes(id);
    }

    static String write(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    String id() {
        return write(id);
    }

    /** What a browser says it was asked: {@code webauthn.create} or {@code webauthn.get}. */
    static byte[] clientData(String type, String challenge, String origin) {
        return ("{\"type\":\"" + type + "\",\"challenge\":\"" + challenge + "\",\"origin\":\"" + origin + "\",\"crossOrigin\":false}").getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(int more, byte[] attested) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(site.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(37 + attested.length).put(hash).put((byte) (flags | more)).putInt(uses).put(attested).array();
    }

    /** An attestation object with the format "none" (WebAuthn, section 8.7), CBOR written out by hand. */
    byte[] attestation() throws GeneralSecurityException {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        ByteArrayOutputStream cose = new ByteArrayOutputStream();
        // {1: 2 (EC2), 3: -7 (ES256), -1: 1 (P-256), -2: x, -3: y}
        cose.writeBytes(new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20});
        cose.writeBytes(unsigned(key.getW().getAffineX()));
        cose.writeBytes(new byte[] {0x22, 0x58, 0x20});
        cose.writeBytes(unsigned(key.getW().getAffineY()));
        byte[] attested = ByteBuffer.allocate(18 + id.length + cose.size()).put(new byte[16]).putShort((short) id.length).put(id).put(cose.toByteArray()).array();
        byte[] data = authenticatorData(ATTESTED, attested);
        ByteArrayOutputStream object = new ByteArrayOutputStream();
        object.write(0xA3);
        text(object, "fmt");
        text(object, "none");
        text(object, "attStmt");
        object.write(0xA0);
        text(object, "authData");
        object.write(0x58);
        object.write(data.length);
        object.writeBytes(data);
        return object.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 | text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        ByteBuffer fixed = ByteBuffer.allocate(32);
        int from = Math.max(0, bytes.length - 32);
        return fixed.position(32 - (bytes.length - from)).put(bytes, from, bytes.length - from).array();
    }

    byte[] authenticatorData() throws GeneralSecurityException {
        return authenticatorData(0, new byte[0]);
    }

    byte[] sign(byte[] authenticatorData, byte[] clientData) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(authenticatorData);
        signature.update(MessageDigest.getInstance("SHA-256").digest(clientData));
        return signature.sign();
    }
}
