package org.moei.rehearsal.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.moei.planning.api.Departure;
import org.moei.planning.api.PlanOptions;
import org.moei.planning.api.SeatPlan;
import org.moei.planning.api.SeatPlanner;
import org.moei.planning.api.TravelGroup;

/** Calls children and urgent needs first, then those whom no policy lets leave unscreened, then by waiting; plans by {@link SeatPlanner}. */
public final class FlowDesk implements OperationDesk {
    private static final Comparator<Waiting> ORDER = Comparator.<Waiting>comparingInt(w -> w.needs().contains(Need.CHILD_ALONE) ? 0 : w.child() ? 1 : w.needs().isEmpty() ? 3 : 2)
            .thenComparing(Waiting::leavesUnscreenedUnder)
            .thenComparing(Waiting::tokenOn)
            .thenComparing(Waiting::person);

    @Override
    public List<String> callToInterview(LocalDate day, Collection<Waiting> waiting, int places) {
        // The last of the best so far stands at the head, so that a long queue is gone through once.
        PriorityQueue<Waiting> best = new PriorityQueue<>(ORDER.reversed());
        for (Waiting person : waiting) {
            best.add(person);
            if (best.size() > places) {
                best.remove();
            }
        }
        List<String> called = new ArrayList<>();
        while (!best.isEmpty()) {
            called.add(best.remove().person());
        }
        Collections.reverse(called);
        return called;
    }

    @Override
    public SeatPlan plan(LocalDate day, List<TravelGroup> ready, List<Departure> offered) {
        return SeatPlanner.plan(ready, offered, PlanOptions.DEFAULT);
    }
}
