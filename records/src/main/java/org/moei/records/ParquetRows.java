package org.moei.records;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;

/** Rows of a Parquet file; nested columns other than lists of plain values are passed over. */
final class ParquetRows implements RowSource {
    private final ParquetFileReader file;
    private final RowReader rows;
    private final List<String> headers = new ArrayList<>();
    private long number;

    ParquetRows(Path path) throws IOException {
        try {
            file = ParquetFileReader.open(InputFile.of(path));
            rows = file.rowReader();
            for (int i = 0; i < rows.getFieldCount(); i++) {
                headers.add(rows.getFieldName(i));
            }
        } catch (RuntimeException e) {
            throw Problem.of(Problem.Kind.COULD_NOT_RUN, "parquet-form", "The file is not readable as Parquet (" + e.getClass().getSimpleName() + ").").asException(e);
        }
    }

    @Override
    public @Nullable Row next() {
        if (!rows.hasNext()) {
            return null;
        }
        rows.next();
        number++;
        List<List<String>> cells = new ArrayList<>(headers.size());
        for (int i = 0; i < headers.size(); i++) {
            cells.add(rows.isNull(i) ? List.of() : texts(rows.getValue(i)));
        }
        return new Row(number, headers, cells, null);
    }

    private static List<String> texts(@Nullable Object value) {
        return switch (value) {
            case null -> List.of();
            case String text -> text.isEmpty() ? List.of() : List.of(text);
            case byte[] bytes -> List.of(new String(bytes, StandardCharsets.UTF_8));
            case Double number -> number.isNaN() ? List.of() : List.of(number.toString());
            case PqList list -> {
                List<String> all = new ArrayList<>();
                list.values().forEach(item -> {
                    if (item != null) {
                        all.add(item.toString());
                    }
                });
                yield all;
            }
            case Number number -> List.of(number.toString());
            case Boolean truth -> List.of(truth.toString());
            case java.time.temporal.Temporal time -> List.of(time.toString());
            default -> List.of();
        };
    }

    @Override
    public boolean headerIsARow() {
        return false;
    }

    @Override
    public void close() throws IOException {
        rows.close();
        file.close();
    }
}
