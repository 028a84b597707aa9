package org.moei.bench.planning;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;
import org.moei.planning.api.Departure;
import org.moei.planning.api.PlanOptions;
import org.moei.planning.api.SeatPlan;
import org.moei.planning.api.SeatPlanner;
import org.moei.planning.api.TravelGroup;

/**
 * Prints bound, gap and time for drawn instances of growing size, beside a greedy plan (first ready, by priority) of the same
 * instance: {@code java … org.moei.bench.planning.PlanningBench [seed]}.
 */
public final class PlanningBench {
    /** Processor time of this thread, so that what else runs on the machine counts little. */
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private PlanningBench() {}

    /** The sizes measured; scarce seats where the last figure is below 1. */
    record Size(int people, int departures, double seatsPerPerson, double shareOfSingles) {
        static final List<Size> ALL = List.of(
                new Size(7_000, 90, 1.05, 0.7), new Size(7_000, 60, 0.7, 0.7), new Size(7_000, 90, 1.05, 0.4), new Size(7_000, 90, 1.05, 0.2),
                new Size(20_000, 250, 1.05, 0.7), new Size(50_000, 600, 1.05, 0.7), new Size(50_000, 600, 0.7, 0.7),
                new Size(200_000, 2_000, 1.05, 0.7));
    }

    record Measured(Size size, int groups, SeatPlan plan, long greedy, double milliseconds) {
        double greedyGap() {
            return (greedy - plan.bound()) / (double) plan.bound();
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%,8d people %,8d groups %,6d departures %4.2f seats each, %3.0f%% alone: bound %,12d, gap %.3f%%, greedy %.3f%%, %6.1f ms",
                    size.people(), groups, plan.seatsFilled().size(), size.seatsPerPerson(), 100 * size.shareOfSingles(),
                    plan.bound(), 100 * plan.gap(), 100 * greedyGap(), milliseconds);
        }
    }

    public static void main(String[] arguments) {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 42;
        System.out.println("PlanningBench seed " + seed + ", processor time of the best of three calls");
        for (Size size : Size.ALL) {
            System.out.println(measure(size, seed));
        }
    }

    static Measured measure(Size size, long seed) {
        PlanningInstance instance = PlanningInstance.draw(size.people(), size.departures(), size.seatsPerPerson(), size.shareOfSingles(),
                RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        long best = Long.MAX_VALUE;
        SeatPlan plan = SeatPlanner.plan(instance.groups(), instance.departures(), PlanOptions.DEFAULT);
        for (int call = 0; call < 3; call++) {
            long start = CLOCK.getCurrentThreadCpuTime();
            plan = SeatPlanner.plan(instance.groups(), instance.departures(), PlanOptions.DEFAULT);
            best = Math.min(best, CLOCK.getCurrentThreadCpuTime() - start);
        }
        return new Measured(size, instance.groups().size(), plan, greedy(instance), best / 1e6);
    }

    /** Day by day, whoever is ready, by priority and then by waiting; a group that does not fit waits for the next departure. */
    static long greedy(PlanningInstance instance) {
        int last = 0;
        for (Departure departure : instance.departures()) {
            last = Math.max(last, departure.day());
        }
        for (TravelGroup group : instance.groups()) {
            last = Math.max(last, group.readyDay());
        }
        List<TravelGroup> queue = instance.groups().stream()
                .sorted(Comparator.comparingInt(TravelGroup::priority).reversed()
                        .thenComparingInt(TravelGroup::readyDay).thenComparing(TravelGroup::id))
                .toList();
        Map<String, Integer> dayOf = new HashMap<>();
        for (Departure departure : instance.departures().stream().sorted(Comparator.comparingInt(Departure::day)).toList()) {
            int free = departure.seats();
            for (TravelGroup group : queue) {
                boolean fits = group.destination().equals(departure.destination()) && group.readyDay() <= departure.day()
                        && group.size() <= free && !dayOf.containsKey(group.id());
                if (fits) {
                    dayOf.put(group.id(), departure.day());
                    free -= group.size();
                }
            }
        }
        long cost = 0;
        for (TravelGroup group : queue) {
            int day = dayOf.getOrDefault(group.id(), last + PlanOptions.DEFAULT.leftBehindDays());
            cost += (long) group.size() * group.priority() * (day - group.readyDay());
        }
        return cost;
    }
}
