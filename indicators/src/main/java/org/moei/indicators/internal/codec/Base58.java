package org.moei.indicators.internal.codec;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** Base58 with and without the four checksum bytes of Bitcoin (double SHA-256), in Bitcoin's and in Ripple's alphabet. */
public final class Base58 {
    public static final Base58 BITCOIN = new Base58("123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz");
    public static final Base58 RIPPLE = new Base58("rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz");

    /** Longest text that is decoded: the work grows with its square. */
    public static final int LONGEST = 128;

    private final char[] alphabet;
    private final byte[] digits = new byte[128];

    private Base58(String letters) {
        alphabet = letters.toCharArray();
        Arrays.fill(digits, (byte) -1);
        for (int i = 0; i < alphabet.length; i++) {
            digits[alphabet[i]] = (byte) i;
        }
    }

    /** The bytes, or empty where a character is not of the alphabet or the text is longer than {@link #LONGEST}. */
    public Optional<byte[]> decode(CharSequence text) {
        int length = text.length();
        if (length == 0 || length > LONGEST) {
            return Optional.empty();
        }
        byte[] bytes = new byte[length];
        int used = 0;
        int zeros = 0;
        boolean leading = true;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            int carry = c < 128 ? digits[c] : -1;
            if (carry < 0) {
                return Optional.empty();
            }
            if (leading && carry == 0) {
                zeros++;
                continue;
            }
            leading = false;
            for (int j = 0; j < used || carry != 0; j++) {
                if (j == used) {
                    used++;
                }
                carry += (bytes[j] & 0xff) * 58;
                bytes[j] = (byte) carry;
                carry >>>= 8;
            }
        }
        byte[] out = new byte[zeros + used];
        for (int j = 0; j < used; j++) {
            out[zeros + j] = bytes[used - 1 - j];
        }
        return Optional.of(out);
    }

    /** The text of the bytes. */
    public String encode(byte[] data) {
        int zeros = 0;
        while (zeros < data.length && data[zeros] == 0) {
            zeros++;
        }
        byte[] letters = new byte[data.length * 2];
        int used = 0;
        for (int i = zeros; i < data.length; i++) {
            int carry = data[i] & 0xff;
            for (int j = 0; j < used || carry != 0; j++) {
                if (j == used) {
                    used++;
                }
                carry += letters[j] << 8;
                letters[j] = (byte) (carry % 58);
                carry /= 58;
            }
        }
        StringBuilder text = new StringBuilder();
        text.repeat(alphabet[0], zeros);
        for (int j = used - 1; j >= 0; j--) {
            text.append(alphabet[letters[j]]);
        }
        return text.toString();
    }

    /** Version and payload without the checksum, or empty where the checksum is wrong. */
    public Optional<byte[]> decodeChecked(CharSequence text) {
        return decode(text).filter(b -> b.length > 4 && checksumHolds(b)).map(b -> Arrays.copyOf(b, b.length - 4));
    }

    /** The text of version and payload with their checksum. */
    public String encodeChecked(byte[] payload) {
        byte[] all = Arrays.copyOf(payload, payload.length + 4);
        System.arraycopy(doubleSha(payload, payload.length), 0, all, payload.length, 4);
        return encode(all);
    }

    private static boolean checksumHolds(byte[] bytes) {
        int body = bytes.length - 4;
        byte[] sum = doubleSha(bytes, body);
        return Arrays.equals(sum, 0, 4, bytes, body, bytes.length);
    }

    private static byte[] doubleSha(byte[] bytes, int length) {
        MessageDigest sha = sha256();
        sha.update(bytes, 0, length);
        return sha.digest(sha.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }
}
