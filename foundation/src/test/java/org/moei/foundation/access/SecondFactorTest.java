package org.moei.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.database.Migrations;
import org.moei.foundation.database.TestDatabase;
import org.moei.foundation.database.Wing;

/** Codes by time and on paper: the standard's own examples, and what must not open. */
class SecondFactorTest {
    private static final TestDatabase DATABASE = TestDatabase.fresh(WingFoundation.migrations(Wing.PROTECTION).toArray(Migrations[]::new));
    private static final Viewer SCREENER = new Viewer(new UUID(0, 1), "screen", Role.SCREENER, "ministry", Set.of("mae-sot"));
    private static final Viewer OTHER = new Viewer(new UUID(0, 2), "other", Role.SCREENER, "ministry", Set.of("mae-sot"));

    private Instant now = Instant.parse("2025-02-12T03:00:10Z");
    private final Accounts accounts = new Accounts(Wing.PROTECTION, DATABASE.wing(Wing.PROTECTION).pool(Wing.Role.WRITER), () -> now);
    private final SecondFactors factors = factors((byte) 7);
    private final byte[] secret = factors.propose();

    private SecondFactors factors(byte key) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, key);
        return new SecondFactors(Wing.PROTECTION, DATABASE.wing(Wing.PROTECTION).pool(Wing.Role.WRITER), bytes, () -> now);
    }

    @BeforeEach
    void begin() throws SQLException {
        execute("truncate protection_access.account cascade");
        accounts.put(SCREENER, "a long enough password");
        accounts.put(OTHER, "a long enough password");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection administrator = DATABASE.administrator(); Statement statement = administrator.createStatement()) {
            statement.execute(sql);
        }
    }

    @AfterAll
    static void drop() {
        DATABASE.close();
    }

    private String code() {
        return OneTimeCode.at(secret, OneTimeCode.step(now));
    }

    private List<String> enrolled() {
        List<String> paper = factors.enrol(SCREENER.account(), secret, code()).orElseThrow();
        now = now.plusSeconds(30);
        return paper;
    }

    @Test
    void theCodesAreThoseOfTheStandardsAppendix() {
        byte[] key = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        String table = """
                59          94287082
                1111111109  07081804
                1111111111  14050471
                1234567890  89005924
                2000000000  69279037
                20000000000 65353130
                """;
        table.lines().map(line -> line.split("\\s+")).forEach(row ->
                assertThat(OneTimeCode.at(key, OneTimeCode.step(Instant.ofEpochSecond(Long.parseLong(row[0]))))).isEqualTo(row[1].substring(2)));
    }

    @Test
    void aSecretIsSpelledAsAuthenticatorAppsReadIt() {
        byte[] hello = "Hello!\u00DE\u00AD\u00BE\u00EF".getBytes(StandardCharsets.ISO_8859_1);
        assertThat(OneTimeCode.base32(hello)).isEqualTo("JBSWY3DPEHPK3PXP");
        assertThat(OneTimeCode.address("Moei Mae Sot", "desk-1", hello)).isEqualTo("otpauth://totp/Moei%20Mae%20Sot:desk-1?secret=JBSWY3DPEHPK3PXP&issuer=Moei%20Mae%20Sot&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void anAppIsKeptOnlyOnceItsOwnerShowedACodeOfIt() {
        assertThat(factors.enrol(SCREENER.account(), secret, "000000".equals(code()) ? "111111" : "000000")).isEmpty();
        assertThat(factors.has(SCREENER.account())).isFalse();
        assertThat(enrolled()).hasSize(SecondFactors.RECOVERY_CODES).doesNotHaveDuplicates();
        assertThat(factors.has(SCREENER.account())).isTrue();
    }

    @Test
    void aCodeFitsOnceAndTheOneBeforeItNeverAfterwards() {
        enrolled();
        String old = code();
        now = now.plusSeconds(30);
        assertThat(factors.accept(SCREENER.account(), code())).isTrue();
        assertThat(factors.accept(SCREENER.account(), code())).as("replayed").isFalse();
        assertThat(factors.accept(SCREENER.account(), old)).as("the code before").isFalse();
        now = now.plusSeconds(30);
        assertThat(factors.accept(SCREENER.account(), code())).as("the next").isTrue();
    }

    @Test
    void theCodeThatEnrolledTheAppSignsNobodyIn() {
        String shown = code();
        assertThat(factors.enrol(SCREENER.account(), secret, shown)).isPresent();
        assertThat(factors.accept(SCREENER.account(), shown)).isFalse();
    }

    @Test
    void aClockHalfAMinuteOffIsForgivenAndAMinuteIsNot() {
        enrolled();
        String then = code();
        now = now.plusSeconds(30);
        assertThat(factors.accept(SCREENER.account(), then)).isTrue();
        String late = code();
        now = now.plusSeconds(60);
        assertThat(factors.accept(SCREENER.account(), late)).isFalse();
        assertThat(factors.accept(SCREENER.account(), OneTimeCode.at(secret, OneTimeCode.step(now.plus(Duration.ofMinutes(1)))))).isFalse();
    }

    @Test
    void aCodeShownTwiceAtTheSameTimeOpensOnce() throws Exception {
        enrolled();
        String same = code();
        int opened = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Boolean>> tries = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                tries.add(threads.submit(() -> factors.accept(SCREENER.account(), same)));
            }
            for (Future<Boolean> each : tries) {
                opened += each.get() ? 1 : 0;
            }
        }
        assertThat(opened).isEqualTo(1);
    }

    @Test
    void aCodeOnPaperFitsOnceForItsOwnerOnly() {
        List<String> paper = enrolled();
        assertThat(factors.accept(OTHER.account(), paper.getFirst())).isFalse();
        assertThat(factors.accept(SCREENER.account(), paper.getFirst().toUpperCase(java.util.Locale.ROOT))).isTrue();
        assertThat(factors.accept(SCREENER.account(), paper.getFirst())).as("used").isFalse();
        assertThat(factors.left(SCREENER.account())).isEqualTo(SecondFactors.RECOVERY_CODES - 1);
        factors.renew(SCREENER.account());
        assertThat(factors.accept(SCREENER.account(), paper.get(1))).as("of the old sheet").isFalse();
    }

    @Test
    void neitherAnotherKeysFolderNorAnotherAccountsRowOpensTheSecret() throws SQLException {
        enrolled();
        assertThatThrownBy(() -> factors((byte) 8).accept(SCREENER.account(), code())).isInstanceOf(IllegalStateException.class);
        execute("update protection_access.account set one_time = (select one_time from protection_access.account where name = 'screen') where name = 'other'");
        assertThatThrownBy(() -> factors.accept(OTHER.account(), code())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theDatabaseHoldsNeitherTheSecretNorAPaperCode() throws SQLException {
        List<String> paper = enrolled();
        try (Connection administrator = DATABASE.administrator(); Statement statement = administrator.createStatement();
                java.sql.ResultSet rows = statement.executeQuery("select encode(one_time, 'hex') from protection_access.account where name = 'screen' union all select encode(code, 'hex') from protection_access.recovery_code")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).doesNotContain(java.util.HexFormat.of().formatHex(secret));
                paper.forEach(code -> assertThat(rowText(rows)).doesNotContain(java.util.HexFormat.of().formatHex(code.getBytes(StandardCharsets.US_ASCII))));
            }
        }
    }

    private static String rowText(java.sql.ResultSet rows) {
        try {
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
