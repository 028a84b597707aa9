package org.moei.indicators.internal.find;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Telephone numbers in E.164, by Google's libphonenumber. The country of a local spelling is given, never guessed. */
public final class Phones {
    private Phones() {}

    /** E.164 of a number that begins with +, where it is valid; else null. */
    public static @Nullable String international(String text) {
        return parse(text, null, true);
    }

    /** E.164 where the number has a possible length only, as numbers made up for films have. */
    static @Nullable String possible(String text) {
        return parse(text, null, false);
    }

    /** E.164 of a number in the local spelling of the country (ISO alpha-2), where it is valid there; else null. */
    public static @Nullable String national(String text, String country) {
        return parse(text, country.toUpperCase(Locale.ROOT), true);
    }

    private static @Nullable String parse(String text, @Nullable String country, boolean valid) {
        PhoneNumberUtil util = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = util.parse(text, country);
            boolean holds = valid ? country == null ? util.isValidNumber(number) : util.isValidNumberForRegion(number, country) : util.isPossibleNumber(number);
            return holds && !number.hasExtension() ? util.format(number, PhoneNumberFormat.E164) : null;
        } catch (NumberParseException none) {
            return null;
        }
    }
}
