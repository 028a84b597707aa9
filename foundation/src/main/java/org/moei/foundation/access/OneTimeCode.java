package org.moei.foundation.access;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every thirty seconds (RFC 6238 over RFC 4226, HMAC-SHA-1, as every authenticator app reads them). */
public final class OneTimeCode {
    /** RFC 4226 asks for 160 bits. */
    public static final int SECRET_BYTES = 20;

    private static final int SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private OneTimeCode() {}

    /** The step that a time falls into, counted from 1970. */
    public static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS);
    }

    /** The code of a step, with its leading zeros. */
    public static String at(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0x0F;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7FFF_FFFF;
            return String.format(Locale.ROOT, "%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-1 is part of every JDK", e);
        }
    }

    /**
     * The step whose code was typed: this one, the one before or the one after (RFC 6238, section 5.2), whichever of them
     * comes after the last that was used.
     *
     * @param used the last step whose code was taken; its code and older ones fit no more
     */
    public static OptionalLong match(byte[] secret, String typed, Instant now, long used) {
        byte[] digits = typed.replace(" ", "").getBytes(StandardCharsets.UTF_8);
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - 1; step <= step(now) + 1; step++) {
            boolean fits = MessageDigest.isEqual(at(secret, step).getBytes(StandardCharsets.UTF_8), digits);
            if (fits && step > used) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The secret as one types it: base 32 without padding (RFC 4648), in groups of four. */
    public static String spell(byte[] secret) {
        return base32(secret).replaceAll("(.{4})(?=.)", "$1 ");
    }

    /** What the picture holds: the key URI format that authenticator apps read. */
    public static String address(String issuer, String account, byte[] secret) {
        return "otpauth://totp/" + escape(issuer) + ":" + escape(account) + "?secret=" + base32(secret) + "&issuer=" + escape(issuer) + "&algorithm=SHA1&digits=6&period=" + SECONDS;
    }

    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte each : bytes) {
            buffer = buffer << 8 | each & 0xFF;
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt(buffer >> bits & 31));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt(buffer << 5 - bits & 31));
        }
        return text.toString();
    }

    private static String escape(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
