package org.moei.planning;

import java.util.List;
import org.moei.planning.api.Departure;
import org.moei.planning.api.TravelGroup;

/** Tries every assignment of a few groups to a few departures. */
final class BruteForce {
    private final List<TravelGroup> groups;
    private final List<Departure> departures;
    private final int[] free;
    private final int[] seatOf;
    private final int leftBehindDay;
    private long best = Long.MAX_VALUE;

    private BruteForce(List<TravelGroup> groups, List<Departure> departures, int leftBehindDays) {
        this.groups = groups;
        this.departures = departures;
        free = departures.stream().mapToInt(Departure::seats).toArray();
        seatOf = new int[groups.size()];
        int lastReady = groups.stream().mapToInt(TravelGroup::readyDay).max().orElse(0);
        int lastDay = departures.stream().mapToInt(Departure::day).max().orElse(0);
        leftBehindDay = Math.max(lastReady, lastDay) + leftBehindDays;
    }

    static long optimum(List<TravelGroup> groups, List<Departure> departures, int leftBehindDays) {
        BruteForce search = new BruteForce(groups, departures, leftBehindDays);
        search.place(0, 0);
        return search.best;
    }

    private void place(int g, long cost) {
        if (g == groups.size()) {
            best = Math.min(best, cost);
            return;
        }
        TravelGroup group = groups.get(g);
        long perDay = (long) group.size() * group.priority();
        seatOf[g] = -1;
        place(g + 1, cost + perDay * (leftBehindDay - group.readyDay()));
        for (int d = 0; d < departures.size(); d++) {
            Departure departure = departures.get(d);
            boolean fits = departure.destination().equals(group.destination()) && departure.day() >= group.readyDay()
                    && free[d] >= group.size() && !meetsSomebody(g, d);
            if (fits) {
                seatOf[g] = d;
                free[d] -= group.size();
                place(g + 1, cost + perDay * (departure.day() - group.readyDay()));
                free[d] += group.size();
            }
        }
        seatOf[g] = -1;
    }

    private boolean meetsSomebody(int g, int departure) {
        for (int other = 0; other < g; other++) {
            boolean apart = groups.get(g).keepApart().contains(groups.get(other).id())
                    || groups.get(other).keepApart().contains(groups.get(g).id());
            if (apart && seatOf[other] == departure) {
                return true;
            }
        }
        return false;
    }
}
