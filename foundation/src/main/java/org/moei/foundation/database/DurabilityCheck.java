package org.moei.foundation.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moei.base.Problem;

/**
 * Refuses a server that could lose or damage what it acknowledged: asked of the running server, over the connection that is going to
 * write, because a setting may come from a file, a role, a database or a command line.
 */
public final class DurabilityCheck {
    /** The first version with everything that the roles need (GRANT … WITH SET). */
    private static final int OLDEST_VERSION = 160_000;

    /** {@code local} waits for the own disk and not for a replica, which is what is promised. */
    private static final Map<String, Set<String>> WANTED = Map.of(
            "fsync", Set.of("on"),
            "synchronous_commit", Set.of("on", "remote_apply", "remote_write", "local"),
            "full_page_writes", Set.of("on"),
            "data_checksums", Set.of("on"),
            "ignore_checksum_failure", Set.of("off"),
            "zero_damaged_pages", Set.of("off"),
            "server_encoding", Set.of("UTF8"));

    private DurabilityCheck() {}

    /** @throws org.moei.base.ProblemException with all settings that are wrong, and their values */
    public static void require(Connection connection) throws SQLException {
        List<String> wrong = new ArrayList<>();
        for (var setting : WANTED.entrySet()) {
            String value = value(connection, setting.getKey());
            if (!setting.getValue().contains(value)) {
                wrong.add(setting.getKey() + " is " + value);
            }
        }
        if (Integer.parseInt(value(connection, "server_version_num")) < OLDEST_VERSION) {
            wrong.add("the version is " + value(connection, "server_version"));
        }
        if (!wrong.isEmpty()) {
            wrong.sort(String::compareTo);
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "database-not-durable", "The database could lose what it acknowledged: " + String.join(", ", wrong) + ".")
                    .withAdvice("fsync, synchronous_commit, full_page_writes and data checksums should be on, in UTF8, with PostgreSQL 16 or newer.")
                    .asException();
        }
    }

    private static String value(Connection connection, String setting) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT current_setting(?)")) {
            statement.setString(1, setting);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
