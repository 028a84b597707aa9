package org.moei.records;

import java.util.Optional;

/** Telephone numbers as far as they can be read without knowing the country. */
public final class Phones {
    private Phones() {}

    /** Digits, with a leading {@code +} where the country code was written ({@code +} or {@code 00}); empty below 6 or above 15 digits (ITU-T E.164). */
    public static Optional<String> normal(String written) {
        String text = Texts.asciiDigits(written).strip();
        if (text.length() > 60) {
            return Optional.empty();
        }
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (Character.isLetter(c) && digits.length() > 5) {
                break;
            }
        }
        boolean international = text.startsWith("+") || text.startsWith("(+");
        if (!international && digits.length() > 8 && digits.charAt(0) == '0' && digits.charAt(1) == '0') {
            digits.delete(0, 2);
            international = true;
        }
        return digits.length() < 6 || digits.length() > 15 ? Optional.empty() : Optional.of((international ? "+" : "") + digits);
    }

    /** The last nine digits, which spellings with and without country code share; fewer where the number is shorter. */
    public static String tail(String normal) {
        String digits = normal.startsWith("+") ? normal.substring(1) : normal;
        return digits.substring(Math.max(0, digits.length() - 9));
    }
}
