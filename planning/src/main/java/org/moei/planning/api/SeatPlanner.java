package org.moei.planning.api;

import java.util.Collection;
import org.moei.planning.internal.Planner;

/** Plans who sits on which departure, with an exact lower bound. Pure: no clock, no randomness, no memory between calls. */
public final class SeatPlanner {
    private SeatPlanner() {}

    /**
     * Seats groups on departures of their destination, not before they are ready, undivided, and never together with those from whom they
     * are kept apart. The same groups and departures give the same plan in whatever order they come.
     *
     * @throws org.moei.base.ProblemException if an id stands twice or a number lies outside the range that its record states
     */
    public static SeatPlan plan(Collection<TravelGroup> groups, Collection<Departure> departures, PlanOptions options) {
        return Planner.plan(groups, departures, options);
    }
}
