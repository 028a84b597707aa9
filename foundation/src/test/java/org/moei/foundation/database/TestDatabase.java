package org.moei.foundation.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.moei.foundation.database.embedded.EmbeddedPostgres;
import org.moei.foundation.database.embedded.TestFolder;

/**
 * A database of its own for a test class, in one real server for the whole test run of a module. For the first class with
 * a set of migrations these are run; further classes get a copy.
 *
 * <pre>
 * private static final TestDatabase DATABASE = TestDatabase.fresh(new Migrations(Wing.PROTECTION, "reception", "org/moei/…"));
 * &#64;AfterAll static void drop() { DATABASE.close(); }
 * </pre>
 */
public final class TestDatabase implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Map<List<Migrations>, String> TEMPLATES = new ConcurrentHashMap<>();

    private final Database database;
    private final String name;

    private TestDatabase(Database database, String name) {
        this.database = database;
        this.name = name;
    }

    /** A database with both wings and these migrations. */
    public static TestDatabase fresh(Migrations... migrations) {
        Set<Wing> wings = EnumSet.allOf(Wing.class);
        String template = TEMPLATES.computeIfAbsent(List.of(migrations), wanted -> {
            String made = "template_" + NUMBER.incrementAndGet();
            Server server = Database.ofOwnServer(Shared.POSTGRES, Shared.secret(), made);
            Database.open(server, null, Shared.secrets(), wings, wanted).close();
            return made;
        });
        String name = "test_" + NUMBER.incrementAndGet();
        command("CREATE DATABASE " + name + " TEMPLATE " + template);
        return new TestDatabase(Database.join(new Server(Shared.POSTGRES.url(name), Shared.POSTGRES.administrator(), Shared.secret()), Shared.secrets(), wings), name);
    }

    public Database database() {
        return database;
    }

    public WingDatabase wing(Wing wing) {
        return database.wing(wing);
    }

    /** A connection that may do everything, to look behind the walls and to do damage. The caller closes it. */
    public Connection administrator() throws SQLException {
        return database.server().connectAsAdministrator();
    }

    /** A connection as one of a wing's roles. The caller closes it. */
    public Connection as(Wing wing, Wing.Role role) throws SQLException {
        return database.server().connect(wing.role(role), Shared.secrets().of(wing.role(role)), "test", wing.schema() + "," + wing.journalSchema());
    }

    /** Address, user, password and schemas of a role, for another process of a test. */
    public List<String> signIn(Wing wing, Wing.Role role) {
        return List.of(database.server().url(), wing.role(role), Shared.secrets().of(wing.role(role)), wing.schema() + "," + wing.journalSchema());
    }

    @Override
    public void close() {
        database.close();
        command("DROP DATABASE " + name + " WITH (FORCE)");
    }

    private static void command(String sql) {
        Server root = new Server(Shared.POSTGRES.url("postgres"), Shared.POSTGRES.administrator(), Shared.secret());
        try (Connection connection = root.connectAsAdministrator(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The server of this test run. */
    private static final class Shared {
        private static final Path FOLDER = folder();
        private static final EmbeddedPostgres POSTGRES = EmbeddedPostgres.open(FOLDER.resolve("data"), Shared::secret);

        private static Secrets secrets() {
            return new Secrets(FOLDER.resolve("keys"));
        }

        private static String secret() {
            return secrets().of("administrator");
        }

        private static Path folder() {
            Path folder = TestFolder.create();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                POSTGRES.close();
                TestFolder.delete(folder);
            }));
            return folder;
        }
    }
}
