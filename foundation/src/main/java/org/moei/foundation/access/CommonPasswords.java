package org.moei.foundation.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The passwords that are tried first, by rule instead of by list: whatever up to three common pieces make, with little between them.
 * A piece is a word of {@code common-words.txt} (our own list), a word of the account, a run of the alphabet, of digits or of a keyboard,
 * a character or a short unit again and again, or a year. Letters may be written as digits or signs ({@code p4$$w0rd}).
 */
final class CommonPasswords {
    private static final int MOST_PIECES = 3;
    private static final int SHORTEST_PIECE = 3;
    private static final int LONGEST_PIECE = 24;
    private static final int LONGEST_UNIT = 4;

    /** What may stand beside the pieces: three letters, or six digits. Signs count nothing. */
    private static final int LEFT_OVER = 6;

    private static final int LETTER = 2;
    private static final int DIGIT = 1;

    /** Rows, columns and zigzags of keyboards, forward; backward counts too. */
    private static final List<String> KEYBOARDS = List.of(
            "qwertyuiop", "qwertzuiop", "azertyuiop", "asdfghjkl", "qsdfghjklm", "zxcvbnm", "wxcvbn", "01234567890", "abcdefghijklmnopqrstuvwxyz",
            "qazwsxedcrfvtgbyhnujmikolp", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p", "1q2w3e4r5t6y7u8i9o0p", "q1w2e3r4t5y6u7i8o9p0", "a1b2c3d4e5f6g7h8i9", "1a2b3c4d5e6f7g8h9i");

    private static final Set<String> RUNS = runs();
    private static final Set<String> WORDS = words();
    private static final Pattern YEAR = Pattern.compile("(19[5-9]|20[0-4])\\d");

    private CommonPasswords() {}

    private static Set<String> runs() {
        Set<String> runs = new HashSet<>();
        for (String row : KEYBOARDS) {
            for (String way : List.of(row, new StringBuilder(row).reverse().toString())) {
                for (int begin = 0; begin < way.length(); begin++) {
                    for (int end = begin + SHORTEST_PIECE; end <= Math.min(way.length(), begin + LONGEST_PIECE); end++) {
                        runs.add(way.substring(begin, end));
                    }
                }
            }
        }
        return Set.copyOf(runs);
    }

    private static Set<String> words() {
        try (InputStream in = Objects.requireNonNull(CommonPasswords.class.getResourceAsStream("common-words.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#")).flatMap(line -> Arrays.stream(line.strip().split("\\s+"))).filter(w -> !w.isEmpty())
                    .map(CommonPasswords::plain).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether a password is made of common pieces.
     *
     * @param context words of the account, in small letters
     */
    static boolean isCommon(String password, Collection<String> context) {
        String lower = password.toLowerCase(Locale.ROOT);
        String plain = plain(lower);
        Set<String> own = context.stream().map(CommonPasswords::plain).collect(Collectors.toSet());
        int length = lower.length();
        // least[k][i]: the least that is left over of the first i characters, cut into k pieces at most.
        int[][] least = new int[MOST_PIECES + 1][length + 1];
        for (int[] row : least) {
            Arrays.fill(row, Integer.MAX_VALUE / 2);
            row[0] = 0;
        }
        for (int i = 0; i < length; i++) {
            int weight = weight(lower.charAt(i));
            for (int k = 0; k <= MOST_PIECES; k++) {
                least[k][i + 1] = Math.min(least[k][i + 1], least[k][i] + weight);
            }
            for (int end = i + SHORTEST_PIECE; end <= Math.min(length, i + LONGEST_PIECE); end++) {
                if (isPiece(lower.substring(i, end), plain.substring(i, end), own)) {
                    for (int k = 0; k < MOST_PIECES; k++) {
                        least[k + 1][end] = Math.min(least[k + 1][end], least[k][i]);
                    }
                }
            }
        }
        return least[MOST_PIECES][length] <= LEFT_OVER;
    }

    private static int weight(char c) {
        return Character.isLetter(c) ? LETTER : Character.isDigit(c) ? DIGIT : 0;
    }

    private static boolean isPiece(String lower, String plain, Set<String> own) {
        return WORDS.contains(plain) || own.contains(plain) || RUNS.contains(lower) || isAgainAndAgain(lower) || YEAR.matcher(lower).matches();
    }

    /** One character three times or more, or a unit of two to four characters twice or more. */
    private static boolean isAgainAndAgain(String text) {
        for (int unit = 1; unit <= LONGEST_UNIT && unit < text.length(); unit++) {
            if (text.length() % unit == 0 && text.equals(text.substring(0, unit).repeat(text.length() / unit))) {
                return true;
            }
        }
        return false;
    }

    /** Signs and digits as the letters that they stand for; of the same length. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            plain.append(switch (c) {
                case '0' -> 'o';
                case '1', '!', '|', 'l' -> 'i';
                case '3' -> 'e';
                case '4', '@' -> 'a';
                case '5', '$' -> 's';
                case '7', '+' -> 't';
                case '8' -> 'b';
                default -> c;
            });
        }
        return plain.toString();
    }
}
