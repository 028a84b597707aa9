package org.moei.records;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;

/** Rows of cells from a file of any of the formats; the first rows may be titles and the header. */
interface RowSource extends AutoCloseable {

    /**
     * One row: its number in the file and either its cells (each a list of one value, several in JSON) or why it cannot be read.
     *
     * @param headers the keys of a JSON object; null in tables, where they stand in a row
     */
    record Row(long number, @Nullable List<String> headers, List<List<String>> cells, @Nullable Problem problem) {
        List<String> firsts() {
            return cells.stream().map(c -> c.isEmpty() ? "" : c.getFirst()).toList();
        }
    }

    /** The next row, or null at the end. */
    @Nullable Row next() throws IOException;

    /** Whether the header is one of the rows (CSV, XLSX) or each row brings its own (JSON lines, Parquet). */
    boolean headerIsARow();

    @Override
    void close() throws IOException;
}
