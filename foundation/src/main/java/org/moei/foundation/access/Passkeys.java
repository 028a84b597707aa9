package org.moei.foundation.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.moei.base.Problem;
import org.moei.foundation.database.Wing;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The passkeys of the accounts of one wing: public keys, by the id that the authenticator gave them. */
public final class Passkeys {
    private static final int MAXIMUM_OF_ACCOUNT = 10;

    private final String table;
    private final JdbcClient client;
    private final InstantSource clock;

    /**
     * The passkeys of a wing.
     *
     * @param source connections of the wing's writer role
     */
    public Passkeys(Wing wing, DataSource source, InstantSource clock) {
        this.table = wing.accessSchema() + ".passkey";
        this.client = JdbcClient.create(source);
        this.clock = clock;
    }

    /**
     * A passkey.
     *
     * @param id in hexadecimal digits
     * @param credential attested credential data as WebAuthn writes them (section 6.5.2): the public key and what it belongs to
     * @param uses the authenticator's own count, which shows a copy where it goes backwards; 0 where it does not count
     * @param backup whether it may stand on several devices of its owner
     * @param device on which it was made, in two words
     */
    public record Passkey(String id, UUID account, byte[] credential, long uses, boolean backup, String device, Instant made) {}

    /** Keeps a new passkey.
     *
     * @throws org.moei.base.ProblemException where that passkey is somebody's already, or the account has ten
     */
    public void add(UUID account, byte[] id, byte[] credential, long uses, boolean backup, String device) {
        int kept = list(account).size() >= MAXIMUM_OF_ACCOUNT
                ? 0
                : client.sql("insert into " + table + " (id, account, credential, uses, backup, device, made) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                        .params(id, account, credential, uses, backup, device, now()).update();
        if (kept == 0) {
            throw Problem.of(Problem.Kind.WRONG_USE, "passkey", "This passkey was not kept.").withAdvice("it is kept already, or the account has " + MAXIMUM_OF_ACCOUNT + ".").asException();
        }
    }

    /** The passkey with an id. */
    public Optional<Passkey> find(byte[] id) {
        return client.sql("select id, account, credential, uses, backup, device, made from " + table + " where id = ?").params(id).query((row, number) -> row(row)).optional();
    }

    /** The passkeys of an account, oldest first. */
    public List<Passkey> list(UUID account) {
        return client.sql("select id, account, credential, uses, backup, device, made from " + table + " where account = ? order by made").params(account).query((row, number) -> row(row)).list();
    }

    private static Passkey row(ResultSet row) throws SQLException {
        return new Passkey(
                HexFormat.of().formatHex(row.getBytes(1)), row.getObject(2, UUID.class), row.getBytes(3), row.getLong(4), row.getBoolean(5), row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant());
    }

    /** Notes that a passkey was used; false where its count has moved on meanwhile. */
    public boolean use(Passkey passkey, long uses) {
        return client.sql("update " + table + " set uses = ?, used = ? where id = ? and uses = ?").params(uses, now(), HexFormat.of().parseHex(passkey.id), passkey.uses).update() == 1;
    }

    /** Takes a passkey from its account; nothing happens where it is another's. */
    public void remove(UUID account, String id) {
        client.sql("delete from " + table + " where id = decode(?, 'hex') and account = ?").params(id, account).update();
    }

    /** Takes all passkeys from an account. */
    public void forget(UUID account) {
        client.sql("delete from " + table + " where account = ?").params(account).update();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
