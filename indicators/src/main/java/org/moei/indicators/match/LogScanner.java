package org.moei.indicators.match;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long DOTS = 0x2E2E2E2E2E2E2E2EL;
    private static final long FEEDS = 0x0A0A0A0A0A0A0A0AL;
    private static final long ONES = 0x0101010101010101L;
    private static final long TOPS = 0x8080808080808080L;
    /** Longest token whose parents are looked up; a host name has 253 bytes. */
    private static final int LONGEST = 1024;

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
        int floor = 0;
        int i = 0;
        int last = length - 8;
        while (i <= last) {
            long x = (long) LONGS.get(b, i) ^ DOTS;
            long zeros = (x - ONES) & ~x & TOPS;
            if (zeros == 0) {
                i += 8;
                continue;
            }
            i = token(i + (Long.numberOfTrailingZeros(zeros) >>> 3), floor);
            floor = i;
        }
        while (i < length) {
            if (b[i] == '.') {
                i = token(i, floor);
                floor = i;
            } else {
                i++;
            }
        }
    }

    private int token(int dot, int floor) {
        int from = dot;
        while (from > floor && TOKEN[b[from - 1] & 0xff]) {
            from--;
        }
        int to = dot + 1;
        while (to < length && TOKEN[b[to] & 0xff]) {
            to++;
        }
        name(from, to);
        return to;
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
        } else if (end - from <= LONGEST) {
            labels(b, from, end, from, to);
        }
        if (set.has(IndicatorSet.EMAIL | IndicatorSet.URL | IndicatorSet.IDN)) {
            kinds.around(b, length, from, to);
        }
    }

    /** Hashes from right to left; at each dot the parent so far is complete. */
    void labels(byte[] bytes, int from, int end, int tokenFrom, int tokenTo) {
        long hash = Fingerprints.SEED;
        boolean first = !set.has(IndicatorSet.SINGLE);
        for (int i = end - 1; i >= from; i--) {
            byte c = bytes[i];
            if (c == '.') {
                if (!first) {
                    long key = Fingerprints.finish(hash);
                    if (set.mayHold(key) && set.scope(key) == Scope.SUBDOMAINS) {
                        domain(bytes, i + 1, end, Scope.SUBDOMAINS, tokenFrom, tokenTo);
                    }
                }
                first = false;
            }
            hash = Fingerprints.step(hash, c);
        }
        long key = Fingerprints.finish(hash);
        if (set.mayHold(key)) {
            Scope scope = set.scope(key);
            if (scope != null) {
                domain(bytes, from, end, scope, tokenFrom, tokenTo);
            }
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
        while (i + 8 <= to) {
            long x = (long) LONGS.get(b, i) ^ FEEDS;
            long nonzero = ((x & ~TOPS) + ~TOPS | x) & TOPS;
            count += 8 - Long.bitCount(nonzero);
            i += 8;
        }
        while (i < to) {
            count += b[i++] == '\n' ? 1 : 0;
        }
        return count;
    }

    static boolean isToken(byte c) {
        return TOKEN[c & 0xff];
    }
}
