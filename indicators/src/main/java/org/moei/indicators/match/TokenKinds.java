package org.moei.indicators.match;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.moei.indicators.PublicSuffix;
import org.moei.indicators.internal.find.Ip;
import org.moei.indicators.internal.text.Chars;

/** Everything in a log that is not a plain ASCII name: addresses, networks, e-mail, links, hashes, wallets, numbers, names in other scripts. */
final class TokenKinds {
    private static final int URL_LENGTH = 2048;
    private static final int URL_BORDERS = 64;

    private final IndicatorSet set;
    private final LogScanner scanner;

    TokenKinds(IndicatorSet set, LogScanner scanner) {
        this.set = set;
        this.scanner = scanner;
    }

    /** Whether the set has kinds that no dot leads to. */
    boolean areNeeded() {
        return set.has(IndicatorSet.TOKEN | IndicatorSet.IP6 | IndicatorSet.PHONE | IndicatorSet.SINGLE) || set.has(IndicatorSet.CIDR);
    }

    /** One pass over all tokens, with dots or without. */
    void scan(byte[] b, int length) {
        int i = 0;
        int colonDone = 0;
        int numberDone = 0;
        while (i < length) {
            byte c = b[i];
            if (LogScanner.isToken(c)) {
                int from = i;
                boolean dot = false;
                while (i < length && LogScanner.isToken(b[i])) {
                    dot |= b[i] == '.';
                    i++;
                }
                if (dot) {
                    scanner.name(from, i);
                }
                word(b, from, i, dot);
                if (b[from] >= '0' && b[from] <= '9' && from >= numberDone && set.has(IndicatorSet.PHONE)) {
                    numberDone = number(b, length, from);
                }
            } else {
                if (c == ':' && i >= colonDone && set.has(IndicatorSet.IP6 | IndicatorSet.CIDR)) {
                    colonDone = six(b, length, i, colonDone);
                }
                i++;
            }
        }
    }

    private void word(byte[] b, int from, int to, boolean dot) {
        int end = b[to - 1] == '.' ? to - 1 : to;
        if (end - from < 3 || end - from > 300) {
            return;
        }
        if (set.has(IndicatorSet.SINGLE) && !dot) {
            scanner.labels(b, from, end, from, to);
        }
        if (!set.has(IndicatorSet.TOKEN)) {
            return;
        }
        byte[] lower = lower(b, from, end);
        Optional<IndicatorSet.Entry> entry = set.token(6, lower, 0, lower.length).or(() -> set.token(7, b, from, end));
        if (entry.isEmpty() && isBech(lower)) {
            entry = set.token(7, lower, 0, lower.length);
        }
        entry.ifPresent(e -> scanner.hit(e.value(), e.type(), null, from, to));
    }

    /** Addresses that are written in one case and compared without it. */
    private static boolean isBech(byte[] lower) {
        String text = new String(lower, 0, Math.min(6, lower.length), StandardCharsets.US_ASCII);
        return text.startsWith("bc1") || text.startsWith("ltc1") || text.startsWith("addr1") || text.startsWith("zs1") || text.startsWith("u1") || lower.length == 42;
    }

    private static byte[] lower(byte[] b, int from, int to) {
        byte[] out = new byte[to - from];
        for (int i = 0; i < out.length; i++) {
            byte c = b[from + i];
            out[i] = c >= 'A' && c <= 'Z' ? (byte) (c + 32) : c;
        }
        return out;
    }

    void four(byte[] b, int from, int to) {
        String address = to - from > 15 ? null : Ip.four(new String(b, from, to - from, StandardCharsets.US_ASCII));
        if (address != null) {
            address(address, 1, from, to);
        }
    }

    private void address(String address, int kind, int from, int to) {
        byte[] bytes = address.getBytes(StandardCharsets.US_ASCII);
        set.token(kind, bytes, 0, bytes.length).ifPresent(e -> scanner.hit(e.value(), e.type(), null, from, to));
        long[] number = set.has(IndicatorSet.CIDR) ? Ranges.number(address) : null;
        if (number != null) {
            set.networks(number[0], number[1], e -> scanner.hit(e.value(), e.type(), null, from, to));
        }
    }

    private int six(byte[] b, int length, int colon, int floor) {
        int from = colon;
        while (from > floor && isHexOrColon(b[from - 1])) {
            from--;
        }
        int to = colon;
        while (to < length && isHexOrColon(b[to])) {
            to++;
        }
        int end = to;
        while (end > from + 2 && b[end - 1] == ':' && b[end - 2] != ':') {
            end--;
        }
        boolean apart = (from == 0 || !LogScanner.isToken(b[from - 1])) && (end == length || !LogScanner.isToken(b[end]) || b[end] == '.');
        if (apart && end - from <= 45) {
            String address = Ip.six(new String(b, from, end - from, StandardCharsets.US_ASCII));
            if (address != null) {
                address(address, 2, from, end);
            }
        }
        return to;
    }

