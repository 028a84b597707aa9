package org.moei.linkage.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.moei.base.Progress;

/** Read first: what linking two lists gives. */
class A01_SamePersonOnTwoListsTest {

    private final LinkageIndex index = new LinkageIndex();

    private double probability(String table) {
        List<PersonRecord> two = Table.of(table);
        return index.compare(two.get(0), two.get(1), 0.01).probability();
    }

    @Test
    void sameNameAndDateIsTheSamePerson() {
        assertThat(probability("""
                id | name            | born       | nationality
                r1 | Abebe Kebede    | 1998-03-04 | ETH
                r2 | ABEBE KEBEDE    | 1998-03-04 | Ethiopia
                """)).isGreaterThan(0.99);
    }

    @Test
    void aSlipOfThePenAndAnAgeStillFit() {
        assertThat(probability("""
                id | name            | born       | nationality | age
                r1 | Wang Xiaoming   | 1998-03-04 | CHN         |
                r2 | XIAOMNG WANG    |            | China       | 26
                """)).isGreaterThan(0.9);
    }

    @Test
    void otherNameSameDateIsNot() {
        assertThat(probability("""
                id | name            | born       | nationality
                r1 | Abebe Kebede    | 1998-03-04 | ETH
                r2 | Tesfaye Alemu   | 1998-03-04 | ETH
                """)).isLessThan(0.05);
    }

    @Test
    void siblingsShareTheFathersNameOnly() {
        assertThat(probability("""
                id | name              | born       | nationality
                r1 | Abebe Kebede Alemu  | 1998-03-04 | ETH
                r2 | Hirut Kebede Alemu  | 2001-07-19 | ETH
                """)).isLessThan(0.2);
    }

    @Test
    void aPassportNumberOutweighsAnotherSpelling() {
        assertThat(probability("""
                id | name            | passport
                r1 | Nguyen Van Tuan | B1234987
                r2 | NGUYN V TUAN    | b1234987
                """)).isGreaterThan(0.99);
    }

    @Test
    void anIndexFindsWhomItHoldsAndForgetsWhomItMust() {
        Table.of("""
                id | name            | born       | nationality
                r1 | Abebe Kebede    | 1998-03-04 | ETH
                r2 | Tesfaye Alemu   | 1990-01-09 | ETH
                r3 | Wang Xiaoming   | 1985-11-30 | CHN
                """).forEach(index::add);
        PersonRecord query = PersonRecord.of("q").name("Tesfay Alemu").birthDate("1990").build();
        assertThat(index.candidates(query, 3)).first().extracting(Candidate::id).isEqualTo("r2");
        assertThat(index.remove("r2")).isTrue();
        assertThat(index.candidates(query, 3)).extracting(Candidate::id).doesNotContain("r2");
    }

    @Test
    void theWaterfallAddsUpToTheProbability() {
        List<PersonRecord> two = Table.of("""
                id | name            | born       | nationality | sex
                r1 | Abebe Kebede    | 1998-03-04 | ETH         | m
                r2 | Abebe Kebede    | 1998-04-03 | ETH         | f
                """);
        Comparison why = index.compare(two.get(0), two.get(1), 0.01);
        double bits = why.priorBits() + why.weights().stream().mapToDouble(Weight::bits).sum();
        assertThat(1 / (1 + Math.pow(2, -bits))).isCloseTo(why.probability(), org.assertj.core.data.Offset.offset(1e-9));
        assertThat(why.weights().stream().map(Weight::agreement).collect(Collectors.toSet())).contains("birth_date.day-month-swapped", "sex.different");
        assertThat(why.toString()).doesNotContain("Abebe");
    }

    @Test
    void linkingGivesEveryRecordACluster() {
        LinkResult result = Linker.link(Table.of("""
                id | name            | born       | nationality
                r1 | Abebe Kebede    | 1998-03-04 | ETH
                r2 | Tesfaye Alemu   | 1990-01-09 | ETH
                r3 | Abebe Kebede    | 1998-03-04 | ETH
                """), LinkOptions.DEFAULT, Progress.SILENT);
        assertThat(result.clusters()).containsEntry("r1", "r1").containsEntry("r3", "r1").containsEntry("r2", "r2");
    }
}
