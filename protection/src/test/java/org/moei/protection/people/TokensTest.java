package org.moei.protection.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.moei.foundation.Seeds;

class TokensTest {
    @Test
    void theCheckLetterCatchesEveryWrongDigitAndEverySwapOfNeighbours() {
        Random random = Seeds.random("tokens");
        for (int i = 0; i < 2_000; i++) {
            String token = Tokens.of(true, random.nextInt(i % 2 == 0 ? 10_000 : 100_000_000));
            assertThat(Tokens.isRight(token)).as(token).isTrue();
            for (int at = 2; at < token.length() - 2; at++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    String wrong = token.substring(0, at) + digit + token.substring(at + 1);
                    assertThat(Tokens.isRight(wrong)).as("%s for %s", wrong, token).isEqualTo(wrong.equals(token));
                }
                if (at + 1 < token.length() - 2 && token.charAt(at) != token.charAt(at + 1)) {
                    String swapped = token.substring(0, at) + token.charAt(at + 1) + token.charAt(at) + token.substring(at + 2);
                    assertThat(Tokens.isRight(swapped)).as("%s for %s", swapped, token).isFalse();
                }
            }
            for (char letter = 'A'; letter <= 'Z'; letter++) {
                String wrong = token.substring(0, token.length() - 1) + letter;
                assertThat(Tokens.isRight(wrong)).as(wrong).isEqualTo(wrong.equals(token));
            }
        }
    }

    @Test
    void aTokenIsWrittenInTheSameDigitsWhereverTheComputerStands() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("my-MM-u-nu-mymr"));
            assertThat(Tokens.of(false, 4417)).startsWith("M-4417-");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void onlyNumbersOfTheDeskCountForTheNextToken() {
        assertThat(Tokens.deskNumber(Tokens.of(true, 4417))).isEqualTo(4417);
        assertThat(Tokens.deskNumber(Tokens.of(true, 20_004_417))).isZero();
        assertThat(Tokens.deskNumber("R-4417-")).isZero();
    }
}
