package org.moei.gate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Linear equations over unknown counts (nationality × week), solved exactly. What they determine about a set of unknowns is what an attacker learns.
 * All coefficients stay in {-1, 0, 1} times a common factor here, so whole numbers in long suffice (rows are divided by their greatest divisor).
 */
final class Equations {
    private final List<String> nationalities;
    private final int weeks;

    Equations(List<String> nationalities, int weeks) {
        this.nationalities = nationalities;
        this.weeks = weeks;
    }

    /** Coefficients, then the sum. */
    record Equation(long[] row) {}

    private long[] zero() {
        return new long[nationalities.size() * weeks + 1];
    }

    private int variable(String nationality, int week) {
        return nationalities.indexOf(nationality) * weeks + week;
    }

    /** A published cell. */
    Equation cell(String nationality, int week, long people) {
        long[] row = zero();
        row[variable(nationality, week)] = 1;
        row[row.length - 1] = people;
        return new Equation(row);
    }

    /** A published total of a week. */
    Equation week(int week, long people) {
        long[] row = zero();
        nationalities.forEach(n -> row[variable(n, week)] = 1);
        row[row.length - 1] = people;
        return new Equation(row);
    }

    /** A published list of a nationality, all of whom have come. */
    Equation list(String nationality, long people) {
        long[] row = zero();
        for (int w = 0; w < weeks; w++) {
            row[variable(nationality, w)] = 1;
        }
        row[row.length - 1] = people;
        return new Equation(row);
    }

    /** A published count of some names (say, the men of a nationality) over a run of weeks. */
    Equation run(List<String> names, int from, int to, long people) {
        long[] row = zero();
        for (String name : names) {
            for (int w = from; w < to; w++) {
                row[variable(name, w)] = 1;
            }
        }
        row[row.length - 1] = people;
        return new Equation(row);
    }

    /**
     * Groups of one to nine people that the equations determine and the lists alone do not: each unknown, each set of unknowns of one
     * nationality, each set of one week, and each row of the solved system.
     */
    List<String> smallGroups(List<Equation> all, List<Equation> listsAlone) {
        long[][] solved = solve(all);
        long[][] before = solve(listsAlone);
        List<String> found = new ArrayList<>();
        for (long[] set : sets(solved)) {
            Long value = determined(solved, set);
            if (value != null && value > 0 && value < 10 && determined(before, set) == null) {
                found.add(Arrays.toString(set) + " = " + value);
            }
        }
        return found;
    }

    private List<long[]> sets(long[][] solved) {
        List<long[]> sets = new ArrayList<>();
        int unknowns = nationalities.size() * weeks;
        for (int n = 0; n < nationalities.size(); n++) {
            for (int mask = 1; mask < 1 << weeks; mask++) {
                long[] set = new long[unknowns];
                for (int w = 0; w < weeks; w++) {
                    set[n * weeks + w] = mask >> w & 1;
                }
                sets.add(set);
            }
        }
        for (int w = 0; w < weeks; w++) {
            for (int mask = 1; mask < 1 << nationalities.size(); mask++) {
                long[] set = new long[unknowns];
                for (int n = 0; n < nationalities.size(); n++) {
                    set[n * weeks + w] = mask >> n & 1;
                }
                sets.add(set);
            }
        }
        for (long[] row : solved) {
            long[] set = Arrays.copyOf(row, unknowns);
            if (Arrays.stream(set).allMatch(c -> c == 0 || c == 1) && Arrays.stream(set).anyMatch(c -> c == 1)) {
                sets.add(set);
            }
        }
        return sets;
    }

    /** The sum over a set, if the equations give it; null where they don't. */
    private static @org.jspecify.annotations.Nullable Long determined(long[][] solved, long[] set) {
        long[] rest = Arrays.copyOf(set, set.length + 1);
        long factor = 1;
        for (long[] row : solved) {
            int lead = lead(row);
            if (lead < 0 || rest[lead] == 0) {
                continue;
            }
            long by = row[lead];
            long times = rest[lead];
            for (int i = 0; i < rest.length; i++) {
                rest[i] = Math.subtractExact(Math.multiplyExact(rest[i], by), Math.multiplyExact(row[i], times));
            }
            factor = Math.multiplyExact(factor, by);
        }
        for (int i = 0; i < set.length; i++) {
            if (rest[i] != 0) {
                return null;
            }
        }
        return -rest[set.length] % factor == 0 ? -rest[set.length] / factor : null;
    }

    private static int lead(long[] row) {
        for (int i = 0; i < row.length - 1; i++) {
            if (row[i] != 0) {
                return i;
            }
        }
        return -1;
    }

    /** Reduced echelon form in whole numbers. */
    private static long[][] solve(List<Equation> equations) {
        long[][] rows = equations.stream().map(e -> e.row().clone()).toArray(long[][]::new);
        int at = 0;
        int columns = rows.length == 0 ? 0 : rows[0].length - 1;
        for (int column = 0; column < columns && at < rows.length; column++) {
            int pivot = at;
            while (pivot < rows.length && rows[pivot][column] == 0) {
                pivot++;
            }
            if (pivot == rows.length) {
                continue;
            }
            long[] swap = rows[at];
            rows[at] = rows[pivot];
            rows[pivot] = swap;
            for (int r = 0; r < rows.length; r++) {
                if (r != at && rows[r][column] != 0) {
                    long times = rows[r][column];
                    long by = rows[at][column];
                    for (int c = 0; c <= columns; c++) {
                        rows[r][c] = Math.subtractExact(Math.multiplyExact(rows[r][c], by), Math.multiplyExact(rows[at][c], times));
                    }
                    reduce(rows[r]);
                }
            }
            reduce(rows[at]);
            at++;
        }
        return Arrays.copyOf(rows, at);
    }

    private static void reduce(long[] row) {
        long divisor = 0;
        for (long value : row) {
            divisor = gcd(divisor, Math.abs(value));
        }
        int lead = lead(row);
        if (divisor > 1 || lead >= 0 && row[lead] < 0) {
            long by = Math.max(1, divisor) * (lead >= 0 && row[lead] < 0 ? -1 : 1);
            for (int i = 0; i < row.length; i++) {
                row[i] /= by;
            }
        }
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
