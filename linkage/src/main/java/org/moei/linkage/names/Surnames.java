package org.moei.linkage.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the bearers of Chinese surnames spell them; read from surnames.tsv when first needed. */
final class Surnames {
    private static final ReadingSource[] COLUMNS = {
        ReadingSource.PINYIN, ReadingSource.CANTONESE, ReadingSource.HOKKIEN, ReadingSource.SINO_VIETNAMESE, ReadingSource.SINO_KOREAN
    };

    private Surnames() {}

    private static final class Table {
        static final Map<String, List<List<String>>> ROWS = load();

        private static Map<String, List<List<String>>> load() {
            Map<String, List<List<String>>> rows = new HashMap<>();
            for (String line : Tables.lines("surnames.tsv")) {
                String[] cells = line.split("\t", -1);
                rows.put(cells[0], java.util.Arrays.stream(cells).skip(1).map(c -> c.equals("-") ? List.<String>of() : List.of(c.split(" "))).toList());
            }
            return Map.copyOf(rows);
        }
    }

    /** Spellings of a surname in a system, the usual one first; empty if the table has none. */
    static List<String> spellings(ReadingSource system, String surname) {
        List<List<String>> row = Table.ROWS.get(surname);
        if (row != null) {
            for (int i = 0; i < COLUMNS.length; i++) {
                if (COLUMNS[i] == system) {
                    return row.get(i);
                }
            }
        }
        return List.of();
    }

    /** How many characters of a Han name are its surname: 2 for a compound surname, 1 for a known one, 0 for none. */
    static int length(String name) {
        if (name.length() >= 3 && Table.ROWS.containsKey(name.substring(0, 2))) {
            return 2;
        }
        return name.length() >= 2 && Table.ROWS.containsKey(name.substring(0, 1)) ? 1 : 0;
    }
}
