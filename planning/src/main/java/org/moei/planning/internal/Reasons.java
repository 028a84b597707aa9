package org.moei.planning.internal;

import org.moei.planning.api.LeftBehind;
import org.moei.planning.api.LeftBehind.Reason;

/** Says why a group has no seat in a finished plan. */
final class Reasons {
    private Reasons() {}

    static LeftBehind reasonFor(DestinationPlan plan, int group) {
        Instance instance = plan.instance;
        String id = instance.groups[group].id();
        if (plan.firstDeparture == plan.endDeparture) {
            return new LeftBehind(id, Reason.NO_DEPARTURE_TO_DESTINATION,
                    "No departure of this plan goes to " + instance.groups[group].destination() + ".");
        }
        int mostSeats = -1;
        for (int d = plan.firstDeparture; d < plan.endDeparture; d++) {
            if (instance.day[d] >= instance.ready[group]) {
                mostSeats = Math.max(mostSeats, instance.seats[d]);
            }
        }
        if (mostSeats < 0) {
            return new LeftBehind(id, Reason.READY_AFTER_LAST_DEPARTURE,
                    "The last departure there leaves on day " + instance.day[plan.endDeparture - 1]
                            + ", the group is ready on day " + instance.ready[group] + ".");
        }
        if (mostSeats < instance.size[group]) {
            return new LeftBehind(id, Reason.LARGER_THAN_ANY_DEPARTURE,
                    "The group has " + instance.size[group] + " people, the largest departure there " + mostSeats + " seats.");
        }
        for (int d = plan.firstDeparture; d < plan.endDeparture; d++) {
            if (instance.day[d] < instance.ready[group] || plan.free[d] < instance.size[group]) {
                continue;
            }
            for (int other : instance.keepApart[group]) {
                if (plan.seatOf[other] == d) {
                    return new LeftBehind(id, Reason.KEPT_APART,
                            "Departure " + instance.departures[d].id() + " has room, but group " + instance.groups[other].id()
                                    + " sits there and the two are kept apart.");
                }
            }
        }
        return new LeftBehind(id, Reason.NO_SEATS_LEFT, "No departure there has " + instance.size[group] + " seats left.");
    }
}
