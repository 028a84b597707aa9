package org.moei.gate.statistics;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.moei.gate.statement.Week;

/**
 * Decides which cells of a week leave. The tables of all weeks are disjoint: a person stands in one cell of one week and in no other, so adding
 * and subtracting them gives unions of cells and nothing smaller. Two ways remain to a small group, and both are closed here:
 *
 * <ul>
 *   <li>a cell that is itself small: hidden;
 *   <li>a published list of the same nationality (its printed count, or its number of names) from which the cells shown so far are taken away:
 *       a cell is hidden where fewer than {@link #LEAST} would be left over, or would be too many, on any list. A list may be of some weeks only
 *       (those who were released in March), so every run of weeks that ends with this one is taken away for itself.
 * </ul>
 *
 * What two lists of different weeks say together, one taken from the other and cells from the rest, is not looked at.
 *
 * No total of a week is published, since it would give what was hidden. Source of the limit: k = 10 is the example of Microsoft's Synthetic Data Showcase,
 * made with IOM for the Counter-Trafficking Data Collaborative.
 */
public final class Suppression {
    /** Fewest people of a shown cell, and of what a known list leaves over. */
    public static final long LEAST = 10;

    private Suppression() {}

    /**
     * The table of one week.
     *
     * @param counts people by nationality
     * @param before the tables of all weeks that were published
     * @param lists what the world knows: each published list with its people by nationality
     */
    public static WeeklyTable table(Week week, Map<String, Long> counts, List<WeeklyTable> before, List<Map<String, Long>> lists) {
        if (before.stream().anyMatch(t -> t.week().compareTo(week) >= 0)) {
            throw new IllegalArgumentException("The tables are published in the order of their weeks, each once.");
        }
        SortedMap<String, Long> cells = new TreeMap<>();
        new TreeMap<>(counts).forEach((nationality, people) -> {
            long[] shown = LongStream.concat(before.stream().mapToLong(t -> t.cells().getOrDefault(nationality, 0L)), LongStream.of(people)).toArray();
            if (!nationality.isEmpty() && people >= LEAST && lists.stream().allMatch(list -> leavesEnough(list, nationality, shown))) {
                cells.put(nationality, people);
            }
        });
        return new WeeklyTable(week, cells);
    }

    /** A list is of all weeks or of some that follow each other, and nobody says of which: so each run of weeks that ends with this one is taken from it. */
    private static boolean leavesEnough(Map<String, Long> list, String nationality, long[] shown) {
        Long known = list.get(nationality);
        if (known == null) {
            return true;
        }
        long run = 0;
        for (int week = shown.length - 1; week >= 0; week--) {
            run += shown[week];
            if (Math.abs(known - run) < LEAST) {
                return false;
            }
        }
        return true;
    }
}
