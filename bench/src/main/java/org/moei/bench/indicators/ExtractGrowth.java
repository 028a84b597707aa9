package org.moei.bench.indicators;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.moei.indicators.Extractor;
import org.moei.indicators.TextPiece;
import org.moei.indicators.TextPieces;

/**
 * Extraction of texts made to be hard, each doubled from one megabyte on: {@code ExtractGrowth [most megabytes] [part of a name]}. The processor time of the one
 * thread must double too. Also ordinary prose, with how many hits it holds.
 */
public final class ExtractGrowth {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ExtractGrowth() {}

    public static void main(String[] arguments) throws IOException {
        int most = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 64;
        String wanted = arguments.length > 1 ? arguments[1] : "";
        for (int i = 0; i < 3; i++) {
            seconds(filled(prose(), 2_000_000));
        }
        for (Map.Entry<String, String> text : texts().entrySet()) {
            if (!text.getKey().contains(wanted)) {
                continue;
            }
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-24s", text.getKey()));
            double before = 0;
            double worst = 0;
            for (int megabytes = 1; megabytes <= most; megabytes *= 2) {
                double seconds = seconds(filled(text.getValue(), megabytes * 1_000_000));
                worst = before > 0.05 ? Math.max(worst, seconds / before) : worst;
                line.append(String.format(Locale.ROOT, " %.2f", seconds));
                before = seconds;
            }
            System.out.printf(Locale.ROOT, "%s s of processor time, worst ratio %.2f, %.1f MB/s%n", line, worst, most / before);
        }
    }

    /** One and the same unit over and over, at least as long as asked. */
    private static String filled(String unit, int length) {
        return unit.repeat(length / unit.length() + 1);
    }

    private static double seconds(String text) throws IOException {
        long start = THREADS.getCurrentThreadCpuTime();
        Extractor extractor = Extractor.ofAllTypes();
        long hits = 0;
        try (Reader reader = new StringReader(text)) {
            TextPieces pieces = new TextPieces(reader);
            for (Optional<TextPiece> piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
                hits += extractor.extract(piece.get().text()).size();
            }
        }
        double seconds = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
        return hits < 0 ? 0 : seconds;
    }

    private static String prose() {
        return """
                The people who came out of the buildings said that they had been made to write to strangers from eight in the evening until the
                morning. Each had a script, a table of names and a target for the week, and whoever missed it was fined. They were told to say that
                they traded gold, and to move the talk to another messenger after three days (for example @desk7 on Telegram). A few of the pages
                were kept: https://jade-desk.example/start and two more, and 192.0.2.7 stood in a note. Nobody knew who owned the building, nor the
                real name of the boss, whom all called by a number. On 12 February 2025 two hundred and sixty were brought across the river.

                """;
    }

    private static Map<String, String> texts() {
        SplittableRandom random = new SplittableRandom(7);
        StringBuilder base64 = new StringBuilder();
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < 1 << 20; i++) {
            base64.append("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".charAt(random.nextInt(64)));
            digits.append("0123456789 -.()+".charAt(random.nextInt(16)));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("prose", prose());
        texts.put("base64", base64.toString());
        texts.put("base58", base64.toString().replaceAll("[0OIl+/]", "x"));
        texts.put("digits and signs", digits.toString());
        for (String unit : new String[] {"a.", "a-", "@", "a@", "http://", "[", "[.]", "a[.]", "hxxp[:]//", "[[[[.]]]]", "1.", "0", "+", ":", "1:", "f", "%41", "t.me/", "HKLM\\a ", "Mozilla/5.0 (", "点", "LINE id ",
            "www.", "x (at) ", "a\u200b", "x dot ", "Telegram @abcdef ", "bank ", "1,2,3,", "00020101", "com.app.x ", "@a ", "id: ", "account 12345678 "}) {
            texts.put(unit.strip(), unit);
        }
        return texts;
    }
}
