package org.moei.foundation.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.moei.base.Problem;
import org.moei.base.Progress;

/** Empties a wing's projections and makes them anew from the journal, in one transaction and without keys. */
public final class Rebuild {
    private static final int PAGE = 4_000;

    private Rebuild() {}

    /**
     * Runs the rebuild. A stop or a failure leaves the tables as they were.
     *
     * @param source connections of the wing's rebuild role
     */
    public static void run(DataSource source, String wing, List<Projector> projectors, Progress progress) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                rebuild(connection, wing, projectors, progress);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "rebuild", "The projections could not be made anew (SQL state " + e.getSQLState() + ").").asException(e);
        }
    }

    private static void rebuild(Connection connection, String wing, List<Projector> projectors, Progress progress) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            projectors.forEach(p -> p.tables().forEach(t -> tables.add(wing + "." + t.name())));
            if (!tables.isEmpty()) {
                statement.execute("truncate " + String.join(", ", tables));
            }
        }
        long position = 0;
        progress.stage("rebuild-" + wing, count(connection, wing));
        while (true) {
            if (progress.stopped()) {
                throw Problem.of(Problem.Kind.COULD_NOT_RUN, "stopped", "The rebuild was stopped; the tables are as they were.").asException();
            }
            List<Recorded> page = read(connection, wing, position);
            if (page.isEmpty()) {
                return;
            }
            for (Projector projector : projectors) {
                projector.apply(connection, page);
            }
            position = page.getLast().position();
            progress.advance(page.size());
        }
    }

    private static long count(Connection connection, String wing) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("select coalesce(max(position), 0) from " + wing + "_journal.action");
                ResultSet rows = statement.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static List<Recorded> read(Connection connection, String wing, long after) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "select position, envelope from " + wing + "_journal.action where position > ? order by position limit " + PAGE)) {
            statement.setLong(1, after);
            List<Recorded> page = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    page.add(new Recorded(rows.getLong(1), Envelope.parse(rows.getBytes(2))));
                }
            }
            return page;
        }
    }
}
