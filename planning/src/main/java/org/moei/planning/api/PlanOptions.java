package org.moei.planning.api;

/**
 * How a plan is weighed.
 *
 * @param leftBehindDays who gets no seat counts as waiting this many days beyond the last day of the plan; 1 to {@value #MAX_LEFT_BEHIND_DAYS}
 * @param improvementRounds how often the finished plan is gone through for relocations and exchanges, 0 for never; it ends earlier when
 *     a round changes nothing
 */
public record PlanOptions(int leftBehindDays, int improvementRounds) {
    public static final int MAX_LEFT_BEHIND_DAYS = 10_000;

    /** Sixty days for whoever is left behind, up to eight rounds of improvement. */
    public static final PlanOptions DEFAULT = new PlanOptions(60, 8);
}
