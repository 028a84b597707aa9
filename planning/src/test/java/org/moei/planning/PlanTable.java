package org.moei.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.moei.planning.api.Departure;
import org.moei.planning.api.PlanOptions;
import org.moei.planning.api.SeatPlan;
import org.moei.planning.api.SeatPlanner;
import org.moei.planning.api.TravelGroup;

/** Groups and departures as text tables, and a plan as readable lines. */
final class PlanTable {
    private PlanTable() {}

    /** Columns: id | people | to | ready | priority | apart from (blank-separated). */
    static List<TravelGroup> groups(String table) {
        List<TravelGroup> groups = new ArrayList<>();
        for (String[] row : rows(table)) {
            Set<String> apart = row.length < 6 || row[5].isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(row[5].split(" ")));
            groups.add(new TravelGroup(row[0], Integer.parseInt(row[1]), row[2], Integer.parseInt(row[3]), Integer.parseInt(row[4]), apart));
        }
        return groups;
    }

    /** Columns: id | day | to | seats. */
    static List<Departure> departures(String table) {
        return rows(table).stream()
                .map(row -> new Departure(row[0], Integer.parseInt(row[1]), row[2], Integer.parseInt(row[3]), "bus"))
                .toList();
    }

    static SeatPlan plan(String groups, String departures) {
        return SeatPlanner.plan(groups(groups), departures(departures), PlanOptions.DEFAULT);
    }

    /** One line for each departure with somebody on it, then those left behind: {@code b1: anna family}. */
    static String lines(SeatPlan plan) {
        TreeMap<String, String> byDeparture = new TreeMap<>();
        plan.departureOfGroup().forEach((group, departure) -> byDeparture.merge(departure, group, (a, b) -> a + " " + b));
        List<String> lines = new ArrayList<>();
        byDeparture.forEach((departure, riders) -> lines.add(departure + ": " + riders));
        plan.leftBehind().forEach(left -> lines.add("left behind: " + left.groupId() + " " + left.reason()));
        return String.join("\n", lines);
    }

    private static List<String[]> rows(String table) {
        return table.lines().skip(1).filter(line -> !line.isBlank())
                .map(line -> Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new))
                .toList();
    }
}
