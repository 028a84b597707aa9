package org.moei.indicators.internal.find;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.moei.indicators.PublicSuffix;
import org.moei.indicators.internal.text.Chars;

/** Host names in a page: how far a name reaches, and whether it can be one. */
final class Hosts {
    /** Longest name of DNS. */
    static final int LONGEST = 253;

    private Hosts() {}

    static boolean isPart(char c) {
        return c < 128 ? c == '.' || Chars.is(c, Chars.LABEL) : Chars.isWide(c);
    }

    /** The first place of the name that holds {@code i}, not before {@code floor}. */
    static int start(char[] c, int i, int floor) {
        int from = i;
        while (from > floor && isPart(c[from - 1]) && !isSeam(c[from - 1], c[from])) {
            if (c[from - 1] == '.' && from - 1 > floor && c[from - 2] == '.') {
                break;
            }
            from--;
        }
        return from;
    }

    /** Behind the last place of the name that holds {@code i}. */
    static int end(char[] c, int length, int i) {
        int to = i + 1;
        while (to < length && isPart(c[to]) && !isSeam(c[to - 1], c[to])) {
            if (c[to] == '.' && (to + 1 >= length || !isPart(c[to + 1]) || c[to + 1] == '.')) {
                break;
            }
            to++;
        }
        return to;
    }

    /** Where one word ends and another begins although nothing stands between them: 请打开evil.top. */
    static boolean isSeam(char left, char right) {
        boolean leftAscii = left < 128;
        boolean rightAscii = right < 128;
        if (leftAscii == rightAscii || left == '.' || right == '.' || left == '-' || right == '-') {
            return false;
        }
        char wide = leftAscii ? right : left;
        char ascii = leftAscii ? left : right;
        return Chars.isUnspaced(wide) || wide >= 0x0370 && !Chars.isDigit(ascii) && !(wide >= 0x1E00 && wide < 0x2000);
    }

    /** The A-labels of the name in lower case where it can be a host under a known top-level domain, else null. */
    static @Nullable String domain(String name) {
        if (name.length() > LONGEST || name.startsWith(".")) {
            return null;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        int last = lower.lastIndexOf('.');
        if (last < 1) {
            return null;
        }
        String top = lower.substring(last + 1);
        if (!PublicSuffix.isTopLevel(top)) {
            return null;
        }
        boolean ascii = true;
        int start = 0;
        for (int i = 0; i <= lower.length(); i++) {
            char c = i < lower.length() ? lower.charAt(i) : '.';
            if (c == '.') {
                if (i == start || i - start > 63 || !isLabel(lower, start, i)) {
                    return null;
                }
                start = i + 1;
            }
            ascii &= c < 128;
        }
        return ascii ? lower : PublicSuffix.ascii(lower).orElse(null);
    }

    private static boolean isLabel(String name, int from, int to) {
        char first = name.charAt(from);
        char last = name.charAt(to - 1);
        boolean service = first == '_' && to - from > 1 && name.charAt(from + 1) != '_';
        return first != '-' && last != '-' && last != '_' && (first != '_' || service);
    }
}
