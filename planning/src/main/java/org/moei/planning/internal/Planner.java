package org.moei.planning.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.moei.planning.api.Departure;
import org.moei.planning.api.LeftBehind;
import org.moei.planning.api.PlanOptions;
import org.moei.planning.api.SeatPlan;
import org.moei.planning.api.SeatPrice;
import org.moei.planning.api.TravelGroup;

/** Goes through the destinations: relaxation, rounding, improvement; then reads the plan off the arrays. */
public final class Planner {
    private Planner() {}

    public static SeatPlan plan(Collection<TravelGroup> groups, Collection<Departure> departures, PlanOptions options) {
        Instance instance = new Instance(groups, departures, options);
        int[] seatOf = new int[instance.groups.length];
        Arrays.fill(seatOf, Instance.LEFT_BEHIND);
        int[] free = instance.seats.clone();
        long bound = 0;
        long primal = 0;
        int classes = 0;
        int nodes = 0;
        List<SeatPrice> prices = new ArrayList<>();
        List<LeftBehind> leftBehind = new ArrayList<>();
        for (int destination = 0; destination < instance.destinations.length; destination++) {
            DestinationPlan plan = new DestinationPlan(instance, destination, seatOf, free);
            bound += plan.flow.dual();
            primal += plan.flow.primal();
            classes += plan.flow.classes;
            nodes += plan.flow.nodes;
            for (int node = 0; node < plan.flow.nodes; node++) {
                prices.add(new SeatPrice(instance.destinations[destination], plan.flow.day[node], plan.flow.price(node)));
            }
            Rounding.round(plan);
            Improvement.improve(plan, options.improvementRounds());
            for (int g = plan.firstGroup; g < plan.endGroup; g++) {
                if (seatOf[g] == Instance.LEFT_BEHIND) {
                    leftBehind.add(Reasons.reasonFor(plan, g));
                }
            }
        }
        leftBehind.sort(Comparator.comparing(LeftBehind::groupId));
        return read(instance, seatOf, free, bound, methodOf(classes, nodes, bound == primal), leftBehind, prices);
    }

    private static String methodOf(int classes, int nodes, boolean proven) {
        String what = classes + " classes of people (destination, day ready, priority) and " + nodes + " days of departure";
        return proven
                ? "Exact minimum-cost flow in which groups may be split, over " + what + "; the dual has the same value."
                : "Dual value of the flow in which groups may be split, over " + what + "; a valid bound, not shown to be the tightest.";
    }

    private static SeatPlan read(Instance instance, int[] seatOf, int[] free, long bound, String method,
            List<LeftBehind> leftBehind, List<SeatPrice> prices) {
        SortedMap<String, String> departureOfGroup = new TreeMap<>();
        SortedMap<String, Integer> filled = new TreeMap<>();
        long objective = 0;
        int longest = 0;
        for (int g = 0; g < seatOf.length; g++) {
            if (seatOf[g] == Instance.LEFT_BEHIND) {
                objective += instance.cost(g, instance.leftBehindDay);
            } else {
                int day = instance.day[seatOf[g]];
                objective += instance.cost(g, day);
                longest = Math.max(longest, day - instance.ready[g]);
                departureOfGroup.put(instance.groups[g].id(), instance.departures[seatOf[g]].id());
            }
        }
        for (int d = 0; d < free.length; d++) {
            filled.put(instance.departures[d].id(), instance.seats[d] - free[d]);
        }
        return new SeatPlan(Collections.unmodifiableSortedMap(departureOfGroup), Collections.unmodifiableSortedMap(filled),
                objective, bound, method, List.copyOf(leftBehind), List.copyOf(prices), longest);
    }
}
