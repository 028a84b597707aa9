package org.moei.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;
import org.moei.base.Progress;
import org.moei.indicators.Documents;
import org.moei.indicators.Extractor;
import org.moei.indicators.Hit;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.TextPiece;

/** Reads the sources piece by piece, several pieces at a time, and writes their hits in order. */
final class ExtractRun {
    /** What was done. */
    record Counts(long sources, long bytes, long hits, List<Problem> refused) {}

    private record Done(byte[] lines, long hits, String mark) {}

    private final Set<IndicatorType> types;
    private final Optional<String> country;
    private final boolean lines;
    private final OutputStream out;
    private final ExtractJournal journal;
    private final Progress progress;
    private final ThreadLocal<Extractor> extractors;
    private final Deque<Future<Done>> running = new ArrayDeque<>();
    private final int workers = Math.max(1, Runtime.getRuntime().availableProcessors());
    private long hits;

    /** @param journal where the run says what it has done, so that another can go on */
    ExtractRun(Set<IndicatorType> types, Optional<String> country, boolean lines, OutputStream out, ExtractJournal journal, Progress progress) {
        this.journal = journal;
        this.progress = progress;
        this.types = types;
        this.country = country;
        this.lines = lines;
        this.out = out;
        this.extractors = ThreadLocal.withInitial(() -> Extractor.of(this.types, this.country));
    }

    Counts run(List<String> sources) throws IOException {
        List<Problem> refused = new ArrayList<>(journal.refused());
        progress.stage("characters read", -1);
        try (ExecutorService pool = Executors.newFixedThreadPool(workers)) {
            Documents documents = new Documents((source, piece) -> {
                progress.advance(piece.text().length());
                queue(pool.submit(() -> read(source, piece)));
            }, problem -> {
                refused.add(problem);
                journal.refuse(problem);
            }, lines, steps());
            for (String source : sources) {
                documents.read(source);
            }
            while (!running.isEmpty()) {
                writeFirst();
            }
            return new Counts(documents.sources(), documents.bytes(), hits, refused);
        }
    }

    /** A file counts as done when the hits of its last piece are written; its mark waits behind them. */
    private Documents.Steps steps() {
        return new Documents.Steps() {
            @Override
            public boolean isDone(String name, long size, long modified) {
                return journal.isDone(name, size, modified);
            }

            @Override
            public void done(String name, long size, long modified) throws IOException {
                queue(CompletableFuture.completedFuture(new Done(new byte[0], 0, journal.mark(name, size, modified))));
            }
        };
    }

    private void queue(Future<Done> piece) throws IOException {
        running.add(piece);
        if (running.size() > workers * 2) {
            writeFirst();
        }
    }

    private void writeFirst() throws IOException {
        try {
            Done done = running.remove().get();
            hits += done.hits();
            out.write(done.lines());
            if (!done.mark().isEmpty()) {
                out.flush();
                journal.write(done.mark());
            } else {
                journal.count(done.lines().length);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped", stopped);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private Done read(Documents.Source source, TextPiece piece) {
        StringBuilder json = new StringBuilder();
        long count = 0;
        Extractor extractor = extractors.get();
        if (!lines) {
            for (Hit hit : extractor.extract(piece.text())) {
                write(json, source, hit.shifted(piece.offset()), null);
                count++;
            }
            return new Done(json.toString().getBytes(StandardCharsets.UTF_8), count, "");
        }
        String text = piece.text();
        long line = piece.line();
        int from = 0;
        while (from < text.length()) {
            int feed = text.indexOf('\n', from);
            int to = feed < 0 ? text.length() : feed;
            int end = to > from && feed >= 0 && text.charAt(to - 1) == '\r' ? to - 1 : to;
            if (end > from) {
                long before = from == 0 ? piece.lineOffset() : 0;
                for (Hit hit : extractor.extract(text.substring(from, end))) {
                    write(json, source, hit.shifted(before), line);
                    count++;
                }
            }
            from = to + 1;
            line++;
        }
        return new Done(json.toString().getBytes(StandardCharsets.UTF_8), count, "");
    }

    private static void write(StringBuilder json, Documents.Source source, Hit hit, @Nullable Long line) {
        json.append("{\"type\":\"").append(hit.type().label()).append("\",\"value\":");
        Output.quote(json, hit.value()).append(",\"text\":");
        Output.quote(json, hit.text()).append(",\"offset\":").append(hit.offset()).append(",\"length\":").append(hit.length());
        if (line != null) {
            json.append(",\"line\":").append(line.longValue());
        }
        json.append(",\"source\":");
        Output.quote(json, source.name()).append(",\"sha256\":\"").append(source.sha256()).append("\",\"confidence\":").append(hit.confidence()).append(",\"why\":");
        Output.quote(json, hit.why());
        source.decoder().ifPresent(decoder -> Output.quote(json.append(",\"decoder\":"), decoder));
        json.append("}\n");
    }
}
