package org.moei.linkage.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.moei.base.Progress;
import org.moei.linkage.api.LinkOptions;

/** Walks all candidate pairs once, on as many threads as there are cores. */
final class PairScan {
    private static final int CHUNK = 256;

    /** What a thread does with each pair. */
    interface Visitor {
        void pair(int i, int j);

        /** Called at the end, one thread after the other. */
        void done();
    }

    private PairScan() {}

    /**
     * Visits each pair of the blocks that the scope allows, once; or of a sample of the records, chosen by their ids, all pairs of each: a pair of two such records
     * is then visited twice, so that all pairs have the same weight.
     *
     * @param order the records in the order in which they are walked: alike ones beside each other, since they meet the same others
     * @param sampleShift 0 visits all, s those of about one record in 2^s
     */
    static void run(Population people, Blocks blocks, int[] order, LinkOptions.Scope scope, int sampleShift, Progress progress, Supplier<Visitor> visitors) {
        int threads = Math.max(1, Math.min(Runtime.getRuntime().availableProcessors(), people.size() / CHUNK + 1));
        AtomicInteger next = new AtomicInteger();
        List<Visitor> all = new ArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> futures = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                Visitor visitor = visitors.get();
                all.add(visitor);
                futures.add(pool.submit(() -> work(people, blocks, order, scope, sampleShift, progress, visitor, next)));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Comparing records failed.", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Comparing records was interrupted.", e);
        }
        all.forEach(Visitor::done);
    }

    private static void work(
            Population people, Blocks blocks, int[] order, LinkOptions.Scope scope, int sampleShift, Progress progress, Visitor visitor, AtomicInteger next) {
        int records = people.size();
        // by record: with whom else it was put last, so that a pair of several blocks is visited once
        int[] met = new int[records];
        Arrays.fill(met, -1);
        for (int from = next.getAndAdd(CHUNK); from < records && !progress.stopped(); from = next.getAndAdd(CHUNK)) {
            long seen = 0;
            for (int at = from; at < Math.min(records, from + CHUNK); at++) {
                int i = order[at];
                if (!sampled(people, i, sampleShift)) {
                    continue;
                }
                int least = sampleShift == 0 ? i : -1;
                met[i] = i;
                for (int x = blocks.firstOf(i); x < blocks.firstOf(i + 1); x++) {
                    int start = blocks.from(blocks.blockOf(x));
                    for (int y = blocks.from(blocks.blockOf(x) + 1) - 1; y >= start && blocks.member(y) > least; y--) {
                        int j = blocks.member(y);
                        if (met[j] != i) {
                            met[j] = i;
                            if (allowed(people, scope, i, j)) {
                                visitor.pair(i, j);
                                seen++;
                            }
                        }
                    }
                }
            }
            progress.advance(seen);
        }
    }

    private static boolean allowed(Population people, LinkOptions.Scope scope, int i, int j) {
        return switch (scope) {
            case ALL -> true;
            case WITHIN -> people.sources.get(i) == people.sources.get(j);
            case BETWEEN -> people.sources.get(i) != people.sources.get(j);
        };
    }

    private static boolean sampled(Population people, int i, int shift) {
        return shift == 0 || (Hashes.mix(people.idHashes.values[i]) & (1L << shift) - 1) == 0;
    }
}
