package org.moei.disruption.observations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.moei.base.Problem;
import org.moei.base.ProblemException;
import org.moei.base.Progress;
import org.moei.disruption.TestDisruption;
import org.moei.foundation.access.Role;
import org.moei.foundation.database.Wing;
import org.moei.foundation.journal.Recorded;
import org.moei.indicators.IndicatorType;

/** A file becomes rows that are found by value, beginning, end and range; what belongs to a person who is no operator is sealed and found only whole. */
class A06_ObservationsAreKeptAndFoundTest {
    private static final String TABLE = """
            value,type,role,grade,first_seen,last_seen,detail,made-for-rehearsal
            Evil-Gold.TOP,domain,operator,,2025-02-01,2025-02-12,chat.txt@120,yes
            pay.evil-gold.top,domain,operator,A1,,,,yes
            boss@evil-gold.top,email,operator,,,,,yes
            192.0.2.7,ipv4,unknown,,2025-02-01T10:00:00Z,,,yes
            192.0.2.200,ipv4,operator,,,,,yes
            198.51.100.9,ipv4,operator,,,,,yes
            +66 81 234 5678,phone,coerced-worker,,2025-01-01,,/phones/7/chat.db@9,yes
            @Gold_Desk7,telegram,coerced-worker,,,,,yes
            @boss_desk,telegram,operator,,,,,yes
            +66 81 999 8888,phone,fraud-target,,,,,yes
            192.0.2.300,ipv4,operator,,,,,yes
            what,nonsense,operator,,,,,yes
            """;
    private static final String PHONE = "+66812345678";

    private final TestDisruption house = new TestDisruption(6);

    @AfterEach
    void close() {
        house.close();
    }

    private Observations observations() {
        return house.wing().observations();
    }

    private static Provenance from(String part) {
        return Provenance.of("phone-images", "Office of a police force", "observed", "B2", "TLP:AMBER", "PAP:GREEN", part);
    }

    private Observations.Report take(String text, Provenance from) {
        return observations().take(house.hand(Role.ANALYST), Input.of(text.getBytes(StandardCharsets.UTF_8)), "phones.csv", from);
    }

    private List<String> ask(Role role, String term) {
        return observations().ask(house.viewer(role), Question.parse(term)).rows().stream().map(Answer.Row::value).toList();
    }

    private static Problem refusal(ThrowingCallable call) {
        return Objects.requireNonNull(catchThrowableOfType(ProblemException.class, call)).problem();
    }

    @Test
    void goodRowsStayAndEachBadRowIsNamed() {
        Observations.Report report = take(TABLE, from("unknown"));
        assertThat(report.clear()).isEqualTo(7);
        assertThat(report.sealed()).isEqualTo(3);
        assertThat(report.problems()).extracting(problem -> problem.where() + " " + problem.code()).containsExactly("phones.csv, row 12, value value-form", "phones.csv, row 13, type type-unknown");
        assertThat(observations().imports(house.viewer(Role.ANALYST))).singleElement().satisfies(made -> {
            assertThat(made.source()).isEqualTo("Office of a police force");
            assertThat(made.clear()).isEqualTo(7);
            assertThat(made.sealed()).isEqualTo(3);
        });
    }

    @Test
    void aValueIsFoundByItselfItsBeginningItsEndAndItsRange() {
        take(TABLE, from("unknown"));
        assertThat(ask(Role.ANALYST, "EVIL-gold.top")).containsExactly("evil-gold.top");
        assertThat(ask(Role.ANALYST, "pay.%")).containsExactly("pay.evil-gold.top");
        assertThat(ask(Role.ANALYST, "%evil-gold.top")).containsExactly("boss@evil-gold.top", "evil-gold.top", "pay.evil-gold.top");
        assertThat(ask(Role.ANALYST, "%@evil-gold.top")).containsExactly("boss@evil-gold.top");
        assertThat(ask(Role.ANALYST, "192.0.2.0/24")).containsExactlyInAnyOrder("192.0.2.7", "192.0.2.200");
        assertThat(ask(Role.ANALYST, "192.0.2.100..198.51.100.255")).containsExactlyInAnyOrder("192.0.2.200", "198.51.100.9");
        assertThat(ask(Role.ANALYST, "evil..evil~")).containsExactly("evil-gold.top");
        assertThat(ask(Role.ANALYST, "@boss_desk\ttelegram")).containsExactly("boss_desk");
        assertThat(ask(Role.ANALYST, "boss_desk\tline")).isEmpty();
        assertThat(ask(Role.ANALYST, "old.top")).as("no substring").isEmpty();
    }

