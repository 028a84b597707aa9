package org.moei.records;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Numbers of travel and identity documents, and machine-readable zones (ICAO 9303 parts 3 to 5: TD1, TD2, TD3).
 * Check digits weigh 7-3-1 over digits, letters as 10 to 35 and fillers as 0.
 */
public final class Documents {

    /**
     * What a machine-readable zone holds.
     *
     * @param format TD1, TD2 or TD3
     * @param kind first letter: P passport, I, A or C card, V visa
     * @param birthDate YYMMDD as printed, fillers for what is unknown
     * @param sex m, f or x
     * @param problems fields whose check digit fails, by name; empty when all hold
     */
    public record Mrz(
            String format, char kind, String issuer, String familyName, String givenNames, String number, String nationality, String birthDate, char sex, String expiry, List<String> problems) {

        /** Prints no value. */
        @Override
        public String toString() {
            return "Mrz[" + format + ", failing " + problems + "]";
        }
    }

    private Documents() {}

    /** Upper case, letters and digits only, in ASCII digits; empty for what stands in for "none" (000000, N/A, UNKNOWN, 123456789 …) and below 4 characters. */
    public static Optional<String> normal(String written) {
        if (written.length() > 120) {
            return Optional.empty();
        }
        String text = Texts.asciiDigits(written).toUpperCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(text.length());
        int digits = 0;
        boolean same = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                same &= out.isEmpty() || out.charAt(0) == c;
                out.append(c);
                digits += c >= '0' && c <= '9' ? 1 : 0;
            }
        }
        String normal = out.toString();
        boolean stop = normal.length() < 4 || same || digits < 2 || "1234567890123456789".startsWith(normal);
        return stop ? Optional.empty() : Optional.of(normal);
    }

    /** The 7-3-1 check digit of ICAO 9303-3, section 4.9, or -1 where a character is none of A-Z, 0-9 and filler. */
    public static int checkDigit(CharSequence field) {
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            int value = c >= '0' && c <= '9' ? c - '0' : c >= 'A' && c <= 'Z' ? c - 'A' + 10 : c == '<' ? 0 : -1;
            if (value < 0) {
                return -1;
            }
            sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        }
        return sum % 10;
    }

    /** Reads a zone of two lines of 44 or 36, or three of 30 characters; line breaks may be missing. */
    public static Optional<Mrz> readMrz(String zone) {
        if (zone.length() > 400) {
            return Optional.empty();
        }
        StringBuilder text = new StringBuilder(90);
        for (int i = 0; i < zone.length(); i++) {
            char c = Character.toUpperCase(zone.charAt(i));
            if (c > ' ') {
                if (c != '<' && !(c >= '0' && c <= '9') && !(c >= 'A' && c <= 'Z')) {
                    return Optional.empty();
                }
                text.append(c);
            }
        }
        String all = text.toString();
        return switch (all.length()) {
            case 88 -> twoLines("TD3", all.substring(0, 44), all.substring(44));
            case 72 -> twoLines("TD2", all.substring(0, 36), all.substring(36));
            case 90 -> threeLines(all.substring(0, 30), all.substring(30, 60), all.substring(60));
            default -> Optional.empty();
        };
    }

    private static Optional<Mrz> twoLines(String format, String first, String second) {
        if ("PVIAC".indexOf(first.charAt(0)) < 0) {
            return Optional.empty();
        }
        List<String> problems = new ArrayList<>();
        check(problems, "document", second.substring(0, 9), second.charAt(9));
        check(problems, "birth_date", second.substring(13, 19), second.charAt(19));
        check(problems, "expiry", second.substring(21, 27), second.charAt(27));
        int last = second.length() - 1;
        check(problems, "whole", second.substring(0, 10) + second.substring(13, 20) + second.substring(21, last), second.charAt(last));
        String[] names = names(first.substring(5));
        return Optional.of(new Mrz(
                format, first.charAt(0), plain(first.substring(2, 5)), names[0], names[1], plain(second.substring(0, 9)),
                plain(second.substring(10, 13)), second.substring(13, 19), sex(second.charAt(20)), second.substring(21, 27), List.copyOf(problems)));
    }

    private static Optional<Mrz> threeLines(String first, String second, String third) {
        if ("IAC".indexOf(first.charAt(0)) < 0) {
            return Optional.empty();
        }
        List<String> problems = new ArrayList<>();
        check(problems, "document", first.substring(5, 14), first.charAt(14));
        check(problems, "birth_date", second.substring(0, 6), second.charAt(6));
        check(problems, "expiry", second.substring(8, 14), second.charAt(14));
        check(problems, "whole", first.substring(5) + second.substring(0, 7) + second.substring(8, 15) + second.substring(18, 29), second.charAt(29));
        String[] names = names(third);
        return Optional.of(new Mrz(
                "TD1", first.charAt(0), plain(first.substring(2, 5)), names[0], names[1], plain(first.substring(5, 14)),
                plain(second.substring(15, 18)), second.substring(0, 6), sex(second.charAt(7)), second.substring(8, 14), List.copyOf(problems)));
    }

    private static void check(List<String> problems, String field, String value, char digit) {
        int expected = checkDigit(value);
        int read = digit == '<' ? 0 : digit - '0';
        if (expected < 0 || expected != read) {
            problems.add(field);
        }
    }

    private static String[] names(String field) {
        int gap = field.indexOf("<<");
        String family = gap < 0 ? field : field.substring(0, gap);
        String given = gap < 0 ? "" : field.substring(gap + 2);
        return new String[] {Texts.clean(family.replace('<', ' ')), Texts.clean(given.replace('<', ' '))};
    }

    private static String plain(String field) {
        return field.replace("<", "");
    }

    private static char sex(char printed) {
        return printed == 'M' ? 'm' : printed == 'F' ? 'f' : 'x';
    }
}
