package org.moei.planning.internal;

import java.util.Arrays;
import java.util.Comparator;

/**
 * Turns the flow of classes into seats of groups, day by day. What the flow lets travel of a class is its allowance; families
 * take it first, largest first, single people fill what remains, and seats that are still free go to whoever is ready, by priority.
 */
final class Rounding {
    private final DestinationPlan plan;
    private final Instance instance;
    private final Integer[] classesByPriority;
    private final long[] allowance;

    private Rounding(DestinationPlan plan) {
        this.plan = plan;
        this.instance = plan.instance;
        ClassFlow flow = plan.flow;
        classesByPriority = new Integer[flow.classes];
        Arrays.setAll(classesByPriority, i -> i);
        Arrays.sort(classesByPriority, Comparator.<Integer>comparingInt(i -> -flow.weight[i])
                .thenComparingInt(i -> flow.ready[i]).thenComparingInt(i -> i));
        allowance = new long[flow.classes];
    }

    static void round(DestinationPlan plan) {
        new Rounding(plan).allDays();
    }

    private void allDays() {
        ClassFlow flow = plan.flow;
        int arc = 0;
        for (int node = 0; node < flow.nodes; node++) {
            while (arc < flow.arcs && flow.flowNode[arc] == node) {
                allowance[flow.flowClass[arc]] += flow.flowPeople[arc];
                arc++;
            }
            pass(node, 2, Integer.MAX_VALUE, true);
            pass(node, 1, 1, true);
            pass(node, 1, Integer.MAX_VALUE, false);
        }
    }

    /** Seats waiting groups of the given sizes on the node's departures, highest priority first. */
    private void pass(int node, int smallest, int largest, boolean withinAllowance) {
        int day = plan.flow.day[node];
        long room = roomOn(node);
        for (int i : classesByPriority) {
            if (room == 0) {
                return;
            }
            if (plan.flow.ready[i] > day || (withinAllowance && allowance[i] < smallest)) {
                continue;
            }
            for (int g = plan.classStart[i]; g < plan.classStart[i + 1] && room > 0; g++) {
                int size = instance.size[g];
                boolean candidate = plan.seatOf[g] == Instance.LEFT_BEHIND && size >= smallest && size <= largest
                        && size <= room && (!withinAllowance || size <= allowance[i]);
                if (candidate && seat(g, node)) {
                    allowance[i] -= size;
                    room -= size;
                }
            }
        }
    }

    private long roomOn(int node) {
        long room = 0;
        for (int d = plan.nodeStart[node]; d < plan.nodeStart[node + 1]; d++) {
            room += plan.free[d];
        }
        return room;
    }

    /** Puts the group where it leaves the fewest seats free. */
    private boolean seat(int group, int node) {
        int best = Instance.LEFT_BEHIND;
        for (int d = plan.nodeStart[node]; d < plan.nodeStart[node + 1]; d++) {
            boolean fits = plan.free[d] >= instance.size[group] && plan.mayJoin(group, d);
            if (fits && (best == Instance.LEFT_BEHIND || plan.free[d] < plan.free[best])) {
                best = d;
            }
        }
        if (best == Instance.LEFT_BEHIND) {
            return false;
        }
        plan.move(group, best);
        return true;
    }
}
