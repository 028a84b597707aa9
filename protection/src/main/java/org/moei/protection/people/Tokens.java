package org.moei.protection.people;

import java.util.Locale;

/**
 * Tokens: number, and one check letter so that a token that is misheard or misread is noticed. {@code R-4417-K} in a
 * rehearsal, {@code M-4417-K} in an operation.
 */
public final class Tokens {
    /** Twenty-three letters; I, O and Q look or sound like others. A prime, so any one wrong digit or swap changes it. */
    private static final String LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private Tokens() {}

    public static String of(boolean rehearsal, long number) {
        return (rehearsal ? "R-" : "M-") + String.format(Locale.ROOT, "%04d", number) + "-" + check(number);
    }

    /** Rows that name a token again are numbered from here on, the desk far below. */
    static final long NOT_BY_THE_DESK = 10_000_000;

    /** Tokens that are printed in advance are numbered from here on. */
    static final long PAPER = 5_000_000;

    /** The number in a token that the desk gives out in order, 0 in any other text. */
    static long deskNumber(String token) {
        long number = number(token);
        return number < PAPER ? number : 0;
    }

    /** The number in a token of a printed sheet, 0 in any other text. */
    static long paperNumber(String token) {
        long number = number(token);
        return number >= PAPER && number < NOT_BY_THE_DESK ? number : 0;
    }

    private static long number(String token) {
        return isRight(token) ? Long.parseLong(token.substring(2, token.length() - 2)) : 0;
    }

    private static char check(long number) {
        long sum = 0;
        long weight = 2;
        for (long rest = number; rest > 0; rest /= 10) {
            sum += rest % 10 * weight;
            weight++;
        }
        return LETTERS.charAt((int) (sum % LETTERS.length()));
    }

    /** Whether a text reads as a token with the right check letter. */
    public static boolean isRight(String text) {
        if (!text.matches("[RM]-\\d{4,9}-[A-Z]")) {
            return false;
        }
        long number = Long.parseLong(text.substring(2, text.length() - 2));
        return text.charAt(text.length() - 1) == check(number);
    }
}
