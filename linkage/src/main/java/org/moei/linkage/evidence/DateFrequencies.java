package org.moei.linkage.evidence;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** How likely a random record's birth date is a given day or falls into an interval; blended with an even spread over eighty years while records are few. */
final class DateFrequencies {
    private static final double PRIOR_RECORDS = 50;
    private static final double PRIOR_YEARS = 80;

    private int[] sorted = new int[0];
    private final Map<Integer, Integer> days = new HashMap<>();

    DateFrequencies(Population people) {
        int[] middle = new int[people.dateFrom.size];
        int n = 0;
        for (int d = 0; d < people.dateFrom.size; d++) {
            long width = (long) people.dateTo.get(d) - people.dateFrom.get(d);
            if (width <= 1100) {
                middle[n++] = (int) (people.dateFrom.get(d) + width / 2);
                if (width == 0) {
                    days.merge(people.dateFrom.get(d), 1, Integer::sum);
                }
            }
        }
        sorted = Arrays.copyOf(middle, n);
        Arrays.sort(sorted);
    }

    double day(int day) {
        return (Math.max(0, days.getOrDefault(day, 0) - 2) + 0.5 + PRIOR_RECORDS / (PRIOR_YEARS * 365)) / (sorted.length + PRIOR_RECORDS);
    }

    double interval(int from, int to) {
        int low = lowerBound(from - 183);
        int high = lowerBound(to + 184);
        double share = Math.min(1, (to - from + 365.0) / (PRIOR_YEARS * 365));
        return (high - low + 0.2 + PRIOR_RECORDS * share) / (sorted.length + PRIOR_RECORDS);
    }

    private int lowerBound(int value) {
        int at = Arrays.binarySearch(sorted, value);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && sorted[at - 1] == value) {
            at--;
        }
        return at;
    }
}
