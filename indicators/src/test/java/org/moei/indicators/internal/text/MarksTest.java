package org.moei.indicators.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What is passed over without a look is what a look would have left as it is. */
class MarksTest {
    private static final String[] PARTS = {"evil", "top", "com", "example", "192", "0", "7", " ", "  ", ".", "[.]", "(.)", "[", "]", "(", ")", "{", "}", "<", ">", "@", "\\.", "^.", ",", ":", "//", "/", "-", "_", "*",
        "dot", "DOT", "Dot", "-dot-", " dot ", "punto", " ponto ", "point", "titik", "chấm", " CHẤM ", "точка", "点", "點", "จุด", "डॉट", "점", "at", "AT", " arroba ", "собака", "艾特", "hxxp", "HXXPS", "h**p", "h__p",
        "xxxx", "fxp", "ftx", "http", "https", "hzzp", "httx", "：", "。", "．", "․", "（", "）", "【", "】", "１", "ａ", "\u200b", "\u00ad", "\ud835\udc1a", "😀", "K", "İ", "é", "a", "p", "t", "d", "c", "h", "x", "f", "n", "\n"};

    @Test
    void nothingThatIsEditedIsPassedOver() {
        long seed = Long.getLong("seed", 20250212);
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 30_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 1 + random.nextInt(10); i > 0; i--) {
                text.append(PARTS[random.nextInt(PARTS.length)]);
            }
            for (boolean document : new boolean[] {true, false}) {
                assertThat(read(text.toString(), document, false)).as(text.toString()).isEqualTo(read(text.toString(), document, true));
            }
        }
    }

    /** The plain text, and where each of its characters stands. */
    private static String read(String text, boolean document, boolean everyPlace) {
        Normalized out = new Normalized(16);
        new Refanger(document, everyPlace).read(text, out);
        StringBuilder places = new StringBuilder(out.text(0, out.length));
        for (int i = 0; i < out.length; i++) {
            places.append(' ').append(out.start(i)).append('-').append(out.end(i + 1));
        }
        return places.toString();
    }
}
