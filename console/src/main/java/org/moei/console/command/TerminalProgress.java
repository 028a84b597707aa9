package org.moei.console.command;

import java.io.PrintStream;
import org.moei.base.Progress;

/** A bar on a terminal, nothing elsewhere. Ctrl-C ends the process; what was acknowledged stays. */
public final class TerminalProgress implements Progress {
    private static final int WIDTH = 30;
    private static final long EVERY = 100_000_000L;

    private final PrintStream out;
    private final boolean shown;
    private String name = "";
    private long total = -1;
    private long done;
    private long started;
    private long drawn;

    public TerminalProgress(PrintStream out) {
        this.out = out;
        this.shown = System.console() != null && System.console().isTerminal();
    }

    @Override
    public synchronized void stage(String next, long units) {
        end();
        name = next;
        total = units;
        done = 0;
        started = System.nanoTime();
        draw();
    }

    @Override
    public synchronized void advance(long units) {
        done += units;
        if (System.nanoTime() - drawn > EVERY) {
            draw();
        }
    }

    private void draw() {
        drawn = System.nanoTime();
        if (!shown || name.isEmpty()) {
            return;
        }
        double seconds = Math.max(1e-3, (drawn - started) / 1e9);
        String rate = String.format("%,d/s", Math.round(done / seconds));
        if (total > 0) {
            int filled = (int) Math.min(WIDTH, WIDTH * done / total);
            out.printf("\r%-24s [%s%s] %,d of %,d  %s   ", name, "#".repeat(filled), ".".repeat(WIDTH - filled), done, total, rate);
        } else {
            out.printf("\r%-24s %,d  %s   ", name, done, rate);
        }
        out.flush();
    }

    /** Ends the line of the stage under way. */
    public synchronized void end() {
        if (shown && !name.isEmpty()) {
            draw();
            out.println();
        }
        name = "";
    }

    @Override
    public boolean stopped() {
        return Thread.currentThread().isInterrupted();
    }
}
