package org.moei.foundation.journal;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.moei.base.CheckedCode;
import org.moei.base.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * The head of a wing's tree, signed by the server. Kept by a partner, it shows later that nothing up to it was changed,
 * dropped, inserted or moved.
 *
 * @param size how many actions it covers
 * @param root the root of the tree over them
 * @param context what else the signature covers: the hash of an export's header line, or empty
 * @param key the server's public key (Ed25519, X.509)
 */
public record SignedHead(String wing, long size, byte[] root, Instant signed, String context, byte[] key, byte[] signature) {
    private static final byte CODE = 'H';
    private static final int RAW_KEY = 32;
    /** What stands before the 32 bytes of an Ed25519 key in X.509 (RFC 8410, section 4). */
    private static final byte[] KEY_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    static SignedHead sign(Journal journal, Instant time) {
        Frontier frontier = readFrontier(journal);
        SignedHead head = sign(journal, frontier, time, "");
        String sql = "insert into " + journal.wing() + "_journal.signed_head (size, signed, line) values (?, ?, ?) on conflict do nothing";
        try (Connection connection = journal.source().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, head.size());
            statement.setObject(2, java.time.OffsetDateTime.ofInstant(time, java.time.ZoneOffset.UTC));
            statement.setString(3, head.line());
            statement.executeUpdate();
        } catch (SQLException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "head-not-kept", "The signed head could not be kept.").asException(e);
        }
        return head;
    }

    static SignedHead sign(Journal journal, Frontier frontier, Instant time, String context) {
        byte[] key = journal.vault().publicKey();
        SignedHead unsigned = new SignedHead(journal.wing(), frontier.size(), frontier.root(), time, context, key, new byte[0]);
        return new SignedHead(
                unsigned.wing, unsigned.size, unsigned.root, time, context, key, journal.vault().sign(unsigned.message()));
    }

    static Frontier readFrontier(Journal journal) {
        return journal.query(
                "select last_position, frontier from " + journal.wing() + "_journal.batch order by last_position desc limit 1",
                rows -> rows.next() ? Frontier.decode(rows.getLong(1), rows.getBytes(2)) : Frontier.empty());
    }

    private byte[] message() {
        return ("moei-head 1\n" + wing + "\n" + size + "\n" + HexFormat.of().formatHex(root) + "\n" + signed + "\n" + context + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the signature fits the key that stands in the head. Whose key that is has to be known otherwise. */
    public boolean isSignatureRight() {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(key)));
            check.update(message());
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** One line of canonical JSON. */
    public String line() {
        StringBuilder out = new StringBuilder("{\"context\":");
        Json.string(out, context);
        out.append(",\"key\":\"").append(Base64.getEncoder().encodeToString(key));
        out.append("\",\"root\":\"").append(HexFormat.of().formatHex(root));
        out.append("\",\"signature\":\"").append(Base64.getEncoder().encodeToString(signature));
        out.append("\",\"signed\":\"").append(signed).append("\",\"size\":").append(size).append(",\"wing\":");
        Json.string(out, wing);
        return out.append('}').toString();
    }

    /** The head as lines that can be copied by hand. Only of a head over the journal itself, whose context is empty. */
    public List<String> code() {
        byte[] name = wing.getBytes(StandardCharsets.UTF_8);
        ByteBuffer out = ByteBuffer.allocate(2 + name.length + 16 + root.length + RAW_KEY + signature.length);
        out.put(CODE).put((byte) name.length).put(name).putLong(size).putLong(signed.getEpochSecond()).put(root);
        out.put(key, key.length - RAW_KEY, RAW_KEY).put(signature);
        return CheckedCode.lines(out.array());
    }

    /**
     * Reads a head as somebody kept it: the line of {@link #line()}, or a sheet with the lines of {@link #code()}.
     *
     * @throws IllegalArgumentException where it is neither
     * @throws org.moei.base.ProblemException {@code code} where a line was not copied right
     */
    public static SignedHead readKept(String text) {
        return text.strip().startsWith("{") ? read(text.strip()) : readCode(CheckedCode.read(text));
    }

    private static SignedHead readCode(byte[] bytes) {
        try {
            ByteBuffer in = ByteBuffer.wrap(bytes);
            if (in.get() != CODE) {
                throw new IllegalArgumentException("The code is not that of a signed head.");
            }
            byte[] name = new byte[in.get()];
            byte[] root = new byte[32];
            byte[] key = Arrays.copyOf(KEY_PREFIX, KEY_PREFIX.length + RAW_KEY);
            byte[] signature = new byte[64];
            in.get(name);
            long size = in.getLong();
            Instant signed = Instant.ofEpochSecond(in.getLong());
            in.get(root).get(key, KEY_PREFIX.length, RAW_KEY).get(signature);
            return new SignedHead(new String(name, StandardCharsets.UTF_8), size, root, signed, "", key, signature);
        } catch (BufferUnderflowException | NegativeArraySizeException e) {
            throw new IllegalArgumentException("The code is not that of a signed head.", e);
        }
    }

    /**
     * Reads a line that {@link #line()} wrote.
     *
     * @throws IllegalArgumentException where a byte differs from the canonical form
     */
    public static SignedHead read(String line) {
        try {
            JsonNode node = Json.tree(line.getBytes(StandardCharsets.UTF_8));
            SignedHead head = new SignedHead(
                    node.path("wing").asString(),
                    node.path("size").asLong(),
                    HexFormat.of().parseHex(node.path("root").asString()),
                    Instant.parse(node.path("signed").asString()),
                    node.path("context").asString(),
                    Base64.getDecoder().decode(node.path("key").asString()),
                    Base64.getDecoder().decode(node.path("signature").asString()));
            if (!head.line().equals(line)) {
                throw new IllegalArgumentException("The signed head is not in canonical form.");
            }
            return head;
        } catch (JacksonException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("The signed head cannot be read.", e);
        }
    }
}
