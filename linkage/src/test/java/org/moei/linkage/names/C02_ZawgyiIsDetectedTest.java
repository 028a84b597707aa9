package org.moei.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class C02_ZawgyiIsDetectedTest {
    /** Aung Min, in the order of the Zawgyi font: e before its consonant, U+1039 as killer. */
    private static final String ZAWGYI = "\u1031\u1021\u102C\u1004\u1039\u1019\u1004\u1039\u1038";
    private static final String UNICODE = "\u1021\u1031\u102C\u1004\u103A\u1019\u1004\u103A\u1038";

    @Test
    void zawgyiIsRepaired() {
        ParsedName name = Names.read(ZAWGYI);
        assertThat(name.encoding()).isEqualTo(Encoding.ZAWGYI);
        assertThat(name.tokens().getFirst().written()).isEqualTo(UNICODE);
    }

    @Test
    void unicodeIsLeftAsItIs() {
        ParsedName name = Names.read(UNICODE);
        assertThat(name.encoding()).isEqualTo(Encoding.UNICODE);
        assertThat(name.alternative()).isEmpty();
    }

    @Test
    void bothEncodingsOfANameAreTheSameCharacters() {
        assertThat(NameComparer.compare(Names.read(ZAWGYI), Names.read(UNICODE)).kind()).isEqualTo(NameAgreement.Kind.SAME_CHARACTERS);
    }

    @Test
    void aWordThatMakesSenseInBothIsReadBothWays() {
        // U+101C U+103D is Hla in Zawgyi and Lwa in Unicode
        ParsedName name = Names.read("\u101C\u103D");
        assertThat(name.alternative()).isPresent();
        assertThat(NameComparer.logLikelihoodRatio(name, Names.read("Hla"))).isGreaterThan(0);
    }

    @Test
    void aungMinAndMinAungAreTwoNames() {
        ParsedName name = Names.read(UNICODE);
        assertThat(NameComparer.logLikelihoodRatio(name, Names.read("Aung Min"))).isGreaterThan(NameComparer.logLikelihoodRatio(name, Names.read("Min Aung")));
    }
}
