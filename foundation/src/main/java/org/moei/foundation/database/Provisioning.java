package org.moei.foundation.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.moei.base.Problem;
import org.postgresql.PGConnection;

/** Makes the roles and schemas of a wing and runs its migrations. Done at each start; where all is in place it changes nothing. */
final class Provisioning {
    /** Two processes that start at once take turns; the number is ours alone. */
    private static final long TURN = 0x6d6f65695f646231L;
    private static final String INVALID_PASSWORD = "28P01";
    private static final String NOT_AUTHORISED = "28000";

    private final Server server;
    private final Secrets secrets;

    Provisioning(Server server, Secrets secrets) {
        this.server = server;
        this.secrets = secrets;
    }

    void provision(Wing wing, List<Migrations> migrations) {
        try (Connection connection = server.connectAsAdministrator()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT pg_advisory_lock(" + TURN + ")");
                DurabilityCheck.require(connection);
                statement.execute(fill(resource("roles.sql"), wing.placeholders()));
            }
            for (Wing.Role role : Wing.Role.values()) {
                if (role.signsIn()) {
                    letIn(connection, wing.role(role));
                }
            }
            migrate(new Migrations(wing, "scope", "org/moei/foundation/database/migration"));
            migrations.forEach(this::migrate);
        } catch (SQLException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "database-roles", "The roles and schemas of the wing " + wing.word() + " could not be made (" + e.getSQLState() + ").")
                    .withAdvice("the user of --database may not make roles and schemas, or the server is down.")
                    .asException(e);
        }
    }

    private void letIn(Connection connection, String role) throws SQLException {
        String secret = secrets.of(role);
        try (Connection tried = server.connect(role, secret, "moei-start", "public")) {
            DurabilityCheck.require(tried);
        } catch (SQLException e) {
            if (!INVALID_PASSWORD.equals(e.getSQLState()) && !NOT_AUTHORISED.equals(e.getSQLState())) {
                throw e;
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute("ALTER ROLE " + role + " LOGIN");
            }
            // Sends the verifier only, so that no log of a server that others run can hold the password.
            connection.unwrap(PGConnection.class).alterUserPassword(role, secret.toCharArray(), "scram-sha-256");
            try (Connection again = server.connect(role, secret, "moei-start", "public")) {
                DurabilityCheck.require(again);
            }
        }
    }

    private void migrate(Migrations migrations) {
        Wing wing = migrations.wing();
        Flyway.configure()
                .dataSource(server.url(), server.administrator(), server.password())
                .initSql("SET ROLE " + wing.role(Wing.Role.OWNER))
                .defaultSchema(wing.migrationSchema())
                .createSchemas(false)
                .table("history_of_" + migrations.module())
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .locations("classpath:" + migrations.location())
                .failOnMissingLocations(true)
                .placeholders(wing.placeholders())
                .validateMigrationNaming(true)
                .cleanDisabled(true)
                .communityDBSupportEnabled(false)
                .load()
                .migrate();
    }

    static String fill(String template, Map<String, String> placeholders) {
        String text = template;
        for (var placeholder : placeholders.entrySet()) {
            text = text.replace("${" + placeholder.getKey() + "}", placeholder.getValue());
        }
        return text;
    }

    private static String resource(String name) {
        try (InputStream stream = Provisioning.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The resource " + name + " is missing from the build.");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
