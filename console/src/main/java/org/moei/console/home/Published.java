package org.moei.console.home;

import java.time.LocalDate;
import java.util.List;
import org.moei.rehearsal.scenario.Flow;
import org.moei.rehearsal.scenario.Scenario;

/**
 * What others published of the operation: cumulative counts, each with its source. Never mixed with what this journal
 * counts.
 *
 * @param takenOut people taken out of the compounds
 * @param returned people who left for home
 * @param fittedUntil the last day whose published returns a simulation may have seen
 * @param scale published people for each person of a rehearsal; 1 where all are played
 */
public record Published(List<Point> takenOut, List<Point> returned, LocalDate fittedUntil, double scale) {

    /** A published count. */
    public record Point(LocalDate day, long people, String source) {}

    /** Nothing published yet. */
    public static Published none() {
        return new Published(List.of(), List.of(), LocalDate.MAX, 1);
    }

    /** As a scenario carries it, for a rehearsal of so many people (0: as many as were published). */
    public static Published of(Scenario scenario, int people) {
        List<Point> takenOut = points(scenario, scenario.flow().detained());
        long all = takenOut.stream().mapToLong(Point::people).max().orElse(0);
        double scale = people <= 0 || all == 0 || Math.abs(people - all) * 100 < all ? 1 : all / (double) people;
        return new Published(takenOut, points(scenario, scenario.flow().returned()), scenario.flow().fittedUntil(), scale);
    }

    private static List<Point> points(Scenario scenario, List<Flow.Point> points) {
        return points.stream()
                .map(p -> new Point(p.date(), Math.round(p.people().value()), java.util.Optional.ofNullable(scenario.sources().get(p.people().source())).map(s -> s.title()).orElse(p.people().source())))
                .toList();
    }
}
