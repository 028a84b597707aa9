package org.moei.foundation.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;

/**
 * Checks a wing's journal in the database without any key: every action is canonical and hashes to its leaf, positions
 * are dense, columns say what the envelope says, every kept root and every signed head fits the tree. A tail that was
 * dropped together with the heads over it is seen only with a head that is kept elsewhere.
 */
public final class Verifier {
    private static final int PAGE = 2_000;

    private final String wing;
    private final DataSource source;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Long> signedSizes = new HashSet<>();
    private long lastRight;

    private Verifier(String wing, DataSource source) {
        this.wing = wing;
        this.source = source;
    }

    /**
     * Reads the whole journal.
     *
     * @param kept a head that a partner kept, if any
     * @param serverKey the server's public key, if known: heads signed by another key are findings
     */
    public static Verification verify(String wing, DataSource source, Optional<SignedHead> kept, byte @Nullable [] serverKey) {
        return verify(wing, source, kept.stream().toList(), serverKey);
    }

    /** Reads the whole journal against several heads that partners kept: what was changed lies between the last that fits and the first that does not. */
    public static Verification verify(String wing, DataSource source, List<SignedHead> kept, byte @Nullable [] serverKey) {
        return new Verifier(wing, source).run(kept, serverKey);
    }

    private Verification run(List<SignedHead> kept, byte @Nullable [] serverKey) {
        try (Connection connection = source.getConnection()) {
            Map<Long, List<byte[]>> rootsAt = readRoots(connection);
            List<SignedHead> heads = readHeads(connection);
            heads.forEach(h -> rootsAt.computeIfAbsent(h.size(), s -> new ArrayList<>()).add(h.root()));
            kept.forEach(h -> rootsAt.computeIfAbsent(h.size(), s -> new ArrayList<>()).add(h.root()));
            heads.stream().filter(SignedHead::isSignatureRight).forEach(h -> signedSizes.add(h.size()));
            kept.forEach(h -> signedSizes.add(h.size()));
            for (SignedHead head : heads) {
                checkHead(head, serverKey);
            }
            kept.forEach(h -> checkHead(h, serverKey));
            Frontier frontier = Frontier.empty();
            checkRoots(frontier, rootsAt);
            long position = 0;
            long count = 0;
            while (true) {
                Page page = readPage(connection, position, frontier, rootsAt);
                if (page.count() == 0) {
                    break;
                }
                count += page.count();
                position = page.last();
            }
            for (Long size : rootsAt.keySet()) {
                if (size > frontier.size()) {
                    find("missing", size, "A kept root covers " + size + " actions, but there are " + frontier.size() + ".");
                }
            }
            if (frontier.size() > 0 && !hasBatchAt(connection, frontier.size())) {
                find("root", frontier.size(), "No root was kept over the last action.");
            }
            Optional<SignedHead> newest = heads.stream().max(java.util.Comparator.comparingLong(SignedHead::size));
            return new Verification(count, List.copyOf(findings), kept.stream().max(java.util.Comparator.comparingLong(SignedHead::size)).or(() -> newest));
        } catch (SQLException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "journal-read", "The journal cannot be read (SQL state " + e.getSQLState() + ").").asException(e);
        }
    }

    private void find(String kind, long position, String detail) {
        if (findings.size() < Verification.MAXIMUM_FINDINGS) {
            findings.add(new Finding(kind, position, detail));
        }
    }

    private void checkHead(SignedHead head, byte @Nullable [] serverKey) {
        if (!head.isSignatureRight()) {
            find("head", head.size(), "The signature of a head does not fit.");
        }
        if (!head.wing().equals(wing)) {
            find("head", head.size(), "The head is of another wing.");
        }
        if (serverKey != null && serverKey.length > 0 && !Arrays.equals(serverKey, head.key())) {
            find("head", head.size(), "The head was signed by another key than this server's.");
        }
    }

    private Map<Long, List<byte[]>> readRoots(Connection connection) throws SQLException {
        Map<Long, List<byte[]>> roots = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement("select last_position, frontier, root from " + wing + "_journal.batch order by last_position");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                long size = rows.getLong(1);
                roots.computeIfAbsent(size, s -> new ArrayList<>()).add(rows.getBytes(3));
                try {
                    if (!Arrays.equals(Frontier.decode(size, rows.getBytes(2)).root(), rows.getBytes(3))) {
                        find("root", size, "The kept edge of the tree does not give the kept root.");
                    }
                } catch (IllegalArgumentException e) {
                    find("root", size, "The kept edge of the tree does not fit its size.");
                }
            }
        }
        return roots;
    }

    private List<SignedHead> readHeads(Connection connection) throws SQLException {
        List<SignedHead> heads = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement("select size, line from " + wing + "_journal.signed_head order by size");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                try {
                    SignedHead head = SignedHead.read(rows.getString(2));
                    if (head.size() != rows.getLong(1)) {
                        find("head", rows.getLong(1), "A signed head stands at another size than its own.");
                    }
                    heads.add(head);
                } catch (IllegalArgumentException e) {
                    find("head", rows.getLong(1), "A signed head cannot be read.");
                }
            }
        }
        return heads;
    }

    private boolean hasBatchAt(Connection connection, long size) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select 1 from " + wing + "_journal.batch where last_position = ?")) {
            statement.setLong(1, size);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private record Page(long last, int count) {}

    private Page readPage(Connection connection, long after, Frontier frontier, Map<Long, List<byte[]>> rootsAt) throws SQLException {
        String sql = "select position, id, type, recorded, envelope, leaf, (select array_agg(record_id || ' ' || role) from " + wing
                + "_journal.action_record r where r.position = a.position) from " + wing
                + "_journal.action a where position > ? order by position limit " + PAGE;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, after);
            long last = after;
            int count = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    last = rows.getLong(1);
                    count++;
                    checkRow(rows, last, frontier);
                    checkRoots(frontier, rootsAt);
                }
            }
            return new Page(last, count);
        }
    }

    private void checkRow(ResultSet rows, long position, Frontier frontier) throws SQLException {
        if (position != frontier.size() + 1) {
            find(position > frontier.size() + 1 ? "missing" : "inserted", position, "Expected position " + (frontier.size() + 1) + ".");
        }
        byte[] bytes = rows.getBytes(5);
        byte[] leaf = Hash.ofLeaf(bytes);
        if (!Arrays.equals(leaf, rows.getBytes(6))) {
            find("changed", position, "The action does not hash to its leaf.");
        }
        try {
            Envelope envelope = Envelope.decode(bytes);
            if (!envelope.id().equals(rows.getObject(2, UUID.class))
                    || !envelope.type().equals(rows.getString(3))
                    || !envelope.recorded().equals(rows.getTimestamp(4).toInstant())) {
                find("column", position, "A column says something else than the action.");
            }
            Set<String> touched = new HashSet<>();
            envelope.touches().forEach(t -> touched.add(t.record() + " " + t.role()));
            java.sql.Array kept = rows.getArray(7);
            Set<String> indexed = kept == null ? Set.of() : new HashSet<>(Arrays.asList((String[]) kept.getArray()));
            if (!touched.equals(indexed)) {
                find("record-index", position, "The index of records says something else than the action.");
            }
        } catch (IllegalArgumentException e) {
            find("not-canonical", position, "The action is not in canonical form.");
        }
        frontier.add(leaf);
    }

    private void checkRoots(Frontier frontier, Map<Long, List<byte[]>> rootsAt) {
        List<byte[]> roots = rootsAt.get(frontier.size());
        if (roots != null) {
            byte[] root = frontier.root();
            for (byte[] kept : roots) {
                if (!Arrays.equals(kept, root)) {
                    find("root", frontier.size(), "The tree up to here has another root than the one kept; up to " + lastRight + " it has the one that was signed.");
                    return;
                }
            }
            if (signedSizes.contains(frontier.size())) {
                lastRight = frontier.size();
            }
        }
    }
}
