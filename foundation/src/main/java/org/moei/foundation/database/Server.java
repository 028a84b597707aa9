package org.moei.foundation.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * One database of a running server, and its administrator.
 *
 * @param url without user and password
 */
record Server(String url, String administrator, String password) {

    Connection connectAsAdministrator() throws SQLException {
        return connect(administrator, password, "moei-administrator", "public");
    }

    Connection connect(String user, String secret, String name, String schemas) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", secret);
        properties.setProperty("ApplicationName", name);
        properties.setProperty("currentSchema", schemas);
        quiet(properties);
        return DriverManager.getConnection(url, properties);
    }

    HikariDataSource pool(String user, String secret, String name, String schemas, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setPassword(secret);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setIdleTimeout(Duration.ofMinutes(2).toMillis());
        config.setConnectionTimeout(Duration.ofSeconds(20).toMillis());
        // Without this the pool opens a connection at once, also of a wing that nobody asks.
        config.setInitializationFailTimeout(-1);
        Properties properties = new Properties();
        properties.setProperty("ApplicationName", name);
        properties.setProperty("currentSchema", schemas);
        properties.setProperty("reWriteBatchedInserts", "true");
        quiet(properties);
        config.setDataSourceProperties(properties);
        return new HikariDataSource(config);
    }

    /** The server's details quote rows ("Key (name)=(…) already exists"); they must not reach an exception's message. */
    private static void quiet(Properties properties) {
        properties.setProperty("logServerErrorDetail", "false");
    }

    @Override
    public String toString() {
        return "Server[" + administrator + "]";
    }
}
