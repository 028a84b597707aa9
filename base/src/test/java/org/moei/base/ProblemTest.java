package org.moei.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private final Problem problem = Problem.of(Problem.Kind.REFUSED, "document-check-digit", "The document fails its check digit (expected 7, read 1).")
            .at(Problem.Where.row("list.csv", 41, "document"))
            .withValue("E1234O678")
            .withAdvice("the O in it is a zero.");

    @Test
    void theTextNamesFileRowFieldAndAdviceButNotTheValue() {
        assertThat(problem.toString())
                .isEqualTo("list.csv, row 41, document: The document fails its check digit (expected 7, read 1). [document-check-digit]\nMaybe the O in it is a zero.");
        assertThat(problem.asException().getMessage()).doesNotContain("E1234O678");
    }

    @Test
    void theImporterSeesTheValue() {
        assertThat(problem.withValueShown()).endsWith("Read: E1234O678");
    }

    @Test
    void anIdCarriesItsTimeAndVersionAndANameAlwaysHasTheSame() {
        Instant time = Instant.parse("2025-02-12T03:04:05.678Z");
        UUID id = Uuid7.named(time, "2025/arrival/1");
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(time.toEpochMilli());
        assertThat(Uuid7.named(time, "2025/arrival/1")).isEqualTo(id);
        assertThat(Uuid7.named(time, "2025/arrival/2")).isNotEqualTo(id);
    }
}
