package org.moei.foundation.access;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import javax.sql.DataSource;
import org.moei.foundation.database.Wing;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What accounts of one wing show besides a password: codes of an authenticator app, and codes on paper for the day the
 * telephone is lost. Secrets are sealed, and paper codes kept as a keyed hash, under a key of the keys' folder: the
 * database alone opens nothing.
 */
public final class SecondFactors {
    /** How many codes on paper are made at once. */
    public static final int RECOVERY_CODES = 10;

    private static final int RECOVERY_BYTES = 10;

    private final String schema;
    private final JdbcClient client;
    private final AccessKey key;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * The second factors of a wing.
     *
     * @param source connections of the wing's writer role
     * @param key 32 bytes of the keys' folder
     */
    public SecondFactors(Wing wing, DataSource source, byte[] key, InstantSource clock) {
        this.schema = wing.accessSchema();
        this.client = JdbcClient.create(source);
        this.key = new AccessKey(key);
        this.clock = clock;
    }

    /** A new secret, shown once and kept nowhere before {@link #enrol}. */
    public byte[] propose() {
        byte[] secret = new byte[OneTimeCode.SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** Whether an account has an authenticator app. */
    public boolean has(UUID account) {
        return find(account).isPresent();
    }

    /**
     * Keeps a secret once its owner has shown a code of it, and replaces what was kept before.
     *
     * @return the codes on paper, shown once; empty where the code does not fit
     */
    public Optional<List<String>> enrol(UUID account, byte[] secret, String typed) {
        OptionalLong step = OneTimeCode.match(secret, typed, clock.instant(), 0);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        client.sql("update " + schema + ".account set one_time = ?, one_time_step = ? where id = ?").params(key.seal(account.toString(), secret), step.getAsLong(), account).update();
        return Optional.of(renew(account));
    }

    /** Makes new codes on paper; the old ones end. */
    public List<String> renew(UUID account) {
        client.sql("delete from " + schema + ".recovery_code where account = ?").params(account).update();
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < RECOVERY_CODES; i++) {
            byte[] bytes = new byte[RECOVERY_BYTES];
            random.nextBytes(bytes);
            String code = OneTimeCode.spell(bytes).replace(' ', '-').toLowerCase(Locale.ROOT);
            client.sql("insert into " + schema + ".recovery_code (account, code) values (?, ?)").params(account, hash(account, code)).update();
            codes.add(code);
        }
        return codes;
    }

    /** How many codes on paper are left. */
    public int left(UUID account) {
        return client.sql("select count(*) from " + schema + ".recovery_code where account = ? and used is null").params(account).query(Integer.class).single();
    }

    /** Takes the app and the codes on paper away, as an administrator does for one who lost both. */
    public void forget(UUID account) {
        client.sql("update " + schema + ".account set one_time = null, one_time_step = 0 where id = ?").params(account).update();
        client.sql("delete from " + schema + ".recovery_code where account = ?").params(account).update();
    }

    /**
     * Whether a code fits: of the app, or one on paper. Each fits once; of two who show the same code at the same time one is refused.
     */
    public boolean accept(UUID account, String typed) {
        return typed.length() <= 64 && (acceptOneTime(account, typed) || acceptRecovery(account, typed));
    }

    private boolean acceptOneTime(UUID account, String typed) {
        Optional<Kept> kept = find(account);
        if (kept.isEmpty()) {
            return false;
        }
        OptionalLong step = OneTimeCode.match(key.open(account.toString(), kept.get().secret), typed, clock.instant(), kept.get().step);
        return step.isPresent()
                && client.sql("update " + schema + ".account set one_time_step = ? where id = ? and one_time_step < ?").params(step.getAsLong(), account, step.getAsLong()).update() == 1;
    }

    private boolean acceptRecovery(UUID account, String typed) {
        OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        return client.sql("update " + schema + ".recovery_code set used = ? where account = ? and code = ? and used is null")
                .params(now, account, hash(account, typed.strip().toLowerCase(Locale.ROOT))).update() == 1;
    }

    private record Kept(byte[] secret, long step) {}

    private Optional<Kept> find(UUID account) {
        return client.sql("select one_time, one_time_step from " + schema + ".account where id = ? and one_time is not null").params(account)
                .query((row, number) -> new Kept(row.getBytes(1), row.getLong(2)))
                .optional();
    }

    private byte[] hash(UUID account, String code) {
        return key.mac("recovery " + account + " " + code);
    }
}
