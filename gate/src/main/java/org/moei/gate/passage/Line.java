package org.moei.gate.passage;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.moei.foundation.journal.Hash;
import org.moei.foundation.journal.Json;
import org.moei.foundation.vault.Vault;
import tools.jackson.core.JacksonException;

/**
 * A message as it stands in the file: one line of canonical JSON, signed with Ed25519 over everything else in it, naming the SHA-256 of the line before.
 * Every line is padded to a multiple of {@link #SIZE} bytes, so that its size does not tell what it says.
 *
 * @param body canonical JSON as a string
 * @param channel direction and fingerprint of the sender's key: a line cannot be moved to another passage
 * @param pad spaces
 * @param previous SHA-256 of the line before, in hexadecimal; of the channel's name for the first
 */
record Line(String body, String channel, String kind, String made, String pad, String previous, long sequence, String signature) {
    /** Lines are multiples of this many bytes, without their line end. */
    static final int SIZE = 1_024;

    /** Longest line that is read, in bytes. */
    static final int LONGEST = 1 << 20;

    private static final String NO_SIGNATURE = "A".repeat(88);

    Line(@Nullable String body, @Nullable String channel, @Nullable String kind, @Nullable String made, @Nullable String pad, @Nullable String previous, long sequence, @Nullable String signature) {
        this.body = orEmpty(body);
        this.channel = orEmpty(channel);
        this.kind = orEmpty(kind);
        this.made = orEmpty(made);
        this.pad = orEmpty(pad);
        this.previous = orEmpty(previous);
        this.sequence = sequence;
        this.signature = orEmpty(signature);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** Makes, pads and signs the next line. */
    static Line sign(String channel, long sequence, String previous, Message.Draft draft, Vault vault) {
        String body = new String(Json.write(draft.body()), StandardCharsets.UTF_8);
        Line bare = new Line(body, channel, draft.kind().id(), draft.made().toString(), " ", previous, sequence, NO_SIGNATURE);
        int over = bare.bytes().length % SIZE;
        Line padded = new Line(body, channel, bare.kind, bare.made, " ".repeat(1 + (over == 0 ? 0 : SIZE - over)), previous, sequence, NO_SIGNATURE);
        return new Line(body, channel, bare.kind, bare.made, padded.pad, previous, sequence, Base64.getEncoder().encodeToString(vault.sign(padded.signed())));
    }

    /** What the signature covers: the line without it. */
    private byte[] signed() {
        return new Line(body, channel, kind, made, pad, previous, sequence, "").bytes();
    }

    byte[] bytes() {
        return Json.write(this);
    }

    /** SHA-256 of the line: what the next one names. */
    String hash() {
        return Hash.hex(Hash.sha256().digest(bytes()));
    }

    /** What the first line names. */
    static String firstPrevious(String channel) {
        return Hash.hex(Hash.sha256().digest(("moei-gate 1\n" + channel).getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads bytes that {@link #bytes()} wrote; empty for any others. */
    static Optional<Line> find(byte[] bytes) {
        try {
            Line line = Json.read(bytes, Line.class);
            return Arrays.equals(line.bytes(), bytes) ? Optional.of(line) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    boolean isSignedBy(byte[] key) {
        try {
            PublicKey known = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key));
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(known);
            check.update(signed());
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** The message; empty where its kind or time is not known to this version, which a reader passes over. */
    Optional<Message> message() {
        try {
            return Optional.of(new Message(sequence, MessageKind.of(kind), Instant.parse(made), body.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
