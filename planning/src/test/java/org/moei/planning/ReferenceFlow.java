package org.moei.planning;

import java.util.Arrays;
import java.util.List;
import org.moei.planning.api.Departure;
import org.moei.planning.api.TravelGroup;

/** A textbook minimum-cost flow (successive shortest paths by Bellman–Ford, people one by one) that shares nothing with the planner. */
final class ReferenceFlow {
    private ReferenceFlow() {}

    static long cost(List<TravelGroup> groups, List<Departure> departures, int leftBehindDay) {
        int g = groups.size();
        int d = departures.size();
        int source = g + d + 1;
        int sink = source + 1;
        int nodes = sink + 1;
        long[][] capacity = new long[nodes][nodes];
        long[][] cost = new long[nodes][nodes];
        for (int i = 0; i < g; i++) {
            TravelGroup group = groups.get(i);
            capacity[source][i] = group.size();
            for (int j = 0; j <= d; j++) {
                int day = j == d ? leftBehindDay : departures.get(j).day();
                if (j == d || (departures.get(j).destination().equals(group.destination()) && day >= group.readyDay())) {
                    capacity[i][g + j] = group.size();
                    cost[i][g + j] = (long) group.priority() * (day - group.readyDay());
                    cost[g + j][i] = -cost[i][g + j];
                }
            }
        }
        for (int j = 0; j <= d; j++) {
            capacity[g + j][sink] = j == d ? Integer.MAX_VALUE : departures.get(j).seats();
        }
        long total = 0;
        while (true) {
            long[] distance = new long[nodes];
            int[] from = new int[nodes];
            Arrays.fill(distance, Long.MAX_VALUE / 4);
            distance[source] = 0;
            for (int round = 0; round < nodes; round++) {
                for (int u = 0; u < nodes; u++) {
                    for (int v = 0; v < nodes; v++) {
                        if (capacity[u][v] > 0 && distance[u] + cost[u][v] < distance[v]) {
                            distance[v] = distance[u] + cost[u][v];
                            from[v] = u;
                        }
                    }
                }
            }
            if (distance[sink] >= Long.MAX_VALUE / 8) {
                return total;
            }
            for (int v = sink; v != source; v = from[v]) {
                capacity[from[v]][v]--;
                capacity[v][from[v]]++;
            }
            total += distance[sink];
        }
    }
}
