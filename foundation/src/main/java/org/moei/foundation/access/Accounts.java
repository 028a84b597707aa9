package org.moei.foundation.access;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.moei.base.Problem;
import org.moei.foundation.database.Wing;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** The local accounts of one wing. After five wrong passwords an account rests for fifteen minutes. */
public final class Accounts {
    private static final int MAXIMUM_FAILURES = 5;
    private static final Duration REST = Duration.ofMinutes(15);
    private static final int MAXIMUM_PASSWORD = 72;

    private final Wing wing;
    private final DataSource source;
    private final InstantSource clock;
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(11);
    private final String nobody = encoder.encode("nobody has this");

    /**
     * The accounts of a wing.
     *
     * @param source connections of the wing's writer role
     */
    public Accounts(Wing wing, DataSource source, InstantSource clock) {
        this.wing = wing;
        this.source = source;
        this.clock = clock;
    }

    /** Makes an account, or gives an existing one of that name a new password, role, agency and places. */
    public void put(Viewer viewer, String password) {
        if (viewer.wing() != wing) {
            throw Problem.of(Problem.Kind.WRONG_USE, "account-wing", "The account (" + viewer.name() + ") belongs to the other wing.").asException();
        }
        if (password.length() < 12 || password.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > MAXIMUM_PASSWORD) {
            throw Problem.of(Problem.Kind.WRONG_USE, "password-length", "A password has 12 characters or more and at most " + MAXIMUM_PASSWORD + " bytes.").asException();
        }
        String sql = "insert into " + wing.word() + "_access.account (id, name, role, agency, places, password, failures) values (?, ?, ?, ?, ?, ?, 0)"
                + " on conflict (name) do update set role = excluded.role, agency = excluded.agency, places = excluded.places,"
                + " password = excluded.password, failures = 0, rests_until = null";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, viewer.account());
            statement.setString(2, viewer.name());
            statement.setString(3, viewer.role().id());
            statement.setString(4, viewer.agency());
            Array places = connection.createArrayOf("text", viewer.places().stream().sorted().toArray());
            statement.setArray(5, places);
            statement.setString(6, encoder.encode(password));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Whether an account of that name has that password already (so that a restart need not hash again). */
    public boolean has(String name, String password) {
        return find(name).map(r -> encoder.matches(password, r.password())).orElse(false);
    }

    /** Whether the wing has an account of that name. */
    public boolean exists(String name) {
        return find(name).isPresent();
    }

    private record Row(Viewer viewer, String password, int failures, Instant restsUntil) {}

    private Optional<Row> find(String name) {
        String sql = "select id, role, agency, places, password, failures, rests_until from " + wing.word() + "_access.account where name = ?";
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                if (!rows.next()) {
                    return Optional.empty();
                }
                String[] places = (String[]) rows.getArray(4).getArray();
                OffsetDateTime rests = rows.getObject(7, OffsetDateTime.class);
                Viewer viewer = new Viewer(rows.getObject(1, UUID.class), name, Role.of(rows.getString(2)), rows.getString(3), new LinkedHashSet<>(Arrays.asList(places)));
                return Optional.of(new Row(viewer, rows.getString(5), rows.getInt(6), rests == null ? Instant.MIN : rests.toInstant()));
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Signs in. Takes as long for an unknown name as for a wrong password, and says as little.
     *
     * @return empty where name or password are wrong or the account rests
     */
    public Optional<Viewer> signIn(String name, String password) {
        Optional<Row> found = find(name);
        boolean fits = encoder.matches(password, found.map(Row::password).orElse(nobody));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Row row = found.get();
        Instant now = clock.instant();
        if (row.restsUntil().isAfter(now)) {
            return Optional.empty();
        }
        if (!fits) {
            countFailure(row.viewer().account(), now.plus(REST));
        } else if (row.failures() > 0) {
            forgetFailures(row.viewer().account());
        }
        return fits ? Optional.of(row.viewer()) : Optional.empty();
    }

    /** Counts in the database, so that guesses made at the same time are all counted. */
    private void countFailure(UUID account, Instant restsUntil) {
        update(
                "update " + wing.word() + "_access.account set failures = case when failures + 1 >= " + MAXIMUM_FAILURES + " then 0 else failures + 1 end,"
                        + " rests_until = case when failures + 1 >= " + MAXIMUM_FAILURES + " then ? else rests_until end where id = ?",
                OffsetDateTime.ofInstant(restsUntil, ZoneOffset.UTC),
                account);
    }

    private void forgetFailures(UUID account) {
        update("update " + wing.word() + "_access.account set failures = 0, rests_until = null where id = ?", account);
    }

    private void update(String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static RuntimeException failed(SQLException e) {
        return Problem.of(Problem.Kind.COULD_NOT_RUN, "accounts", "The accounts cannot be read or written (SQL state " + e.getSQLState() + ").").asException(e);
    }
}
