package org.moei.foundation.journal;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.foundation.vault.Vault;

/** SHA-256 over tables and over the journal, in order of key. */
public final class Digests {
    /** Times of recording differ between runs and are no content. */
    private static final Set<String> NOT_CONTENT = Set.of("recorded");

    private Digests() {}

    /** Over the projections as they stand, sealed bytes included; needs no key. */
    public static String ofSealed(DataSource source, String wing, List<Projector> projectors) {
        return ofTables(source, wing, projectors, null);
    }

    /** Over the projections with sealed bytes opened, without times of recording. */
    public static String ofContent(DataSource source, String wing, List<Projector> projectors, Vault vault) {
        return ofTables(source, wing, projectors, vault);
    }

    private static String ofTables(DataSource source, String wing, List<Projector> projectors, @Nullable Vault vault) {
        MessageDigest digest = Hash.sha256();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            for (Projector projector : projectors) {
                for (Projector.Table table : projector.tables()) {
                    digest.update((wing + "." + table.name() + "\n").getBytes(StandardCharsets.UTF_8));
                    add(digest, connection, "select * from " + wing + "." + table.name() + " order by " + table.key(), vault);
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "digest", "A projection cannot be read (SQL state " + e.getSQLState() + ").").asException(e);
        }
        return Hash.hex(digest.digest());
    }

    private static void add(MessageDigest digest, Connection connection, String sql, @Nullable Vault vault) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(1_000);
            try (ResultSet rows = statement.executeQuery(sql)) {
                ResultSetMetaData columns = rows.getMetaData();
                while (rows.next()) {
                    for (int i = 1; i <= columns.getColumnCount(); i++) {
                        if (vault != null && NOT_CONTENT.contains(columns.getColumnName(i))) {
                            continue;
                        }
                        digest.update((byte) 0x1F);
                        if (columns.getColumnTypeName(i).equals("bytea")) {
                            byte[] bytes = rows.getBytes(i);
                            if (bytes != null) {
                                digest.update(vault != null && Vault.looksSealed(bytes) ? vault.findOpen(bytes).orElse(new byte[0]) : bytes);
                            }
                        } else {
                            String text = rows.getString(i);
                            digest.update(text == null ? new byte[] {0} : text.getBytes(StandardCharsets.UTF_8));
                        }
                    }
                    digest.update((byte) 0x1E);
                }
            }
        }
    }

    /** Over the journal's actions with their content opened, in order of id, without times of recording. */
    public static String ofJournal(DataSource source, String wing, Vault vault) {
        MessageDigest digest = Hash.sha256();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.setFetchSize(1_000);
                try (ResultSet rows = statement.executeQuery("select envelope from " + wing + "_journal.action order by id")) {
                    while (rows.next()) {
                        digest.update(Envelope.parse(rows.getBytes(1)).encodeOpen(vault));
                        digest.update((byte) '\n');
                    }
                }
            }
            connection.rollback();
            connection.setAutoCommit(true);
        } catch (SQLException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "digest", "The journal cannot be read (SQL state " + e.getSQLState() + ").").asException(e);
        }
        return Hash.hex(digest.digest());
    }
}
