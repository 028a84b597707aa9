package org.moei.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.moei.planning.api.Departure;
import org.moei.planning.api.PlanOptions;
import org.moei.planning.api.SeatPlan;
import org.moei.planning.api.SeatPlanner;
import org.moei.planning.api.TravelGroup;

/** What holds for every plan, on drawn instances; {@code -Dseed=…} replays a run. */
class PlanPropertiesTest {
    private final long seed = Long.getLong("seed", System.nanoTime());

    @Test
    void everyPlanKeepsItsPromises() {
        System.out.println("PlanPropertiesTest seed " + seed);
        for (int run = 0; run < 400; run++) {
            Random random = new Random(seed + run);
            List<TravelGroup> groups = groups(random, 1 + random.nextInt(60), 3);
            List<Departure> departures = departures(random, random.nextInt(12), 3, 12);
            SeatPlan plan = SeatPlanner.plan(groups, departures, PlanOptions.DEFAULT);
            holdsPromises(plan, groups, departures, "seed " + (seed + run));
        }
    }

    @Test
    void theBoundIsTheValueOfATextbookFlow() {
        for (int run = 0; run < 120; run++) {
            Random random = new Random(seed + run);
            List<TravelGroup> groups = groups(random, 1 + random.nextInt(12), 2);
            List<Departure> departures = departures(random, random.nextInt(7), 2, 6);
            int last = 0;
            for (TravelGroup group : groups) {
                last = Math.max(last, group.readyDay());
            }
            for (Departure departure : departures) {
                last = Math.max(last, departure.day());
            }
            assertThat(SeatPlanner.plan(groups, departures, PlanOptions.DEFAULT).bound()).as("seed %s", seed + run)
                    .isEqualTo(ReferenceFlow.cost(groups, departures, last + 60));
        }
    }

    @Test
    void tinyPlansAreCloseToTheBestThatTryingAllCanFind() {
        long planned = 0;
        long best = 0;
        for (int run = 0; run < 150; run++) {
            Random random = new Random(seed + run);
            List<TravelGroup> groups = groups(random, 1 + random.nextInt(7), 1);
            List<Departure> departures = departures(random, 1 + random.nextInt(3), 1, 6);
            SeatPlan plan = SeatPlanner.plan(groups, departures, PlanOptions.DEFAULT);
            long optimum = BruteForce.optimum(groups, departures, PlanOptions.DEFAULT.leftBehindDays());
            assertThat(plan.bound()).as("seed %s", seed + run).isLessThanOrEqualTo(optimum);
            assertThat(plan.objective()).as("seed %s", seed + run).isGreaterThanOrEqualTo(optimum);
            planned += plan.objective();
            best += optimum;
        }
        System.out.println("PlanPropertiesTest tiny plans: " + planned + " beside the optimum " + best);
        assertThat((double) planned).isLessThan(best * 1.05);
    }

    @Test
    void theOrderOfTheInputDoesNotMatter() {
        for (int run = 0; run < 40; run++) {
            Random random = new Random(seed + run);
            List<TravelGroup> groups = groups(random, 60, 3);
            List<Departure> departures = departures(random, 12, 3, 12);
            SeatPlan first = SeatPlanner.plan(groups, departures, PlanOptions.DEFAULT);
            Collections.shuffle(groups, random);
            Collections.shuffle(departures, random);
            assertThat(SeatPlanner.plan(groups, departures, PlanOptions.DEFAULT)).isEqualTo(first);
        }
    }

    static void holdsPromises(SeatPlan plan, List<TravelGroup> groups, List<Departure> departures, String what) {
        Map<String, Departure> byId = new HashMap<>();
        departures.forEach(departure -> byId.put(departure.id(), departure));
        Map<String, Integer> people = new HashMap<>();
        Set<String> without = new HashSet<>();
        plan.leftBehind().forEach(left -> without.add(left.groupId()));
        for (TravelGroup group : groups) {
            String seat = plan.departureOfGroup().get(group.id());
            assertThat(seat == null).as(what).isEqualTo(without.contains(group.id()));
            if (seat != null) {
                Departure departure = Objects.requireNonNull(byId.get(seat));
                assertThat(departure.destination()).as(what).isEqualTo(group.destination());
                assertThat(departure.day()).as(what).isGreaterThanOrEqualTo(group.readyDay());
                people.merge(seat, group.size(), Integer::sum);
                for (String other : group.keepApart()) {
                    assertThat(plan.departureOfGroup().get(other)).as(what).isNotEqualTo(seat);
                }
            }
        }
        for (Departure departure : departures) {
            int filled = people.getOrDefault(departure.id(), 0);
            assertThat(filled).as(what).isLessThanOrEqualTo(departure.seats());
            assertThat(plan.seatsFilled()).as(what).containsEntry(departure.id(), filled);
        }
        assertThat(plan.bound()).as(what).isLessThanOrEqualTo(plan.objective());
        assertThat(plan.boundMethod()).as(what).startsWith("Exact");
    }

    private static List<TravelGroup> groups(Random random, int count, int destinations) {
        List<TravelGroup> groups = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            Set<String> apart = random.nextInt(5) == 0 ? Set.of("g" + random.nextInt(count)) : Set.of();
            apart = apart.contains("g" + n) ? Set.of() : apart;
            int size = random.nextInt(3) == 0 ? 2 + random.nextInt(4) : 1;
            groups.add(new TravelGroup("g" + n, size, "to" + random.nextInt(destinations), random.nextInt(8), 1 + random.nextInt(4), apart));
        }
        return groups;
    }

    private static List<Departure> departures(Random random, int count, int destinations, int seats) {
        List<Departure> departures = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            departures.add(new Departure("d" + n, random.nextInt(10), "to" + random.nextInt(destinations), random.nextInt(seats + 1), "bus"));
        }
        return departures;
    }
}
