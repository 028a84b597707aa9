package org.moei.linkage.evidence;

import java.util.Arrays;

/**
 * Joins records into groups, likeliest edges first. Two groups of several records join only if samples of both sides fit each other, so
 * that one odd record does not chain two people together; an edge that fails is a weak bridge for a person to look at.
 */
final class Grouping {
    private static final int SAMPLE = 4;
    /** Mean bits of the sampled cross pairs, prior included, below which the groups stay apart. */
    private static final double LEAST_MEAN_BITS = 1;

    private final Population people;
    private final PairComparer comparer;
    private final Model model;
    private final Clusters clusters;
    private final int[] next;
    private final int[] last;
    private final int[] size;

    Grouping(Population people, PairComparer comparer, Model model, int records) {
        this.people = people;
        this.comparer = comparer;
        this.model = model;
        clusters = new Clusters(records);
        next = new int[records];
        last = new int[records];
        size = new int[records];
        Arrays.fill(next, -1);
        Arrays.setAll(last, i -> i);
        Arrays.fill(size, 1);
    }

    /** Joins the groups of two records; false where they do not fit. */
    boolean join(int i, int j) {
        int a = clusters.find(i);
        int b = clusters.find(j);
        if (a == b) {
            return true;
        }
        if (size[a] + size[b] > 2 && !fits(a, b)) {
            return false;
        }
        int low = Math.min(a, b);
        int high = Math.max(a, b);
        next[last[low]] = high;
        last[low] = last[high];
        size[low] += size[high];
        clusters.join(low, high);
        return true;
    }

    private boolean fits(int a, int b) {
        int[] left = sample(a);
        int[] right = sample(b);
        double sum = 0;
        double prior = model.priorBits();
        for (int x : left) {
            for (int y : right) {
                comparer.compare(x, y);
                sum += Math.max(-20, Math.min(20, prior + model.bits(comparer.levels, comparer.rarity)));
            }
        }
        return sum / (left.length * right.length) >= LEAST_MEAN_BITS;
    }

    /** The members with the smallest hashes of ids: the same in every order of arrival. */
    private int[] sample(int root) {
        int[] best = new int[Math.min(SAMPLE, size[root])];
        int count = 0;
        for (int r = root; r >= 0; r = next[r]) {
            int at = count;
            while (at > 0 && people.idHashes.values[best[at - 1]] > people.idHashes.values[r]) {
                at--;
            }
            if (at < best.length) {
                System.arraycopy(best, at, best, at + 1, Math.min(count, best.length - 1) - at);
                best[at] = r;
                count = Math.min(best.length, count + 1);
            }
        }
        return best;
    }

    int[] roots() {
        int[] roots = new int[size.length];
        for (int r = 0; r < roots.length; r++) {
            roots[r] = clusters.find(r);
        }
        return roots;
    }
}
