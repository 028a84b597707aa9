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
    private final int[] size;
    /** By root: its {@value #SAMPLE} members with the smallest hashes of ids, so the same in every order of arrival. */
    private final int[] samples;
    private final int[] merged = new int[SAMPLE];

    Grouping(Population people, PairComparer comparer, Model model, int records) {
        this.people = people;
        this.comparer = comparer;
        this.model = model;
        clusters = new Clusters(records);
        size = new int[records];
        samples = new int[Math.multiplyExact(records, SAMPLE)];
        Arrays.fill(size, 1);
        for (int r = 0; r < records; r++) {
            samples[r * SAMPLE] = r;
        }
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
        mergeSamples(low, high);
        size[low] += size[high];
        clusters.join(low, high);
        return true;
    }

    private boolean fits(int a, int b) {
        int left = Math.min(SAMPLE, size[a]);
        int right = Math.min(SAMPLE, size[b]);
        double sum = 0;
        double prior = model.priorBits();
        for (int x = 0; x < left; x++) {
            for (int y = 0; y < right; y++) {
                comparer.compare(samples[a * SAMPLE + x], samples[b * SAMPLE + y]);
                sum += Math.max(-20, Math.min(20, prior + model.bits(comparer.levels, comparer.rarity)));
            }
        }
        return sum / (left * right) >= LEAST_MEAN_BITS;
    }

    private void mergeSamples(int into, int from) {
        int left = Math.min(SAMPLE, size[into]);
        int right = Math.min(SAMPLE, size[from]);
        int x = 0;
        int y = 0;
        for (int k = 0; k < Math.min(SAMPLE, left + right); k++) {
            boolean first = y >= right || x < left && people.idHashes.values[samples[into * SAMPLE + x]] <= people.idHashes.values[samples[from * SAMPLE + y]];
            merged[k] = first ? samples[into * SAMPLE + x++] : samples[from * SAMPLE + y++];
        }
        System.arraycopy(merged, 0, samples, into * SAMPLE, Math.min(SAMPLE, left + right));
    }

    int[] roots() {
        int[] roots = new int[size.length];
        for (int r = 0; r < roots.length; r++) {
            roots[r] = clusters.find(r);
        }
        return roots;
    }
}
