package org.moei.foundation.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.moei.base.Problem;
import org.moei.foundation.database.Wing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What is noticed of those who may read: how many people an account opens within an hour, and whether it opens a record that
 * nobody has a reason to open. Counted in the database, so that several processes count together.
 */
public final class Watch {
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_NOTICES = 200;

    private final String schema;
    private final JdbcClient client;
    private final TransactionTemplate transaction;
    private final AccessKey key;
    private final InstantSource clock;

    /**
     * Over a wing.
     *
     * @param source connections of the wing's writer role
     * @param key 32 bytes of the keys' folder
     */
    public Watch(Wing wing, DataSource source, byte[] key, InstantSource clock) {
        this.schema = wing.accessSchema();
        this.client = JdbcClient.create(source);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
        this.key = new AccessKey(key);
        this.clock = clock;
    }

    /**
     * What the data protection officer is told.
     *
     * @param kind {@code canary}, {@code glass} or {@code budget}
     * @param reason as written, or empty
     */
    public record Notice(long id, Instant at, String kind, UUID account, UUID record, String reason, boolean seen) {}

    /**
     * Before a person's content is opened: counts, and tells the officer where the record is one that nobody should open. The one
     * who opens it sees no difference. Openings of one account wait for each other, so that no two of them count the same ones.
     *
     * @param usual how many people an account may open within an hour where no officer allowed more
     * @throws org.moei.base.ProblemException {@code budget} where the account opened as many as it may; the officer is told
     */
    public void opening(Viewer viewer, UUID record, int usual) {
        // The lock is a statement of its own: the count that follows sees what whoever held it before has kept.
        int refusedAt = transaction.execute(status -> {
            client.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))").params(schema + ".opened " + viewer.account()).query().singleRow();
            return count(viewer, record, usual);
        });
        if (refusedAt > 0) {
            throw Problem.of(Problem.Kind.REFUSED, "budget", "This account has opened " + refusedAt + " people within the hour, which is as many as it may.")
                    .withAdvice("the data protection officer allows more, with a reason; or wait for the hour to pass.")
                    .asException();
        }
        if (isCanary(record)) {
            tell("canary", viewer.account(), record, "");
        }
    }

    /**
     * Counts one opening under the account's lock.
     *
     * @return 0 where it was taken; else how many the account may open
     */
    private int count(Viewer viewer, UUID record, int usual) {
        OffsetDateTime now = now();
        OffsetDateTime since = now.minus(WINDOW);
        int allowed = Math.max(usual, client.sql("select people from " + schema + ".budget where account = ? and until > ?").params(viewer.account(), now).query(Integer.class).optional().orElse(0));
        int taken = client.sql("insert into " + schema + ".opened (account, record, at) select ?, ?, ? where exists (select from " + schema + ".opened where account = ? and record = ? and at > ?)"
                        + " or (select count(*) from " + schema + ".opened where account = ? and at > ?) < ? on conflict (account, record) do update set at = excluded.at")
                .params(viewer.account(), record, now, viewer.account(), record, since, viewer.account(), since, allowed).update();
        if (taken == 0) {
            tellOnce(viewer, record, since);
        }
        return taken == 0 ? allowed : 0;
    }

    private void tellOnce(Viewer viewer, UUID record, OffsetDateTime since) {
        boolean told = client.sql("select count(*) from " + schema + ".notice where kind = 'budget' and account = ? and at > ?").params(viewer.account(), since).query(Long.class).single() > 0;
        if (!told) {
            tell("budget", viewer.account(), record, "");
        }
    }

    /** Lets an account open more people within an hour, for a while. */
    public void allow(Viewer officer, UUID account, int people, Duration howLong, String reason) {
        if (reason.strip().length() < Grants.SHORTEST_REASON || people < 1 || people > 10_000) {
            throw Problem.of(Problem.Kind.WRONG_USE, "budget-reason", "More people an hour need a number to 10,000 and a reason of " + Grants.SHORTEST_REASON + " characters.").asException();
        }
        client.sql("insert into " + schema + ".budget (account, people, until, reason, officer) values (?, ?, ?, ?, ?)"
                        + " on conflict (account) do update set people = excluded.people, until = excluded.until, reason = excluded.reason, officer = excluded.officer")
                .params(account, people, now().plus(howLong), key.seal("budget " + account, reason.strip()), officer.account()).update();
    }

    /** Marks a record that nobody has a reason to open, or takes the mark away. */
    public void markCanary(Viewer officer, UUID record, boolean canary) {
        if (canary) {
            client.sql("insert into " + schema + ".canary (record, made, officer) values (?, ?, ?) on conflict do nothing").params(record, now(), officer.account()).update();
        } else {
            client.sql("delete from " + schema + ".canary where record = ?").params(record).update();
        }
    }

    /** The marked records. */
    public List<UUID> canaries() {
        return client.sql("select record from " + schema + ".canary order by made").query(UUID.class).list();
    }

    private boolean isCanary(UUID record) {
        return client.sql("select count(*) from " + schema + ".canary where record = ?").params(record).query(Long.class).single() > 0;
    }

    /** Tells the officer at once: it stands on the officer's page before the page that caused it is shown. */
    public void tell(String kind, UUID account, UUID record, String reason) {
        client.sql("insert into " + schema + ".notice (at, kind, account, record, reason) values (?, ?, ?, ?, ?)")
                .params(now(), kind, account, record, key.seal("notice " + account + " " + record, reason)).update();
    }

    /** What the officer was told, newest first. */
    public List<Notice> notices() {
        return client.sql("select id, at, kind, account, record, reason, seen from " + schema + ".notice order by id desc limit " + MOST_NOTICES)
                .query((row, number) -> {
                    UUID account = row.getObject(4, UUID.class);
                    UUID record = row.getObject(5, UUID.class);
                    return new Notice(
                            row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant(), row.getString(3), account, record,
                            key.openText("notice " + account + " " + record, row.getBytes(6)), row.getObject(7) != null);
                })
                .list();
    }

    /** How many of them nobody has looked at. */
    public long unseen() {
        return client.sql("select count(*) from " + schema + ".notice where seen is null").query(Long.class).single();
    }

    /** Says that the officer has looked at one. */
    public void seen(long id) {
        client.sql("update " + schema + ".notice set seen = ? where id = ? and seen is null").params(now(), id).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
