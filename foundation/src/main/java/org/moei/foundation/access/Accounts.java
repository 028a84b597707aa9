package org.moei.foundation.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.moei.base.Problem;
import org.moei.foundation.database.Wing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The local accounts of one wing. After five failures (of password or code, counted together and kept in the database) an
 * account rests for fifteen minutes.
 */
public final class Accounts {
    private static final int MAXIMUM_FAILURES = 5;
    private static final Duration REST = Duration.ofMinutes(15);
    private static final int MAXIMUM_PASSWORD = PasswordRule.LONGEST;
    private static final String COLUMNS = "id, name, role, agency, places, one_time is not null, waits, shut, rests_until, password";

    private final Wing wing;
    private final String table;
    private final JdbcClient client;
    private final InstantSource clock;
    private final Sessions sessions;
    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(11);
    private final String nobody = encoder.encode("nobody has this");

    /**
     * The accounts of a wing.
     *
     * @param source connections of the wing's writer role
     */
    public Accounts(Wing wing, DataSource source, InstantSource clock) {
        this.wing = wing;
        this.table = wing.accessSchema() + ".account";
        this.client = JdbcClient.create(source);
        this.clock = clock;
        this.sessions = new Sessions(wing, source, clock);
    }

    /** Makes an account, or gives an existing one of that name a new password, role, agency and places. Open at once; sessions that stood end. */
    public void put(Viewer viewer, String password) {
        keep(viewer, password, false, false);
    }

    /** Does the same with a password that is handed over: its owner chooses another at the first sign-in. */
    public void hand(Viewer viewer, String password) {
        keep(viewer, password, false, true);
    }

    /** Does the same for an administrator: nobody signs in before somebody else has confirmed it. */
    public void propose(Viewer viewer, String password) {
        keep(viewer, password, true, true);
    }

    private void keep(Viewer viewer, String password, boolean waits, boolean mustChoose) {
        if (viewer.wing() != wing) {
            throw Problem.of(Problem.Kind.WRONG_USE, "account-wing", "The account (" + viewer.name() + ") belongs to the other wing.").asException();
        }
        PasswordRule.requireLength(password);
        client.sql("insert into " + table + " (id, name, role, agency, places, password, failures, waits, must_choose) values (?, ?, ?, ?, ?, ?, 0, ?, ?)"
                        + " on conflict (name) do update set role = excluded.role, agency = excluded.agency, places = excluded.places,"
                        + " password = excluded.password, failures = 0, rests_until = null, waits = excluded.waits, shut = false, must_choose = excluded.must_choose")
                .params(viewer.account(), viewer.name(), viewer.role().id(), viewer.agency(), viewer.places().stream().sorted().toArray(String[]::new), encoder.encode(password), waits, mustChoose)
                .update();
        find(viewer.name()).ifPresent(account -> sessions.endAll(account.viewer().account(), "account"));
    }

    /** Whether the wing has an account of that name. */
    public boolean exists(String name) {
        return find(name).isPresent();
    }

    /** The account of that name. */
    public Optional<Account> find(String name) {
        return select("name = ?", name).map(Row::account);
    }

    /** The account with that id. */
    public Optional<Account> find(UUID account) {
        return select("id = ?", account).map(Row::account);
    }

    /** All accounts, by name. */
    public List<Account> list() {
        return client.sql("select " + COLUMNS + " from " + table + " order by name").query((row, number) -> row(row).account).list();
    }

    private record Row(Account account, String password) {}

    private Optional<Row> select(String condition, Object value) {
        return client.sql("select " + COLUMNS + " from " + table + " where " + condition).params(value).query((row, number) -> row(row)).optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        String[] places = (String[]) row.getArray(5).getArray();
        OffsetDateTime rests = row.getObject(9, OffsetDateTime.class);
        Viewer viewer = new Viewer(row.getObject(1, UUID.class), row.getString(2), Role.of(row.getString(3)), row.getString(4), new LinkedHashSet<>(Arrays.asList(places)));
        return new Row(new Account(viewer, row.getBoolean(6), row.getBoolean(7), row.getBoolean(8), rests == null ? Instant.MIN : rests.toInstant()), row.getString(10));
    }

