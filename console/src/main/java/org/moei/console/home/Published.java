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
 */
public record Published(List<Point> takenOut, List<Point> returned, LocalDate fittedUntil) {

    /** A published count. */
    public record Point(LocalDate day, long people, String source) {}

    /** Nothing published yet. */
    public static Published none() {
        return new Published(List.of(), List.of(), LocalDate.MAX);
    }

    /** As a scenario carries it. */
    public static Published of(Scenario scenario) {
        return new Published(points(scenario, scenario.flow().detained()), points(scenario, scenario.flow().returned()), scenario.flow().fittedUntil());
    }

    private static List<Point> points(Scenario scenario, List<Flow.Point> points) {
        return points.stream()
                .map(p -> new Point(p.date(), Math.round(p.people().value()), java.util.Optional.ofNullable(scenario.sources().get(p.people().source())).map(s -> s.title()).orElse(p.people().source())))
                .toList();
    }
}
