package org.moei.planning.api;

import java.util.List;
import java.util.SortedMap;

/**
 * Who sits where, and how good that provably is.
 *
 * @param departureOfGroup departure id for each group id that has a seat
 * @param seatsFilled people on each departure, every departure of the plan named
 * @param objective weighted days of waiting: size × priority × (day of departure − day ready), summed over all groups; groups
 *     left behind count until the last day of the plan plus {@link PlanOptions#leftBehindDays()}
 * @param bound no plan whatever has a smaller objective
 * @param boundMethod how the bound was got, in one English sentence
 * @param leftBehind groups without a seat, with the reason each, by id
 * @param seatPrices one for each destination and day with departures, by destination and day
 * @param longestWait days, the longest among those who travel; 0 if nobody does
 */
public record SeatPlan(
        SortedMap<String, String> departureOfGroup,
        SortedMap<String, Integer> seatsFilled,
        long objective,
        long bound,
        String boundMethod,
        List<LeftBehind> leftBehind,
        List<SeatPrice> seatPrices,
        int longestWait) {

    /** (objective − bound) / bound; 0 where both are 0. The best possible plan may itself lie above the bound. */
    public double gap() {
        return objective == bound ? 0 : (objective - bound) / (double) Math.max(1, bound);
    }
}
