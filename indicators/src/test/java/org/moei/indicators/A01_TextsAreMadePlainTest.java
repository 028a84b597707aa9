package org.moei.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** First lesson: defanging is undone, and what only looks like it is left alone. */
class A01_TextsAreMadePlainTest {
    @Test
    void bracketsAndWordsBecomeDotsAndSigns() {
        assertThat(Refang.document("hxxps://evil[.]example")).isEqualTo("https://evil.example");
        assertThat(Refang.document("me (arroba) example (punto) com")).isEqualTo("me@example.com");
        assertThat(Refang.document("mail bob[at]example[dot]com now")).isEqualTo("mail bob@example.com now");
        assertThat(Refang.document("10[.]0[.]0[.]1")).isEqualTo("10.0.0.1");
    }

    @Test
    void sentencesStayAsTheyAre() {
        for (String text : new String[] {"a. [b", "foodotcom", "see (www.example.com).", "1,2,3,4,5", "HKLM\\SOFTWARE\\x y\\z"}) {
            assertThat(Refang.document(text)).isEqualTo(text);
        }
    }

    @Test
    void theRegistrableDomainKnowsThePrivateSection() {
        assertThat(PublicSuffix.registrable("a.b.github.io")).hasValue("b.github.io");
        assertThat(PublicSuffix.registrable("www.shop.co.uk")).hasValue("shop.co.uk");
        assertThat(PublicSuffix.registrable("co.uk")).isEmpty();
    }
}
