package org.moei.foundation.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried first is refused, however it is decorated; what nobody would try is not. */
class CommonPasswordsTest {
    private static final Set<String> CONTEXT = Set.of("moei", "immigration", "desk", "sot", "ministry");

    @ParameterizedTest
    @ValueSource(strings = {
        "password1234", "Password123!!!", "p4$$w0rd2025!", "passwordpassword", "qwertyuiop12", "1q2w3e4r5t6y", "1qaz2wsx3edc", "qwertyqwerty", "123456789012", "000000000000",
        "abcdefghijkl", "987654321098", "aaaaaaaaaaaa", "abcabcabcabc", "iloveyou1987", "iloveyouforever", "Welcome2024!!!", "letmein-letmein", "changemeplease", "football12345", "Bangkok-2025!!",
        "thailand20252025", "michael12051987", "woaini131452", "ADMIN-admin-admin", "superman_batman", "SunshineSummer1", "jesuschrist777", "dragonmonkey99"
    })
    void whatManyChooseIsRefused(String password) {
        assertThat(CommonPasswords.isCommon(password, List.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"immigration2025", "Imm1gr4t10n-desk", "moeimoeimoei1", "Ministry.Moei.1", "desk-of-sot-2025"})
    void wordsOfTheAccountAreRefusedForItAndForNobodyElse(String password) {
        assertThat(CommonPasswords.isCommon(password, CONTEXT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "correct staple kettle bridge", "a password of my own", "rain falls on tin at noon", "k3vtq-9fmwz-x2ha", "yak under brown piano", "ጤና ይስጥልኝ ለሁሉም ሰው", "မင်္ဂလာပါ ခင်ဗျား ဒီနေ့", "Trunkenbold7Vogel", "xkvq wzjt mmbd"
    })
    void aSentenceOrRandomLettersAreTaken(String password) {
        assertThat(CommonPasswords.isCommon(password, CONTEXT)).isFalse();
    }

    @Test
    void noPasswordThatTheHouseMakesIsRefused() {
        Random random = new Random(20250212);
        String letters = "abcdefghjkmnpqrstuvwxyz23456789";
        for (int i = 0; i < 500; i++) {
            StringBuilder password = new StringBuilder();
            for (int j = 0; j < 14; j++) {
                password.append(j == 5 || j == 10 ? "-" : "").append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(CommonPasswords.isCommon(password.toString(), CONTEXT)).as("%s", password).isFalse();
        }
    }
}
