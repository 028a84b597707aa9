package org.moei.indicators.internal.find;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Internet addresses as text. */
public final class Ip {
    private Ip() {}

    /** Four decimal numbers up to 255, of at most three digits; leading zeros are dropped. Null for anything else. */
    public static @Nullable String four(String text) {
        if (text.length() < 7 || text.length() > 15) {
            return null;
        }
        StringBuilder out = new StringBuilder();
        int groups = 0;
        int at = 0;
        while (at <= text.length()) {
            int start = at;
            int number = 0;
            while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                number = number * 10 + text.charAt(at) - '0';
                at++;
            }
            if (at == start || at - start > 3 || number > 255 || at < text.length() && text.charAt(at) != '.') {
                return null;
            }
            groups++;
            out.append(out.isEmpty() ? "" : ".").append(number);
            at++;
        }
        return groups == 4 ? out.toString() : null;
    }

    /** The address in the form of RFC 5952, or null where the text is none. An IPv4 address may stand in its last 32 bits. */
    public static @Nullable String six(String text) {
        int[] groups = parse(text);
        return groups == null ? null : format(groups);
    }

    /** The eight groups of sixteen bits, or null. */
    public static int @Nullable [] parse(String text) {
        if (text.length() < 2 || text.length() > 45) {
            return null;
        }
        int[] groups = new int[8];
        int count = 0;
        int gap = -1;
        int at = 0;
        if (text.startsWith("::")) {
            gap = 0;
            at = 2;
        } else if (text.charAt(0) == ':') {
            return null;
        }
        while (at < text.length()) {
            int start = at;
            int value = 0;
            while (at < text.length() && Character.digit(text.charAt(at), 16) >= 0 && text.charAt(at) < 128) {
                value = value << 4 | Character.digit(text.charAt(at), 16);
                at++;
            }
            if (at < text.length() && text.charAt(at) == '.') {
                String four = four(text.substring(start));
                if (four == null || count > 6) {
                    return null;
                }
                String[] parts = four.split("\\.");
                groups[count++] = Integer.parseInt(parts[0]) << 8 | Integer.parseInt(parts[1]);
                groups[count++] = Integer.parseInt(parts[2]) << 8 | Integer.parseInt(parts[3]);
                at = text.length();
                break;
            }
            if (at == start || at - start > 4 || count == 8) {
                return null;
            }
            groups[count++] = value;
            if (at == text.length()) {
                break;
            }
            if (text.charAt(at) != ':') {
                return null;
            }
            at++;
            if (at == text.length()) {
                return null;
            }
            if (text.charAt(at) == ':') {
                if (gap >= 0) {
                    return null;
                }
                gap = count;
                at++;
            }
        }
        if (gap < 0) {
            return count == 8 ? groups : null;
        }
        if (count > 7) {
            return null;
        }
        int tail = count - gap;
        for (int i = 0; i < tail; i++) {
            groups[7 - i] = groups[count - 1 - i];
        }
        for (int i = gap; i < 8 - tail; i++) {
            groups[i] = 0;
        }
        return groups;
    }

    static String format(int[] groups) {
        int best = -1;
        int bestLength = 1;
        for (int i = 0; i < 8; i++) {
            int j = i;
            while (j < 8 && groups[j] == 0) {
                j++;
            }
            if (j - i > bestLength) {
                best = i;
                bestLength = j - i;
            }
        }
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            if (i == best) {
                out.append("::");
                i += bestLength - 1;
            } else {
                out.append(out.isEmpty() || out.charAt(out.length() - 1) == ':' ? "" : ":").append(Integer.toHexString(groups[i]).toLowerCase(Locale.ROOT));
            }
        }
        return out.toString();
    }
}
