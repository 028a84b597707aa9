package org.moei.indicators.internal.find;

import java.util.Locale;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.internal.text.Chars;

/** Internet addresses and networks, hardware addresses, and ssdeep, which shares the colon with them. */
final class Addresses {
    private final Page page;

    Addresses(Page page) {
        this.page = page;
    }

    void scan() {
        colons();
        dots();
    }

    // with dots

    private void dots() {
        IntList dots = page.triggers.dots;
        int done = 0;
        for (int i = 0; i < dots.size(); i++) {
            int dot = dots.get(i);
            if (dot >= done && Chars.isDigit(page.c[dot - 1]) && Chars.isDigit(page.at(dot + 1)) && !page.isTaken(dot)) {
                done = four(dot, done);
            }
        }
    }

    private int four(int dot, int floor) {
        int from = dot;
        while (from > floor && (Chars.isDigit(page.c[from - 1]) || page.c[from - 1] == '.')) {
            from--;
        }
        int to = dot;
        while (to < page.length && (Chars.isDigit(page.c[to]) || page.c[to] == '.' && Chars.isDigit(page.at(to + 1)))) {
            to++;
        }
        String address = to - from <= 15 ? Ip.four(page.text(from, to)) : null;
        if (address == null || page.isTaken(from, to) || !stands(from, to)) {
            return to;
        }
        int slash = prefixEnd(to, 32);
        if (slash > to) {
            page.add(IndicatorType.CIDR, address + page.text(to, slash), from, slash, 0.95, "network with a prefix length");
            page.add(IndicatorType.IPV4, address, from, to, 0.9, "address of a network");
            page.take(from, slash);
            return slash;
        }
        if (isVersion(from)) {
            return to;
        }
        int tail = to;
        if (page.at(to) == ':' && Chars.isDigit(page.at(to + 1))) {
            tail = to + 1;
            while (tail < to + 6 && Chars.isDigit(page.at(tail))) {
                tail++;
            }
        }
        if (page.at(tail) == '/' && !page.inPath(from)) {
            int end = Urls.end(page.c, page.length, tail, page.at(from - 1));
            page.add(IndicatorType.URL, page.text(from, end), from, end, 0.8, "address and path without a scheme");
            page.path(tail, end);
        }
        page.add(IndicatorType.IPV4, address, from, to, 0.9, "four numbers up to 255");
        page.take(from, to);
        return to;
    }

    /** Whether nothing before or behind makes it part of a longer word or number. */
    private boolean stands(int from, int to) {
        char before = page.at(from - 1);
        char after = page.at(to);
        boolean wide = before >= 128 || after >= 128;
        if (before == '.' || before == '_' || Chars.isAlnum(before) || Chars.isAlnum(after) || after == '_' || !wide && (before == '-' && Chars.is(page.at(from - 2), Chars.LETTER))) {
            return before == 'F' && page.at(from - 2) == '2' && page.at(from - 3) == '%' && !Chars.isAlnum(after);
        }
        return !(after == '-' && Chars.is(page.at(to + 1), Chars.LETTER)) && !(after == '.' && Chars.isAlnum(page.at(to + 1)));
    }

    /** Versions, sections and products: the word for it stands just before, or letters and a slash do. */
    private boolean isVersion(int from) {
        char before = page.at(from - 1);
        if (before == '/' && Chars.is(page.at(from - 2), Chars.LETTER) && !page.inPath(from)) {
            return true;
        }
        int word = page.before(from, 12, Word.VERSION);
        if (word < 0) {
            return false;
        }
        int end = page.triggers.wordEnds.get(word);
        for (int i = end; i < from; i++) {
            if (page.c[i] == ',' || page.c[i] == ';' || page.c[i] == '；' || page.c[i] == '，' || page.c[i] == '(') {
                return false;
            }
        }
        return true;
    }

    private int prefixEnd(int to, int most) {
        if (page.at(to) != '/' || !Chars.isDigit(page.at(to + 1))) {
            return to;
        }
        int end = to + 1;
        int bits = 0;
        while (end < to + 4 && Chars.isDigit(page.at(end))) {
            bits = bits * 10 + page.at(end) - '0';
            end++;
        }
        char after = page.at(end);
        return bits <= most && !Chars.isAlnum(after) && after != '/' && !(after == '.' && Chars.isAlnum(page.at(end + 1))) ? end : to;
    }

    // with colons

    private void colons() {
        IntList colons = page.triggers.colons;
        int done = 0;
        for (int i = 0; i < colons.size(); i++) {
            int colon = colons.get(i);
            if (colon >= done && !page.isTaken(colon)) {
                done = Math.max(done, page.c[colon] == '-' ? mac(colon - 2, '-', done) : colon(colon, done));
            }
        }
        cisco();
    }

