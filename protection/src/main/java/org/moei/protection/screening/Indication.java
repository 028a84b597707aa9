package org.moei.protection.screening;

import java.util.List;
import java.util.Map;
import org.moei.protection.screening.Indicator.Dimension;

/**
 * What the rules say of the answers: an indication, never a finding. A human team decides.
 *
 * @param version of the rules
 * @param dimensions each with what is certain and what is still possible
 * @param lower the class if every unknown were no
 * @param upper the class if every unknown were yes
 * @param wouldChange unanswered indicators that alone would change the lower class if answered yes, those that change most first
 */
public record Indication(String version, Map<Dimension, DimensionState> dimensions, Class lower, Class upper, List<String> wouldChange) {

    /** How a dimension stands: met whatever is unknown, possible, or not met whatever is unknown. */
    public enum DimensionState {
        MET,
        POSSIBLE,
        NOT_MET
    }

    /** The classes, from least to most. */
    public enum Class {
        /** Neither exploitation nor coercion is met. It closes nothing. */
        NOTHING_MET(false),
        /** Exploitation alone: a labour case. */
        EXPLOITED(true),
        /** Deceived or coerced on the way, exploited, not coerced there. */
        DECEIVED_AND_EXPLOITED(true),
        /** Came willingly, then held and exploited: forced labour. */
        HELD_AND_EXPLOITED(true),
        /** Deceived or coerced, exploited and coerced there; for a child any act with exploitation. */
        TRAFFICKING_INDICATED(true);

        private final boolean refers;

        Class(boolean refers) {
            this.refers = refers;
        }

        /** Whether the answer is to refer to the multi-disciplinary team. */
        public boolean refers() {
            return refers;
        }
    }

    /** Whether unknown answers leave the class open. */
    public boolean isOpen() {
        return lower != upper;
    }
}
