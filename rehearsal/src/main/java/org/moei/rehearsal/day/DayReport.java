package org.moei.rehearsal.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.moei.planning.api.Departure;

/**
 * All that happened on a day.
 *
 * @param events of people, in the order of time
 * @param statesAgreed nationalities whose state agreed on this day to collect and pay
 * @param offered departures whose seats became firm on this day
 * @param journey the plan made on this day, where there was one
 */
public record DayReport(
        LocalDate date, List<PersonEvent> events, List<String> statesAgreed, List<Departure> offered, Optional<Journey> journey, DayTotals totals) {

    /**
     * A plan of seats.
     *
     * @param ready people who were ready for it
     * @param seated people whose seats became firm
     * @param objective weighted days of waiting, of the whole plan
     * @param bound no plan is better
     * @param gap (objective − bound) / bound
     */
    public record Journey(int ready, int seated, long objective, long bound, double gap, String boundMethod) {}
}
