package org.moei.indicators.internal.codec;

/** Keccak-256 with the original padding, as Ethereum and Monero use it (not SHA3-256 of FIPS 202). */
public final class Keccak {
    private static final int RATE = 136;
    private static final long[] ROUND = {
        0x0000000000000001L, 0x0000000000008082L, 0x800000000000808aL, 0x8000000080008000L, 0x000000000000808bL, 0x0000000080000001L,
        0x8000000080008081L, 0x8000000000008009L, 0x000000000000008aL, 0x0000000000000088L, 0x0000000080008009L, 0x000000008000000aL,
        0x000000008000808bL, 0x800000000000008bL, 0x8000000000008089L, 0x8000000000008003L, 0x8000000000008002L, 0x8000000000000080L,
        0x000000000000800aL, 0x800000008000000aL, 0x8000000080008081L, 0x8000000000008080L, 0x0000000080000001L, 0x8000000080008008L
    };
    private static final int[] ROTATION = {1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44};
    private static final int[] LANE = {10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1};

    private Keccak() {}

    /** The 32 bytes of the digest of {@code data[from, to)}. */
    public static byte[] digest(byte[] data, int from, int to) {
        long[] state = new long[25];
        int at = from;
        while (to - at >= RATE) {
            absorb(state, data, at, RATE);
            permute(state);
            at += RATE;
        }
        byte[] last = new byte[RATE];
        System.arraycopy(data, at, last, 0, to - at);
        last[to - at] ^= 0x01;
        last[RATE - 1] ^= (byte) 0x80;
        absorb(state, last, 0, RATE);
        permute(state);
        byte[] digest = new byte[32];
        for (int i = 0; i < 32; i++) {
            digest[i] = (byte) (state[i >> 3] >>> (8 * (i & 7)));
        }
        return digest;
    }

    private static void absorb(long[] state, byte[] data, int from, int length) {
        for (int i = 0; i < length; i++) {
            state[i >> 3] ^= (data[from + i] & 0xffL) << (8 * (i & 7));
        }
    }

    private static void permute(long[] a) {
        long[] c = new long[5];
        for (long constant : ROUND) {
            for (int x = 0; x < 5; x++) {
                c[x] = a[x] ^ a[x + 5] ^ a[x + 10] ^ a[x + 15] ^ a[x + 20];
            }
            for (int x = 0; x < 5; x++) {
                long d = c[(x + 4) % 5] ^ Long.rotateLeft(c[(x + 1) % 5], 1);
                for (int y = 0; y < 25; y += 5) {
                    a[y + x] ^= d;
                }
            }
            long moved = a[1];
            for (int i = 0; i < 24; i++) {
                long kept = a[LANE[i]];
                a[LANE[i]] = Long.rotateLeft(moved, ROTATION[i]);
                moved = kept;
            }
            for (int y = 0; y < 25; y += 5) {
                System.arraycopy(a, y, c, 0, 5);
                for (int x = 0; x < 5; x++) {
                    a[y + x] = c[x] ^ (~c[(x + 1) % 5] & c[(x + 2) % 5]);
                }
            }
            a[0] ^= constant;
        }
    }
}
