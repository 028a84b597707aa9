package org.moei.indicators.match;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.moei.indicators.IndicatorType;

/**
 * Values that are watched without being disclosed: HMAC-SHA-256, under a key that subscriber and service share, over the type, a zero and
 * the value in its compared form. Two spellings of one value have one hash; without the key a list of hashes cannot be guessed through.
 */
public final class KeyedHash {
    private static final int SHORTEST_KEY = 16;

    private final SecretKeySpec key;

    /** @param key at least 16 bytes, one for each subscriber */
    public KeyedHash(byte[] key) {
        if (key.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("The key has " + key.length + " bytes, fewer than " + SHORTEST_KEY + ".");
        }
        this.key = new SecretKeySpec(key, "HmacSHA256");
    }

    /** In hex; empty where the value cannot be one of its type. */
    public Optional<String> of(IndicatorType type, String value) {
        String normal = Values.normal(type, value);
        if (normal == null) {
            return Optional.empty();
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(type.label().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Optional.of(HexFormat.of().formatHex(mac.doFinal(normal.getBytes(StandardCharsets.UTF_8))));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HMAC-SHA-256.", impossible);
        }
    }
}
