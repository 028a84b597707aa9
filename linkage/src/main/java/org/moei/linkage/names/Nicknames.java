package org.moei.linkage.names;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Given names and their short and usual other forms; read from nicknames.tsv when first needed. */
public final class Nicknames {
    private Nicknames() {}

    private static final class Table {
        static final Map<String, Integer> GROUPS = load();

        private static Map<String, Integer> load() {
            Map<String, Integer> groups = new HashMap<>();
            List<String> lines = Tables.lines("nicknames.tsv");
            for (int line = 0; line < lines.size(); line++) {
                for (String word : lines.get(line).split("[\t ]")) {
                    groups.put(word, line + 1);
                }
            }
            return Map.copyOf(groups);
        }
    }

    /** The same number from 1 for all forms of one given name, 0 for a word that is none; of a Latin token in its normal form. */
    public static int group(String normal) {
        return Table.GROUPS.getOrDefault(normal, 0);
    }
}
