package org.moei.console.layout;

import com.ibm.icu.util.ULocale;
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
        names.put("*", Texts.english().of("nation.several"));
        names.put("", Texts.english().of("answer.not-asked"));
        names.put("?", Texts.english().of("answer.not-known"));
        return names;
    }

    /** The English name of an ISO 3166 alpha-3 code, "several states" for {@code *}, or what was given. */
    public static String name(String alpha3) {
        return NAMES.getOrDefault(alpha3, alpha3);
    }

    /** The English name of a language tag of two or three letters, or what was given. */
    public static String language(String tag) {
        String name = isTag(tag) ? ULocale.forLanguageTag(tag).getDisplayLanguage(ULocale.UK) : tag;
        return name.isEmpty() ? tag : name;
    }

    private static boolean isTag(String tag) {
        return tag.matches("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    }

    /** A language's name in itself. */
    public static String ownName(String tag) {
        if (!isTag(tag)) {
            return tag;
        }
        ULocale locale = canonical(tag);
        return locale.getDisplayLanguage(locale);
    }

    /** The shortest tag of a language: the three letters of a list ("amh") name the same as the two of a form ("am"). */
    public static String shortest(String tag) {
        return isTag(tag) ? canonical(tag).getLanguage() : tag;
    }

    private static ULocale canonical(String tag) {
        return ULocale.createCanonical(tag.replace('-', '_'));
    }
}