    private static boolean isHexOrColon(byte c) {
        return c == ':' || c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /** A number in any spelling: its digits, with or without 00 or + before them. */
    private int number(byte[] b, int length, int from) {
        byte[] digits = new byte[20];
        int count = 0;
        int to = from;
        int last = from;
        while (to < length && to < from + 40 && count < 20) {
            byte c = b[to];
            if (c >= '0' && c <= '9') {
                digits[count++] = c;
                last = to + 1;
            } else if (c != ' ' && c != '-' && c != '(' && c != ')' && c != '.' || to > last + 1) {
                break;
            }
            to++;
            if (count >= 8 && (to == length || !(b[to] >= '0' && b[to] <= '9'))) {
                int skip = digits[0] == '0' && digits[1] == '0' ? 2 : 0;
                int plus = from > 0 && b[from - 1] == '+' ? from - 1 : from;
                int end = last;
                set.token(5, digits, skip, count).ifPresent(e -> scanner.hit(e.value(), e.type(), null, plus, end));
            }
        }
        return last;
    }

    /** What a name is part of: an e-mail address, a link, a name in another script. */
    void around(byte[] b, int length, int from, int to) {
        if (set.has(IndicatorSet.EMAIL) && from > 0 && b[from - 1] == '@') {
            mail(b, from, to);
        }
        if (set.has(IndicatorSet.URL)) {
            link(b, length, from, to);
        }
        if (set.has(IndicatorSet.IDN) && (from > 0 && b[from - 1] < 0 || to < length && b[to] < 0)) {
            international(b, length, from, to);
        }
    }

    private void mail(byte[] b, int host, int to) {
        int end = b[to - 1] == '.' ? to - 1 : to;
        int from = host - 1;
        while (from > 0 && from > host - 66 && (LogScanner.isToken(b[from - 1]) || b[from - 1] == '+' || b[from - 1] == '%')) {
            from--;
        }
        byte[] lower = lower(b, from, end);
        int start = from;
        set.token(3, lower, 0, lower.length).ifPresent(e -> scanner.hit(e.value(), e.type(), null, start, end));
    }

    private void link(byte[] b, int length, int host, int to) {
        int from = host;
        int scheme = host;
        int back = host;
        // user information before the host
        while (back > 0 && back > host - 200 && b[back - 1] > ' ' && b[back - 1] != '/' && b[back - 1] != '"') {
            back--;
        }
        if (back > 2 && b[back - 1] == '/' && b[back - 2] == '/' && b[back - 3] == ':') {
            scheme = back - 3;
            while (scheme > 0 && scheme > back - 14 && LogScanner.isToken(b[scheme - 1])) {
                scheme--;
            }
            from = back;
        }
        int end = to;
        while (end < length && end < host + URL_LENGTH && b[end] > ' ' && b[end] != '"' && b[end] != '<' && b[end] != '>' && b[end] != '\'' && b[end] != '\\') {
            end++;
        }
        while (end > to && (b[end - 1] == '.' || b[end - 1] == ',' || b[end - 1] == ';' || b[end - 1] == ')')) {
            end--;
        }
        byte[] url = new byte[end - scheme];
        System.arraycopy(b, scheme, url, 0, url.length);
        int tail = to - scheme;
        for (int i = 0; i < tail; i++) {
            url[i] = url[i] >= 'A' && url[i] <= 'Z' ? (byte) (url[i] + 32) : url[i];
        }
        int borders = 0;
        for (int p = tail; p <= url.length && borders < URL_BORDERS; p++) {
            boolean border = p == url.length || url[p] == '/' || url[p] == '?' || url[p] == '#' || url[p - 1] == '/' && p > tail;
            if (border) {
                borders++;
                int at = scheme;
                int stop = end;
                if (scheme < from) {
                    set.token(4, url, 0, p).ifPresent(e -> scanner.hit(e.value(), e.type(), null, at, stop));
                }
                set.token(4, url, host - scheme, p).ifPresent(e -> scanner.hit(e.value(), e.type(), null, at, stop));
            }
        }
    }

    /** The name with the letters of other scripts that touch it, by its A-labels. */
    private void international(byte[] b, int length, int tokenFrom, int tokenTo) {
        int from = tokenFrom;
        while (from > 0 && from > tokenFrom - 253 && (b[from - 1] < 0 || LogScanner.isToken(b[from - 1]))) {
            from--;
        }
        int to = tokenTo;
        while (to < length && to < tokenTo + 253 && (b[to] < 0 || LogScanner.isToken(b[to]))) {
            to++;
        }
        String before = new String(b, from, tokenFrom - from, StandardCharsets.UTF_8);
        String after = new String(b, tokenTo, to - tokenTo, StandardCharsets.UTF_8);
        int left = before.length();
        while (left > 0 && isNamePart(before.charAt(left - 1))) {
            left--;
        }
        int right = 0;
        while (right < after.length() && isNamePart(after.charAt(right))) {
            right++;
        }
        String name = before.substring(left) + new String(b, tokenFrom, tokenTo - tokenFrom, StandardCharsets.US_ASCII) + after.substring(0, right);
        String trimmed = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        Optional<String> ascii = trimmed.startsWith(".") ? Optional.empty() : PublicSuffix.ascii(trimmed.toLowerCase(Locale.ROOT));
        if (ascii.isPresent() && !ascii.get().isEmpty()) {
            byte[] bytes = ascii.get().getBytes(StandardCharsets.US_ASCII);
            int start = tokenFrom - before.substring(left).getBytes(StandardCharsets.UTF_8).length;
            int end = tokenTo + after.substring(0, right).getBytes(StandardCharsets.UTF_8).length;
            scanner.labels(bytes, 0, bytes.length, start, end);
        }
    }

    private static boolean isNamePart(char c) {
        return Chars.is(c, Chars.LABEL) || c == '.' || Chars.isWide(c);
    }

}
