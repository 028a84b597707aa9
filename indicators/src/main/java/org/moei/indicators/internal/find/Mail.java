package org.moei.indicators.internal.find;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.internal.text.Chars;

/** What stands around an @: e-mail addresses and UPI ids. Handles are left to {@link Handles}. */
final class Mail {
    /** The longest local part (RFC 5321, 4.5.3.1.1). */
    private static final int LOCAL = 64;

    /** Handles of the banks and apps of India's UPI, as the NPCI lists them. */
    private static final Set<String> BANKS = Set.copyOf(List.of("okaxis", "oksbi", "okicici", "okhdfcbank", "ybl", "ibl", "axl", "paytm", "ptyes", "ptaxis", "pthdfc", "ptsbi", "upi", "apl", "yapl", "rapl",
            "sbi", "hdfcbank", "icici", "axisbank", "axisb", "axis", "kotak", "kmbl", "pnb", "barodampay", "bob", "airtel", "freecharge", "jio", "jupiteraxis", "idfcbank", "idfc", "idfcfirst", "indus",
            "indianbank", "iob", "unionbank", "uboi", "uco", "yesbank", "yesbankltd", "federal", "fbl", "rbl", "dbs", "hsbc", "citi", "sc", "aubank", "equitas", "kbl", "kvb", "mahb", "cnrb", "cboi",
            "boi", "abfspay", "waaxis", "wahdfcbank", "waicici", "wasbi", "fam", "slice", "ikwik", "postbank", "pingpay", "timecosmos", "tapicici", "sliceaxis", "axisgo", "payzapp", "oksbp", "naviaxis",
            "superyes", "yescred", "yespay", "axisbnk", "mbk", "goaxb", "trans", "shriramhdfcbank", "zoicici", "spicepay", "dlb", "myicici", "pockets", "ezeepay", "eazypay", "hsb", "cmsidfc", "nsdl", "nyes"));

    private final Page page;

    Mail(Page page) {
        this.page = page;
    }

    void scan() {
        IntList ats = page.triggers.ats;
        int done = 0;
        for (int i = 0; i < ats.size(); i++) {
            int at = ats.get(i);
            if (!page.isTaken(at)) {
                done = Math.max(done, read(at, done));
            }
        }
    }

    private int read(int at, int floor) {
        int from = local(at, floor);
        if (from == at) {
            return floor;
        }
        Links.@Nullable Host host = page.at(at + 1) == '[' ? bracketed(at + 1) : Links.Host.read(page, at + 1);
        if (host == null) {
            return upi(from, at) ? at + 1 : floor;
        }
        if (host.type() == IndicatorType.IPV4 && page.at(at + 1) != '[') {
            return floor;
        }
        int to = page.at(at + 1) == '[' ? host.tail() : host.to();
        String domain = page.at(at + 1) == '[' ? page.text(at + 1, to) : host.name();
        page.add(IndicatorType.EMAIL, (page.text(from, at) + "@" + domain).toLowerCase(Locale.ROOT), from, to, 0.97, "name and host with a known top-level domain");
        host.report(page, "host of an e-mail address");
        page.take(from, to);
        return to;
    }

    /** test@[192.168.0.1] and test@[IPv6:2001:db8::1] (RFC 5321, 4.1.3). */
    private Links.@Nullable Host bracketed(int open) {
        int inner = Urls.begins(page.c, page.length, open + 1, "ipv6:") ? open + 6 : open + 1;
        int close = inner;
        while (close < page.length && close < inner + 46 && page.c[close] != ']') {
            close++;
        }
        if (page.at(close) != ']') {
            return null;
        }
        String text = page.text(inner, close);
        String six = Ip.six(text);
        String four = Ip.four(text);
        if (six == null && four == null) {
            return null;
        }
        String name = six != null ? six : four == null ? "" : four;
        return new Links.Host(name, text, inner, close, close + 1, six != null ? IndicatorType.IPV6 : IndicatorType.IPV4);
    }

    /** The first place of the local part that ends at the @; the @ itself where there is none. */
    private int local(int at, int floor) {
        int least = Math.max(floor, at - LOCAL);
        if (at > 1 && page.c[at - 1] == '"') {
            int open = at - 2;
            while (open > least && page.c[open] != '"' && page.c[open] > ' ') {
                open--;
            }
            return page.c[open] == '"' && open < at - 2 && open >= least && Chars.isAlnum(page.c[open + 1]) ? open : at;
        }
        int from = at;
        if (page.at(at - 1) == ')') {
            // john.smith(comment)@example.com (RFC 5322, 3.2.2)
            int open = at - 2;
            while (open > least && page.c[open] != '(' && (Chars.isAlnum(page.c[open]) || page.c[open] == ' ')) {
                open--;
            }
            if (page.at(open) != '(' || open == least || !Chars.isAlnum(page.at(open - 1))) {
                return at;
            }
            from = open;
        }
        while (from > least && isLocal(page.c[from - 1]) && !page.isTaken(from - 1)) {
            from--;
        }
        if (from == least && from > 0 && from > floor && Chars.is(page.c[from - 1], Chars.LOCAL)) {
            return at;
        }
        while (from < at && !Chars.isAlnum(page.c[from]) && page.c[from] != '_') {
            from++;
        }
        return from < at && page.c[at - 1] == '.' ? at : from;
    }

    private static boolean isLocal(char c) {
        return Chars.is(c, Chars.LABEL) || c == '.' || c == '+' || c == '%' || c == '&' || c == '!' || c == '#' || c == '$' || c == '*' || c == '~';
    }

    private boolean upi(int from, int at) {
        int to = at + 1;
        while (to < page.length && to < at + 24 && Chars.isAlnum(page.c[to])) {
            to++;
        }
        String bank = page.text(at + 1, to).toLowerCase(Locale.ROOT);
        boolean open = to < page.length && (page.c[to] == '.' && Chars.isAlnum(page.at(to + 1)) || page.c[to] == '-' || page.c[to] == '_' || page.c[to] == '@');
        if (open || bank.length() < 2 || at - from < 2 || !bank.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9')) {
            return false;
        }
        boolean known = BANKS.contains(bank);
        if (!known && !page.isNear(from, to, Page.REACH, Word.UPI)) {
            return false;
        }
        page.add(IndicatorType.UPI, page.text(from, to).toLowerCase(Locale.ROOT), from, to, known ? 0.95 : 0.8, known ? "handle of a UPI bank" : "beside the word UPI");
        page.take(from, to);
        return true;
    }
}
