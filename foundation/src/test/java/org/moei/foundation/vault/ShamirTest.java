package org.moei.foundation.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.moei.base.ProblemException;
import org.moei.foundation.Seeds;

class ShamirTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Test
    void theFieldIsThatOfAes() {
        // FIPS 197, section 4.2: {57} • {83} = {c1}, {57} • {13} = {fe}.
        assertThat(Shamir.multiply(0x57, 0x83)).isEqualTo(0xC1);
        assertThat(Shamir.multiply(0x57, 0x13)).isEqualTo(0xFE);
        assertThat(Shamir.multiply(0, 0x13)).isZero();
    }

    @Test
    void anyTwoOfThreeGiveTheSecretBackAndAnySharesOfAnotherSplittingDoNot() {
        Random random = Seeds.random("shamir");
        for (int round = 0; round < 100; round++) {
            byte[] secret = Seeds.bytes(random, 32);
            List<Shamir.Share> shares = Shamir.split(secret, 2, 3, RANDOM);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    if (i != j) {
                        assertThat(Shamir.join(List.of(shares.get(i), shares.get(j)))).isEqualTo(secret);
                    }
                }
            }
            List<Shamir.Share> others = Shamir.split(secret, 2, 3, RANDOM);
            assertThat(Shamir.join(List.of(shares.get(0), others.get(1)))).isNotEqualTo(secret);
        }
    }

    @Test
    void largerThresholdsHold() {
        byte[] secret = {1, 2, 3, (byte) 0xFF};
        List<Shamir.Share> shares = Shamir.split(secret, 4, 7, RANDOM);
        assertThat(Shamir.join(List.of(shares.get(6), shares.get(1), shares.get(3), shares.get(4)))).isEqualTo(secret);
    }

    @Test
    void oneShareAloneIsAsLikelyUnderEverySecret() {
        // Over many splittings of two unlike secrets each value of the first share's byte comes equally often: a rough check of a proven property.
        int[][] counts = new int[2][4];
        for (int i = 0; i < 8_000; i++) {
            counts[0][(Shamir.split(new byte[] {0}, 2, 3, RANDOM).getFirst().values()[0] & 0xFF) / 64]++;
            counts[1][(Shamir.split(new byte[] {(byte) 0xA5}, 2, 3, RANDOM).getFirst().values()[0] & 0xFF) / 64]++;
        }
        for (int[] each : counts) {
            for (int quarter : each) {
                assertThat(quarter).as("expected 2,000").isBetween(1_700, 2_300);
            }
        }
    }

    @Test
    void sheetsOfTwoOfficersGiveTheRootBackAndOneDoesNot() throws Exception {
        byte[] root = Seeds.bytes(Seeds.random("officers"), 32);
        OfficerShares made = OfficerShares.make(RANDOM);
        byte[] slot = made.wrap(root);
        List<String> sheets = made.sheets().stream().map(lines -> "Share\n" + String.join("\n", lines)).toList();
        assertThat(OfficerShares.of(List.of(sheets.get(2), sheets.get(0)), RANDOM).unwrap(slot)).isEqualTo(root);
        assertThatThrownBy(() -> OfficerShares.of(List.of(sheets.get(0)), RANDOM)).isInstanceOf(ProblemException.class).hasMessageContaining("2 officers");
        assertThatThrownBy(() -> OfficerShares.of(List.of(sheets.get(0), sheets.get(0)), RANDOM)).isInstanceOf(ProblemException.class);
        List<String> others = OfficerShares.make(RANDOM).sheets().stream().map(lines -> String.join("\n", lines)).toList();
        assertThatThrownBy(() -> OfficerShares.of(List.of(sheets.get(0), others.get(1)), RANDOM)).hasMessageContaining("one splitting");
        assertThatThrownBy(() -> OfficerShares.of(others, RANDOM).unwrap(slot)).isInstanceOf(java.security.GeneralSecurityException.class);
    }
}
