package org.moei.foundation.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.HexFormat;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One wing's way into the database: a pool for each role that signs in. Safe for several threads.
 *
 * <p>Names of tables need no schema: projections are found first, then the journal, then the access log, as far as the role may.
 */
public final class WingDatabase implements AutoCloseable {
    private static final int READERS = 10;
    private static final int WRITERS = 4;

    private final Wing wing;
    private final Secrets secrets;
    private final HikariDataSource writer;
    private final HikariDataSource app;
    private final HikariDataSource rebuild;

    WingDatabase(Wing wing, Server server, Secrets secrets) {
        this.wing = wing;
        this.secrets = secrets;
        this.writer = pool(Wing.Role.WRITER, server, secrets, WRITERS);
        this.app = pool(Wing.Role.APP, server, secrets, READERS);
        this.rebuild = pool(Wing.Role.REBUILD, server, secrets, 2);
    }

    private HikariDataSource pool(Wing.Role role, Server server, Secrets secrets, int size) {
        String name = wing.role(role);
        String schemas = wing.schema() + "," + wing.journalSchema() + "," + wing.accessSchema();
        return server.pool(name, secrets.of(name), name, schemas, size);
    }

    public Wing wing() {
        return wing;
    }

    /** 32 random bytes of the keys' folder that this wing keeps for a purpose, made at first use. */
    public byte[] secret(String purpose) {
        return HexFormat.of().parseHex(secrets.of(wing.word() + "-" + purpose));
    }

    /**
     * Reads what the scope may see, in one read-only transaction. Outside of it a connection of this role sees no row about anybody.
     *
     * <p>The work must use the client that it is given, on the same thread.
     */
    public <T> T scoped(Scope scope, Function<JdbcClient, T> work) {
        TransactionTemplate transaction = transaction(app);
        transaction.setReadOnly(true);
        JdbcClient client = JdbcClient.create(app);
        return transaction.execute(status -> {
            // "true" ends the settings with the transaction, so the next user of the connection starts without a scope.
            client.sql("""
                            SELECT set_config('moei.agency', :agency, true),
                                   set_config('moei.places', :places, true),
                                   set_config('moei.purpose', :purpose, true),
                                   set_config('moei.health', :health, true)
                            """)
                    .param("agency", scope.agency())
                    .param("places", scope.placesAsArray())
                    .param("purpose", scope.purpose())
                    .param("health", scope.health() ? "yes" : "")
                    .query()
                    .singleRow();
            return work.apply(client);
        });
    }

    /** Reads without a scope: tables about nobody (places, sites), and zero rows of those about people. */
    public <T> T unscoped(Function<JdbcClient, T> work) {
        TransactionTemplate transaction = transaction(app);
        transaction.setReadOnly(true);
        return transaction.execute(status -> work.apply(JdbcClient.create(app)));
    }

    /** Appends and keeps projections, in one transaction; passes the wall, so nothing of it is shown to anybody unasked. */
    public <T> T writing(Function<JdbcClient, T> work) {
        return transaction(writer).execute(status -> work.apply(JdbcClient.create(writer)));
    }

    /** Makes projections anew, in one transaction: may truncate them, reads the journal, cannot change it. */
    public <T> T rebuilding(Function<JdbcClient, T> work) {
        return transaction(rebuild).execute(status -> work.apply(JdbcClient.create(rebuild)));
    }

    private static TransactionTemplate transaction(DataSource pool) {
        return new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    /** The pool of a role, for code that needs more than a client (COPY, a cursor over the journal). */
    public DataSource pool(Wing.Role role) {
        return switch (role) {
            case WRITER -> writer;
            case APP -> app;
            case REBUILD -> rebuild;
            case OWNER -> throw new IllegalArgumentException("Nobody signs in as the owner.");
        };
    }

    @Override
    public void close() {
        app.close();
        rebuild.close();
        writer.close();
    }
}
