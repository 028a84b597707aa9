package org.moei.linkage.api;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.moei.records.Field;
import org.moei.records.RawRecord;

/** Records as a text table, the way the teaching tests show them. */
final class Table {
    private Table() {}

    /** One record a line; the first line names the fields. */
    static List<PersonRecord> of(String text) {
        List<PersonRecord> records = new ArrayList<>();
        String[] lines = text.strip().split("\n");
        String[] header = cells(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            String[] cells = cells(lines[i]);
            Map<Field, List<String>> values = new EnumMap<>(Field.class);
            String id = "";
            for (int c = 0; c < header.length && c < cells.length; c++) {
                if (cells[c].isEmpty()) {
                    continue;
                }
                String name = switch (header[c]) {
                    case "born" -> "birth_date";
                    case "passport" -> "document";
                    case "given" -> "given_name";
                    case "family" -> "family_name";
                    default -> header[c];
                };
                if (name.equals("id")) {
                    id = cells[c];
                } else {
                    values.put(Field.find(name).orElseThrow(), List.of(cells[c].split(";")).stream().map(String::strip).toList());
                }
            }
            records.add(PersonRecord.from(new RawRecord(id, i, values, Map.of()), Set.of(), Optional.of(LocalDate.of(2025, 2, 12))));
        }
        return records;
    }

    private static String[] cells(String line) {
        String[] cells = line.strip().split("\\|", -1);
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cells[i].strip();
        }
        return cells;
    }
}
