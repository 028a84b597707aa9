package org.moei.records;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Countries by ISO code or by the names that lists use. Source of the names: Unicode CLDR (countries.tsv) and our own list (nationalities.tsv). */
public final class Countries {
    private static final Map<String, String> ALPHA2 = new HashMap<>(16384);
    private static final Map<String, String> ALPHA3 = new HashMap<>();

    static {
        for (String[] row : Tables.read("countries.tsv")) {
            ALPHA2.put(row[0].toLowerCase(java.util.Locale.ROOT), row[0]);
            if (!row[1].isEmpty()) {
                ALPHA2.put(row[1].toLowerCase(java.util.Locale.ROOT), row[0]);
                ALPHA3.put(row[0], row[1]);
            }
            for (String name : row[2].split("\\|")) {
                ALPHA2.putIfAbsent(Texts.key(name), row[0]);
            }
        }
        for (String[] row : Tables.read("nationalities.tsv")) {
            for (String name : row[1].split("\\|")) {
                ALPHA2.put(Texts.key(name), row[0]);
            }
        }
    }

    private Countries() {}

    /** The ISO 3166-1 alpha-2 code of a country written as a code, a name in one of many languages, the UN's long name or a nationality. */
    public static Optional<String> find(String written) {
        if (written.length() > 120) {
            return Optional.empty();
        }
        String key = Texts.key(written);
        String code = ALPHA2.get(key);
        if (code == null && key.startsWith("the")) {
            code = ALPHA2.get(key.substring(3));
        }
        return Optional.ofNullable(code);
    }

    /** The ISO 3166-1 alpha-3 code of an alpha-2 code. */
    public static Optional<String> alpha3(String alpha2) {
        return Optional.ofNullable(ALPHA3.get(alpha2));
    }
}
