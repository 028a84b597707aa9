package org.moei.console.demo;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.moei.foundation.journal.Hash;

/** Passwords of a rehearsal's accounts: they follow from the seed, so that they can be printed at each start and kept nowhere. */
public final class Passwords {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 14;

    private Passwords() {}

    public static String of(long seed, String account) {
        return spell(Hash.sha256().digest(("rehearsal account " + seed + " " + account).getBytes(StandardCharsets.UTF_8)));
    }

    /** A new one that nobody can work out: about 69 bits. */
    public static String fresh(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return spell(bytes);
    }

    private static String spell(byte[] digest) {
        StringBuilder password = new StringBuilder(LENGTH + 2);
        for (int i = 0; i < LENGTH; i++) {
            if (i == 5 || i == 10) {
                password.append('-');
            }
            password.append(LETTERS.charAt((digest[i] & 0xFF) % LETTERS.length()));
        }
        return password.toString();
    }
}
