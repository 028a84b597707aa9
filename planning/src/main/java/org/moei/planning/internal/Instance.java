package org.moei.planning.internal;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.moei.base.Problem;
import org.moei.planning.api.Departure;
import org.moei.planning.api.PlanOptions;
import org.moei.planning.api.TravelGroup;

/**
 * Groups and departures as sorted arrays; see the package for the layout. Destinations with groups, departures or both are
 * numbered in code-point order of their names.
 */
public final class Instance {
    static final int MAX_GROUPS = 2_000_000;
    static final int MAX_DEPARTURES = 200_000;
    static final int MAX_DAY = 10_000_000;
    /** In place of a departure's index: no seat. */
    public static final int LEFT_BEHIND = -1;

    private static final Comparator<TravelGroup> GROUP_ORDER = Comparator.comparing(TravelGroup::destination)
            .thenComparingInt(TravelGroup::readyDay)
            .thenComparing(Comparator.comparingInt(TravelGroup::priority).reversed())
            .thenComparing(Comparator.comparingInt(TravelGroup::size).reversed())
            .thenComparing(TravelGroup::id);
    private static final Comparator<Departure> DEPARTURE_ORDER = Comparator.comparing(Departure::destination)
            .thenComparingInt(Departure::day)
            .thenComparing(Comparator.comparingInt(Departure::seats).reversed())
            .thenComparing(Departure::id);
    private static final int[] NONE = {};

    public final TravelGroup[] groups;
    public final Departure[] departures;
    /** By group. */
    public final int[] size;
    public final int[] ready;
    public final int[] priority;
    /** Groups, by index, from which a group is kept apart; symmetric. */
    public final int[][] keepApart;
    /** By departure. */
    public final int[] seats;
    public final int[] day;
    public final String[] destinations;
    /** Groups of destination d: firstGroup[d] to firstGroup[d + 1] − 1; departures likewise. */
    public final int[] firstGroup;
    public final int[] firstDeparture;
    /** The day on which everybody left behind is counted as leaving. */
    public final int leftBehindDay;

    public Instance(Collection<TravelGroup> groups, Collection<Departure> departures, PlanOptions options) {
        check(groups.size() <= MAX_GROUPS, "too-many-groups", "A plan takes at most " + MAX_GROUPS + " groups (" + groups.size() + " given).");
        check(departures.size() <= MAX_DEPARTURES, "too-many-departures",
                "A plan takes at most " + MAX_DEPARTURES + " departures (" + departures.size() + " given).");
        check(options.leftBehindDays() >= 1 && options.leftBehindDays() <= PlanOptions.MAX_LEFT_BEHIND_DAYS, "left-behind-days",
                "The leftBehindDays (" + options.leftBehindDays() + ") must be 1 to " + PlanOptions.MAX_LEFT_BEHIND_DAYS + ".");
        this.groups = groups.stream().sorted(GROUP_ORDER).toArray(TravelGroup[]::new);
        this.departures = departures.stream().sorted(DEPARTURE_ORDER).toArray(Departure[]::new);
        checkEach();
        size = Arrays.stream(this.groups).mapToInt(TravelGroup::size).toArray();
        ready = Arrays.stream(this.groups).mapToInt(TravelGroup::readyDay).toArray();
        priority = Arrays.stream(this.groups).mapToInt(TravelGroup::priority).toArray();
        seats = Arrays.stream(this.departures).mapToInt(Departure::seats).toArray();
        day = Arrays.stream(this.departures).mapToInt(Departure::day).toArray();
        destinations = destinationNames();
        firstGroup = starts(Arrays.stream(this.groups).map(TravelGroup::destination).toList());
        firstDeparture = starts(Arrays.stream(this.departures).map(Departure::destination).toList());
        keepApart = symmetricKeepApart();
        int last = Math.max(Arrays.stream(ready).max().orElse(0), Arrays.stream(day).max().orElse(0));
        leftBehindDay = last + options.leftBehindDays();
    }

    /** Weighted days of waiting of a group if it leaves on a day. */
    public long cost(int group, int onDay) {
        return (long) size[group] * priority[group] * (onDay - ready[group]);
    }

    private void checkEach() {
        Set<String> ids = new HashSet<>();
        for (TravelGroup group : groups) {
            check(ids.add(group.id()), "group-id-twice", "The group id (" + group.id() + ") stands twice in the plan.");
            check(group.size() >= 1 && group.size() <= TravelGroup.MAX_SIZE, "group-size",
                    "The size (" + group.size() + ") of group " + group.id() + " must be 1 to " + TravelGroup.MAX_SIZE + ".");
            check(group.priority() >= 1 && group.priority() <= TravelGroup.MAX_PRIORITY, "group-priority",
                    "The priority (" + group.priority() + ") of group " + group.id() + " must be 1 to " + TravelGroup.MAX_PRIORITY + ".");
            check(Math.abs((long) group.readyDay()) <= MAX_DAY, "group-day",
                    "The readyDay (" + group.readyDay() + ") of group " + group.id() + " must lie within ±" + MAX_DAY + ".");
        }
        ids.clear();
        for (Departure departure : departures) {
            check(ids.add(departure.id()), "departure-id-twice", "The departure id (" + departure.id() + ") stands twice in the plan.");
            check(departure.seats() >= 0 && departure.seats() <= Departure.MAX_SEATS, "departure-seats",
                    "The seats (" + departure.seats() + ") of departure " + departure.id() + " must be 0 to " + Departure.MAX_SEATS + ".");
            check(Math.abs((long) departure.day()) <= MAX_DAY, "departure-day",
                    "The day (" + departure.day() + ") of departure " + departure.id() + " must lie within ±" + MAX_DAY + ".");
        }
    }

    private static void check(boolean holds, String code, String message) {
        if (!holds) {
            throw Problem.of(Problem.Kind.WRONG_USE, "planning-" + code, message).asException();
        }
    }

    private String[] destinationNames() {
        Set<String> names = new HashSet<>();
        for (TravelGroup group : groups) {
            names.add(group.destination());
        }
        for (Departure departure : departures) {
            names.add(departure.destination());
        }
        return names.stream().sorted().toArray(String[]::new);
    }

    private int[] starts(List<String> sortedDestinations) {
        int[] first = new int[destinations.length + 1];
        int at = 0;
        for (int d = 0; d < destinations.length; d++) {
            first[d] = at;
            while (at < sortedDestinations.size() && sortedDestinations.get(at).equals(destinations[d])) {
                at++;
            }
        }
        first[destinations.length] = at;
        return first;
    }

    private int[][] symmetricKeepApart() {
        Map<String, Integer> indexOf = new HashMap<>();
        for (int g = 0; g < groups.length; g++) {
            indexOf.put(groups[g].id(), g);
        }
        Map<Integer, Set<Integer>> apart = new HashMap<>();
        for (int g = 0; g < groups.length; g++) {
            for (String id : groups[g].keepApart()) {
                Integer other = indexOf.get(id);
                if (other != null && other != g) {
                    apart.computeIfAbsent(g, key -> new HashSet<>()).add(other);
                    apart.computeIfAbsent(other, key -> new HashSet<>()).add(g);
                }
            }
        }
        int[][] result = new int[groups.length][];
        Arrays.fill(result, NONE);
        apart.forEach((g, others) -> result[g] = others.stream().mapToInt(Integer::intValue).sorted().toArray());
        return result;
    }
}
