package org.moei.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.moei.gate.answer.FixedAnswer;

class C01_AnAnswerSaysTheSameToEverybodyTest {

    @ParameterizedTest
    @EnumSource(FixedAnswer.class)
    void anAnswerHasOneSize(FixedAnswer answer) {
        assertThat(answer.text().getBytes(StandardCharsets.UTF_8)).hasSize(FixedAnswer.SIZE);
        assertThat(answer.words()).contains("the same in");
    }

    @ParameterizedTest
    @EnumSource(FixedAnswer.class)
    void theDeadlineFollowsFromTheDayOfTheQuestionAndNothingElse(FixedAnswer answer) {
        Instant early = Instant.parse("2025-02-12T00:00:01Z");
        Instant late = Instant.parse("2025-02-12T23:59:59Z");
        assertThat(answer.due(early)).isEqualTo(answer.due(late)).isAfter(late.plus(Duration.ofDays(2)));
        assertThat(answer.due(early).toString()).endsWith("T12:00:00Z");
    }
}
