package org.moei.protection.screening;

/**
 * An indicator of the ILO/European Commission Delphi lists for labour exploitation (2009), with its strengths.
 *
 * @param code dimension and number; the codes are ours
 * @param adult strength for an adult
 * @param child strength for a child
 */
public record Indicator(String code, Dimension dimension, Strength adult, Strength child) {

    /** How much one indicator says. */
    public enum Strength {
        NONE,
        WEAK,
        MEDIUM,
        STRONG
    }

    /** The six dimensions. */
    public enum Dimension {
        DECEPTIVE_RECRUITMENT("DR"),
        COERCIVE_RECRUITMENT("CR"),
        RECRUITMENT_BY_ABUSE_OF_VULNERABILITY("RV"),
        EXPLOITATION("EX"),
        COERCION_AT_DESTINATION("CD"),
        ABUSE_OF_VULNERABILITY_AT_DESTINATION("VD");

        private final String code;

        Dimension(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public Strength strength(boolean isChild) {
        return isChild ? child : adult;
    }
}
