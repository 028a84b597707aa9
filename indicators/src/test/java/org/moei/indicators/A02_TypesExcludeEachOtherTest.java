package org.moei.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Second lesson: a value has one type, a place that is exact, and traps stay shut. */
class A02_TypesExcludeEachOtherTest {
    private static List<String> read(String text) {
        return Extractor.ofAllTypes().extract(text).stream().map(h -> h.type().label() + " " + h.value()).toList();
    }

    @Test
    void aHandleNeedsItsPlatform() {
        assertThat(read("write to @gold_desk7 today")).isEmpty();
        assertThat(read("Telegram: @Gold_Desk7")).containsExactly("telegram gold_desk7");
        assertThat(read("加微信：jin_88888")).containsExactly("wechat jin_88888");
    }

    @Test
    void aVersionIsNoAddressAndAPackageIsNoDomain() {
        assertThat(read("version 10.0.19045.1 is out")).isEmpty();
        assertThat(read("install the app com.gold.trade")).containsExactly("android_package com.gold.trade");
        assertThat(read("invoice.pdf.exe")).containsExactly("file_name invoice.pdf.exe");
    }

    @Test
    void aLinkThatEndsInSlashesIsALink() {
        assertThat(read("http://evil.top// and https://t.me//")).containsExactly("url http://evil.top//", "domain evil.top", "url https://t.me//", "domain t.me");
    }

    @Test
    void aDotThatIsSpelledInVietnameseIsADot() {
        assertThat(read("vao evil chấm top nhe")).containsExactly("domain evil.top");
    }

    @Test
    void aLocalNumberNeedsItsCountry() {
        assertThat(read("call 081-234-5678")).isEmpty();
        Extractor thai = Extractor.of(EnumSet.allOf(IndicatorType.class), Optional.of("TH"));
        assertThat(thai.extract("call 081-234-5678")).extracting(Hit::value).containsExactly("+66812345678");
    }

    @Test
    void theSliceIsWhatStandsInTheSource() {
        String text = "😀 ไปที่ hxxps://ev\u200bil[.]top/a ด่วน";
        for (Hit hit : Extractor.ofAllTypes().extract(text)) {
            int from = text.offsetByCodePoints(0, (int) hit.offset());
            assertThat(text.substring(from, text.offsetByCodePoints(from, hit.length()))).isEqualTo(hit.text());
        }
        assertThat(read(text)).containsExactly("url https://evil.top/a", "domain evil.top");
    }

    @Test
    void anyTextIsReadAndEveryPlaceIsRight() {
        long seed = Long.getLong("seed", 20250212);
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        String alphabet = "ab1.@:/[]()-+_ \n点。LINEtme0xhHKLM\\T😀ไ\u200b";
        int[] points = alphabet.codePoints().toArray();
        Extractor extractor = Extractor.ofAllTypes();
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(120); i > 0; i--) {
                text.appendCodePoint(points[random.nextInt(points.length)]);
            }
            String source = text.toString();
            for (Hit hit : extractor.extract(source)) {
                int from = source.offsetByCodePoints(0, (int) hit.offset());
                assertThat(source.substring(from, source.offsetByCodePoints(from, hit.length()))).isEqualTo(hit.text());
            }
        }
    }
}
