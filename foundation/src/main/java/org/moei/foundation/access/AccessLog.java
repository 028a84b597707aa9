package org.moei.foundation.access;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.moei.base.Problem;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Finding;
import org.moei.foundation.journal.Frontier;
import org.moei.foundation.journal.Hash;
import org.moei.foundation.journal.Json;

/**
 * Who read what: one entry a page, export, sign-in or unlock, committed before the response leaves, under a tree of its
 * own. It names records by their random ids, never by a name.
 */
public final class AccessLog {
    /** Record ids beyond this many are counted, not listed. */
    public static final int MAXIMUM_RECORDS = 500;

    private static final int MAXIMUM_FINDINGS = 100;

    private final Wing wing;
    private final DataSource source;
    private final InstantSource clock;

    /**
     * The log of a wing.
     *
     * @param source connections of the wing's writer role
     */
    public AccessLog(Wing wing, DataSource source, InstantSource clock) {
        this.wing = wing;
        this.source = source;
        this.clock = clock;
    }

    /**
     * One entry as read back.
     *
     * @param what the page or act, e.g. {@code person}, {@code sign-in}
     * @param records the ids of records whose content was shown
     */
    public record Entry(long position, Instant at, String account, String agency, String role, String purpose, String what, String outcome, int count, List<UUID> records) {}

    private record Line(String account, String agency, String at, int count, String name, String outcome, String purpose, List<String> records, String role, String what) {}

    /** Logs that a viewer was shown something. Returns after the commit. */
    public void read(Viewer viewer, String what, Collection<UUID> records) {
        write(viewer.account().toString(), viewer.agency(), viewer.role().id(), viewer.purpose().id(), what, "shown", records);
    }

    /** Logs that a viewer was denied something. */
    public void denied(Viewer viewer, String what, Collection<UUID> records) {
        write(viewer.account().toString(), viewer.agency(), viewer.role().id(), viewer.purpose().id(), what, "denied", records);
    }

    /** Logs an event without a viewer (a failed sign-in, a start, an unlock); the name tried is not kept. */
    public void event(String what, String outcome) {
        write("", "", "", "", what, outcome, List.of());
    }

    private synchronized void write(String account, String agency, String role, String purpose, String what, String outcome, Collection<UUID> records) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<String> listed = records.stream().distinct().limit(MAXIMUM_RECORDS).map(UUID::toString).toList();
        byte[] line = Json.write(new Line(account, agency, now.toString(), records.size(), "", outcome, purpose, listed, role, what));
        byte[] leaf = Hash.ofLeaf(line);
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                append(connection, line, leaf, listed);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "access-log", "The access log did not take the entry (SQL state " + e.getSQLState() + ").").asException(e);
        }
    }

    private void append(Connection connection, byte[] line, byte[] leaf, List<String> records) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(hashtext(?))")) {
            lock.setString(1, wing.word() + "_access");
            lock.execute();
        }
        Frontier frontier = Frontier.empty();
        try (PreparedStatement last = connection.prepareStatement("select position, frontier from " + wing.word() + "_access.entry order by position desc limit 1");
                ResultSet rows = last.executeQuery()) {
            if (rows.next()) {
                frontier = Frontier.decode(rows.getLong(1), rows.getBytes(2));
            }
        }
        frontier.add(leaf);
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into " + wing.word() + "_access.entry (position, line, leaf, frontier, records) values (?, ?, ?, ?, ?::uuid[])")) {
            insert.setLong(1, frontier.size());
            insert.setBytes(2, line);
            insert.setBytes(3, leaf);
            insert.setBytes(4, frontier.encode());
            insert.setArray(5, connection.createArrayOf("text", records.toArray()));
            insert.executeUpdate();
        }
    }

    /** The newest entries, newest first.
     *
     * @param before only positions below this
     */
    public List<Entry> list(long before, int limit) {
        return select("position < ?", before, limit);
    }

    /** The newest entries that show a record, newest first. */
    public List<Entry> listAbout(UUID record, int limit) {
        return select("records @> array[?]", record, limit);
    }

    private List<Entry> select(String condition, Object value, int limit) {
        String sql = "select position, line from " + wing.word() + "_access.entry where " + condition + " order by position desc limit " + Math.min(limit, 1_000);
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, value);
            List<Entry> entries = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    entries.add(entry(rows.getLong(1), rows.getBytes(2)));
                }
            }
            return entries;
        } catch (SQLException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "access-log", "The access log cannot be read (SQL state " + e.getSQLState() + ").").asException(e);
        }
    }

    /** Checks the whole log against its own tree: each entry hashes to its leaf, none is missing, each kept edge fits. */
    public List<Finding> verify() {
        String sql = "select position, line, leaf, frontier from " + wing.word() + "_access.entry order by position";
        List<Finding> findings = new ArrayList<>();
        Frontier frontier = Frontier.empty();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(1_000);
                try (ResultSet rows = statement.executeQuery()) {
                    while (rows.next() && findings.size() < MAXIMUM_FINDINGS) {
                        long position = rows.getLong(1);
                        if (position != frontier.size() + 1) {
                            findings.add(new Finding("missing", position, "Expected position " + (frontier.size() + 1) + " of the access log."));
                        }
                        byte[] leaf = Hash.ofLeaf(rows.getBytes(2));
                        if (!Arrays.equals(leaf, rows.getBytes(3))) {
                            findings.add(new Finding("changed", position, "The entry of the access log does not hash to its leaf."));
                        }
                        frontier.add(leaf);
                        if (!Arrays.equals(frontier.encode(), rows.getBytes(4))) {
                            findings.add(new Finding("root", position, "The access log up to here has another tree than the one kept."));
                        }
                    }
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "access-log", "The access log cannot be read (SQL state " + e.getSQLState() + ").").asException(e);
        }
        return findings;
    }

    @SuppressWarnings("unchecked")
    private static Entry entry(long position, byte[] bytes) {
        Map<String, Object> line = new TreeMap<>(Json.read(bytes, Map.class));
        List<String> records = (List<String>) line.getOrDefault("records", List.of());
        return new Entry(
                position,
                Instant.parse(text(line, "at")),
                text(line, "account"),
                text(line, "agency"),
                text(line, "role"),
                text(line, "purpose"),
                text(line, "what"),
                text(line, "outcome"),
                ((Number) line.getOrDefault("count", 0)).intValue(),
                records.stream().map(UUID::fromString).toList());
    }

    private static String text(Map<String, Object> line, String name) {
        return String.valueOf(line.getOrDefault(name, ""));
    }
}
