package org.moei.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.moei.base.Problem;

/** Files that a command writes: beside their place first and moved there at the end, so that a failure leaves none. */
final class Outputs implements AutoCloseable {
    private record Pending(Path temporary, Path wanted, Writer writer) {}

    private final List<Pending> pending = new ArrayList<>();

    /** What fills a file. */
    interface Content {
        void write(Writer out) throws IOException;
    }

    /** Writes a file, or standard output for {@code -}; it appears at {@link #commit()}. */
    void write(String path, Content content) {
        try {
            if (path.equals("-")) {
                Writer out = new BufferedWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
                content.write(out);
                out.flush();
                return;
            }
            Path wanted = Path.of(path).toAbsolutePath();
            Path temporary = Files.createTempFile(wanted.getParent(), "." + wanted.getFileName(), ".part");
            Writer out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8);
            pending.add(new Pending(temporary, wanted, out));
            content.write(out);
            out.close();
        } catch (IOException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "cannot-write", "The output (" + path + ") cannot be written.").asException(e);
        }
    }

    /** Moves the files to their places. */
    void commit() {
        for (Pending p : pending) {
            try {
                try {
                    Files.move(p.temporary, p.wanted, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                } catch (AtomicMoveNotSupportedException e) {
                    Files.move(p.temporary, p.wanted, StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                throw Problem.of(Problem.Kind.COULD_NOT_RUN, "cannot-write", "The output (" + p.wanted + ") cannot be written.").asException(e);
            }
        }
        pending.clear();
    }

    @Override
    public void close() {
        for (Pending p : pending) {
            try {
                p.writer.close();
                Files.deleteIfExists(p.temporary);
            } catch (IOException e) {
                // The temporary file stays behind; the wanted one was not touched.
                continue;
            }
        }
    }

    /** A CSV cell by RFC 4180. */
    static String cell(String value) {
        boolean plain = true;
        for (int i = 0; i < value.length() && plain; i++) {
            char c = value.charAt(i);
            plain = c != ',' && c != '"' && c != '\n' && c != '\r';
        }
        return plain && !value.startsWith(" ") && !value.endsWith(" ") ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /** A probability with at least six significant digits. */
    static String probability(double p) {
        if (p >= 0.9999995) {
            return p >= 1 ? "1" : java.math.BigDecimal.valueOf(p).round(new java.math.MathContext(12)).toPlainString();
        }
        return p == 0 ? "0" : java.math.BigDecimal.valueOf(p).round(new java.math.MathContext(9)).toPlainString();
    }

    /** A flat or nested map as JSON; values are numbers, strings, maps or null. */
    static String json(Map<String, ?> map) {
        StringBuilder out = new StringBuilder("{");
        map.forEach((key, value) -> {
            out.append(out.length() > 1 ? ", " : "").append('"').append(key).append("\": ");
            if (value instanceof Map<?, ?> inner) {
                java.util.TreeMap<String, Object> copy = new java.util.TreeMap<>();
                inner.forEach((k, v) -> copy.put(String.valueOf(k), v));
                out.append(json(copy));
            } else if (value instanceof Double number) {
                out.append(number.isNaN() || number.isInfinite() ? "null" : Double.toString(Math.round(number * 1e6) / 1e6));
            } else if (value instanceof Number) {
                out.append(value);
            } else {
                out.append('"').append(String.valueOf(value).replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
            }
        });
        return out.append('}').toString();
    }

    /** Names refused rows on standard error, and with their values in the rejects file. */
    static void problems(List<Problem> problems, long refused, String rejects, Outputs outputs, PrintWriter err) {
        problems.stream().limit(20).forEach(p -> err.println(p.toString().replace("\n", " ")));
        if (refused > 20) {
            err.println("… and " + (refused - 20) + " more rows were refused" + (rejects.isEmpty() ? " (--rejects FILE names them)." : "."));
        }
        if (!rejects.isEmpty()) {
            outputs.write(rejects, out -> {
                out.write("file,row,field,code,reason,value\n");
                for (Problem p : problems) {
                    out.write(cell(p.where().file()) + "," + p.where().row() + "," + cell(p.where().field()) + "," + p.code() + "," + cell(p.message()) + "," + cell(p.value().orElse("")) + "\n");
                }
            });
        }
    }

    /** The largest resident set of this process so far, in bytes; 0 where the system does not say. */
    static long peakResident() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
        return 0;
    }
}
