package org.moei.indicators.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moei.base.ProblemException;
import org.moei.indicators.IndicatorType;

/** A filter answers whether a name may be listed; it holds no name. A keyed hash finds a watched value without saying it. */
class B03_AListIsHandedOutWithoutBeingToldTest {
    @TempDir
    private Path folder;

    private Path set(int names) throws IOException {
        SetBuilder builder = new SetBuilder(Set.of());
        for (int i = 0; i < names; i++) {
            builder.add(IndicatorType.DOMAIN, "desk" + i + ".example.net", i % 2 == 0 ? Scope.SUBDOMAINS : Scope.EXACT);
        }
        Path file = folder.resolve("set.moei");
        builder.write(file);
        return file;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 10, 1000, 60_000})
    void everyNameIsFoundAndOneInTwoHundredAndFiftySixOthers(int names) throws IOException {
        Path file = folder.resolve("list.filter");
        try (IndicatorSet set = IndicatorSet.open(set(names))) {
            long bytes = HandOut.of(set, 8, 7).write(file);
            assertThat(names < 60_000 || bytes * 8.0 / names < 9.6).isTrue();
        }
        try (IndicatorSet filter = IndicatorSet.open(file)) {
            for (int i = 0; i < names; i++) {
                assertThat(filter.scopeOf("desk" + i + ".example.net")).isPresent();
            }
            long wrong = 0;
            for (int i = 0; i < 20_000; i++) {
                wrong += filter.scopeOf("other" + i + ".example.org").isPresent() ? 1 : 0;
            }
            // two look-ups a name, one for each scope: 20,000 / 128 = 156 expected
            assertThat(wrong).isLessThan(names == 0 ? 20_001 : 260);
        }
    }

    @Test
    void aLogIsScannedWithAFilterAsWithTheList() throws IOException {
        Path file = folder.resolve("list.filter");
        try (IndicatorSet set = IndicatorSet.open(set(1000))) {
            HandOut.of(set, 16, 7).write(file);
        }
        List<String> found = new ArrayList<>();
        try (IndicatorSet filter = IndicatorSet.open(file)) {
            new LogReader(filter, 1).read(new ByteArrayInputStream("q a.desk8.example.net\nq a.desk9.example.net\nq desk9.example.net\n".getBytes(StandardCharsets.UTF_8)),
                    m -> found.add(m.line() + " " + m.indicator()));
        }
        assertThat(found).containsExactly("1 desk8.example.net", "3 desk9.example.net");
    }

    @Test
    void noNameStandsInTheFileAndTwoSeedsGiveTwoFiles() throws IOException {
        try (IndicatorSet set = IndicatorSet.open(set(1000))) {
            HandOut.of(set, 8, 7).write(folder.resolve("a"));
            HandOut.of(set, 8, 8).write(folder.resolve("b"));
        }
        byte[] a = Files.readAllBytes(folder.resolve("a"));
        byte[] b = Files.readAllBytes(folder.resolve("b"));
        assertThat(new String(a, StandardCharsets.ISO_8859_1)).doesNotContain("desk");
        // cells that no name uses are zero in both: some seven in a hundred at this size
        int equal = 0;
        for (int i = 40; i < a.length; i++) {
            equal += a[i] == b[i] ? 1 : 0;
        }
        assertThat(equal).isLessThan(a.length / 5);
    }

    @Test
    void aDamagedFilterIsRefused() throws IOException {
        Path file = folder.resolve("list.filter");
        try (IndicatorSet set = IndicatorSet.open(set(1000))) {
            HandOut.of(set, 8, 7).write(file);
        }
        byte[] bytes = Files.readAllBytes(file);
        long seed = Long.getLong("seed", 20250215);
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++) {
            byte[] broken = bytes.clone();
            broken[8 + random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, random.nextBoolean() ? broken : Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            try (IndicatorSet opened = IndicatorSet.open(file)) {
                assertThat(opened.size()).isNotNegative();
            } catch (ProblemException refused) {
                assertThat(refused.problem().code()).isIn("filter-broken", "set-format");
            }
        }
        Files.write(file, Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(() -> IndicatorSet.open(file)).isInstanceOf(ProblemException.class);
    }

    @Test
    void spellingsOfOneValueHaveOneKeyedHash() {
        KeyedHash hash = new KeyedHash("sixteen bytes or more".getBytes(StandardCharsets.UTF_8));
        assertThat(hash.of(IndicatorType.DOMAIN, "Evil.Example.")).isEqualTo(hash.of(IndicatorType.DOMAIN, "evil.example")).isPresent();
        assertThat(hash.of(IndicatorType.PHONE, "+66 81 234 5678")).isEqualTo(hash.of(IndicatorType.PHONE, "+66-812345678")).isPresent();
        assertThat(hash.of(IndicatorType.DOMAIN, "evil.example")).isNotEqualTo(new KeyedHash("another key, as long".getBytes(StandardCharsets.UTF_8)).of(IndicatorType.DOMAIN, "evil.example"));
        assertThatThrownBy(() -> new KeyedHash(new byte[8])).isInstanceOf(IllegalArgumentException.class);
    }
}
