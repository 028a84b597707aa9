package org.moei.indicators.match;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.internal.find.Ip;

/** Networks as ranges of 128-bit numbers; version 4 lies at ::ffff:0:0/96. */
final class Ranges {
    record Range(long lowHigh, long lowLow, long highHigh, long highLow, long place) {}

    private Ranges() {}

    static List<Range> of(List<SetBuilder.Token> tokens, int[] places) {
        List<Range> out = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).type() == IndicatorType.CIDR) {
                long[] bounds = parse(tokens.get(i).value());
                if (bounds != null) {
                    out.add(new Range(bounds[0], bounds[1], bounds[2], bounds[3], places[i]));
                }
            }
        }
        out.sort(Comparator.comparing(Range::lowHigh, Long::compareUnsigned).thenComparing(Range::lowLow, Long::compareUnsigned)
                .thenComparing(Range::highHigh, (a, b) -> Long.compareUnsigned(b, a)).thenComparing(Range::highLow, (a, b) -> Long.compareUnsigned(b, a)));
        return out;
    }

    /** The nearest range before the one at {@code index} that holds it, -1 where none does; {@code flat} has the parents of all before. */
    static long parent(List<Range> ranges, int index, long[] flat) {
        Range range = ranges.get(index);
        long at = index - 1L;
        while (at >= 0) {
            Range other = ranges.get((int) at);
            int order = Long.compareUnsigned(other.highHigh(), range.highHigh());
            if (order > 0 || order == 0 && Long.compareUnsigned(other.highLow(), range.highLow()) >= 0) {
                return at;
            }
            at = flat[(int) at * 6 + 5];
        }
        return -1;
    }

    /** The first and last address of a network as four longs, or null. */
    static long @Nullable [] parse(String cidr) {
        int slash = cidr.indexOf('/');
        long[] address = slash < 1 ? null : number(cidr.substring(0, slash));
        if (address == null || !cidr.substring(slash + 1).matches("\\d{1,3}")) {
            return null;
        }
        boolean four = cidr.indexOf(':') < 0;
        int bits = Integer.parseInt(cidr.substring(slash + 1)) + (four ? 96 : 0);
        if (bits > 128 || four && bits < 96) {
            return null;
        }
        long high = bits == 0 ? 0 : bits >= 64 ? -1L : -1L << (64 - bits);
        long low = bits <= 64 ? 0 : bits == 128 ? -1L : -1L << (128 - bits);
        return new long[] {address[0] & high, address[1] & low, address[0] | ~high, address[1] | ~low};
    }

    /** An address of either version as 128 bits, or null. */
    static long @Nullable [] number(String text) {
        String four = Ip.four(text);
        if (four != null) {
            long value = 0;
            for (String part : four.split("\\.")) {
                value = value << 8 | Integer.parseInt(part);
            }
            return new long[] {0, 0xffffL << 32 | value};
        }
        int[] groups = Ip.parse(text);
        if (groups == null) {
            return null;
        }
        long high = 0;
        long low = 0;
        for (int i = 0; i < 4; i++) {
            high = high << 16 | groups[i];
            low = low << 16 | groups[i + 4];
        }
        return new long[] {high, low};
    }
}