    private int colon(int colon, int floor) {
        int ssdeep = ssdeep(colon);
        if (ssdeep > 0) {
            return ssdeep;
        }
        int from = colon;
        while (from > floor && (Chars.is(page.c[from - 1], Chars.HEX) || page.c[from - 1] == ':')) {
            from--;
        }
        int to = colon;
        while (to < page.length && (Chars.is(page.c[to], Chars.HEX) || page.c[to] == ':')) {
            to++;
        }
        if (to - from > 64) {
            return to;
        }
        if (to - from == 17 && page.at(from + 2) == ':') {
            int end = mac(from, ':', floor);
            if (end > from) {
                return end;
            }
        }
        int end = to;
        // ::ffff:192.0.2.1
        if (page.at(to) == '.' && Chars.isDigit(page.at(to + 1))) {
            while (end < page.length && end < to + 16 && (Chars.isDigit(page.c[end]) || page.c[end] == '.' && Chars.isDigit(page.at(end + 1)))) {
                end++;
            }
        }
        while (end > from + 1 && page.c[end - 1] == ':' && !(page.c[end - 2] == ':' )) {
            end--;
        }
        int start = from;
        if (!page.isBorder(from - 1) || Ip.six(page.text(from, end)) == null) {
            // "IPv6:2001:db8::1": the word before the first colon is not part of it
            int first = from;
            while (first < end && page.c[first] != ':') {
                first++;
            }
            boolean letter = !page.isBorder(from - 1);
            start = letter && first + 1 < end ? first + 1 : from;
        }
        String six = page.isBorder(start - 1) && page.isBorder(end) ? Ip.six(page.text(start, end)) : null;
        if (six == null || page.isTaken(start, end) || !isPlausible(start, end)) {
            return to;
        }
        int slash = prefixEnd(end, 128);
        if (slash > end) {
            page.add(IndicatorType.CIDR, six + page.text(end, slash), start, slash, 0.95, "network with a prefix length");
        }
        page.add(IndicatorType.IPV6, six, start, end, 0.95, "address of version 6");
        page.take(start, slash);
        return slash;
    }

    /** std::dead and the like are code: an address has a digit or three groups. */
    private boolean isPlausible(int from, int to) {
        int colons = 0;
        boolean digit = false;
        for (int i = from; i < to; i++) {
            colons += page.c[i] == ':' ? 1 : 0;
            digit |= Chars.isDigit(page.c[i]);
        }
        return to - from > 2 && (digit || colons > 3);
    }

    private int mac(int from, char sign, int floor) {
        if (from < floor || !page.isBorder(from - 1) || page.at(from - 1) == sign) {
            return 0;
        }
        StringBuilder out = new StringBuilder();
        for (int group = 0; group < 6; group++) {
            int at = from + group * 3;
            if (!Chars.is(page.at(at), Chars.HEX) || !Chars.is(page.at(at + 1), Chars.HEX) || group < 5 && page.at(at + 2) != sign) {
                return 0;
            }
            out.append(group > 0 ? ":" : "").append(page.text(at, at + 2).toLowerCase(Locale.ROOT));
        }
        int to = from + 17;
        if (!page.isBorder(to) || page.at(to) == sign && Chars.is(page.at(to + 1), Chars.HEX)) {
            return 0;
        }
        page.add(IndicatorType.MAC, out.toString(), from, to, 0.95, "six bytes in hex");
        page.take(from, to);
        return to;
    }

    /** acf2.c9a6.b34f, as Cisco writes them. */
    private void cisco() {
        IntList dots = page.triggers.dots;
        for (int i = 0; i + 1 < dots.size(); i++) {
            int dot = dots.get(i);
            if (dots.get(i + 1) != dot + 5 || dot < 4 || page.isTaken(dot)) {
                continue;
            }
            int from = dot - 4;
            int to = dot + 10;
            boolean hex = to <= page.length && page.isBorder(from - 1) && page.isBorder(to) && page.at(from - 1) != '.' && !(page.at(to) == '.' && !page.isBorder(to + 1));
            boolean letter = false;
            for (int k = from; hex && k < to; k++) {
                hex = k == dot || k == dot + 5 || Chars.is(page.c[k], Chars.HEX);
                letter |= Chars.is(page.c[k], Chars.LETTER);
            }
            if (hex && letter) {
                String digits = page.text(from, to).replace(".", "").toLowerCase(Locale.ROOT);
                page.add(IndicatorType.MAC, digits.replaceAll("..(?!$)", "$0:"), from, to, 0.85, "six bytes in hex");
                page.take(from, to);
            }
        }
    }

    /** Block size, and two signatures in the letters of base64 (ssdeep's format); the block size is 3·2ⁿ. */
    private int ssdeep(int colon) {
        int from = colon;
        while (from > 0 && from > colon - 8 && Chars.isDigit(page.c[from - 1])) {
            from--;
        }
        if (from == colon || !page.isBorder(from - 1)) {
            return 0;
        }
        int size = Integer.parseInt(page.text(from, colon));
        if (size < 3 || size % 3 != 0 || Integer.bitCount(size / 3) != 1) {
            return 0;
        }
        int middle = signature(colon + 1);
        if (page.at(middle) != ':') {
            return 0;
        }
        int to = signature(middle + 1);
        if (middle - colon < 8 || to - middle < 5 || middle - colon > 130 || to - middle > 130) {
            return 0;
        }
        page.add(IndicatorType.SSDEEP, page.text(from, to), from, to, 0.95, "block size and two signatures");
        page.take(from, to);
        return to;
    }

    private int signature(int from) {
        int to = from;
        while (to < page.length && to < from + 140 && (Chars.isAlnum(page.c[to]) || page.c[to] == '+' || page.c[to] == '/')) {
            to++;
        }
        return to;
    }
}
