package org.moei.indicators.internal.codec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Onion addresses of version 3 (Tor's rend-spec-v3, section 6): key, two bytes of checksum, version. */
public final class Onion {
    private Onion() {}

    /** Whether 56 characters are such an address with the right checksum. */
    public static boolean holds(String name) {
        if (name.length() != 56) {
            return false;
        }
        byte[] bytes = Base32.decode(name).orElse(new byte[0]);
        if (bytes.length != 35 || bytes[34] != 3) {
            return false;
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA3-256");
            sha.update(".onion checksum".getBytes(StandardCharsets.US_ASCII));
            sha.update(bytes, 0, 32);
            sha.update((byte) 3);
            byte[] sum = sha.digest();
            return sum[0] == bytes[32] && sum[1] == bytes[33];
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA3-256.", impossible);
        }
    }
}
