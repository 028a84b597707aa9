package org.moei.foundation.journal;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, and the two kinds of hash of an RFC 6962 tree. */
public final class Hash {
    private Hash() {}

    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** RFC 6962, section 2.1: the hash of a leaf has 0x00 before its bytes. */
    public static byte[] ofLeaf(byte[] content) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return digest.digest(content);
    }

    /** RFC 6962, section 2.1: the hash of a node has 0x01 before its two children. */
    static byte[] ofNode(ByteBuffer left, ByteBuffer right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left);
        digest.update(right);
        return digest.digest();
    }

    static byte[] ofNode(byte[] left, byte[] right) {
        return ofNode(ByteBuffer.wrap(left), ByteBuffer.wrap(right));
    }

    public static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
