package org.moei.indicators.internal.codec;

import java.util.Locale;

/** Bech32 (BIP 173), Bech32m (BIP 350) and the address form of Bitcoin Cash, which has the same alphabet and a longer checksum. */
public final class Bech32 {
    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final byte[] DIGITS = new byte[128];
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final long[] CASH_GENERATOR = {0x98f2bc8e61L, 0x79b76d99e2L, 0xf33e5fb3c4L, 0xae2eabe2a8L, 0x1e4f43e470L};

    static {
        java.util.Arrays.fill(DIGITS, (byte) -1);
        for (int i = 0; i < 32; i++) {
            DIGITS[ALPHABET.charAt(i)] = (byte) i;
            DIGITS[Character.toUpperCase(ALPHABET.charAt(i))] = (byte) i;
        }
    }

    /** Which constant the checksum ends in. */
    public enum Kind { NONE, BECH32, BECH32M }

    private Bech32() {}

    /** The kind of checksum that holds for the whole text (human-readable part, 1, data); NONE where none does or where cases are mixed. */
    public static Kind check(CharSequence text) {
        int separator = lastOne(text);
        if (separator < 1 || text.length() - separator < 7 || mixed(text)) {
            return Kind.NONE;
        }
        int sum = 1;
        for (int i = 0; i < separator; i++) {
            sum = step(sum) ^ (Character.toLowerCase(text.charAt(i)) >> 5);
        }
        sum = step(sum);
        for (int i = 0; i < separator; i++) {
            sum = step(sum) ^ (Character.toLowerCase(text.charAt(i)) & 31);
        }
        for (int i = separator + 1; i < text.length(); i++) {
            int digit = digit(text.charAt(i));
            if (digit < 0) {
                return Kind.NONE;
            }
            sum = step(sum) ^ digit;
        }
        return sum == 1 ? Kind.BECH32 : sum == 0x2bc830a3 ? Kind.BECH32M : Kind.NONE;
    }

    /** The value of the first data character (the witness version of a Bitcoin address), or -1. */
    public static int firstDigit(CharSequence text) {
        int separator = lastOne(text);
        return separator > 0 && separator + 1 < text.length() ? digit(text.charAt(separator + 1)) : -1;
    }

    /** The text of five-bit values under a human-readable part. */
    public static String encode(String human, byte[] values, Kind kind) {
        int sum = 1;
        for (char c : human.toCharArray()) {
            sum = step(sum) ^ (c >> 5);
        }
        sum = step(sum);
        for (char c : human.toCharArray()) {
            sum = step(sum) ^ (c & 31);
        }
        StringBuilder text = new StringBuilder(human).append('1');
        for (byte value : values) {
            sum = step(sum) ^ value;
            text.append(ALPHABET.charAt(value));
        }
        for (int i = 0; i < 6; i++) {
            sum = step(sum);
        }
        sum ^= kind == Kind.BECH32M ? 0x2bc830a3 : 1;
        for (int i = 0; i < 6; i++) {
            text.append(ALPHABET.charAt((sum >>> (5 * (5 - i))) & 31));
        }
        return text.toString();
    }

    /** Bytes as values of five bits, the last one padded with zeros. */
    public static byte[] fiveBits(byte[] bytes) {
        byte[] out = new byte[(bytes.length * 8 + 4) / 5];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (byte b : bytes) {
            held = (held << 8) | (b & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                out[at++] = (byte) ((held >> bits) & 31);
            }
        }
        if (bits > 0) {
            out[at] = (byte) ((held << (5 - bits)) & 31);
        }
        return out;
    }

    /** Whether the data part of a Bitcoin Cash address (without its prefix) has the right checksum. */
    public static boolean cashHolds(CharSequence data) {
        return data.length() > 8 && !mixed(data) && cashSum(data.toString().toLowerCase(Locale.ROOT), "bitcoincash") == 0;
    }

    /** The data part of a Bitcoin Cash address. */
    public static String encodeCash(byte[] values) {
        StringBuilder text = new StringBuilder();
        for (byte value : values) {
            text.append(ALPHABET.charAt(value));
        }
        long sum = cashSum(text + "qqqqqqqq", "bitcoincash");
        for (int i = 0; i < 8; i++) {
            text.append(ALPHABET.charAt((int) (sum >>> (5 * (7 - i))) & 31));
        }
        return text.toString();
    }

    private static long cashSum(String data, String prefix) {
        long sum = 1;
        for (int i = 0; i < prefix.length(); i++) {
            sum = cashStep(sum) ^ (prefix.charAt(i) & 31);
        }
        sum = cashStep(sum);
        for (int i = 0; i < data.length(); i++) {
            int digit = digit(data.charAt(i));
            if (digit < 0) {
                return -1;
            }
            sum = cashStep(sum) ^ digit;
        }
        return sum ^ 1;
    }

    private static long cashStep(long sum) {
        long top = sum >>> 35;
        long next = (sum & 0x07ffffffffL) << 5;
        for (int i = 0; i < 5; i++) {
            if ((top >>> i & 1) != 0) {
                next ^= CASH_GENERATOR[i];
            }
        }
        return next;
    }

    private static int step(int sum) {
        int top = sum >>> 25;
        int next = (sum & 0x1ffffff) << 5;
        for (int i = 0; i < 5; i++) {
            if ((top >>> i & 1) != 0) {
                next ^= GENERATOR[i];
            }
        }
        return next;
    }

    private static int digit(char c) {
        return c < 128 ? DIGITS[c] : -1;
    }

    private static int lastOne(CharSequence text) {
        for (int i = text.length() - 1; i >= 0; i--) {
            if (text.charAt(i) == '1') {
                return i;
            }
        }
        return -1;
    }

    private static boolean mixed(CharSequence text) {
        boolean upper = false;
        boolean lower = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            upper |= c >= 'A' && c <= 'Z';
            lower |= c >= 'a' && c <= 'z';
        }
        return upper && lower;
    }
}
