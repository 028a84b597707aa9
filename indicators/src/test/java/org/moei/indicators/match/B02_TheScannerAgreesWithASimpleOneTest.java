package org.moei.indicators.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.moei.indicators.IndicatorType;

/** The scanner reads eight bytes at a time; a reader of single characters with a map of names must find the same. */
class B02_TheScannerAgreesWithASimpleOneTest {
    @TempDir
    private Path folder;

    @Test
    void everyTokenAndParentIsFoundAndNoOther() throws IOException {
        long seed = Long.getLong("seed", 20250214);
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 300; round++) {
            Map<String, Scope> listed = new TreeMap<>();
            for (int i = 0; i < 12; i++) {
                String name = name(random);
                if (name.indexOf('.') > 0) {
                    listed.put(name, random.nextBoolean() ? Scope.EXACT : Scope.SUBDOMAINS);
                }
            }
            StringBuilder log = new StringBuilder();
            List<String> names = new ArrayList<>(listed.keySet());
            for (int i = random.nextInt(60); i > 0; i--) {
                String name = random.nextInt(3) == 0 && !names.isEmpty() ? names.get(random.nextInt(names.size())) : name(random);
                log.append(List.of("", "", "www.", "x", "a-", "..", ".").get(random.nextInt(7))).append(random.nextBoolean() ? name : name.toUpperCase(Locale.ROOT))
                        .append(List.of(" ", "\n", ".", ". ", "/", "x ", ".b ", "é", ":443 ", "@", "[]{}`^\u007f").get(random.nextInt(11)));
            }
            List<String> found = new ArrayList<>();
            try (IndicatorSet set = set(listed)) {
                new LogReader(set, 1).read(new ByteArrayInputStream(log.toString().getBytes(StandardCharsets.UTF_8)), m -> found.add(m.line() + ":" + m.offset() + " " + m.indicator() + " " + m.text()));
            }
            assertThat(found).as(log.toString()).containsExactlyInAnyOrderElementsOf(simple(log.toString().getBytes(StandardCharsets.UTF_8), listed));
        }
    }

    private IndicatorSet set(Map<String, Scope> listed) throws IOException {
        SetBuilder builder = new SetBuilder(Set.of());
        listed.forEach((name, scope) -> builder.addDomain(name.getBytes(StandardCharsets.US_ASCII), 0, name.length(), scope));
        Path file = folder.resolve("set.moei");
        builder.write(file);
        return IndicatorSet.open(file);
    }

    private static String name(SplittableRandom random) {
        StringBuilder name = new StringBuilder();
        for (int labels = 1 + random.nextInt(4); labels > 0; labels--) {
            for (int i = 1 + random.nextInt(random.nextInt(4) == 0 ? 20 : 4); i > 0; i--) {
                name.append("abcz09-_".charAt(random.nextInt(8)));
            }
            name.append(labels > 1 ? "." : "t");
        }
        return name.toString();
    }

    private static List<String> simple(byte[] log, Map<String, Scope> listed) {
        List<String> out = new ArrayList<>();
        int line = 1;
        int lineStart = 0;
        int from = 0;
        for (int i = 0; i <= log.length; i++) {
            int c = i < log.length ? log[i] : ' ';
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_' || c == '.') {
                continue;
            }
            String text = new String(log, from, i - from, StandardCharsets.US_ASCII);
            String token = text.toLowerCase(Locale.ROOT);
            token = token.endsWith(".") ? token.substring(0, token.length() - 1) : token;
            for (int at = 0; text.indexOf('.') >= 0 && at >= 0; at = token.indexOf('.', at) < 0 ? -1 : token.indexOf('.', at) + 1) {
                String name = token.substring(at);
                if (listed.containsKey(name) && (at == 0 || listed.get(name) == Scope.SUBDOMAINS)) {
                    out.add(line + ":" + (from - lineStart) + " " + name + " " + text);
                }
            }
            from = i + 1;
            if (c == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return out;
    }

    @Test
    void bordersAndDotsOfWordsAreThoseOfTheirBytes() {
        for (int c = 0; c < 256; c++) {
            byte[] bytes = {(byte) c, 'a', '.', '/', (byte) (c + 1), 0, (byte) 0xff, (byte) c};
            long word = Words.at(bytes, 0);
            for (int i = 0; i < 8; i++) {
                char b = (char) (bytes[i] & 0xff);
                boolean token = b < 128 && (Character.isLetterOrDigit(b) || b == '-' || b == '_' || b == '.');
                assertThat((Words.borders(word) >>> 8 * i + 7 & 1) == 0).as("byte %x", (int) b).isEqualTo(token);
                assertThat((Words.dots(word) >>> 8 * i + 7 & 1) == 1).isEqualTo(b == '.');
                assertThat((Words.feeds(word) >>> 8 * i + 7 & 1) == 1).isEqualTo(b == '\n');
            }
        }
    }

    @Test
    void logsAreReadAsTheyCome() throws IOException {
        String log = """
                {"timestamp":"2025-02-12T09:00:00.1+0700","event_type":"dns","dns":{"type":"query","rrname":"a.evil-desk.top","rrtype":"A"}}
                1739325600.1\tCx1\t10.0.0.1\t5353\t10.0.0.2\t53\tudp\tevil-desk.top\tA
                2025-02-12,10.0.0.1,"https:\\/\\/evil-desk.top\\/a",200
                1739325600.1 90 10.0.0.1 TCP_MISS/200 300 CONNECT evil-desk.top:443 - DIRECT/192.0.2.1
                """;
        java.io.ByteArrayOutputStream packed = new java.io.ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(log.getBytes(StandardCharsets.UTF_8));
        }
        java.io.ByteArrayOutputStream zstd = new java.io.ByteArrayOutputStream();
        try (com.github.luben.zstd.ZstdOutputStream out = new com.github.luben.zstd.ZstdOutputStream(zstd)) {
            out.write(log.getBytes(StandardCharsets.UTF_8));
        }
        SetBuilder builder = new SetBuilder(Set.of());
        builder.add(IndicatorType.DOMAIN, "evil-desk.top", Scope.SUBDOMAINS);
        Path file = folder.resolve("set.moei");
        builder.write(file);
        try (IndicatorSet set = IndicatorSet.open(file)) {
            for (byte[] bytes : List.of(log.getBytes(StandardCharsets.UTF_8), packed.toByteArray(), zstd.toByteArray())) {
                List<Long> lines = new ArrayList<>();
                new LogReader(set, 1).read(LogFiles.open(new ByteArrayInputStream(bytes)), m -> lines.add(m.line()));
                assertThat(lines).containsExactly(1L, 2L, 3L, 4L);
            }
        }
    }
}
