package org.moei.gate.passage;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moei.foundation.journal.Hash;
import org.moei.foundation.journal.Json;
import tools.jackson.core.JacksonException;

/**
 * The first line of a passage file.
 *
 * @param key the sender's public key (Ed25519, X.509, base 64); whose it is has to be known otherwise
 */
record Header(String channel, String format, String key) {
    static final String FORMAT = "moei-gate 1";

    Header(@Nullable String channel, @Nullable String format, @Nullable String key) {
        this.channel = channel == null ? "" : channel;
        this.format = format == null ? "" : format;
        this.key = key == null ? "" : key;
    }

    static Header of(Direction direction, byte[] key) {
        return new Header(channel(direction, key), FORMAT, Base64.getEncoder().encodeToString(key));
    }

    static String channel(Direction direction, byte[] key) {
        return direction.id() + "/" + fingerprint(key);
    }

    /** SHA-256 of the key in groups of four: what two people read to each other. */
    static String fingerprint(byte[] key) {
        return Hash.hex(Hash.sha256().digest(key)).replaceAll("(....)(?=.)", "$1-");
    }

    byte[] bytes() {
        return Json.write(this);
    }

    static Optional<Header> find(byte[] bytes) {
        try {
            Header header = Json.read(bytes, Header.class);
            return Arrays.equals(header.bytes(), bytes) && header.format.equals(FORMAT) ? Optional.of(header) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
