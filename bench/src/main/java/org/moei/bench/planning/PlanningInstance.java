package org.moei.bench.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.moei.planning.api.Departure;
import org.moei.planning.api.TravelGroup;

/**
 * Drawn groups and departures in the shape of the release: one large country, a few middling ones, a long tail; seventy in a hundred groups
 * are one person; people become ready over eight weeks; charters of 50 to 76 seats, buses of 44.
 */
record PlanningInstance(List<TravelGroup> groups, List<Departure> departures) {
    private static final int READY_DAYS = 56;
    private static final int LAST_DAY = 70;
    /** Shares of the destinations in thousandths, after the published list of 7,141. */
    private static final int[] SHARES = {340, 110, 100, 80, 60, 50, 40, 35, 30, 25, 20, 18, 15, 13, 11, 10, 8, 7, 6, 6, 5, 4, 4, 3};

    /**
     * @param seatsPerPerson seats on all departures together, as a multiple of the people; below 1 is scarce
     */
    static PlanningInstance draw(int people, int departures, double seatsPerPerson, double shareOfSingles, RandomGenerator random) {
        List<TravelGroup> groups = new ArrayList<>();
        int[] peopleTo = new int[SHARES.length];
        int total = 0;
        while (total < people) {
            int destination = destination(random);
            int size = random.nextDouble() < shareOfSingles ? 1 : 2 + random.nextInt(5);
            int priority = 1 + (random.nextInt(10) == 0 ? 2 + random.nextInt(3) : random.nextInt(2));
            groups.add(TravelGroup.of("g" + groups.size(), size, "to" + destination, random.nextInt(READY_DAYS), priority));
            peopleTo[destination] += size;
            total += size;
        }
        return new PlanningInstance(groups, departures(departures, seatsPerPerson, peopleTo, total, random));
    }

    private static List<Departure> departures(int count, double seatsPerPerson, int[] peopleTo, int people, RandomGenerator random) {
        List<Departure> departures = new ArrayList<>();
        for (int destination = 0; destination < peopleTo.length; destination++) {
            int vehicles = Math.max(1, (int) Math.round((double) count * peopleTo[destination] / people));
            int seats = (int) Math.ceil(peopleTo[destination] * seatsPerPerson / vehicles);
            for (int n = 0; n < vehicles; n++) {
                int drawn = Math.max(1, (int) (seats * (0.85 + 0.3 * random.nextDouble())));
                departures.add(new Departure("d" + departures.size(), 1 + random.nextInt(LAST_DAY), "to" + destination, drawn, "charter"));
            }
        }
        return departures;
    }

    private static int destination(RandomGenerator random) {
        int at = random.nextInt(1000);
        int destination = 0;
        while (at >= SHARES[destination]) {
            at -= SHARES[destination++];
        }
        return destination;
    }
}
