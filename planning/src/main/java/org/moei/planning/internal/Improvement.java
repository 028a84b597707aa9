package org.moei.planning.internal;

import java.util.Arrays;

/**
 * Makes a plan better without ever making it worse. A round relocates groups to earlier free seats, then exchanges groups that
 * wait with lighter ones that travel earlier. Both are tried in a fixed order, so the outcome is the same each time.
 */
final class Improvement {
    private final DestinationPlan plan;
    private final Instance instance;
    /** Groups on each departure of this destination; filled up to {@code membersCount}. */
    private final int[][] members;
    private final int[] membersCount;
    /** The smallest priority on each departure, 0 where nobody sits: says at once that most exchanges gain nothing. */
    private final int[] lightestPriority;
    private final int[] displaced;

    private Improvement(DestinationPlan plan) {
        this.plan = plan;
        this.instance = plan.instance;
        int departures = plan.endDeparture - plan.firstDeparture;
        members = new int[departures][];
        membersCount = new int[departures];
        lightestPriority = new int[departures];
        int most = 0;
        for (int d = 0; d < departures; d++) {
            int seats = instance.seats[plan.firstDeparture + d];
            members[d] = new int[seats];
            most = Math.max(most, seats);
        }
        displaced = new int[most];
        for (int g = plan.firstGroup; g < plan.endGroup; g++) {
            if (plan.seatOf[g] != Instance.LEFT_BEHIND) {
                addMember(g);
            }
        }
    }

    static void improve(DestinationPlan plan, int rounds) {
        if (rounds == 0 || plan.isAtBound()) {
            return;
        }
        Improvement improvement = new Improvement(plan);
        boolean changed = true;
        for (int round = 0; changed && round < rounds; round++) {
            boolean relocated = improvement.relocate();
            changed = improvement.exchange() || relocated;
        }
    }

    /** Fills free seats, earliest day first, each time with the group that gains most. */
    private boolean relocate() {
        boolean changed = false;
        for (int d = plan.firstDeparture; d < plan.endDeparture; d++) {
            while (plan.free[d] > 0) {
                int best = bestFor(d);
                if (best < 0) {
                    break;
                }
                move(best, d);
                changed = true;
            }
        }
        return changed;
    }

    private int bestFor(int departure) {
        int day = instance.day[departure];
        int best = -1;
        long bestGain = 0;
        for (int g = plan.firstGroup; g < plan.endGroup && instance.ready[g] <= day; g++) {
            if (instance.size[g] > plan.free[departure]) {
                continue;
            }
            long gain = instance.cost(g, plan.dayOf(g)) - instance.cost(g, day);
            if (gain > bestGain && plan.mayJoin(g, departure)) {
                best = g;
                bestGain = gain;
            }
        }
        return best;
    }

    private boolean exchange() {
        boolean changed = false;
        for (int g = plan.firstGroup; g < plan.endGroup; g++) {
            changed |= exchange(g);
        }
        return changed;
    }

    /** Tries the departures before the group's own, earliest first, and takes the first exchange that gains. */
    private boolean exchange(int group) {
        int from = plan.seatOf[group];
        int fromDay = plan.dayOf(group);
        for (int d = plan.firstDeparture; d < plan.endDeparture && instance.day[d] < fromDay; d++) {
            if (instance.day[d] < instance.ready[group] || instance.seats[d] < instance.size[group]) {
                continue;
            }
            int count = lightestToDisplace(group, d);
            if (count > 0 && plan.mayJoin(group, d) && allMayJoin(count, from)) {
                for (int n = 0; n < count; n++) {
                    move(displaced[n], Instance.LEFT_BEHIND);
                }
                move(group, d);
                for (int n = 0; n < count && from != Instance.LEFT_BEHIND; n++) {
                    move(displaced[n], from);
                }
                return true;
            }
        }
        return false;
    }

    /**
     * Finds members of the departure, lightest first, whose seats with the free ones suffice for the group, that fit on the group's
     * own departure, and whose loss is less than the group's gain.
     *
     * @return how many of {@code displaced} are meant, 0 if there is no such set
     */
    private int lightestToDisplace(int group, int departure) {
        int needed = instance.size[group] - plan.free[departure];
        long budget = (long) instance.size[group] * instance.priority[group];
        if (budget <= (long) needed * lightestPriority[departure - plan.firstDeparture]) {
            return 0;
        }
        int room = plan.seatOf[group] == Instance.LEFT_BEHIND
                ? Integer.MAX_VALUE
                : instance.size[group] + plan.free[plan.seatOf[group]];
        int count = 0;
        int[] candidates = members[departure - plan.firstDeparture];
        int candidatesCount = membersCount[departure - plan.firstDeparture];
        while (needed > 0) {
            int lightest = -1;
            for (int n = 0; n < candidatesCount; n++) {
                int other = candidates[n];
                boolean eligible = instance.size[other] <= needed && instance.size[other] <= room && !contains(count, other);
                if (eligible && (lightest < 0 || lighter(other, lightest))) {
                    lightest = other;
                }
            }
            if (lightest < 0) {
                return 0;
            }
            budget -= (long) instance.size[lightest] * instance.priority[lightest];
            if (budget <= 0) {
                return 0;
            }
            displaced[count++] = lightest;
            needed -= instance.size[lightest];
            room -= instance.size[lightest];
        }
        return count;
    }

    private boolean lighter(int group, int than) {
        int byPriority = Integer.compare(instance.priority[group], instance.priority[than]);
        int bySize = Integer.compare(instance.size[group], instance.size[than]);
        return byPriority != 0 ? byPriority < 0 : bySize != 0 ? bySize < 0 : group < than;
    }

    private boolean contains(int count, int group) {
        for (int n = 0; n < count; n++) {
            if (displaced[n] == group) {
                return true;
            }
        }
        return false;
    }

    /** Whether all displaced groups may sit on the departure that the group leaves, also together. */
    private boolean allMayJoin(int count, int departure) {
        if (departure == Instance.LEFT_BEHIND) {
            return true;
        }
        for (int n = 0; n < count; n++) {
            // Displaced groups sat together until now, so only those already on the departure can stand against it.
            if (!plan.mayJoin(displaced[n], departure)) {
                return false;
            }
        }
        return true;
    }

    private void move(int group, int departure) {
        if (plan.seatOf[group] != Instance.LEFT_BEHIND) {
            removeMember(group);
        }
        plan.move(group, departure);
        if (departure != Instance.LEFT_BEHIND) {
            addMember(group);
        }
    }

    private void addMember(int group) {
        int d = plan.seatOf[group] - plan.firstDeparture;
        members[d][membersCount[d]++] = group;
        int lightest = lightestPriority[d];
        lightestPriority[d] = lightest == 0 ? instance.priority[group] : Math.min(lightest, instance.priority[group]);
    }

    private void removeMember(int group) {
        int d = plan.seatOf[group] - plan.firstDeparture;
        int at = 0;
        while (members[d][at] != group) {
            at++;
        }
        members[d][at] = members[d][--membersCount[d]];
        lightestPriority[d] = Arrays.stream(members[d], 0, membersCount[d]).map(g -> instance.priority[g]).min().orElse(0);
    }
}
