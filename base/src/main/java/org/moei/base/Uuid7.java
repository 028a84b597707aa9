package org.moei.base;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** UUID version 7 as in RFC 9562, section 5.7: 48 bits of milliseconds, 74 bits of anything. */
public final class Uuid7 {
    private Uuid7() {}

    /** Builds an id from its time and 74 bits, of which the lowest 12 of {@code high} and the lowest 62 of {@code low} count. */
    public static UUID of(Instant time, long high, long low) {
        long most = (time.toEpochMilli() << 16) | 0x7000L | (high & 0xFFFL);
        long least = (low & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    /** The id that a name always has: for rehearsals, where a run that was killed must make the same ids again. */
    public static UUID named(Instant time, String name) {
        try {
            ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
            return of(time, digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }

    /** Ids from a clock and a source of randomness. Safe for several threads if the randomness is. */
    public static Ids ids(InstantSource clock, RandomGenerator random) {
        return () -> of(clock.instant(), random.nextLong(), random.nextLong());
    }
}
