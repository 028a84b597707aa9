package org.moei.records;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;

/** The first sheet of a workbook; cells with a date format become ISO dates, whole numbers lose their ".0". */
final class XlsxRows implements RowSource {
    private final ReadableWorkbook book;
    private final Stream<org.dhatim.fastexcel.reader.Row> stream;
    private final Iterator<org.dhatim.fastexcel.reader.Row> rows;
    private int width;

    XlsxRows(InputStream in) throws IOException {
        try {
            book = new ReadableWorkbook(in, new ReadingOptions(true, true));
            stream = book.getFirstSheet().openStream();
            rows = stream.iterator();
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    @Override
    public @Nullable Row next() throws IOException {
        try {
            while (rows.hasNext()) {
                org.dhatim.fastexcel.reader.Row row = rows.next();
                List<List<String>> cells = new ArrayList<>();
                boolean filled = false;
                for (int i = 0; i < row.getCellCount(); i++) {
                    String value = text(row.getCell(i));
                    filled |= !value.isBlank();
                    cells.add(value.isBlank() ? List.of() : List.of(value));
                }
                if (!filled) {
                    continue;
                }
                while (cells.size() > width && cells.getLast().isEmpty()) {
                    cells.removeLast();
                }
                width = Math.max(width, width == 0 || row.getRowNum() <= 10 ? cells.size() : 0);
                while (cells.size() < width) {
                    cells.add(List.of());
                }
                return new Row(row.getRowNum(), null, cells, null);
            }
            return null;
        } catch (ExcelReaderException e) {
            throw broken(e);
        }
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER || cell.getType() == CellType.FORMULA && cell.getValue() instanceof BigDecimal) {
            String format = cell.getDataFormatString();
            if (format != null && isDate(format)) {
                return cell.asDate().toLocalDate().toString();
            }
            BigDecimal number = (BigDecimal) cell.getValue();
            return number == null ? "" : number.stripTrailingZeros().toPlainString();
        }
        return cell.getText();
    }

    private static boolean isDate(String format) {
        String plain = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        return plain.indexOf('y') >= 0 || plain.indexOf('Y') >= 0 || plain.indexOf('d') >= 0 && plain.indexOf('m') >= 0;
    }

    private static RuntimeException broken(RuntimeException cause) {
        return Problem.of(Problem.Kind.COULD_NOT_RUN, "xlsx-form", "The file is not a readable XLSX workbook.").withAdvice("it is protected by a password or damaged; save it as CSV UTF-8.").asException(cause);
    }

    @Override
    public boolean headerIsARow() {
        return true;
    }

    @Override
    public void close() throws IOException {
        stream.close();
        book.close();
    }
}
