package org.moei.rehearsal.generator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A passport.
 *
 * @param number in the national format
 * @param issuer ISO 3166-1 alpha-3
 * @param expires the last day of its validity
 */
public record TravelDocument(String number, String issuer, LocalDate expires) {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final int NAME_LENGTH = 39;

    /** The machine-readable zone of its page, two lines of 44 (ICAO 9303 part 4, TD3). */
    public String zone(MadeName name, Sex sex, LocalDate birth) {
        String who = filled(name.latinFamily()) + "<<" + filled(name.latinGiven());
        if (name.latinFamily().isEmpty() || name.latinGiven().isEmpty()) {
            who = filled(name.latin());
        }
        String first = "P<" + issuer + padded(who, NAME_LENGTH);
        String document = padded(number.replace(" ", ""), 9);
        String born = SHORT.format(birth);
        String until = SHORT.format(expires);
        String optional = "<".repeat(14);
        String second = document + CheckDigits.icao(document) + issuer + born + CheckDigits.icao(born)
                + (sex == Sex.MALE ? "M" : "F") + until + CheckDigits.icao(until) + optional + "<";
        String all = second.substring(0, 10) + second.substring(13, 20) + second.substring(21, 43);
        return first + "\n" + second + CheckDigits.icao(all);
    }

    private static String filled(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]+", "<").replaceAll("^<|<$", "");
    }

    private static String padded(String text, int length) {
        return text.length() >= length ? text.substring(0, length) : text + "<".repeat(length - text.length());
    }
}
