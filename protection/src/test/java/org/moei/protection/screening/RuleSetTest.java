package org.moei.protection.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.moei.foundation.Seeds;
import org.moei.protection.screening.Indication.DimensionState;
import org.moei.protection.screening.Indicator.Strength;

class RuleSetTest {
    private static Map<String, Answer> answers(Random random) {
        Map<String, Answer> answers = new HashMap<>();
        int known = random.nextInt(101);
        int yes = random.nextInt(60);
        for (Indicator indicator : RuleSet.indicators()) {
            if (random.nextInt(100) < known) {
                answers.put(indicator.code(), random.nextInt(100) < yes ? Answer.YES : random.nextInt(4) == 0 ? Answer.NOT_KNOWN : Answer.NO);
            }
        }
        return answers;
    }

    @Test
    void aStrongerOrFurtherIndicatorNeverMakesADimensionNegative() {
        Random random = Seeds.random("strength");
        for (int i = 0; i < 5_000; i++) {
            List<Strength> met = new ArrayList<>();
            for (int n = random.nextInt(5); n > 0; n--) {
                met.add(Strength.values()[random.nextInt(4)]);
            }
            if (RuleSet.isPositive(met)) {
                List<Strength> more = new ArrayList<>(met);
                more.add(Strength.values()[random.nextInt(4)]);
                assertThat(RuleSet.isPositive(more)).as("%s", more).isTrue();
                int at = random.nextInt(met.size());
                met.set(at, Strength.values()[Math.min(3, met.get(at).ordinal() + 1)]);
                assertThat(RuleSet.isPositive(met)).as("%s", met).isTrue();
            }
        }
    }

    @Test
    void theLowerBoundIsNeverAboveTheUpperAndEveryAnswerLiesBetween() {
        Random random = Seeds.random("bounds");
        for (int i = 0; i < 1_500; i++) {
            boolean child = random.nextInt(4) == 0;
            Map<String, Answer> answers = answers(random);
            Indication indication = RuleSet.evaluate(answers, child);
            assertThat(indication.lower()).isLessThanOrEqualTo(indication.upper());
            Map<String, Answer> settled = new HashMap<>(answers);
            RuleSet.indicators().forEach(n -> settled.merge(n.code(), random.nextBoolean() ? Answer.YES : Answer.NO, (old, now) -> old == Answer.NOT_KNOWN ? now : old));
            Indication later = RuleSet.evaluate(settled, child);
            assertThat(later.isOpen()).isFalse();
            assertThat(later.lower()).isBetween(indication.lower(), indication.upper());
            indication.dimensions().forEach((dimension, state) -> {
                if (state != DimensionState.POSSIBLE) {
                    assertThat(later.dimensions()).containsEntry(dimension, state);
                }
            });
        }
    }

    @Test
    void aFurtherYesNeverLowersTheIndication() {
        Random random = Seeds.random("monotone");
        for (int i = 0; i < 1_500; i++) {
            boolean child = random.nextInt(4) == 0;
            Map<String, Answer> answers = answers(random);
            Indication before = RuleSet.evaluate(answers, child);
            answers.put(RuleSet.indicators().get(random.nextInt(RuleSet.indicators().size())).code(), Answer.YES);
            Indication after = RuleSet.evaluate(answers, child);
            assertThat(after.lower()).isGreaterThanOrEqualTo(before.lower());
            assertThat(after.upper()).isGreaterThanOrEqualTo(after.lower());
        }
    }

    @Test
    void unknownIsNeverNo() {
        Random random = Seeds.random("unknown");
        for (int i = 0; i < 800; i++) {
            Map<String, Answer> answers = answers(random);
            Map<String, Answer> asked = new HashMap<>(answers);
            RuleSet.indicators().forEach(n -> asked.putIfAbsent(n.code(), Answer.NOT_KNOWN));
            assertThat(RuleSet.evaluate(asked, false)).isEqualTo(RuleSet.evaluate(answers, false));
        }
        Indication nothing = RuleSet.evaluate(Map.of(), false);
        assertThat(nothing.lower()).isEqualTo(Indication.Class.NOTHING_MET);
        assertThat(nothing.upper()).isEqualTo(Indication.Class.TRAFFICKING_INDICATED);
        assertThat(nothing.dimensions().values()).containsOnly(DimensionState.POSSIBLE);
    }

    @Test
    void theQuestionsNamedAreThoseWhoseAnswerWouldChangeTheOutcome() {
        Random random = Seeds.random("questions");
        for (int i = 0; i < 60; i++) {
            boolean child = random.nextInt(3) == 0;
            Map<String, Answer> answers = answers(random);
            Indication indication = RuleSet.evaluate(answers, child);
            List<String> changing = new ArrayList<>();
            for (Indicator indicator : RuleSet.indicators()) {
                if (answers.getOrDefault(indicator.code(), Answer.NOT_KNOWN) == Answer.NOT_KNOWN) {
                    Map<String, Answer> assumed = new HashMap<>(answers);
                    assumed.put(indicator.code(), Answer.YES);
                    if (RuleSet.evaluate(assumed, child).lower() != indication.lower()) {
                        changing.add(indicator.code());
                    }
                }
            }
            if (changing.size() <= 8) {
                assertThat(indication.wouldChange()).containsAll(changing);
            } else {
                assertThat(changing).containsAll(indication.wouldChange());
            }
        }
    }

    private static Map<String, Answer> all(String... met) {
        Map<String, Answer> answers = new HashMap<>();
        RuleSet.indicators().forEach(n -> answers.put(n.code(), Answer.NO));
        for (String code : met) {
            answers.put(code, Answer.YES);
        }
        return answers;
    }

    @Test
    void whoCameWillinglyAndWasThenHeldAndExploitedIsReferred() {
        Indication indication = RuleSet.evaluate(all("EX1", "EX2", "CD1", "CD2"), false);
        assertThat(indication.lower()).isEqualTo(Indication.Class.HELD_AND_EXPLOITED);
        assertThat(indication.lower().refers()).isTrue();
    }

    @Test
    void whoCameWillinglyAndIsHeldByForceIsReferredAlsoWithoutProofOfExploitation() {
        assertThat(RuleSet.evaluate(all("CD1", "CD2"), false).lower().refers()).isTrue();
    }

    @Test
    void anExploitedChildNeedsNoMeans() {
        assertThat(RuleSet.evaluate(all("EX1", "EX2", "RV1"), true).lower()).isEqualTo(Indication.Class.TRAFFICKING_INDICATED);
        assertThat(RuleSet.evaluate(all("EX1", "EX2", "RV1"), false).lower()).isEqualTo(Indication.Class.EXPLOITED);
    }

    @Test
    void deceptionAloneIsNoExploitation() {
        assertThat(RuleSet.evaluate(all("DR1", "DR2", "DR3"), false).lower()).isEqualTo(Indication.Class.NOTHING_MET);
    }
}
