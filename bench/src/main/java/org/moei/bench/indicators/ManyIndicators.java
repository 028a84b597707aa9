package org.moei.bench.indicators;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.moei.indicators.match.HandOut;
import org.moei.indicators.match.IndicatorSet;
import org.moei.indicators.match.Scope;
import org.moei.indicators.match.SetBuilder;

/** Compiles, opens, adds to and hands out a set of made-up domains: {@code ManyIndicators [names] [seed]}, ten million by default. */
public final class ManyIndicators {
    private static final byte[] ENDING = ".example".getBytes(StandardCharsets.US_ASCII);

    private ManyIndicators() {}

    public static void main(String[] arguments) throws IOException {
        int names = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10_000_000;
        SplittableRandom random = new SplittableRandom(arguments.length > 1 ? Long.parseLong(arguments[1]) : 2025);
        byte[] list = new byte[names * 25];
        int[] ends = new int[names];
        int at = 0;
        for (int i = 0; i < names; i++) {
            for (int k = 8 + random.nextInt(10); k > 0; k--) {
                list[at++] = (byte) ('a' + random.nextInt(26));
            }
            System.arraycopy(ENDING, 0, list, at, ENDING.length);
            at += ENDING.length;
            ends[i] = at;
        }
        Path folder = Files.createTempDirectory("moei-many");
        Path file = folder.resolve("set.moei");
        for (int round = 0; round < 3; round++) {
            long start = System.nanoTime();
            SetBuilder builder = new SetBuilder(Set.of());
            for (int i = 0, from = 0; i < names; from = ends[i++]) {
                builder.addDomain(list, from, ends[i], Scope.SUBDOMAINS);
            }
            long bytes = builder.write(file);
            System.out.printf(Locale.ROOT, "compiled %,d names in %.2f s: %.1f MB%n", names, (System.nanoTime() - start) / 1e9, bytes / 1e6);
            start = System.nanoTime();
            try (IndicatorSet set = IndicatorSet.open(file)) {
                System.out.printf(Locale.ROOT, "opened in %.1f ms, odds of a false name %.1e a look-up%n", (System.nanoTime() - start) / 1e6, set.collisionOdds());
                start = System.nanoTime();
                for (int i = 0; i < 100_000; i++) {
                    set.add("late" + i + ".example", Scope.SUBDOMAINS);
                }
                System.out.printf(Locale.ROOT, "added in %.2f microseconds each%n", (System.nanoTime() - start) / 1e3 / 100_000);
                int found = 0;
                for (int i = 0; i < names; i += 997) {
                    int from = i == 0 ? 0 : ends[i - 1];
                    found += set.scopeOf(new String(list, from, ends[i] - from, StandardCharsets.US_ASCII)).isPresent() ? 1 : 0;
                }
                System.out.printf(Locale.ROOT, "found %,d of %,d asked%n", found, (names + 996) / 997);
            }
        }
        long start = System.nanoTime();
        try (IndicatorSet set = IndicatorSet.open(file)) {
            long bytes = HandOut.of(set, 8, random.nextLong()).write(folder.resolve("list.filter"));
            System.out.printf(Locale.ROOT, "handed out in %.2f s: %.1f MB, %.2f bits a name%n", (System.nanoTime() - start) / 1e9, bytes / 1e6, bytes * 8.0 / names);
        }
        Files.delete(file);
        Files.delete(folder.resolve("list.filter"));
        Files.delete(folder);
    }
}
