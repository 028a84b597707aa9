package org.moei.rehearsal.lists;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** English names of states. */
final class Country {
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        for (String code : Locale.getISOCountries()) {
            Locale place = Locale.of("", code);
            NAMES.put(place.getISO3Country(), place.getDisplayCountry(Locale.ENGLISH));
        }
        NAMES.put("MMR", "Myanmar");
        NAMES.put("HKG", "Hong Kong");
        NAMES.put("MAC", "Macao");
        NAMES.put("CIV", "Ivory Coast");
        NAMES.put("STATELESS", "Stateless");
    }

    private Country() {}

    static String name(String nationality) {
        return NAMES.getOrDefault(nationality, nationality);
    }
}
