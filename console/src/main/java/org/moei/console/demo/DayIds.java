package org.moei.console.demo;

import java.time.Instant;
import java.util.UUID;
import org.moei.base.Ids;
import org.moei.base.Uuid7;

/** Ids that follow from the seed and a counter, so that a run that was killed makes the same actions again. */
final class DayIds implements Ids {
    private final String prefix;
    private Instant now;
    private long next;

    DayIds(long seed, String stage, Instant begin) {
        this.prefix = "rehearsal\n" + seed + "\n" + stage + "\n";
        this.now = begin;
    }

    void at(Instant time) {
        now = time;
    }

    @Override
    public UUID next() {
        return Uuid7.named(now, prefix + next++);
    }
}
