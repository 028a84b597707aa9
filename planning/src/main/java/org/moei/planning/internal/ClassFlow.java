package org.moei.planning.internal;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;

/**
 * The exact relaxation of one destination in which groups may be split: classes of people to days of departure.
 *
 * <p><b>Layout.</b> Class i has {@code ready[i]}, {@code weight[i]}, {@code supply[i]}; node j has {@code day[j]} (ascending) and {@code
 * capacity[j]}; node {@code nodes} is "left behind". The flow is a list of triples {@code flowClass[a], flowNode[a],
 * flowPeople[a]}, ascending by node, at most classes + nodes of them.
 */
public final class ClassFlow {
    final int classes;
    final int nodes;
    final int[] ready;
    final int[] weight;
    final long[] supply;
    final int[] day;
    final long[] capacity;
    final int leftBehindDay;

    int arcs;
    int[] flowClass;
    int[] flowNode;
    long[] flowPeople;
    /** What one more seat on node j is worth; never negative. */
    final long[] price;
    private long primal;
    private long dual;

    /** The arrays are kept, not copied. Days of nodes are distinct and ascending. */
    public ClassFlow(int[] ready, int[] weight, long[] supply, int[] day, long[] capacity, int leftBehindDay) {
        this.classes = ready.length;
        this.nodes = day.length;
        this.ready = ready;
        this.weight = weight;
        this.supply = supply;
        this.day = day;
        this.capacity = capacity;
        this.leftBehindDay = leftBehindDay;
        this.flowClass = new int[classes + nodes + 1];
        this.flowNode = new int[classes + nodes + 1];
        this.flowPeople = new long[classes + nodes + 1];
        this.price = new long[nodes + 1];
        fillByPriority();
        priceSeats();
        dual = dualValue();
    }

    /** The cost of the flow. */
    public long primal() {
        return primal;
    }

    /** A lower bound on every plan by weak duality, whatever the prices are; equal to {@link #primal()} exactly if the flow is optimal. */
    public long dual() {
        return dual;
    }

    /** The worth of one more seat on the given node. */
    public long price(int node) {
        return price[node];
    }

    int dayOf(int node) {
        return node == nodes ? leftBehindDay : day[node];
    }

    /**
     * Day by day the seats go to the highest priorities that are ready. Exchange argument: if on some day a lower priority
     * travels while a higher one that is ready waits, exchanging the two changes the cost by (lower − higher) × days ≤ 0; and a free seat
     * with somebody ready is never better left free.
     */
    private void fillByPriority() {
        Integer[] byReady = new Integer[classes];
        Arrays.setAll(byReady, i -> i);
        Arrays.sort(byReady, Comparator.comparingInt(i -> ready[i]));
        PriorityQueue<Integer> waiting = new PriorityQueue<>(
                Comparator.<Integer>comparingInt(i -> -weight[i]).thenComparingInt(i -> ready[i]).thenComparingInt(i -> i));
        long[] left = supply.clone();
        int next = 0;
        for (int node = 0; node <= nodes; node++) {
            while (next < classes && (node == nodes || ready[byReady[next]] <= day[node])) {
                waiting.add(byReady[next++]);
            }
            long room = node == nodes ? Long.MAX_VALUE : capacity[node];
            while (room > 0 && !waiting.isEmpty()) {
                int i = waiting.element();
                long people = Math.min(room, left[i]);
                if (people > 0) {
                    addFlow(i, node, people);
                }
                left[i] -= people;
                room -= people;
                if (left[i] == 0) {
                    waiting.remove();
                }
            }
        }
    }

    private void addFlow(int i, int node, long people) {
        flowClass[arcs] = i;
        flowNode[arcs] = node;
        flowPeople[arcs] = people;
        arcs++;
        primal += people * weight[i] * (dayOf(node) - ready[i]);
    }

    /**
     * The least prices that satisfy complementary slackness: if class i travels on node k and could travel on node j, then
     * price[j] ≥ price[k] + weight[i] × (day[k] − day[j]), and price ≥ 0. They are longest paths, found by repeated passes from late
     * to early nodes and back; the least prices are those of one seat more (the greatest would be those of one seat less).
     */
    private void priceSeats() {
        int[] firstArc = new int[nodes + 2];
        int at = 0;
        for (int node = 0; node <= nodes; node++) {
            firstArc[node] = at;
            while (at < arcs && flowNode[at] == node) {
                at++;
            }
        }
        firstArc[nodes + 1] = at;
        int[][] usersByReady = new int[nodes + 1][];
        int[] lightest = new int[nodes + 1];
        for (int node = 0; node <= nodes; node++) {
            usersByReady[node] = Arrays.stream(flowClass, firstArc[node], firstArc[node + 1])
                    .boxed()
                    .sorted(Comparator.<Integer>comparingInt(i -> ready[i]).thenComparingInt(i -> i))
                    .mapToInt(Integer::intValue)
                    .toArray();
            lightest[node] = Arrays.stream(usersByReady[node]).map(i -> weight[i]).min().orElse(0);
        }
        boolean changed = true;
        // An optimal flow leaves no exchange that gains by itself, so paths have at most `nodes` steps.
        for (int pass = 0; changed && pass <= nodes + 1; pass++) {
            changed = false;
            for (int k = nodes; k >= 0; k--) {
                changed |= raiseEarlier(k, usersByReady[k]);
            }
            for (int k = 0; k < nodes; k++) {
                if (usersByReady[k].length > 0 && price[k] > 0) {
                    changed |= raiseLater(k, lightest[k]);
                }
            }
        }
    }

    private boolean raiseEarlier(int k, int[] usersByReady) {
        boolean changed = false;
        int user = 0;
        int heaviest = 0;
        for (int j = 0; j < k; j++) {
            while (user < usersByReady.length && ready[usersByReady[user]] <= day[j]) {
                heaviest = Math.max(heaviest, weight[usersByReady[user++]]);
            }
            if (heaviest > 0) {
                long worth = price[k] + (long) heaviest * (dayOf(k) - day[j]);
                if (worth > price[j]) {
                    price[j] = worth;
                    changed = true;
                }
            }
        }
        return changed;
    }

    private boolean raiseLater(int k, int lightest) {
        boolean changed = false;
        for (int j = k + 1; j < nodes; j++) {
            long worth = price[k] - (long) lightest * (day[j] - day[k]);
            if (worth <= 0) {
                break;
            }
            if (worth > price[j]) {
                price[j] = worth;
                changed = true;
            }
        }
        return changed;
    }

    /** Sum of supply × (cheapest priced way) − sum of capacity × price. "Left behind" has no limit, so its price stays 0. */
    private long dualValue() {
        long value = 0;
        for (int i = 0; i < classes; i++) {
            long cheapest = (long) weight[i] * (leftBehindDay - ready[i]);
            for (int j = nodes - 1; j >= 0 && day[j] >= ready[i]; j--) {
                cheapest = Math.min(cheapest, (long) weight[i] * (day[j] - ready[i]) + price[j]);
            }
            value += supply[i] * cheapest;
        }
        for (int j = 0; j < nodes; j++) {
            value -= capacity[j] * price[j];
        }
        return value;
    }
}
