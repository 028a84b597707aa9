package org.moei.foundation.vault;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * A secret split so that any so many of its shares give it back, and fewer say nothing about it: for each byte a polynomial
 * over GF(256) whose value at 0 is the byte (Shamir, "How to share a secret", 1979). The field is that of AES (FIPS 197,
 * section 4.2: x^8 + x^4 + x^3 + x + 1).
 */
final class Shamir {
    private Shamir() {}

    /** One share: the point (1 to 255) and the polynomials' values there. */
    record Share(int point, byte[] values) {}

    static List<Share> split(byte[] secret, int needed, int shares, SecureRandom random) {
        if (needed < 2 || needed > shares || shares > 255) {
            throw new IllegalArgumentException("Of " + shares + " shares " + needed + " cannot be needed.");
        }
        byte[][] coefficients = new byte[needed][];
        coefficients[0] = secret;
        for (int i = 1; i < needed; i++) {
            coefficients[i] = new byte[secret.length];
            random.nextBytes(coefficients[i]);
        }
        List<Share> made = new ArrayList<>();
        for (int point = 1; point <= shares; point++) {
            byte[] values = new byte[secret.length];
            for (int at = 0; at < secret.length; at++) {
                int value = 0;
                for (int i = needed - 1; i >= 0; i--) {
                    value = multiply(value, point) ^ coefficients[i][at] & 0xFF;
                }
                values[at] = (byte) value;
            }
            made.add(new Share(point, values));
        }
        return made;
    }

    /** The secret, if these are enough shares of one splitting; otherwise bytes that mean nothing.
     *
     * @throws IllegalArgumentException where a point stands twice or the lengths differ
     */
    static byte[] join(List<Share> shares) {
        int length = shares.getFirst().values().length;
        if (shares.stream().map(Share::point).distinct().count() != shares.size() || shares.stream().anyMatch(s -> s.values().length != length || s.point() < 1)) {
            throw new IllegalArgumentException("These shares are not of one splitting.");
        }
        byte[] secret = new byte[length];
        for (Share mine : shares) {
            // Lagrange's weight at 0: subtraction is exclusive or.
            int weight = 1;
            for (Share other : shares) {
                if (other != mine) {
                    weight = multiply(weight, divide(other.point(), other.point() ^ mine.point()));
                }
            }
            for (int at = 0; at < length; at++) {
                secret[at] ^= (byte) multiply(weight, mine.values()[at] & 0xFF);
            }
        }
        return secret;
    }

    /** Without a table and without a branch on the bits, so that neither cache nor time tell anything. */
    static int multiply(int left, int right) {
        int product = 0;
        int a = left;
        for (int bit = 0; bit < 8; bit++) {
            product ^= a & -(right >> bit & 1);
            a = a << 1 ^ 0x11B & -(a >> 7 & 1);
        }
        return product & 0xFF;
    }

    private static int divide(int left, int right) {
        // The inverse is the 254th power.
        int inverse = 1;
        for (int i = 0; i < 254; i++) {
            inverse = multiply(inverse, right);
        }
        return multiply(left, inverse);
    }
}
