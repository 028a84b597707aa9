package org.moei.console.layout;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;

/** Names of countries and languages from their codes. */
public final class Nations {
    private static final Map<String, String> NAMES = names();

    private Nations() {}

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        for (String alpha2 : Locale.getISOCountries()) {
            Locale locale = Locale.of("", alpha2);
            try {
                names.put(locale.getISO3Country(), locale.getDisplayCountry(Locale.UK));
            } catch (MissingResourceException e) {
                continue;
            }
        }
        names.put("XXA", Texts.english().of("nation.stateless"));
        names.put("MMR", "Myanmar");
        names.put("", Texts.english().of("answer.not-asked"));
        names.put("?", Texts.english().of("answer.not-known"));
        return names;
    }

    /** The English name of an ISO 3166 alpha-3 code, or what was given. */
    public static String name(String alpha3) {
        return NAMES.getOrDefault(alpha3, alpha3);
    }

    /** The English name of a language tag, or what was given. */
    public static String language(String tag) {
        String name = tag.isEmpty() || tag.length() > 12 || tag.contains(" ") ? tag : Locale.forLanguageTag(tag).getDisplayLanguage(Locale.UK);
        return name.isEmpty() ? tag : name;
    }

    /** A language's name in itself. */
    public static String ownName(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getDisplayLanguage(locale);
    }
}
