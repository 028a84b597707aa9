package org.moei.records;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.moei.base.Problem;
import org.moei.base.ProblemException;

/** Opens a file by its ending. */
final class RowSources {
    private static final int BUFFER = 1 << 16;

    private RowSources() {}

    static RowSource open(Path file) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name.endsWith(".zst") ? name.substring(0, name.length() - 4) : name;
        if (!file.toString().equals("-") && !Files.isRegularFile(file)) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "no-such-file", "There is no file at this path.").at(Problem.Where.row(file.toString(), 0, "")).asException();
        }
        if (plain.endsWith(".parquet")) {
            return new ParquetRows(plain.equals(name) ? file : unpacked(file));
        }
        if (plain.endsWith(".xlsx")) {
            return new XlsxRows(stream(file));
        }
        if (plain.endsWith(".xls")) {
            throw Problem.of(Problem.Kind.WRONG_USE, "old-spreadsheet", "Spreadsheets of the old form (.xls) are not read.")
                    .at(Problem.Where.row(file.toString(), 0, ""))
                    .withAdvice("the file can be saved as .xlsx or as CSV UTF-8.")
                    .asException();
        }
        if (plain.endsWith(".jsonl") || plain.endsWith(".ndjson") || plain.endsWith(".json")) {
            return new JsonRows(text(stream(file)));
        }
        return new CsvRows(text(stream(file)));
    }

    static InputStream stream(Path file) throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        InputStream raw = name.equals("-") ? System.in : Files.newInputStream(file);
        InputStream in = new BufferedInputStream(raw, BUFFER);
        return name.endsWith(".gz") ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : name.endsWith(".zst") ? new BufferedInputStream(new ZstdInputStream(in), BUFFER) : in;
    }

    /** UTF-8 unless a byte order mark says UTF-16; bytes that are neither become U+FFFD, which the reader refuses by row. */
    static Reader text(InputStream in) throws IOException {
        in.mark(4);
        int a = in.read();
        int b = in.read();
        int c = in.read();
        in.reset();
        Charset charset = a == 0xFF && b == 0xFE || a == 0xFE && b == 0xFF ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
        if (a == 0xEF && b == 0xBB && c == 0xBF) {
            in.skipNBytes(3);
        }
        return new InputStreamReader(in, charset);
    }

    private static Path unpacked(Path file) throws IOException {
        Path copy = Files.createTempFile("moei", ".parquet");
        copy.toFile().deleteOnExit();
        try (InputStream in = stream(file)) {
            Files.copy(in, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        return copy;
    }

    static ProblemException unreadable(Path file, IOException cause) {
        String why = cause instanceof NoSuchFileException ? "There is no file at this path." : "The file cannot be read (" + cause.getClass().getSimpleName() + ").";
        return Problem.of(Problem.Kind.COULD_NOT_RUN, "unreadable-file", why).at(Problem.Where.row(file.toString(), 0, "")).asException(cause);
    }
}
