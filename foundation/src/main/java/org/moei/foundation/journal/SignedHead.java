package org.moei.foundation.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
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
