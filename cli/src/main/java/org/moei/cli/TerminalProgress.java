package org.moei.cli;

import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;
import org.moei.base.Progress;

/** Says on standard error how far the work is, and only where that is a terminal. */
final class TerminalProgress implements Progress {
    private static final long STEP = 1_000_000;

    private final PrintStream out;
    private final AtomicLong done = new AtomicLong();
    private volatile String stage = "";

    private TerminalProgress(PrintStream out) {
        this.out = out;
    }

    static Progress create() {
        return System.console() != null && System.console().isTerminal() ? new TerminalProgress(System.err) : SILENT;
    }

    @Override
    public void stage(String name, long total) {
        stage = name;
        done.set(0);
        out.printf("\r%-60s", name);
    }

    @Override
    public void advance(long units) {
        long before = done.getAndAdd(units);
        if (before / STEP != (before + units) / STEP) {
            out.printf("\r%s %,d%20s", stage, before + units, "");
        }
    }

    @Override
    public boolean stopped() {
        return false;
    }
}
