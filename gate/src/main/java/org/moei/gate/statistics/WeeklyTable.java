package org.moei.gate.statistics;

import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.moei.gate.statement.Week;

/**
 * What leaves about a week: how many people came, by nationality, each counted in the one week in which they were registered. A nationality that
 * is not there was hidden or had nobody; the table does not say which, and has no total that would.
 *
 * @param cells ISO 3166 alpha-3 to people, none under {@link Suppression#LEAST}
 */
public record WeeklyTable(Week week, SortedMap<String, Long> cells) {

    public WeeklyTable(Week week, @Nullable SortedMap<String, Long> cells) {
        this.week = week;
        this.cells = cells == null ? new TreeMap<>() : new TreeMap<>(cells);
    }

    /** The people in the cells that are shown; never the total of the week. */
    public long shown() {
        return cells.values().stream().mapToLong(Long::longValue).sum();
    }
}
