package org.moei.linkage.names;

/** Edit distance over a–z in which a usual confusion costs less than a letter. */
final class Edits {
    private Edits() {}

    /** Weighted edits between two words; symmetric, 0 for equal words. */
    static double weighted(String a, String b) {
        if (a.equals(b)) {
            return 0;
        }
        int n = a.length();
        int m = b.length();
        double[] two = new double[m + 1];
        double[] above = new double[m + 1];
        double[] row = new double[m + 1];
        for (int j = 1; j <= m; j++) {
            above[j] = above[j - 1] + gap(b, j - 1);
        }
        for (int i = 1; i <= n; i++) {
            row[0] = above[0] + gap(a, i - 1);
            for (int j = 1; j <= m; j++) {
                char x = a.charAt(i - 1);
                char y = b.charAt(j - 1);
                double best = Math.min(above[j] + gap(a, i - 1), row[j - 1] + gap(b, j - 1));
                best = Math.min(best, above[j - 1] + (x == y ? 0 : change(x, y)));
                if (i > 1 && j > 1 && x == b.charAt(j - 2) && y == a.charAt(i - 2)) {
                    best = Math.min(best, two[j - 2] + 0.8);
                }
                row[j] = best;
            }
            double[] spare = two;
            two = above;
            above = row;
            row = spare;
        }
        return above[m];
    }

    private static double gap(String word, int i) {
        char c = word.charAt(i);
        boolean doubled = i > 0 && word.charAt(i - 1) == c || i + 1 < word.length() && word.charAt(i + 1) == c;
        return doubled ? 0.25 : c == 'h' ? 0.45 : isVowel(c) ? 0.7 : 1;
    }

    private static double change(char x, char y) {
        if (isVowel(x) && isVowel(y)) {
            return 0.5;
        }
        String classX = Skeleton.of(String.valueOf(x));
        String classY = Skeleton.of(String.valueOf(y));
        return classX.equals(classY) ? 0.5 : 1;
    }

    private static boolean isVowel(char c) {
        return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y' || c == 'w';
    }
}
