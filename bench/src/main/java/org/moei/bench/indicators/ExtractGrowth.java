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
 * Extraction of texts made to be hard, each doubled from one megabyte on: {@code ExtractGrowth [most megabytes] [part of a name] [pieces|whole]}. The processor time of
 * the one thread must double too: a doubling that takes more than {@link #LIMIT} times as long is printed as a finding, and the exit code is 1. {@code pieces}
 * reads as the command does, a mebibyte at a time; {@code whole} gives the text in one piece, which shows what a piece would hide. Also ordinary prose, with how many hits it holds.
 */
public final class ExtractGrowth {
    /** Twice, and what caches and the collector of memory add. */
    public static final double LIMIT = 2.3;

    /** Shorter times say nothing about growth. */
    private static final double SHORTEST = 0.02;
    private static final double LONG_ENOUGH = 1;
    private static final int ROUNDS = 9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ExtractGrowth() {}

    private record Run(double seconds, long hits) {}

    public static void main(String[] arguments) throws IOException {
        int most = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 64;
        String wanted = arguments.length > 1 ? arguments[1] : "";
        boolean whole = arguments.length > 2 && arguments[2].equals("whole");
        for (int i = 0; i < 40; i++) {
            run(filled(prose(), 1_000_000), whole);
        }
        int findings = 0;
        for (Map.Entry<String, String> text : texts().entrySet()) {
            if (!text.getKey().contains(wanted)) {
                continue;
            }
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-24s", text.getKey()));
            double before = 0;
            double worst = 0;
            long hits = 0;
            for (int megabytes = 1; megabytes <= most; megabytes *= 2) {
                Run best = best(filled(text.getValue(), megabytes * 1_000_000), whole);
                worst = before > SHORTEST ? Math.max(worst, best.seconds() / before) : worst;
                line.append(String.format(Locale.ROOT, " %.3f", best.seconds()));
                before = best.seconds();
                hits = best.hits();
            }
            findings += worst > LIMIT ? 1 : 0;
            System.out.printf(Locale.ROOT, "%s s of processor time, worst ratio %.2f%s, %.1f MB/s, %.2f hits in 1,000 characters%n",
                    line, worst, worst > LIMIT ? " FINDING" : "", most / before, hits / (most * 1_000.0));
        }
        System.out.printf(Locale.ROOT, "%d findings above %.1f%n", findings, LIMIT);
        System.exit(findings > 0 ? 1 : 0);
    }

    /** One and the same unit over and over, at least as long as asked. */
    private static String filled(String unit, int length) {
        return unit.repeat(length / unit.length() + 1);
    }

    /** The best of a few runs, so that what others do on the machine shows less. */
    private static Run best(String text, boolean whole) throws IOException {
        Run best = run(text, whole);
        double spent = best.seconds();
        for (int i = 1; i < ROUNDS && spent < LONG_ENOUGH; i++) {
            Run next = run(text, whole);
            spent += next.seconds();
            best = next.seconds() < best.seconds() ? next : best;
        }
        return best;
    }

    private static Run run(String text, boolean whole) throws IOException {
        long start = THREADS.getCurrentThreadCpuTime();
        Extractor extractor = Extractor.ofAllTypes();
        long hits = 0;
        if (whole) {
            hits = extractor.extract(text).size();
        } else {
            try (Reader reader = new StringReader(text)) {
                TextPieces pieces = new TextPieces(reader);
                for (Optional<TextPiece> piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
                    hits += extractor.extract(piece.get().text()).size();
                }
            }
        }
        return new Run((THREADS.getCurrentThreadCpuTime() - start) / 1e9, hits);
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
        texts.put("prose with no hit", prose().replaceAll("[@.:0-9]", ""));
        texts.put("base64", base64.toString());
        texts.put("base58", base64.toString().replaceAll("[0OIl+/]", "x"));
        texts.put("digits and signs", digits.toString());
        for (String unit : new String[] {"a.", "a-", "@", "a@", "http://", "[", "[.]", "a[.]", "hxxp[:]//", "[[[[.]]]]", "1.", "0", "+", ":", "1:", "f", "%41", "t.me/", "HKLM\\a ", "Mozilla/5.0 (", "点", "LINE id ",
            "www.", "x (at) ", "a\u200b", "x dot ", "Telegram @abcdef ", "bank ", "1,2,3,", "00020101", "com.app.x ", "@a ", "id: ", "([{<", "((a))", "(1) ", "LINE @a1 ", "https://t.me/+", "a.b/c?d=", "whatsapp t.me/abcde ", "+1 ", "account 12345678 "}) {
            texts.put(unit.strip(), unit);
        }
        return texts;
    }
}
