package org.moei.rehearsal.generator;

/** The check digits of papers. */
public final class CheckDigits {
    private static final int[] CHINA_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};

    private CheckDigits() {}

    /** Of a field of a machine-readable zone: weights 7, 3, 1, letters from 10, filler 0, modulo 10 (ICAO 9303 part 3, section 4.9). */
    public static int icao(String field) {
        int sum = 0;
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            int value = c == '<' ? 0 : c <= '9' ? c - '0' : c - 'A' + 10;
            sum += value * (i % 3 == 0 ? 7 : i % 3 == 1 ? 3 : 1);
        }
        return sum % 10;
    }

    /** The last character of a Chinese resident number after its first 17 digits (GB 11643-1999, ISO 7064 MOD 11-2). */
    public static char china(String first17) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (first17.charAt(i) - '0') * CHINA_WEIGHTS[i];
        }
        return "10X98765432".charAt(sum % 11);
    }

    /** The last digit of a Thai citizen's number after its first 12. */
    public static int thailand(String first12) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (first12.charAt(i) - '0') * (13 - i);
        }
        return (11 - sum % 11) % 10;
    }
}
