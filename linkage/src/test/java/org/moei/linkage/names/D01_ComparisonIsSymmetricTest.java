package org.moei.linkage.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class D01_ComparisonIsSymmetricTest {
    private static final List<String> WORDS = List.of(
            "Anna", "Haile", "Selassie", "Haileselassie", "M.", "Md", "Kumar", "U", "Aung", "محمد", "عبد", "राजेश", "एम", "王", "小明", "王小明", "Wang",
            "Xiaoming", "ኃይለ", "ሥላሴ", "김철수", "Kim", "สมชาย", "FNU", "bin", "O'Brien", "Nguyễn", "မင်း", "\u101C\u103D", "マリア", "", "123", "\uD800", "a\u0000b");

    @Test
    void swappingTheSidesChangesNothing() {
        long seed = Long.getLong("seed", 20250213);
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2000; i++) {
            ParsedName a = name(random);
            ParsedName b = name(random);
            NameAgreement there = NameComparer.compare(a, b);
            NameAgreement back = NameComparer.compare(b, a);
            assertThat(there.logLikelihoodRatio()).isEqualTo(back.logLikelihoodRatio());
            assertThat(there.similarity()).isEqualTo(back.similarity()).isBetween(0.0, 1.0);
            assertThat(there.kind()).isEqualTo(back.kind());
            assertThat(there.missingParts()).isEqualTo(back.missingParts());
        }
    }

    @Test
    void anyStringIsRead() {
        long seed = Long.getLong("seed", 20250213);
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(30); j > 0; j--) {
                text.append((char) random.nextInt(0x10000));
            }
            ParsedName name = Names.read(text.toString());
            name.skeletonKeys();
            NameComparer.compare(name, Names.read("Anna Maria"));
        }
        assertThat(Names.read("x".repeat(1_000_000)).tokens()).hasSize(1);
    }

    private static ParsedName name(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int j = random.nextInt(5); j >= 0; j--) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return Names.read(text.toString());
    }
}
