package org.moei.console.home;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.moei.console.layout.Bars;
import org.moei.console.layout.Figure;
import org.moei.console.layout.FlowChart;
import org.moei.console.layout.Track;
import org.moei.foundation.access.Viewer;

/** What the home page and the numbers page of the protection wing show to a viewer. */
public interface HomeView {

    /** The operation at a glance, as far as this viewer's work goes. */
    Home home(Viewer viewer);

    /** Counts by nationality and step, under the rule for small numbers. */
    Numbers numbers(Viewer viewer);

    /**
     * The home page.
     *
     * @param now of the operation
     * @param subtitle such as the day since the first hand-over
     * @param figures each with definition, source, age and who disagrees
     * @param waiting what needs a person now, most urgent first
     * @param flow published, counted and simulated lines
     * @param flowNote the sources of the lines and the error on dates not fitted
     * @param backlog how many wait at each step
     * @param next the next journey, if any
     */
    record Home(
            Instant now,
            String subtitle,
            List<Figure> figures,
            List<Waiting> waiting,
            List<FlowChart.Series> flow,
            String flowNote,
            List<Bars.Bar> backlog,
            Optional<Departure> next) {}

    /**
     * People who wait for somebody.
     *
     * @param tone {@code stop}, {@code gap} or {@code wait}
     * @param since how long the longest waits, as shown
     */
    record Waiting(String tone, String what, String link, long people, String since, String turn) {}

    /** The next journey with those on it who have something open first. */
    record Departure(String journey, boolean ahead, String title, String summary, List<Traveller> travellers, int more) {}

    /** A seat on it. */
    record Traveller(UUID person, String token, String from, List<Track> tracks, String open, boolean stopped) {}

    /** Counts of a nationality; a small number reads as the rule words it. */
    record Row(String nationality, String registered, String waiting, String decided, String ready, String returned, String unscreened) {}

    /** The table of numbers and what is said under it. */
    record Numbers(Instant at, List<Row> rows, Row total, String note) {}

    /** The chart, drawn. */
    static Optional<Content> chart(Home home, String title, java.time.LocalDate today, String label) {
        return FlowChart.draw(title, today, label, home.flow());
    }
}
