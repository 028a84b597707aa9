package org.moei.linkage.api;

/**
 * How to link.
 *
 * @param scope which pairs are compared
 * @param autoThreshold probability from which two records are linked without a person looking; 0.5 &lt; p &lt; 1
 * @param reviewThreshold probability from which a pair is worth a person's look
 * @param minProbability pairs at or above it are returned; 0 returns every candidate
 */
public record LinkOptions(Scope scope, double autoThreshold, double reviewThreshold, double minProbability) {

    /** Which pairs are compared. */
    public enum Scope {
        ALL,
        /** Only records of the same source. */
        WITHIN,
        /** Only records of different sources. */
        BETWEEN
    }

    /** From here on two records count as one in the groups of a run. What an operation links without a person is decided beside it, by rivals and by rule. */
    public static final double AUTO = 0.95;
    /** From here on a pair is shown to a person. */
    public static final double REVIEW = 0.30;

    public static final LinkOptions DEFAULT = new LinkOptions(Scope.ALL, AUTO, REVIEW, 0.5);

    public LinkOptions {
        if (!(autoThreshold > 0 && autoThreshold < 1) || reviewThreshold < 0 || minProbability < 0 || minProbability > 1) {
            throw new IllegalArgumentException("The thresholds (" + autoThreshold + ", " + reviewThreshold + ", " + minProbability + ") are not probabilities.");
        }
    }

    public LinkOptions withScope(Scope value) {
        return new LinkOptions(value, autoThreshold, reviewThreshold, minProbability);
    }

    public LinkOptions withMinProbability(double value) {
        return new LinkOptions(scope, autoThreshold, reviewThreshold, value);
    }
}
