package org.moei.console.signin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Counts failures for each account name, also for names that do not exist, and locks a name for a while after several.
 * Kept in memory and bounded: the longest unused name is forgotten first.
 */
public final class SignInAttempts {
    static final int FAILURES = 5;
    static final Duration LOCK = Duration.ofMinutes(15);
    private static final int NAMES = 10_000;

    private record Count(int failures, Instant last) {}

    private final InstantSource clock;
    private final Map<String, Count> counts = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > NAMES;
        }
    };

    public SignInAttempts(InstantSource clock) {
        this.clock = clock;
    }

    /** Whether the name is locked now. */
    public synchronized boolean isLocked(String name) {
        Count count = counts.get(key(name));
        if (count == null || count.failures < FAILURES) {
            return false;
        }
        if (count.last.plus(LOCK).isBefore(clock.instant())) {
            counts.remove(key(name));
            return false;
        }
        return true;
    }

    public synchronized void failed(String name) {
        Count before = counts.get(key(name));
        boolean stale = before == null || before.last.plus(LOCK).isBefore(clock.instant());
        counts.put(key(name), new Count(stale || before == null ? 1 : before.failures + 1, clock.instant()));
    }

    public synchronized void succeeded(String name) {
        counts.remove(key(name));
    }

    private static String key(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.length() > 200 ? lower.substring(0, 200) : lower;
    }
}
