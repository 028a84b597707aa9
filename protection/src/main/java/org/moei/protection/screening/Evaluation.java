package org.moei.protection.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.moei.protection.screening.Indication.Class;
import org.moei.protection.screening.Indication.DimensionState;
import org.moei.protection.screening.Indicator.Dimension;
import org.moei.protection.screening.Indicator.Strength;

/** Computes lower and upper bound of an indication, and which unanswered questions would change it. */
final class Evaluation {
    private static final int MOST_QUESTIONS = 8;

    private Evaluation() {}

    static Indication of(Map<String, Answer> answers, boolean isChild) {
        Map<Dimension, DimensionState> dimensions = new EnumMap<>(Dimension.class);
        for (Dimension dimension : Dimension.values()) {
            boolean certain = isMet(dimension, answers, isChild, false);
            boolean possible = isMet(dimension, answers, isChild, true);
            dimensions.put(dimension, certain ? DimensionState.MET : possible ? DimensionState.POSSIBLE : DimensionState.NOT_MET);
        }
        Class lower = classOf(answers, isChild, false);
        Class upper = classOf(answers, isChild, true);
        return new Indication(RuleSet.VERSION, dimensions, lower, upper, wouldChange(answers, isChild, lower));
    }

    private static boolean isMet(Dimension dimension, Map<String, Answer> answers, boolean isChild, boolean unknownIsYes) {
        List<Strength> met = new ArrayList<>();
        for (Indicator indicator : RuleSet.indicators()) {
            if (indicator.dimension() == dimension && isYes(answers, indicator, unknownIsYes)) {
                met.add(indicator.strength(isChild));
            }
        }
        return RuleSet.isPositive(met);
    }

    private static boolean isYes(Map<String, Answer> answers, Indicator indicator, boolean unknownIsYes) {
        Answer answer = answers.get(indicator.code());
        return answer == Answer.YES || (unknownIsYes && answer != Answer.NO);
    }

    /** For a child recruitment or harbouring needs no means: exploitation with any act suffices. */
    private static boolean isActKnown(Map<String, Answer> answers, boolean unknownIsYes) {
        for (Indicator indicator : RuleSet.indicators()) {
            boolean act = indicator.dimension() != Dimension.EXPLOITATION;
            if (act && isYes(answers, indicator, unknownIsYes)) {
                return true;
            }
        }
        return false;
    }

    private static Class classOf(Map<String, Answer> answers, boolean isChild, boolean unknownIsYes) {
        boolean exploited = isMet(Dimension.EXPLOITATION, answers, isChild, unknownIsYes);
        boolean coerced = isMet(Dimension.COERCION_AT_DESTINATION, answers, isChild, unknownIsYes)
                || isMet(Dimension.ABUSE_OF_VULNERABILITY_AT_DESTINATION, answers, isChild, unknownIsYes);
        boolean recruited = isMet(Dimension.DECEPTIVE_RECRUITMENT, answers, isChild, unknownIsYes)
                || isMet(Dimension.COERCIVE_RECRUITMENT, answers, isChild, unknownIsYes)
                || isMet(Dimension.RECRUITMENT_BY_ABUSE_OF_VULNERABILITY, answers, isChild, unknownIsYes);
        if (isChild && exploited && isActKnown(answers, unknownIsYes)) {
            return Class.TRAFFICKING_INDICATED;
        }
        if (exploited && coerced) {
            return recruited ? Class.TRAFFICKING_INDICATED : Class.HELD_AND_EXPLOITED;
        }
        if (exploited) {
            return recruited ? Class.DECEIVED_AND_EXPLOITED : Class.EXPLOITED;
        }
        // Held by force without proof of exploitation still calls for the team: harbouring by coercion.
        return coerced ? Class.HELD_AND_EXPLOITED : Class.NOTHING_MET;
    }

    private static List<String> wouldChange(Map<String, Answer> answers, boolean isChild, Class lower) {
        record Gain(String code, int classes, int dimensions) {}
        List<Gain> gains = new ArrayList<>();
        long before = dimensionsMet(answers, isChild);
        for (Indicator indicator : RuleSet.indicators()) {
            Answer answer = answers.get(indicator.code());
            if (answer == Answer.YES || answer == Answer.NO) {
                continue;
            }
            Map<String, Answer> assumed = new HashMap<>(answers);
            assumed.put(indicator.code(), Answer.YES);
            int classes = classOf(assumed, isChild, false).ordinal() - lower.ordinal();
            int dimensions = (int) (dimensionsMet(assumed, isChild) - before);
            if (classes != 0 || dimensions > 0) {
                gains.add(new Gain(indicator.code(), classes, dimensions));
            }
        }
        gains.sort(Comparator.comparingInt(Gain::classes).reversed().thenComparing(Comparator.comparingInt(Gain::dimensions).reversed()));
        return gains.stream().limit(MOST_QUESTIONS).map(Gain::code).toList();
    }

    private static long dimensionsMet(Map<String, Answer> answers, boolean isChild) {
        long met = 0;
        for (Dimension dimension : Dimension.values()) {
            met += isMet(dimension, answers, isChild, false) ? 1 : 0;
        }
        return met;
    }
}
