package org.moei.foundation.database;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.foundation.database.embedded.EmbeddedPostgres;

/** The open database of this process: of one wing or of both, in a server of our own or in another's. */
public final class Database implements AutoCloseable {
    private static final String NAME = "moei";

    private final Map<Wing, WingDatabase> wings = new EnumMap<>(Wing.class);
    private final Server server;
    private final @Nullable EmbeddedPostgres embedded;

    private Database(Server server, @Nullable EmbeddedPostgres embedded) {
        this.server = server;
        this.embedded = embedded;
    }

    /**
     * Starts or joins the server, refuses one that could lose data, makes roles and schemas of the wings, and runs the migrations.
     *
     * @param wings those that this process serves; the other one gets no role, pool or schema here
     * @param migrations in the order in which they run; those of other wings are left out
     * @throws org.moei.base.ProblemException where it cannot be used, with what to do
     */
    public static Database open(DatabasePlace place, Set<Wing> wings, List<Migrations> migrations) {
        Secrets secrets = new Secrets(place.keys());
        return switch (place) {
            case DatabasePlace.Embedded here -> {
                EmbeddedPostgres postgres = EmbeddedPostgres.open(here.data(), () -> secrets.of("administrator"));
                try {
                    yield open(ofOwnServer(postgres, secrets.of("administrator"), NAME), postgres, secrets, wings, migrations);
                } catch (RuntimeException e) {
                    postgres.close();
                    throw e;
                }
            }
            case DatabasePlace.External there -> open(parse(there.url()), null, secrets, wings, migrations);
        };
    }

    static Database open(Server server, @Nullable EmbeddedPostgres embedded, Secrets secrets, Set<Wing> wings, List<Migrations> migrations) {
        Database database = new Database(server, embedded);
        Provisioning provisioning = new Provisioning(server, secrets);
        for (Wing wing : wings) {
            provisioning.provision(wing, migrations.stream().filter(each -> each.wing() == wing).toList());
        }
        WallCheck.require(server, wings);
        return database.withPools(secrets, wings);
    }

    /** Joins a database in which all is in place already. */
    static Database join(Server server, Secrets secrets, Set<Wing> wings) {
        return new Database(server, null).withPools(secrets, wings);
    }

    private Database withPools(Secrets secrets, Set<Wing> served) {
        for (Wing wing : served) {
            wings.put(wing, new WingDatabase(wing, server, secrets));
        }
        return this;
    }

    /** A database of this name in our own server, made where missing. */
    static Server ofOwnServer(EmbeddedPostgres postgres, String secret, String name) {
        Server root = new Server(postgres.url("postgres"), postgres.administrator(), secret);
        try (Connection connection = root.connectAsAdministrator(); Statement statement = connection.createStatement()) {
            DurabilityCheck.require(connection);
            try (ResultSet found = statement.executeQuery("SELECT FROM pg_database WHERE datname = '" + name + "'")) {
                if (found.next()) {
                    return new Server(postgres.url(name), postgres.administrator(), secret);
                }
            }
            statement.execute("CREATE DATABASE " + name + " TEMPLATE template0");
        } catch (SQLException e) {
            if (!"42P04".equals(e.getSQLState()) && !"23505".equals(e.getSQLState())) { // another process was first
                throw Problem.of(Problem.Kind.COULD_NOT_RUN, "database-sign-in", "The database runs, but cannot be entered (" + e.getSQLState() + ").")
                        .withAdvice("the keys' folder is not the one that the data folder was made with.")
                        .asException(e);
            }
        }
        return new Server(postgres.url(name), postgres.administrator(), secret);
    }

    private static Server parse(String url) {
        String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
        try {
            URI address = new URI(plain.replaceFirst("^postgres://", "postgresql://"));
            String user = "";
            String password = "";
            List<String> rest = new ArrayList<>();
            if (address.getRawUserInfo() != null) {
                String[] parts = address.getRawUserInfo().split(":", 2);
                user = decode(parts[0]);
                password = parts.length > 1 ? decode(parts[1]) : "";
            }
            for (String pair : address.getRawQuery() == null ? new String[0] : address.getRawQuery().split("&")) {
                if (pair.startsWith("user=")) {
                    user = decode(pair.substring("user=".length()));
                } else if (pair.startsWith("password=")) {
                    password = decode(pair.substring("password=".length()));
                } else {
                    rest.add(pair);
                }
            }
            if (!"postgresql".equals(address.getScheme()) || address.getHost() == null || user.isEmpty() || address.getPath().length() < 2) {
                throw badUrl();
            }
            String query = rest.isEmpty() ? "" : "?" + String.join("&", rest);
            String port = address.getPort() < 0 ? "" : ":" + address.getPort();
            return new Server("jdbc:postgresql://" + address.getHost() + port + address.getRawPath() + query, user, password);
        } catch (java.net.URISyntaxException e) {
            throw badUrl();
        }
    }

    // The address itself is not repeated: it holds a password.
    private static RuntimeException badUrl() {
        Problem problem = Problem.of(Problem.Kind.WRONG_USE, "database-url", "The address of --database is not understood.")
                .withAdvice("it should read jdbc:postgresql://host:5432/moei?user=…&password=…");
        return problem.asException();
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** @throws IllegalArgumentException for a wing that this process does not serve */
    public WingDatabase wing(Wing wing) {
        WingDatabase found = wings.get(wing);
        if (found == null) {
            throw new IllegalArgumentException("The wing " + wing.word() + " is not served by this process.");
        }
        return found;
    }

    public Collection<WingDatabase> wings() {
        return List.copyOf(wings.values());
    }

    /** The processes of our own server, for measuring; none of an external one. */
    public List<Long> processes() {
        return embedded == null ? List.of() : embedded.processes();
    }

    Server server() {
        return server;
    }

    /** Closes the pools; our own server stops unless another process uses it. */
    @Override
    public void close() {
        wings.values().forEach(WingDatabase::close);
        if (embedded != null) {
            embedded.close();
        }
    }
}
