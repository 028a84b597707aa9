package org.moei.records;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a list, as written: values trimmed and never empty, nothing interpreted yet.
 *
 * @param id as read, or the row's number among the data rows where the list has no id
 * @param row counted from 1 with the header as row 1 (in JSON lines and Parquet: the line or row from 1)
 * @param values recognised columns; a field that is absent means that the source is silent
 * @param others every other column with a value, by its header as written
 */
public record RawRecord(String id, long row, Map<Field, List<String>> values, Map<String, String> others) {

    /** The first value of a field. */
    public Optional<String> first(Field field) {
        List<String> all = values.get(field);
        return all == null || all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
    }

    /** All values of a field; empty where the source is silent. */
    public List<String> all(Field field) {
        return values.getOrDefault(field, List.of());
    }

    /** Prints no value: a record is about a person. */
    @Override
    public String toString() {
        return "RawRecord[row " + row + "]";
    }
}
