package org.moei.indicators.match;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.moei.indicators.IndicatorType;

/**
 * Looks up every token of a piece of a log. Names are found by their dots, eight bytes at a time: most of a log is neither dot
 * nor part of a dotted token and is never looked at closer. Kinds without dots (hashes, wallets, IPv6, phone numbers) need a
 * second pass, which runs only where the set has such. Not safe for several threads; make one for each.
 */
public final class LogScanner {
    private static final boolean[] TOKEN = new boolean[256];

    static {
        for (int c = 0; c < 128; c++) {
            TOKEN[c] = c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '-' || c == '_' || c == '.';
        }
    }

    private final IndicatorSet set;
    private final TokenKinds kinds;
    private byte[] b = new byte[0];
    private int length;
    private long line;
    private int counted;
    private int lineStart;
    private long lineOffset;
    private Consumer<Match> sink = match -> { };

    public LogScanner(IndicatorSet set) {
        this.set = set;
        this.kinds = new TokenKinds(set, this);
    }

    /**
     * Scans {@code bytes[0, to)}, which begins at a line's start or, in an overlong line, {@code lineOffset} bytes behind it.
     *
     * @return the number of line feeds in the piece
     */
    public long scan(byte[] bytes, int to, long firstLine, long firstLineOffset, Consumer<Match> into) {
        b = bytes;
        length = to;
        line = firstLine;
        lineOffset = firstLineOffset;
        counted = 0;
        lineStart = 0;
        sink = into;
        if (kinds.areNeeded()) {
            kinds.scan(bytes, to);
        } else {
            dotted();
        }
        return line - firstLine + feeds(counted, length);
    }

    private void dotted() {
        boolean plain = !set.has(IndicatorSet.EMAIL | IndicatorSet.URL | IndicatorSet.IDN);
        int i = 0;
        int last = length - 8;
        while (i <= last) {
            long dots = Words.anyDot(Words.at(b, i));
            if (dots == 0) {
                i += 8;
                continue;
            }
            i = token(i + (Long.numberOfTrailingZeros(dots) >>> 3), plain);
        }
        while (i < length) {
            i = b[i] == '.' ? token(i, plain) : i + 1;
        }
    }

    /** Looks up the token around its first dot and returns where it ends. */
    private int token(int dot, boolean plain) {
        int to = end(dot + 1);
        int end = b[to - 1] == '.' ? to - 1 : to;
        // a name is walked from its end and finds its own beginning; what may be an address, or part of more, is looked at closer
        if (plain && end > 0 && b[end - 1] > '9') {
            labels(b, 0, end, -1, to);
        } else {
            name(start(b, dot, 0), to);
        }
        return to;
    }

    private int end(int from) {
        int to = from;
        while (to <= length - 8) {
            long borders = Words.borders(Words.at(b, to));
            if (borders != 0) {
                return to + (Long.numberOfTrailingZeros(borders) >>> 3);
            }
            to += 8;
        }
        while (to < length && TOKEN[b[to] & 0xff]) {
            to++;
        }
        return to;
    }

    private static int start(byte[] bytes, int inside, int floor) {
        int from = inside;
        while (from > floor && TOKEN[bytes[from - 1] & 0xff]) {
            from--;
        }
        return from;
    }

    /** A dotted token: a name, an address, the host of a link or of an e-mail address. */
    void name(int from, int to) {
        int end = b[to - 1] == '.' ? to - 1 : to;
        int digits = end;
        while (digits > from && b[digits - 1] >= '0' && b[digits - 1] <= '9') {
            digits--;
        }
        if (digits < end && (digits == from || b[digits - 1] == '.')) {
            if (set.has(IndicatorSet.IP | IndicatorSet.CIDR)) {
                kinds.four(b, from, end);
            }
        } else if (end > from) {
            labels(b, from, end, from, to);
        }
        if (set.has(IndicatorSet.EMAIL | IndicatorSet.URL | IndicatorSet.IDN)) {
            kinds.around(b, length, from, to);
        }
    }

    /**
     * Looks up a name and its parents, hashing from right to left; at each dot the parent so far is complete.
     *
     * @param floor where the name begins at the earliest; it begins behind the last border before its end
     * @param tokenFrom where the token stands that a hit names; -1 for where the name begins
     */
    void labels(byte[] bytes, int floor, int end, int tokenFrom, int tokenTo) {
        long hash = Fingerprints.SEED;
        boolean dotted = !set.has(IndicatorSet.SINGLE);
        boolean first = dotted;
        int labels = 0;
        int i = end;
        while (true) {
            hash = Fingerprints.label(hash);
            labels++;
            int kept = 8;
            while (kept == 8) {
                long word = Words.before(bytes, i);
                kept = Math.min(Long.numberOfLeadingZeros(Words.borders(word) | Words.dots(word)) >>> 3, i - floor);
                if (kept > 0) {
                    hash = Fingerprints.step(hash, word, kept);
                    i -= kept;
                }
            }
            boolean whole = i == floor || bytes[i - 1] != '.';
            if (whole || !first) {
                long key = Fingerprints.finish(hash);
                // what covers the name ends in the same two labels: for most names one look-up is enough
                if (labels == 2 && dotted && !set.mayEnd(key)) {
                    return;
                }
                if (set.mayHold(key)) {
                    Scope scope = set.scope(key);
                    if (scope != null && (whole || scope == Scope.SUBDOMAINS)) {
                        domain(bytes, i, end, scope, tokenFrom < 0 ? start(bytes, i, floor) : tokenFrom, tokenTo);
                    }
                }
            }
            if (whole) {
                return;
            }
            first = false;
            i--;
        }
    }

    private void domain(byte[] bytes, int from, int to, Scope scope, int tokenFrom, int tokenTo) {
        String name = new String(bytes, from, to - from, StandardCharsets.US_ASCII).toLowerCase(java.util.Locale.ROOT);
        hit(name, IndicatorType.DOMAIN, scope, tokenFrom, tokenTo);
    }

    void hit(String indicator, IndicatorType type, @Nullable Scope scope, int from, int to) {
        place(from);
        long before = lineStart == 0 ? lineOffset : 0;
        sink.accept(new Match(line, before + from - lineStart, indicator, type, Optional.ofNullable(scope), new String(b, from, to - from, StandardCharsets.UTF_8)));
    }

    /** Counts the lines up to the place; places may go back a little within a line. */
    private void place(int to) {
        if (to < counted) {
            return;
        }
        long feeds = feeds(counted, to);
        if (feeds > 0) {
            line += feeds;
            int i = to;
            while (b[i - 1] != '\n') {
                i--;
            }
            lineStart = i;
        }
        counted = to;
    }

    private long feeds(int from, int to) {
        long count = 0;
        int i = from;
        for (; i + 8 <= to; i += 8) {
            count += Long.bitCount(Words.feeds(Words.at(b, i)));
        }
        for (; i < to; i++) {
            count += b[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    static boolean isToken(byte c) {
        return TOKEN[c & 0xff];
    }
}
