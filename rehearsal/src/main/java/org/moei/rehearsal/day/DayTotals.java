package org.moei.rehearsal.day;

import java.time.LocalDate;
import java.util.SortedMap;

/**
 * Counts at the end of a day, since the first. Decisions are not summed by outcome, on purpose.
 *
 * @param takenOut people out of compounds, all
 * @param takenOutInSeries those whom the published series count
 * @param registered tokens given
 * @param called people called to an interview, each once
 * @param waiting have a token, no decision, are still here: registered − decided − leftUnscreened
 * @param departed all who left
 * @param returnedInSeries those who left and whom the published series count
 * @param present taken out and not left
 * @param atPlace people at each holding place and shelter
 * @param overCapacity people above the capacity of the place where they are, today
 * @param foodCost so far, in the currency of the scenario's cost of food, at the middle of its range
 * @param returnCost so far, in the currency of the cost of a return
 */
public record DayTotals(
        LocalDate date,
        int takenOut,
        int takenOutInSeries,
        int registered,
        int called,
        int interviewed,
        int decided,
        int waiting,
        int leftUnscreened,
        int fearsClaimed,
        int departed,
        int returnedInSeries,
        int landed,
        int home,
        int present,
        SortedMap<String, Integer> atPlace,
        int overCapacity,
        double foodCost,
        double returnCost) {}
