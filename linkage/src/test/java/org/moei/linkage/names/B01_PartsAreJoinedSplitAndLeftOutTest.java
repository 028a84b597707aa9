package org.moei.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class B01_PartsAreJoinedSplitAndLeftOutTest {
    private static double weight(String a, String b) {
        return NameComparer.logLikelihoodRatio(Names.read(a), Names.read(b));
    }

    @Test
    void haileSelassieIsHaileselassie() {
        NameAgreement agreement = NameComparer.compare(Names.read("Haile Selassie Bekele"), Names.read("Haileselassie Bekele"));
        assertThat(agreement.kind()).isEqualTo(NameAgreement.Kind.SAME_CHARACTERS);
        assertThat(agreement.missingParts()).isZero();
    }

    @Test
    void anInitialStandsForAName() {
        NameAgreement agreement = NameComparer.compare(Names.read("S. Rajendran"), Names.read("Subramaniam Rajendran"));
        assertThat(agreement.initialsUsed()).isTrue();
        assertThat(agreement.logLikelihoodRatio()).isGreaterThan(weight("T. Rajendran", "Subramaniam Rajendran"));
    }

    @Test
    void initialsAreSpeltOutInIndianScripts() {
        assertThat(weight("एस राजेश", "S. Rajesh")).isGreaterThan(weight("एस राजेश", "T. Rajesh"));
    }

    @Test
    void anAbbreviatedMuhammadMayBeMissing() {
        assertThat(weight("Md Karim Uddin", "Karim Uddin")).isGreaterThan(weight("Sultan Karim Uddin", "Karim Uddin"));
    }

    @Test
    void aMissingPartCostsLessThanAnotherPart() {
        assertThat(weight("Carmen Rosa Quispe", "Carmen Quispe")).isGreaterThan(weight("Carmen Rosa Quispe", "Carmen Elena Quispe") );
    }

    @Test
    void oneSharedPartOfTwoIsPartial() {
        assertThat(NameComparer.compare(Names.read("Abebe Kebede"), Names.read("Tsehay Kebede")).kind()).isEqualTo(NameAgreement.Kind.PARTIAL);
    }
}
