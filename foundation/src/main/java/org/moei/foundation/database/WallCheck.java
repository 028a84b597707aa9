package org.moei.foundation.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.moei.base.Problem;

/**
 * Asks the catalogue whether the walls stand: at each start, because a migration that forgets its {@code CALL enable_scope(…)} would
 * show people's rows to everybody who signed in.
 */
public final class WallCheck {
    private WallCheck() {}

    /**
     * Tables of projections that name a record and are not behind the wall.
     *
     * <p>Their names end in the column that names the record: {@code record_id}, {@code left_record} and every other column of type
     * uuid whose name has the word record.
     */
    private static final String OPEN_TABLES = """
            SELECT DISTINCT format('%I.%I', space.nspname, class.relname)
              FROM pg_class class
              JOIN pg_namespace space ON space.oid = class.relnamespace
              JOIN pg_attribute field ON field.attrelid = class.oid AND field.attnum > 0 AND NOT field.attisdropped
             WHERE space.nspname = ?
               AND class.relkind IN ('r', 'p')
               AND field.attname ~ '(^|_)record(_|$)'
               AND NOT (class.relrowsecurity AND class.relforcerowsecurity
                        AND EXISTS (SELECT FROM pg_policy policy WHERE policy.polrelid = class.oid))
            """;

    /** Views that would read as their owner, and whatever keeps a copy of rows outside of the wall. */
    private static final String OPEN_VIEWS = """
            SELECT format('%I.%I', space.nspname, class.relname)
              FROM pg_class class
              JOIN pg_namespace space ON space.oid = class.relnamespace
             WHERE space.nspname = ?
               AND (class.relkind = 'm'
                    OR class.relkind = 'v' AND NOT coalesce(class.reloptions, '{}') @> ARRAY['security_invoker=true'])
            """;

    /** Functions that run as their owner pass every wall. */
    private static final String OPEN_FUNCTIONS = """
            SELECT format('%I.%I()', space.nspname, routine.proname)
              FROM pg_proc routine
              JOIN pg_namespace space ON space.oid = routine.pronamespace
             WHERE space.nspname = ? AND routine.prosecdef
            """;

    /** Roles of ours that could step over row-level security, or belong to another role. */
    private static final String STRONG_ROLES = """
            SELECT role.rolname
              FROM pg_roles role
             WHERE role.rolname LIKE 'moei\\_' || ? || '\\_%'
               AND (role.rolsuper OR role.rolbypassrls OR role.rolcreaterole OR role.rolcreatedb OR role.rolreplication
                    OR EXISTS (SELECT FROM pg_auth_members member WHERE member.member = role.oid))
            """;

    static void require(Server server, Set<Wing> wings) {
        List<String> open = new ArrayList<>();
        try (Connection connection = server.connectAsAdministrator()) {
            for (Wing wing : wings) {
                open.addAll(list(connection, wing));
            }
        } catch (SQLException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "database-walls", "The walls of the database could not be checked (" + e.getSQLState() + ").").asException(e);
        }
        if (!open.isEmpty()) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "database-walls", "These are not behind the wall of scopes: " + String.join(", ", open) + ".")
                    .withAdvice("their migration should end with CALL enable_scope(…), and a view needs security_invoker.")
                    .asException();
        }
    }

    /** Everything of a wing that stands open; empty when the walls stand. */
    public static List<String> list(Connection connection, Wing wing) throws SQLException {
        List<String> open = new ArrayList<>();
        for (String query : List.of(OPEN_TABLES, OPEN_VIEWS, OPEN_FUNCTIONS)) {
            open.addAll(names(connection, query, wing.schema()));
        }
        open.addAll(names(connection, STRONG_ROLES, wing.word()));
        return open;
    }

    private static List<String> names(Connection connection, String query, String word) throws SQLException {
        List<String> names = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, word);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    names.add(rows.getString(1));
                }
            }
        }
        return names;
    }
}
