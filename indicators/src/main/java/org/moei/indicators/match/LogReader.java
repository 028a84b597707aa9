package org.moei.indicators.match;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Reads a log in pieces that end with a line, scans several at a time, and gives the matches in order. */
public final class LogReader {
    /** Bytes of a piece; a longer line is cut where a token ends. */
    private static final int PIECE = 1 << 21;

    private final IndicatorSet set;
    private final int threads;
    private long bytes;
    private long lines;

    private record Piece(List<Match> matches, long feeds, int lastLineBytes) {}

    private record Waiting(Future<Piece> piece, byte[] buffer) {}

    public LogReader(IndicatorSet set, int threads) {
        this.set = set;
        this.threads = threads;
    }

    public long bytes() {
        return bytes;
    }

    public long lines() {
        return lines;
    }

    /** Reads to the end. Lines are counted from 1 for each call. */
    public void read(InputStream in, Consumer<Match> sink) throws IOException {
        long[] line = {1, 0};
        Deque<Waiting> waiting = new ArrayDeque<>();
        Deque<byte[]> free = new ArrayDeque<>();
        ThreadLocal<LogScanner> scanners = ThreadLocal.withInitial(() -> new LogScanner(set));
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            byte[] buffer = new byte[PIECE];
            int held = 0;
            boolean ended = false;
            while (!ended) {
                int read = in.readNBytes(buffer, held, buffer.length - held);
                bytes += read;
                held += read;
                ended = held < buffer.length;
                int cut = ended ? held : cut(buffer, held);
                if (waiting.size() > threads) {
                    free.add(finish(waiting.remove(), line, sink));
                }
                byte[] next = free.isEmpty() ? new byte[PIECE] : free.remove();
                System.arraycopy(buffer, cut, next, 0, held - cut);
                byte[] piece = buffer;
                waiting.add(new Waiting(pool.submit(() -> scan(scanners.get(), piece, cut)), piece));
                buffer = next;
                held -= cut;
            }
            while (!waiting.isEmpty()) {
                finish(waiting.remove(), line, sink);
            }
        }
        lines += line[0] - 1;
    }

    /** As {@link #read}, where wanted with defanging undone line by line. */
    public void readDefanged(boolean defanged, InputStream in, Consumer<Match> sink) throws IOException {
        if (defanged) {
            bytes += new DefangedLines(set, in, sink).read();
        } else {
            read(in, sink);
        }
    }

    private static Piece scan(LogScanner scanner, byte[] piece, int length) {
        List<Match> matches = new ArrayList<>();
        long feeds = scanner.scan(piece, length, 0, 0, matches::add);
        int last = length;
        while (last > 0 && piece[last - 1] != '\n') {
            last--;
        }
        return new Piece(matches, feeds, length - last);
    }

    private static byte[] finish(Waiting waiting, long[] line, Consumer<Match> sink) throws IOException {
        try {
            Piece piece = waiting.piece().get();
            for (Match m : piece.matches()) {
                sink.accept(new Match(line[0] + m.line(), m.offset() + (m.line() == 0 ? line[1] : 0), m.indicator(), m.type(), m.scope(), m.text()));
            }
            line[0] += piece.feeds();
            line[1] = piece.feeds() > 0 ? piece.lastLineBytes() : line[1] + piece.lastLineBytes();
            return waiting.buffer();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private static int cut(byte[] buffer, int held) {
        for (int i = held - 1; i > 0; i--) {
            if (buffer[i] == '\n') {
                return i + 1;
            }
        }
        for (int i = held - 1; i > held - 65_536; i--) {
            if (!LogScanner.isToken(buffer[i]) && buffer[i] >= 0) {
                return i + 1;
            }
        }
        return held;
    }
}
