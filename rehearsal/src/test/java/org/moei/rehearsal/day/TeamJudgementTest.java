package org.moei.rehearsal.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TeamJudgementTest {
    @Test
    void whoeverIsExploitedAndHeldIsReferredHoweverTheyCame() {
        Map<String, Reply> replies = Map.of("DR1", Reply.NO, "CR1", Reply.NO, "EX1", Reply.YES, "EX4", Reply.YES, "CD1", Reply.YES, "CD3", Reply.YES);
        assertThat(TeamJudgement.of(replies, false)).isEqualTo(Finding.GROUNDS_FOUND);
    }

    @Test
    void forAChildExploitationAloneIsEnough() {
        Map<String, Reply> replies = Map.of("EX1", Reply.YES, "EX4", Reply.YES, "CD1", Reply.NO);
        assertThat(TeamJudgement.of(replies, true)).isEqualTo(Finding.GROUNDS_FOUND);
        assertThat(TeamJudgement.of(replies, false)).isEqualTo(Finding.NO_GROUNDS_FOUND);
    }

    @Test
    void unknownIsNeverNo() {
        Map<String, Reply> replies = Map.of("EX1", Reply.YES, "EX4", Reply.YES, "CD1", Reply.YES, "CD3", Reply.UNKNOWN);
        assertThat(TeamJudgement.of(replies, false)).isEqualTo(Finding.OPEN_QUESTIONS);
    }
}
