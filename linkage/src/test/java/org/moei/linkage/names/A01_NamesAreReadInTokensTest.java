package org.moei.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class A01_NamesAreReadInTokensTest {
    @Test
    void familyNameBeforeACommaComesLast() {
        assertThat(Names.read("WORKU, Habtamu").normal()).isEqualTo("habtamu worku");
    }

    @Test
    void honorificsAndMarkersAreNoParts() {
        ParsedName name = Names.read("Mr. Lim Ah Kow s/o LIM Beng");
        assertThat(name.tokens()).extracting(NameToken::role).containsExactly(TokenRole.HONORIFIC, TokenRole.NAME, TokenRole.NAME, TokenRole.NAME,
                TokenRole.PATRONYMIC_MARKER, TokenRole.NAME, TokenRole.NAME);
        assertThat(name.parts()).hasSize(5);
    }

    @Test
    void placeholdersMakeAnEmptyName() {
        assertThat(Names.read("FNU LNU").isEmpty()).isTrue();
        assertThat(Names.read("XXX").isEmpty()).isTrue();
        assertThat(Names.read(" . ").isEmpty()).isTrue();
    }

    @Test
    void emptyNamesNeitherAgreeNorDisagree() {
        assertThat(NameComparer.compare(Names.read("FNU"), Names.read("FNU"))).isEqualTo(NameAgreement.NOTHING);
    }

    @Test
    void marksAndCaseFallAway() {
        assertThat(Names.read("NGUYỄN Văn Đức").normal()).isEqualTo("nguyen van duc");
    }

    @Test
    void orderIsWeakEvidence() {
        ParsedName name = Names.read("Tesfaye Bekele");
        double same = NameComparer.logLikelihoodRatio(name, Names.read("Tesfaye Bekele"));
        double turned = NameComparer.logLikelihoodRatio(name, Names.read("Bekele Tesfaye"));
        double other = NameComparer.logLikelihoodRatio(name, Names.read("Tesfaye Girma"));
        assertThat(same).isGreaterThan(turned);
        assertThat(turned).isGreaterThan(other);
        assertThat(NameComparer.compare(name, Names.read("Bekele Tesfaye")).orderChanged()).isTrue();
    }
}
