package org.moei.linkage.evidence;

/** Edit distance with swaps of neighbours (optimal string alignment), given up beyond a bound. */
final class Edit {
    private static final int MAX = 64;

    private Edit() {}

    /** The distance, or {@code bound + 1} where it is larger. Words above 64 letters are cut. */
    static int distance(String a, String b, int bound) {
        int n = Math.min(MAX, a.length());
        int m = Math.min(MAX, b.length());
        if (Math.abs(n - m) > bound) {
            return bound + 1;
        }
        int from = 0;
        while (from < n && from < m && a.charAt(from) == b.charAt(from)) {
            from++;
        }
        while (n > from && m > from && a.charAt(n - 1) == b.charAt(m - 1)) {
            n--;
            m--;
        }
        n -= from;
        m -= from;
        if (n == 0 || m == 0) {
            return Math.min(bound + 1, n + m);
        }
        int[] two = new int[m + 1];
        int[] above = new int[m + 1];
        int[] row = new int[m + 1];
        for (int j = 0; j <= m; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= n; i++) {
            row[0] = i;
            int least = i;
            char x = a.charAt(from + i - 1);
            for (int j = 1; j <= m; j++) {
                char y = b.charAt(from + j - 1);
                int best = Math.min(above[j - 1] + (x == y ? 0 : 1), Math.min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && x == b.charAt(from + j - 2) && a.charAt(from + i - 2) == y) {
                    best = Math.min(best, two[j - 2] + 1);
                }
                row[j] = best;
                least = Math.min(least, best);
            }
            if (least > bound) {
                return bound + 1;
            }
            int[] spare = two;
            two = above;
            above = row;
            row = spare;
        }
        return Math.min(bound + 1, above[m]);
    }
}
