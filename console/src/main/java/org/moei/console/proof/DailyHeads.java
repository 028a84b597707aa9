package org.moei.console.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.moei.base.ProblemException;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.journal.SignedHead;

/**
 * Signs the head of each wing's tree once a day and writes it down as a sheet that partners keep. While the keys are locked
 * none is signed; the day's head follows as soon as officers unlock.
 */
public final class DailyHeads implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMinutes(10);

    private final List<WingFoundation> wings;
    private final Path folder;
    private final ZoneId zone;
    private final InstantSource clock;
    private volatile @Nullable Thread thread;

    /**
     * Heads that are written when asked.
     *
     * @param folder where the sheets are kept
     * @param zone in which a day begins
     */
    public DailyHeads(List<WingFoundation> wings, Path folder, ZoneId zone, InstantSource clock) {
        this.wings = wings;
        this.folder = folder;
        this.zone = zone;
        this.clock = clock;
    }

    /** Looks from now on, until closed, whether the day's heads are still to be written. */
    public DailyHeads start() {
        thread = Thread.ofVirtual().name("daily-heads").start(this::goOn);
        return this;
    }

    private void goOn() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                write();
            } catch (ProblemException e) {
                // A full disk, or locked just now: the next round tries again.
                wings.getFirst().accessLog().event("daily-head", e.problem().code());
            }
            try {
                Thread.sleep(EVERY);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Writes what is still missing of the day's heads, and says where. */
    public List<Path> write() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<Path> written = new ArrayList<>();
        for (WingFoundation wing : wings) {
            String name = today + "-" + wing.wing().word();
            if (!Files.exists(folder.resolve(name + ".txt")) && wing.vault().isOpen()) {
                written.add(sheet(wing.journal().signHead()).write(folder, name));
            }
        }
        return written;
    }

    static Sheet sheet(SignedHead head) {
        return new Sheet(
                "Head of the journal: " + head.wing(),
                List.of(
                        String.format(Locale.ROOT, "%,d actions, signed %s.", head.size(), head.signed()),
                        "Keep this sheet where the house cannot reach it. With it anybody shows later that nothing up to here was changed, left out, put in or moved:"
                                + " copy the lines below into a file and run ./moei verify --head FILE. It tells nothing about anybody."),
                head.code(),
                head.line());
    }

    @Override
    public void close() {
        Thread running = thread;
        if (running != null) {
            running.interrupt();
        }
    }
}
