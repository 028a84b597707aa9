package org.moei.records;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;

/** RFC 4180, with the separators that spreadsheets write: comma, semicolon, tab, bar; whichever the first line holds most of. */
final class CsvRows implements RowSource {
    private static final int PEEK = 1 << 15;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;

    CsvRows(Reader text) throws IOException {
        BufferedReader buffered = new BufferedReader(text, 1 << 16);
        buffered.mark(PEEK);
        char[] start = new char[PEEK];
        int length = Math.max(0, buffered.read(start, 0, PEEK));
        buffered.reset();
        reader = CsvReader.builder()
                .fieldSeparator(separator(start, length))
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(buffered);
        records = reader.iterator();
    }

    private static char separator(char[] start, int length) {
        int[] count = new int[4];
        boolean quoted = false;
        for (int i = 0; i < length && (quoted || start[i] != '\n' && start[i] != '\r'); i++) {
            quoted ^= start[i] == '"';
            int which = quoted ? -1 : ",;\t|".indexOf(start[i]);
            if (which >= 0) {
                count[which]++;
            }
        }
        int best = 0;
        for (int i = 1; i < 4; i++) {
            best = count[i] > count[best] ? i : best;
        }
        return ",;\t|".charAt(best);
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord csv = records.next();
            int count = csv.getFieldCount();
            List<List<String>> cells = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                String value = csv.getField(i);
                cells.add(value.isEmpty() ? List.of() : List.of(value));
            }
            return new Row(csv.getStartingLineNumber(), null, cells, null);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (CsvParseException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "csv-form", "The file stops being CSV: a value does not end within 16 million characters.")
                    .withAdvice("a quotation mark is never closed.")
                    .asException(e);
        }
    }

    @Override
    public boolean headerIsARow() {
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
