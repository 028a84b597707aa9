package org.moei.rehearsal.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.moei.rehearsal.scenario.Flow;

/** Compares simulated with published returns. The only reader of what was published after the fit. */
public final class ReturnScore {
    private ReturnScore() {}

    /**
     * One published date.
     *
     * @param simulated people who left by the end of the day, scaled back to the published number of people
     * @param fitted whether the fit has seen the published figure
     * @param source id of the publication
     */
    public record Row(LocalDate date, double simulated, double published, boolean fitted, String source) {
        /** (simulated − published) / published. */
        public double error() {
            return (simulated - published) / published;
        }
    }

    /**
     * The rows of all published dates.
     *
     * @param returnedInSeries cumulative returns by the end of each simulated day
     * @param scale people of the series simulated ÷ people of the scenario
     */
    public static List<Row> of(Flow flow, SortedMap<LocalDate, Integer> returnedInSeries, double scale) {
        TreeMap<LocalDate, Integer> returned = new TreeMap<>(returnedInSeries);
        List<Row> rows = new ArrayList<>();
        for (Flow.Point point : flow.returned()) {
            var simulated = returned.floorEntry(point.date());
            double people = simulated == null ? 0 : simulated.getValue() / scale;
            rows.add(new Row(point.date(), people, point.people().value(), !point.date().isAfter(flow.fittedUntil()), point.people().source()));
        }
        return rows;
    }

    /** A table for people. */
    public static String table(List<Row> rows) {
        StringBuilder text = new StringBuilder("date        simulated  published    error\n");
        for (Row row : rows) {
            text.append(String.format(Locale.ROOT, "%s %,10.0f %,10.0f  %+6.1f%%%s%n", row.date(), row.simulated(), row.published(), 100 * row.error(),
                    row.fitted() ? "  (seen by the fit)" : ""));
        }
        return text.toString();
    }
}
