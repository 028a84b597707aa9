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

/** What one account may read of one record for a while: behind broken glass, with a written reason; or to interpret one interview. */
public final class Grants {
    /** A reason that says something. */
    public static final int SHORTEST_REASON = 20;

    /** How long glass stays broken. */
    public static final Duration GLASS = Duration.ofHours(1);

    /** How long an interview takes at most. */
    public static final Duration INTERVIEW = Duration.ofHours(4);

    private static final int LONGEST_REASON = 1_000;

    private final String schema;
    private final JdbcClient client;
    private final AccessKey key;
    private final InstantSource clock;

    /**
     * Over a wing.
     *
     * @param source connections of the wing's writer role
     * @param key 32 bytes of the keys' folder
     */
    public Grants(Wing wing, DataSource source, byte[] key, InstantSource clock) {
        this.schema = wing.accessSchema();
        this.client = JdbcClient.create(source);
        this.key = new AccessKey(key);
        this.clock = clock;
    }

    /** Who broke the glass before a record, when, until when and why. */
    public record Glass(UUID account, Instant at, Instant until, String reason) {}

    /** Breaks the glass before a record for an hour.
     *
     * @throws org.moei.base.ProblemException without a reason of {@value #SHORTEST_REASON} characters
     */
    public void breakGlass(Viewer viewer, UUID record, String reason) {
        String written = reason.strip();
        if (written.length() < SHORTEST_REASON || written.length() > LONGEST_REASON) {
            throw Problem.of(Problem.Kind.WRONG_USE, "glass-reason", "Breaking the glass needs a written reason of " + SHORTEST_REASON + " to " + LONGEST_REASON + " characters.").asException();
        }
        client.sql("insert into " + schema + ".broken_glass (account, record, at, until, reason) values (?, ?, ?, ?, ?)")
                .params(viewer.account(), record, now(), now().plus(GLASS), key.seal("glass " + record, written)).update();
    }

    /** Whether the glass before a record is broken for a viewer now. */
    public boolean isBroken(Viewer viewer, UUID record) {
        return client.sql("select count(*) from " + schema + ".broken_glass where account = ? and record = ? and until > ?").params(viewer.account(), record, now()).query(Long.class).single() > 0;
    }

    /** Every time that the glass before a record was broken, newest first: part of what its person may ask for. */
    public List<Glass> glasses(UUID record) {
        return client.sql("select account, at, until, reason from " + schema + ".broken_glass where record = ? order by at desc").params(record)
                .query((row, number) -> new Glass(
                        row.getObject(1, UUID.class), row.getObject(2, OffsetDateTime.class).toInstant(), row.getObject(3, OffsetDateTime.class).toInstant(), key.openText("glass " + record, row.getBytes(4))))
                .list();
    }

    /** Gives an interpreter one interview: one record, for some hours, until it is ended. */
    public void assign(UUID interpreter, UUID record) {
        client.sql("insert into " + schema + ".interpreting (account, record, at, until) values (?, ?, ?, ?) on conflict do nothing").params(interpreter, record, now(), now().plus(INTERVIEW)).update();
    }

    /** Ends the interview of a record for whoever interpreted it. */
    public void endInterview(UUID record) {
        client.sql("update " + schema + ".interpreting set ended = ? where record = ? and ended is null").params(now(), record).update();
    }

    /** Whether an account interprets the interview of a record now. */
    public boolean interprets(Viewer viewer, UUID record) {
        return interviews(viewer).contains(record);
    }

    /** The interviews that an account interprets now. */
    public List<UUID> interviews(Viewer viewer) {
        return client.sql("select distinct record from " + schema + ".interpreting where account = ? and ended is null and until > ?").params(viewer.account(), now()).query(UUID.class).list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