    /**
     * Whose name and password these are. Takes as long for an unknown name as for a wrong password, and says as little. A
     * wrong password is counted; the count is forgotten by {@link #forgive} only, once the whole sign-in is done.
     *
     * @return empty where name or password are wrong, or the account rests, waits or is shut
     */
    public Optional<Viewer> check(String name, String password) {
        Optional<Row> found = select("name = ?", name);
        boolean fits = password.length() <= MAXIMUM_PASSWORD && encoder.matches(password, found.map(Row::password).orElse(nobody));
        if (found.isEmpty() || !found.get().account.isOpen(clock.instant())) {
            return Optional.empty();
        }
        Viewer viewer = found.get().account.viewer();
        if (!fits) {
            fail(viewer.account());
        }
        return fits ? Optional.of(viewer) : Optional.empty();
    }

    /** Counts a failure in the database, so that guesses made at the same time are all counted. */
    public void fail(UUID account) {
        OffsetDateTime until = OffsetDateTime.ofInstant(clock.instant().plus(REST), ZoneOffset.UTC);
        client.sql("update " + table + " set failures = case when failures + 1 >= " + MAXIMUM_FAILURES + " then 0 else failures + 1 end,"
                        + " rests_until = case when failures + 1 >= " + MAXIMUM_FAILURES + " then ? else rests_until end where id = ?")
                .params(until, account).update();
    }

    /** Forgets the failures of an account whose owner signed in, or whose rest somebody lifted. */
    public void forgive(UUID account) {
        client.sql("update " + table + " set failures = 0, rests_until = null where id = ? and (failures > 0 or rests_until is not null)").params(account).update();
    }

    /** Whether somebody may be at work in an account now. */
    public boolean isOpen(UUID account) {
        return find(account).map(each -> each.isOpen(clock.instant())).orElse(false);
    }

    /**
     * Gives an account a password of its owner's choice.
     *
     * @return false where the old one is wrong, which is counted
     * @throws org.moei.base.ProblemException as {@link PasswordRule} says, where the old one is right and the new one will not do
     */
    public boolean change(UUID account, String old, String fresh) {
        Optional<Row> found = select("id = ?", account);
        if (found.isEmpty() || old.length() > MAXIMUM_PASSWORD || !encoder.matches(old, found.get().password)) {
            fail(account);
            return false;
        }
        keepChosen(found.get(), fresh);
        return true;
    }

    /** Whether the password was handed over by somebody else, so that its owner chooses another before a session begins. */
    public boolean mustChoose(UUID account) {
        return client.sql("select must_choose from " + table + " where id = ?").params(account).query(Boolean.class).optional().orElse(false);
    }

    /**
     * Gives an account the first password of its owner's choice, in the place of the one that was handed over.
     *
     * @return false where the account is shut, waits or has chosen already
     * @throws org.moei.base.ProblemException as {@link PasswordRule} says; {@code password-same} where it is the one that was handed over
     */
    public boolean choose(UUID account, String fresh) {
        Optional<Row> found = select("id = ? and must_choose", account);
        if (found.isEmpty() || !found.get().account.isOpen(clock.instant())) {
            return false;
        }
        keepChosen(found.get(), fresh);
        return true;
    }

    private void keepChosen(Row row, String fresh) {
        PasswordRule.require(row.account.viewer(), fresh);
        if (encoder.matches(fresh, row.password)) {
            throw Problem.of(Problem.Kind.WRONG_USE, "password-same", "This is the password that the account has.").asException();
        }
        UUID account = row.account.viewer().account();
        // Only where nobody gave it another one meanwhile.
        int changed = client.sql("update " + table + " set password = ?, must_choose = false where id = ? and password = ?").params(encoder.encode(fresh), account, row.password).update();
        if (changed == 0) {
            throw Problem.of(Problem.Kind.REFUSED, "password-moved", "Somebody gave the account another password meanwhile.").asException();
        }
        sessions.endAll(account, "password");
    }

    /** Shuts an account, or opens it again; who opens it for an administrator leaves it waiting. */
    public void shut(UUID account, boolean shut) {
        client.sql("update " + table + " set shut = ?, waits = waits or not ? where id = ?").params(shut, shut, account).update();
        sessions.endAll(account, "administrator");
    }

    /** Lets nobody sign in until somebody else confirmed what was done to the account. */
    public void await(UUID account) {
        client.sql("update " + table + " set waits = true where id = ?").params(account).update();
        sessions.endAll(account, "administrator");
    }

    /** Opens what waits. */
    public void confirm(UUID account) {
        client.sql("update " + table + " set waits = false where id = ?").params(account).update();
    }
}
