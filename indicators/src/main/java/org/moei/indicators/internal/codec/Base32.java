package org.moei.indicators.internal.codec;

import java.util.Optional;

/** Base32 of RFC 4648 without padding, as Stellar and onion addresses use it. */
public final class Base32 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Base32() {}

    /** The bytes of the text in either case, or empty where a character is not of the alphabet. Bits beyond the last whole byte are dropped. */
    public static Optional<byte[]> decode(CharSequence text) {
        byte[] out = new byte[text.length() * 5 / 8];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int digit = c >= 'A' && c <= 'Z' ? c - 'A' : c >= 'a' && c <= 'z' ? c - 'a' : c >= '2' && c <= '7' ? c - '2' + 26 : -1;
            if (digit < 0) {
                return Optional.empty();
            }
            held = (held << 5 | digit) & 0xffff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                out[at++] = (byte) (held >> bits);
            }
        }
        return Optional.of(out);
    }

    /** The text of the bytes, in upper case. */
    public static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte value : Bech32.fiveBits(bytes)) {
            text.append(ALPHABET.charAt(value));
        }
        return text.toString();
    }
}
