package org.moei.indicators.match;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.moei.indicators.internal.text.Normalized;
import org.moei.indicators.internal.text.Refanger;

/** Reads line by line, undoes defanging, and gives each match with the place and the text as they stand in the line. */
final class DefangedLines {
    private final IndicatorSet set;
    private final BufferedReader lines;
    private final Consumer<Match> sink;
    private final Normalized plain = new Normalized(1 << 10);
    private final Refanger refanger = new Refanger(false);

    DefangedLines(IndicatorSet set, InputStream in, Consumer<Match> sink) {
        this.set = set;
        this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        this.sink = sink;
    }

    /** Returns how many bytes were read. */
    long read() throws IOException {
        LogScanner scanner = new LogScanner(set);
        long number = 0;
        long bytes = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            bytes += line.length() + 1L;
            refanger.read(line, plain);
            String text = plain.text(0, plain.length);
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            long here = number;
            String source = line;
            scanner.scan(utf8, utf8.length, 1, 0, match -> {
                int from = new String(utf8, 0, (int) match.offset(), StandardCharsets.UTF_8).length();
                int start = plain.start(from);
                int end = plain.end(from + match.text().length());
                long offset = source.substring(0, start).getBytes(StandardCharsets.UTF_8).length;
                sink.accept(new Match(here, offset, match.indicator(), match.type(), match.scope(), source.substring(start, end)));
            });
        }
        return bytes;
    }
}
