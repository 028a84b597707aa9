package org.moei.planning.internal;

import java.util.Arrays;

/**
 * One destination on the way from flow to plan: which group sits on which departure. Groups and departures keep the indices of
 * the {@link Instance}; classes and nodes are numbered within the destination.
 */
final class DestinationPlan {
    final Instance instance;
    final int firstGroup;
    final int endGroup;
    final int firstDeparture;
    final int endDeparture;
    /** Groups of class i: classStart[i] to classStart[i + 1] − 1. */
    final int[] classStart;
    /** Departures of node j: nodeStart[j] to nodeStart[j + 1] − 1. */
    final int[] nodeStart;
    final ClassFlow flow;
    /** By group of the whole instance: its departure or {@link Instance#LEFT_BEHIND}; shared by all destinations. */
    final int[] seatOf;
    /** By departure of the whole instance; shared by all destinations. */
    final int[] free;

    DestinationPlan(Instance instance, int destination, int[] seatOf, int[] free) {
        this.instance = instance;
        this.seatOf = seatOf;
        this.free = free;
        firstGroup = instance.firstGroup[destination];
        endGroup = instance.firstGroup[destination + 1];
        firstDeparture = instance.firstDeparture[destination];
        endDeparture = instance.firstDeparture[destination + 1];
        classStart = classStarts();
        nodeStart = nodeStarts();
        flow = relaxation();
    }

    private int[] classStarts() {
        int[] starts = new int[endGroup - firstGroup + 1];
        int classes = 0;
        for (int g = firstGroup; g < endGroup; g++) {
            if (g == firstGroup || instance.ready[g] != instance.ready[g - 1] || instance.priority[g] != instance.priority[g - 1]) {
                starts[classes++] = g;
            }
        }
        starts[classes] = endGroup;
        return Arrays.copyOf(starts, classes + 1);
    }

    private int[] nodeStarts() {
        int[] starts = new int[endDeparture - firstDeparture + 1];
        int nodes = 0;
        for (int d = firstDeparture; d < endDeparture; d++) {
            if (d == firstDeparture || instance.day[d] != instance.day[d - 1]) {
                starts[nodes++] = d;
            }
        }
        starts[nodes] = endDeparture;
        return Arrays.copyOf(starts, nodes + 1);
    }

    private ClassFlow relaxation() {
        int classes = classStart.length - 1;
        int nodes = nodeStart.length - 1;
        int[] ready = new int[classes];
        int[] weight = new int[classes];
        long[] supply = new long[classes];
        for (int i = 0; i < classes; i++) {
            ready[i] = instance.ready[classStart[i]];
            weight[i] = instance.priority[classStart[i]];
            for (int g = classStart[i]; g < classStart[i + 1]; g++) {
                supply[i] += instance.size[g];
            }
        }
        int[] day = new int[nodes];
        long[] capacity = new long[nodes];
        for (int j = 0; j < nodes; j++) {
            day[j] = instance.day[nodeStart[j]];
            for (int d = nodeStart[j]; d < nodeStart[j + 1]; d++) {
                capacity[j] += instance.seats[d];
            }
        }
        return new ClassFlow(ready, weight, supply, day, capacity, instance.leftBehindDay);
    }

    /** The day on which a group leaves as planned now. */
    int dayOf(int group) {
        return seatOf[group] == Instance.LEFT_BEHIND ? instance.leftBehindDay : instance.day[seatOf[group]];
    }

    /** Whether the plan costs no more than the bound, so that nothing can be better. */
    boolean isAtBound() {
        long cost = 0;
        for (int g = firstGroup; g < endGroup; g++) {
            cost += instance.cost(g, dayOf(g));
        }
        return cost == flow.dual();
    }

    /** Whether nobody from whom the group is kept apart sits on the departure. */
    boolean mayJoin(int group, int departure) {
        if (departure == Instance.LEFT_BEHIND) {
            return true;
        }
        for (int other : instance.keepApart[group]) {
            if (seatOf[other] == departure) {
                return false;
            }
        }
        return true;
    }

    /** Moves a group; frees its old seats and takes the new ones. The caller has made sure of room. */
    void move(int group, int departure) {
        if (seatOf[group] != Instance.LEFT_BEHIND) {
            free[seatOf[group]] += instance.size[group];
        }
        seatOf[group] = departure;
        if (departure != Instance.LEFT_BEHIND) {
            free[departure] -= instance.size[group];
        }
    }
}
