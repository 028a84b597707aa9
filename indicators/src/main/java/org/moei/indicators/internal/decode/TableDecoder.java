package org.moei.indicators.internal.decode;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table of comma-, semicolon- or tab-separated values (RFC 4180, read leniently), a row a line as {@code header: cell, header: cell},
 * so that the header says what a number is. A file without a header gives the cells alone.
 */
final class TableDecoder implements Decoder {
    /** Longest cell in characters; a longer one, as after a forgotten quote, goes on in the next. */
    private static final int CELL = 1 << 16;

    private static final int CELLS = 4096;
    /** A header is repeated in every row, so it is bounded. */
    private static final int HEADER = 40;

    private static final int HEADERS = 200;

    @Override
    public void read(Part part, Run run) throws IOException {
        byte[] head = Run.head(part.content());
        try (Reader reader = new java.io.BufferedReader(Run.reader(part.content().open(), Charsets.detect(head)), 1 << 16)) {
            Cells cells = new Cells(reader);
            Rows rows = new Rows();
            run.text(part, "csv", new Chunks(() -> {
                List<String> row = cells.next();
                return row == null ? null : rows.line(row);
            }));
        }
    }

    /** Writes rows as lines; the first may be the header. */
    static final class Rows {
        private List<String> header = List.of();
        private boolean begun;

        String line(List<String> row) {
            if (!begun) {
                begun = true;
                if (isHeader(row)) {
                    header = List.copyOf(row);
                }
                return String.join(", ", row) + "\n";
            }
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                if (cell.isBlank()) {
                    continue;
                }
                line.append(line.isEmpty() ? "" : ", ");
                if (i < header.size() && !header.get(i).isBlank() && !misleads(header.get(i), cell)) {
                    line.append(header.get(i).strip()).append(": ");
                }
                line.append(cell);
            }
            return line.append('\n').toString();
        }

        /** A column "line" of numbers counts lines, it does not name accounts of LINE. */
        private static boolean misleads(String header, String cell) {
            return (header.equals("line") || header.equals("signal")) && cell.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-');
        }

        private static boolean isHeader(List<String> row) {
            return row.size() > 1 && row.size() <= HEADERS && row.stream().allMatch(c -> c.length() <= HEADER && c.indexOf('@') < 0 && c.indexOf('\n') < 0 && (c.isBlank() || c.chars().anyMatch(Character::isLetter))
                    && (c.indexOf('.') < 0 || c.indexOf(' ') >= 0) && !c.contains("://"));
        }
    }

    private static final class Cells {
        private final Reader in;
        private int ahead = -2;
        private char divider;

        Cells(Reader in) {
            this.in = in;
        }

        private int take() throws IOException {
            int c = ahead == -2 ? in.read() : ahead;
            ahead = -2;
            return c;
        }

        private int look() throws IOException {
            if (ahead == -2) {
                ahead = in.read();
            }
            return ahead;
        }

        @Nullable List<String> next() throws IOException {
            if (divider == 0) {
                divider = guess();
            }
            if (look() < 0) {
                return null;
            }
            List<String> row = new ArrayList<>();
            StringBuilder cell = new StringBuilder();
            boolean quoted = false;
            for (int c = take(); c >= 0; c = take()) {
                if (quoted) {
                    if (c != '"') {
                        cell.append((char) c);
                    } else if (look() == '"') {
                        cell.append((char) take());
                    } else {
                        quoted = false;
                    }
                } else if (c == '"' && cell.isEmpty()) {
                    quoted = true;
                } else if (c == divider) {
                    row.add(cell.toString());
                    cell.setLength(0);
                } else if (c == '\n') {
                    break;
                } else if (c != '\r' || look() != '\n') {
                    cell.append((char) c);
                }
                if (cell.length() >= CELL || row.size() >= CELLS) {
                    break;
                }
            }
            row.add(cell.toString());
            return row;
        }

        /** The sign that stands most often in the first line; a comma where none does. */
        private char guess() throws IOException {
            if (!in.markSupported()) {
                return ',';
            }
            in.mark(1 << 14);
            int[] counts = new int[4];
            String signs = ",;\t|";
            for (int i = 0; i < (1 << 14) - 1; i++) {
                int c = in.read();
                if (c < 0 || c == '\n') {
                    break;
                }
                int sign = signs.indexOf(c);
                if (sign >= 0) {
                    counts[sign]++;
                }
            }
            in.reset();
            int best = 0;
            for (int i = 1; i < 4; i++) {
                best = counts[i] > counts[best] ? i : best;
            }
            if (look() == 0xFEFF) {
                take();
            }
            return signs.charAt(best);
        }
    }
}
