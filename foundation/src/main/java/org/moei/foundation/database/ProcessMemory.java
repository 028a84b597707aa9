package org.moei.foundation.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * The most memory that this program and its database server held together, as proportional set size: pages that several processes share
 * count once (proc(5), smaps_rollup), which a sum of resident sizes would count for each connection.
 *
 * <p>Sampled; a peak shorter than the period may be missed.
 */
public final class ProcessMemory implements AutoCloseable {
    private static final int PAGE_BYTES = 4096;

    private final Supplier<List<Long>> others;
    private final Thread sampler;
    private volatile long peak;
    private volatile boolean closed;

    private ProcessMemory(Supplier<List<Long>> others, Duration period) {
        this.others = others;
        this.sampler = Thread.ofPlatform().daemon().name("process-memory").unstarted(() -> sample(period));
    }

    /** Begins to watch this program and the server of the database. */
    public static ProcessMemory watch(Database database) {
        return watch(database::processes, Duration.ofMillis(500));
    }

    /** Begins to watch this program and other processes, which are asked for anew each time. */
    public static ProcessMemory watch(Supplier<List<Long>> others, Duration period) {
        ProcessMemory memory = new ProcessMemory(others, period);
        memory.sampler.start();
        return memory;
    }

    private void sample(Duration period) {
        while (!closed) {
            peak = Math.max(peak, now());
            try {
                Thread.sleep(period);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Bytes held now. */
    public long now() {
        long sum = pss(ProcessHandle.current().pid());
        for (long process : others.get()) {
            sum += pss(process);
        }
        return sum;
    }

    /** Bytes held at most since the watch began. */
    public long peakPss() {
        return Math.max(peak, now());
    }

    private static long pss(long process) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(process), "smaps_rollup"))) {
                if (line.startsWith("Pss:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        } catch (IOException e) {
            return privateResident(process);
        }
        return 0;
    }

    /** Where another user's smaps are closed to us (containers without ptrace): resident without shared, too little rather than doubled. */
    private static long privateResident(long process) {
        try {
            String[] pages = Files.readString(Path.of("/proc", Long.toString(process), "statm")).split(" ");
            return Math.max(0, Long.parseLong(pages[1]) - Long.parseLong(pages[2])) * PAGE_BYTES;
        } catch (IOException e) {
            return 0; // It ended between the list and the look.
        }
    }

    @Override
    public void close() {
        closed = true;
        sampler.interrupt();
    }
}
