package org.moei.foundation.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.moei.base.Problem;
import org.postgresql.PGConnection;

/**
 * Copies the tables of a wing that no journal gives back: its accounts, its log of reads, its signed heads. Their list is
 * the catalogue's, so that a table which a later migration adds is in the next backup without a word here.
 */
public final class PlainTables {
    private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");

    private PlainTables() {}

    /** The tables, without their schemas' owner in another wing, each after those that it refers to. */
    public static List<String> list(Connection connection, Wing wing) throws SQLException {
        Map<String, Set<String>> refersTo = new LinkedHashMap<>();
        String sql = """
                SELECT n.nspname || '.' || c.relname,
                       array(SELECT fn.nspname || '.' || f.relname FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid
                             JOIN pg_namespace fn ON fn.oid = f.relnamespace WHERE k.conrelid = c.oid AND k.contype = 'f' AND f.oid <> c.oid)
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind = 'r' AND (n.nspname = ? OR (n.nspname = ? AND c.relname = 'signed_head'))
                ORDER BY 1
                """;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, wing.accessSchema());
            statement.setString(2, wing.journalSchema());
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    refersTo.put(rows.getString(1), new LinkedHashSet<>(List.of((String[]) rows.getArray(2).getArray())));
                }
            }
        }
        Set<String> ordered = new LinkedHashSet<>();
        while (ordered.size() < refersTo.size()) {
            int before = ordered.size();
            refersTo.forEach((table, others) -> {
                if (others.stream().allMatch(other -> !refersTo.containsKey(other) || ordered.contains(other))) {
                    ordered.add(table);
                }
            });
            if (ordered.size() == before) {
                throw new IllegalStateException("The tables of " + wing.accessSchema() + " refer to each other in a circle.");
            }
        }
        return List.copyOf(ordered);
    }

    /** Writes a table: its columns as the first line, then PostgreSQL's own text form, a row a line. */
    public static void copyOut(Connection connection, String table, OutputStream out) throws SQLException, IOException {
        List<String> columns = columns(connection, table);
        out.write((String.join(",", columns) + "\n").getBytes(StandardCharsets.UTF_8));
        connection.unwrap(PGConnection.class).getCopyAPI().copyOut("COPY " + table + " (" + String.join(", ", columns) + ") TO STDOUT", out);
    }

    /** Fills a table from what {@link #copyOut} wrote, and returns how many rows it got.
     *
     * @throws org.moei.base.ProblemException {@code COULD_NOT_RUN} where the table is not one that this version has
     */
    public static long copyIn(Connection connection, Wing wing, String table, InputStream in) throws SQLException, IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        String header = reader.readLine();
        List<String> given = header == null ? List.of() : List.of(header.split(","));
        List<String> known = list(connection, wing).contains(table) ? columns(connection, table) : List.of();
        if (!known.containsAll(given) || given.isEmpty() || !given.stream().allMatch(name -> NAME.matcher(name).matches())) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "backup-of-other-version", "The backup holds a table (" + table + ") that this Moei does not have in that form.")
                    .withAdvice("a newer Moei wrote it: restore with that one.")
                    .asException();
        }
        return connection.unwrap(PGConnection.class).getCopyAPI().copyIn("COPY " + table + " (" + String.join(", ", given) + ") FROM STDIN", reader);
    }

    private static List<String> columns(Connection connection, String table) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '' ORDER BY attnum")) {
            statement.setString(1, table);
            List<String> columns = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }
            }
            return columns;
        }
    }
}
