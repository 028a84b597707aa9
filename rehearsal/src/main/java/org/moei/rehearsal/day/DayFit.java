package org.moei.rehearsal.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGeneratorFactory;
import org.moei.rehearsal.scenario.Flow;
import org.moei.rehearsal.scenario.Scenario;

/**
 * Finds {@link DayParameters} by trying a grid: least squares, in people, over the published returns up to the scenario's fitted day. Simulated
 * days end there too, so nothing later can be seen.
 */
public final class DayFit {
    private static final double[] DELAY_FACTORS = {0.5, 0.75, 1, 1.5, 2};
    private static final double[] SEAT_USES = {0.7, 0.8, 0.9, 1};
    private static final double[] FOUND_AT_FIRST_ASK = {0.6, 0.75, 0.9, 0.95};

    private final Scenario scenario;
    private final List<Traveller> travellers;
    private final long seed;
    private final List<Flow.Point> seen;

    public DayFit(Scenario scenario, List<Traveller> travellers, long seed) {
        this.scenario = scenario;
        this.travellers = travellers;
        this.seed = seed;
        this.seen = scenario.flow().returned().stream().filter(point -> !point.date().isAfter(scenario.flow().fittedUntil())).toList();
    }

    /** The best of the grid; the first of equals. */
    public DayParameters best() {
        DayParameters best = DayParameters.FITTED;
        double least = Double.MAX_VALUE;
        for (double delay : DELAY_FACTORS) {
            for (double seats : SEAT_USES) {
                for (double found : FOUND_AT_FIRST_ASK) {
                    DayParameters tried = new DayParameters(delay, seats, found);
                    double squares = squares(tried);
                    if (squares < least) {
                        least = squares;
                        best = tried;
                    }
                }
            }
        }
        return best;
    }

    /** Sum of squared differences in people over the dates that may be seen. */
    public double squares(DayParameters parameters) {
        SortedMap<LocalDate, Integer> returned = new TreeMap<>();
        DayEngine engine = new DayEngine(scenario, travellers, parameters, RandomGeneratorFactory.of("L64X128MixRandom").create(seed), new FlowDesk());
        while (engine.hasNext() && (returned.isEmpty() || returned.lastKey().isBefore(scenario.flow().fittedUntil()))) {
            DayTotals totals = engine.next().totals();
            returned.put(totals.date(), totals.returnedInSeries());
        }
        double scale = travellers.stream().filter(Traveller::inSeries).count() / scenario.people().value();
        double squares = 0;
        for (Flow.Point point : seen) {
            double difference = returned.getOrDefault(point.date(), 0) / scale - point.people().value();
            squares += difference * difference;
        }
        return squares;
    }

    /** For logs. */
    public String describe(DayParameters parameters) {
        return String.format(Locale.ROOT, "%s: root mean square %.0f people over %d published dates up to %s", parameters,
                Math.sqrt(squares(parameters) / Math.max(1, seen.size())), seen.size(), scenario.flow().fittedUntil());
    }
}
