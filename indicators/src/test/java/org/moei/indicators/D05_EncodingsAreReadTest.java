package org.moei.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.Transliterator;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Eighth lesson, about encodings: context words are found whatever bytes they were written in. */
class D05_EncodingsAreReadTest {
    @TempDir
    private Path folder;

    private List<String> read(String charset, String text) throws IOException {
        return Reads.of(Files.write(folder.resolve("a.txt"), text.getBytes(Charset.forName(charset))));
    }

    @Test
    void chineseIsReadInItsOwnEncodings() throws IOException {
        String simple = "您好，投资机会不要错过。请加微信：jin_88888 我们的客服会在两小时内回复您的问题，谢谢。\n";
        assertThat(read("GB18030", simple)).containsExactly("a.txt wechat jin_88888");
        assertThat(read("GBK", simple)).containsExactly("a.txt wechat jin_88888");
        String traditional = "您好，投資機會不要錯過。請加微信：jin_88888 我們的客服會在兩小時內回覆您的問題，謝謝。\n";
        assertThat(read("Big5", traditional)).containsExactly("a.txt wechat jin_88888");
    }

    @Test
    void thaiIsReadInOneByte() throws IOException {
        assertThat(read("TIS-620", "สนใจลงทุนติดต่อไลน์ jade_desk88 ได้ตลอดเวลา ขอบคุณ\n")).containsExactly("a.txt line jade_desk88");
    }

    @Test
    void utf16IsReadWithAndWithoutItsMark() throws IOException {
        for (String charset : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "x-UTF-16LE-BOM")) {
            assertThat(read(charset, "Please write on Telegram: @gold_desk7 now\n")).as(charset).containsExactly("a.txt telegram gold_desk7");
        }
    }

    @Test
    void burmeseIsReadInTheEncodingOfOldTelephones() throws IOException {
        String unicode = "ဆက်သွယ်ရန် လိုင်း: jade_desk88";
        String zawgyi = "ဆက္သြယ္ရန္ လိုင္း: jade_desk88";
        assertThat(Transliterator.getInstance("Zawgyi-my").transliterate(zawgyi)).isEqualTo(unicode);
        assertThat(read("UTF-8", unicode)).containsExactly("a.txt line jade_desk88");
        assertThat(read("UTF-8", zawgyi)).containsExactly("a.txt line jade_desk88");
        assertThat(read("UTF-8", "ေဖ့စ္ဘြတ္ခ္ @jade_desk88")).containsExactly("a.txt facebook jade_desk88");
    }

    @Test
    void brokenBytesDoNotHideWhatStandsBesideThem() throws IOException {
        byte[] text = "aaaa jade-desk.top bbbb gold-desk.top".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        text[2] = (byte) 0xff;
        text[20] = (byte) 0xc3;
        assertThat(Reads.of(Files.write(folder.resolve("a.txt"), text))).containsExactly("a.txt domain jade-desk.top", "a.txt domain gold-desk.top");
    }
}
