package org.moei.rehearsal.generator;

/**
 * How a person came to the compound and was held there. Only the generator knows it; nobody in the operation reads it, and nothing in
 * the operation may. Shares of yes by dimension are assumptions, shaped by the signs that reports name most often.
 */
public enum Story {
    /** Promised other work, then held. */
    DECEIVED(.55, .25, .45),
    /** Sold from one compound to another. */
    BOUGHT(.50, .55, .60),
    /** Came willingly, then was held: the case that nothing may close. */
    WILLING_THEN_HELD(.10, .05, .50),
    /** Came willingly and was not held, as far as the person says. */
    WILLING(.08, .03, .08);

    private final double recruitedByDeceit;
    private final double recruitedByForce;
    private final double heldByForce;

    Story(double recruitedByDeceit, double recruitedByForce, double heldByForce) {
        this.recruitedByDeceit = recruitedByDeceit;
        this.recruitedByForce = recruitedByForce;
        this.heldByForce = heldByForce;
    }

    /** How likely a yes is, by the dimension of the code. */
    double shareOfYes(String code) {
        boolean free = this == WILLING;
        return switch (code) {
            case "DR1" -> Math.min(1, recruitedByDeceit * 1.5);
            case "DR9", "DR10", "EX9", "CR2" -> recruitedByForce * .3;
            case "CD5" -> .97;
            case "CD1", "CD3" -> free ? .15 : .8;
            case "EX1" -> free ? .4 : .85;
            default -> switch (code.substring(0, 2)) {
                case "DR" -> recruitedByDeceit;
                case "CR" -> recruitedByForce;
                case "RV" -> .2;
                case "EX" -> free ? .2 : .55;
                case "CD" -> heldByForce;
                default -> free ? .1 : .3;
            };
        };
    }
}
