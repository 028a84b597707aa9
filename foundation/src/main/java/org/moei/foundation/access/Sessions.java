package org.moei.foundation.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.moei.foundation.database.Wing;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The sessions of one wing, kept in the database and asked at each request: what ends there has ended in every process at
 * once, also when the command line ended it.
 */
public final class Sessions {
    /** When a session was last used is written down no more often than this. */
    private static final Duration NOTED = Duration.ofSeconds(30);

    private static final Duration KEPT = Duration.ofDays(30);

    private final String schema;
    private final JdbcClient client;
    private final InstantSource clock;

    /**
     * The sessions of a wing.
     *
     * @param source connections of the wing's writer role
     */
    public Sessions(Wing wing, DataSource source, InstantSource clock) {
        this.schema = wing.accessSchema();
        this.client = JdbcClient.create(source);
        this.clock = clock;
    }

    /**
     * A session that stands.
     *
     * @param way how its owner signed in: {@code password}, {@code code}, {@code passkey} or {@code provider}
     * @param device browser and system in two words, never what the browser sent
     */
    public record Session(UUID id, String way, String device, Instant began, Instant seen) {}

    /** Begins a session under an id that nobody chose; beyond the rules' number the account's oldest end. */
    public void begin(UUID id, UUID account, String way, String device, SessionRules rules) {
        OffsetDateTime now = now();
        client.sql("insert into " + schema + ".session (id, account, way, device, began, seen) values (?, ?, ?, ?, ?, ?)").params(id, account, way, device, now, now).update();
        client.sql("update " + schema + ".session set ended = ?, ending = 'number' where id in"
                        + " (select id from " + schema + ".session where account = ? and ended is null order by began desc, id desc offset ?)")
                .params(now, account, rules.atOnce()).update();
        client.sql("delete from " + schema + ".session where began < ?").params(now.minus(KEPT)).update();
    }

    /**
     * Whether a session stands: begun by this account, ended by nobody, within the rules, and the account is what it was.
     */
    public boolean stands(UUID id, Viewer viewer, SessionRules rules) {
        OffsetDateTime now = now();
        boolean stands = client.sql("select session.seen from " + schema + ".session join " + schema + ".account on account.id = session.account"
                        + " where session.id = ? and account.id = ? and session.ended is null and session.seen > ? and session.began > ?"
                        + " and account.role = ? and account.agency = ? and not account.shut and not account.waits")
                .params(id, viewer.account(), now.minus(rules.idle()), now.minus(rules.longest()), viewer.role().id(), viewer.agency())
                .query(OffsetDateTime.class)
                .optional()
                .map(seen -> note(id, seen, now))
                .orElse(false);
        return stands;
    }

    private boolean note(UUID id, OffsetDateTime seen, OffsetDateTime now) {
        if (seen.plus(NOTED).isBefore(now)) {
            client.sql("update " + schema + ".session set seen = ? where id = ? and ended is null").params(now, id).update();
        }
        return true;
    }

    /** The sessions of an account that stand, newest first. */
    public List<Session> list(UUID account, SessionRules rules) {
        OffsetDateTime now = now();
        return client.sql("select id, way, device, began, seen from " + schema + ".session where account = ? and ended is null and seen > ? and began > ? order by began desc, id desc")
                .params(account, now.minus(rules.idle()), now.minus(rules.longest()))
                .query((row, number) -> new Session(
                        row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getObject(4, OffsetDateTime.class).toInstant(), row.getObject(5, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Ends one session of an account; nothing happens where it is another's.
     *
     * @param ending who ended it: {@code owner}, {@code sign-out}, {@code administrator}
     */
    public void end(UUID account, UUID id, String ending) {
        client.sql("update " + schema + ".session set ended = ?, ending = ? where id = ? and account = ? and ended is null").params(now(), ending, id, account).update();
    }

    /** Ends every session of an account, at once and everywhere.
     *
     * @return how many stood
     */
    public int endAll(UUID account, String ending) {
        return client.sql("update " + schema + ".session set ended = ?, ending = ? where account = ? and ended is null").params(now(), ending, account).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
