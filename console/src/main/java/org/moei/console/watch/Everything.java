package org.moei.console.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.moei.foundation.journal.Json;

/** All that sealed content says, line by line and left out nothing: what is kept is the best description of what is kept. */
final class Everything {
    private static final int DEEPEST = 8;

    private Everything() {}

    static List<OutsidePages.Line> of(Map<String, byte[]> open) {
        List<OutsidePages.Line> lines = new ArrayList<>();
        new TreeMap<>(open).forEach((group, bytes) -> add(lines, group, "", Json.read(bytes, Object.class), 0));
        return lines;
    }

    private static void add(List<OutsidePages.Line> lines, String group, String field, Object value, int depth) {
        if (depth > DEEPEST || value == null || value.toString().isEmpty()) {
            return;
        }
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> add(lines, group, field.isEmpty() ? String.valueOf(key) : field + " · " + key, each, depth + 1));
        } else if (value instanceof List<?> list) {
            list.forEach(each -> add(lines, group, field, each, depth + 1));
        } else {
            lines.add(new OutsidePages.Line(group, field, value.toString()));
        }
    }
}
