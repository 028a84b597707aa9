package org.moei.indicators.internal.decode;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Which encoding a text is in: a mark at its start, else UTF-8 where it holds, else UTF-16, GB 18030, Big5 and TIS-620 by their patterns. */
public final class Charsets {
    private Charsets() {}

    public static Charset detect(byte[] head) {
        if (head.length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16;
        }
        if (head.length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
            return StandardCharsets.UTF_16;
        }
        if (isUtf8(head)) {
            return StandardCharsets.UTF_8;
        }
        int even = 0;
        int odd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                if ((i & 1) == 0) {
                    even++;
                } else {
                    odd++;
                }
            }
        }
        if (odd > head.length / 8 && even < odd / 8) {
            return StandardCharsets.UTF_16LE;
        }
        if (even > head.length / 8 && odd < even / 8) {
            return StandardCharsets.UTF_16BE;
        }
        if (isThai(head)) {
            return Charset.forName("TIS-620");
        }
        CharsetDetector detector = new CharsetDetector();
        detector.setText(head);
        for (CharsetMatch match : detector.detectAll()) {
            switch (match.getName()) {
                case "GB18030", "Big5", "EUC-KR", "Shift_JIS", "EUC-JP", "KOI8-R", "windows-1251", "windows-1252", "ISO-8859-1" -> {
                    return Charset.forName(match.getName());
                }
                default -> { }
            }
        }
        return StandardCharsets.UTF_8;
    }

    /** UTF-8 up to the last whole character; a few zero bytes are no text of UTF-8. */
    static boolean isUtf8(byte[] head) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        CoderResult result = decoder.decode(ByteBuffer.wrap(head), CharBuffer.allocate(head.length + 1), false);
        if (result.isError()) {
            return false;
        }
        int zeros = 0;
        for (byte b : head) {
            zeros += b == 0 ? 1 : 0;
        }
        return zeros <= head.length / 8;
    }

    /** Thai in one byte: runs of bytes above 0xA0, all of them assigned, most of them consonants. */
    private static boolean isThai(byte[] head) {
        int high = 0;
        int runs = 0;
        int run = 0;
        int consonants = 0;
        for (byte b : head) {
            int c = b & 0xff;
            if (c >= 0x80) {
                if (c < 0xa1 && c != 0x85 && c != 0xa0 || c > 0xda && c < 0xdf || c > 0xfb) {
                    return false;
                }
                high++;
                consonants += c <= 0xce ? 1 : 0;
                run++;
            } else if (run > 0) {
                // words of an odd number of bytes rule out the Chinese encodings
                runs += run % 2;
                run = 0;
            }
        }
        return high > 8 && runs > 0 && consonants > high / 3 && consonants < high;
    }
}