    @Test
    void everyAnswerSaysWhereItComesFrom() {
        long position = take(TABLE, from("unknown")).position();
        Answer.Row row = observations().ask(house.viewer(Role.INVESTIGATOR), Question.parse("evil-gold.top")).rows().getFirst();
        assertThat(row.position()).isEqualTo(position);
        assertThat(row.line()).isEqualTo(2);
        assertThat(List.of(row.collection(), row.source(), row.process(), row.grade(), row.tlp(), row.pap(), row.part().id(), row.detail()))
                .containsExactly("phone-images", "Office of a police force", "observed", "B2", "TLP:AMBER", "PAP:GREEN", "operator", "chat.txt@120");
        assertThat(row.original()).hasSize(64);
        assertThat(observations().ask(house.viewer(Role.ANALYST), Question.parse("pay.evil-gold.top")).rows().getFirst().grade()).as("its own").isEqualTo("A1");
    }

    @Test
    void aFreedPersonsNumberIsNowhereInClear() throws IOException {
        take(TABLE, from("unknown"));
        String tables = house.wing().foundation().database().writing(client -> {
            List<String> rows = new java.util.ArrayList<>();
            for (String table : List.of("observation", "observation_sealed", "observation_import")) {
                rows.addAll(client.sql("select row_to_json(t)::text from " + table + " t").query(String.class).list());
            }
            return String.join("\n", rows);
        });
        StringBuilder kept = new StringBuilder(tables);
        try (Stream<Path> files = Files.walk(house.files())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                new KeptRows(house.files().resolve("observations")).read(String.valueOf(file.getFileName()).replace(".zst", ""), new KeptRows.Lines() {
                    @Override
                    public void header(Header header) {
                        kept.append(header);
                    }

                    @Override
                    public void row(byte[] buffer, int from, int to) {
                        kept.append(new String(buffer, from, to - from, StandardCharsets.UTF_8)).append('\n');
                    }
                });
            }
        }
        for (String secret : List.of("812345678", "gold_desk7", "819998888", "/phones/7")) {
            assertThat(kept.toString()).doesNotContainIgnoringCase(secret);
        }
        assertThat(kept.toString()).contains("boss_desk");
    }

    @Test
    void whatIsSealedIsFoundWholeByWhoeverMaySeeItAndByNobodyElse() {
        take(TABLE, from("unknown"));
        assertThat(ask(Role.INVESTIGATOR, "+66 (81) 234-5678")).containsExactly(PHONE);
        assertThat(ask(Role.INVESTIGATOR, "Gold_Desk7\ttelegram")).containsExactly("gold_desk7");
        assertThat(ask(Role.INVESTIGATOR, "+6681%")).isEmpty();
        assertThat(ask(Role.INVESTIGATOR, "%5678")).isEmpty();
        assertThat(ask(Role.ANALYST, PHONE)).isEmpty();
        assertThat(refusal(() -> ask(Role.RECEPTION, PHONE)).kind()).isEqualTo(Problem.Kind.DENIED);
    }

    @Test
    void whatWasErasedIsNotFoundAnyMore() {
        take(TABLE, from("unknown"));
        for (java.util.UUID record : house.wing().foundation().database().writing(client -> client.sql("select record_id from observation_sealed").query(java.util.UUID.class).list())) {
            house.vault().destroy(record);
        }
        assertThat(ask(Role.INVESTIGATOR, PHONE)).isEmpty();
    }

    @Test
    void onlyAnOperatorsValueBecomesANoticeAndAFreedPersonsNeverDoes() {
        take(TABLE, from("unknown"));
        take("# made-for-rehearsal\n" + PHONE + "\tphone\nfeed-only.top\n", from("operator"));
        assertThat(observations().mayBecomeNotice(IndicatorType.DOMAIN, "Evil-Gold.top")).isTrue();
        assertThat(observations().mayBecomeNotice(IndicatorType.DOMAIN, "feed-only.top")).isTrue();
        assertThat(observations().mayBecomeNotice(IndicatorType.IPV4, "192.0.2.7")).as("unknown").isFalse();
        assertThat(observations().mayBecomeNotice(IndicatorType.PHONE, PHONE)).as("a feed calls it an operator's, a freed person used it").isFalse();
        assertThat(observations().mayBecomeNotice(IndicatorType.DOMAIN, "never-seen.top")).isFalse();
    }

    @Test
    void aFileIsInACollectionOnce() {
        take(TABLE, from("unknown"));
        assertThat(refusal(() -> take(TABLE, from("unknown"))).code()).isEqualTo("import-repeated");
        assertThat(refusal(() -> take(TABLE.replace("made-for-rehearsal", "x"), from("unknown"))).code()).isEqualTo("rehearsal-mark");
    }

    @Test
    void theActionNamesTheDigestOfTheKeptFileAndARebuildReadsItAgain() throws IOException {
        Observations.Report report = take(TABLE, from("unknown"));
        Recorded action = house.wing().foundation().journal().read(report.position() - 1, 1).getFirst();
        String digest = action.envelope().clear("digest");
        Path file = house.files().resolve("observations").resolve(digest.substring(0, 2)).resolve(digest + ".zst");
        assertThat(org.moei.foundation.journal.Hash.hex(org.moei.foundation.journal.Hash.sha256().digest(Files.readAllBytes(file)))).isEqualTo(digest);
        String before = house.wing().foundation().sealedDigest();
        house.wing().foundation().rebuild(Progress.SILENT);
        assertThat(house.wing().foundation().sealedDigest()).isEqualTo(before);

        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(refusal(() -> house.wing().foundation().rebuild(Progress.SILENT)).code()).isEqualTo("kept-rows-changed");
        assertThat(house.wing().foundation().sealedDigest()).as("the tables are as they were").isEqualTo(before);
    }

    @Test
    void manyQuestionsAreAnsweredAtOnceEachRowWithItsOrigin() throws IOException {
        take(TABLE, from("unknown"));
        StringWriter out = new StringWriter();
        observations().answer(house.viewer(Role.INVESTIGATOR), new StringReader("evil-gold.top\n\n%@evil-gold.top\n" + PHONE + "\tphone\nnever-seen.top\nab%\n"), out);
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(1)).startsWith("evil-gold.top,exact,1,domain,evil-gold.top,operator,phone-images,Office of a police force,observed,B2,TLP:AMBER,PAP:GREEN,2025-02-01T00:00:00Z,2025-02-12T00:00:00Z,");
        assertThat(lines.get(2)).startsWith("%@evil-gold.top,suffix,1,email,boss@evil-gold.top,operator,");
        assertThat(lines.get(3)).contains(",phone," + PHONE + ",coerced-worker,");
        assertThat(lines.get(4)).startsWith("never-seen.top,exact,0,");
        assertThat(lines.get(5)).contains(",refused,0,");
    }

    @Test
    void thePagesRoleReadsNoSealedRow() {
        take(TABLE, from("unknown"));
        long seen = house.wing().foundation().database().unscoped(client -> client.sql("select count(*) from observation_sealed").query(Long.class).single());
        assertThat(seen).isZero();
        assertThat(house.wing().foundation().database().wing()).isEqualTo(Wing.DISRUPTION);
    }

    @Test
    void whatExtractionWroteAndPlainListsAreTaken() {
        take("{\"made-for-rehearsal\":true,\"type\":\"domain\",\"value\":\"a.evil.top\",\"text\":\"a[.]evil.top\",\"offset\":12,\"source\":\"chat.txt\",\"sha256\":\"00\"}\n", from("operator"));
        take("# made-for-rehearsal\nb.evil.top\n203.0.113.0/24\n\n", from("operator"));
        assertThat(ask(Role.ANALYST, "%.evil.top")).containsExactly("a.evil.top", "b.evil.top");
        assertThat(observations().ask(house.viewer(Role.ANALYST), Question.parse("a.evil.top")).rows().getFirst().detail()).isEqualTo("chat.txt@12");
        assertThat(ask(Role.ANALYST, "203.0.113.0/24")).containsExactly("203.0.113.0/24");
    }
}
