package org.moei.indicators.internal.find;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.internal.text.Chars;

/** URLs with a scheme, what their host is, and links of platforms, which are handles and not URLs. */
final class Links {
    private static final List<String> SCHEMES = List.of("http", "https", "ftp", "ftps", "sftp", "ssh", "ws", "wss", "tcp", "udp", "ldap", "ldaps", "smb", "rtsp", "rtmp",
            "telnet", "socks5", "socks4", "git", "svn", "rdp", "vnc", "mqtt", "stratum+tcp", "stratum+ssl", "stratum+tls", "stratum2+tcp", "stratum", "nicehash+tcp", "irc", "gopher", "dns", "doh", "feed");
    private static final List<String> APPS = List.of("tg", "viber", "whatsapp", "line", "zalo", "weixin", "market");

    private final Page page;

    Links(Page page) {
        this.page = page;
    }

    void scan() {
        IntList schemes = page.triggers.schemes;
        int done = 0;
        for (int s = 0; s < schemes.size(); s++) {
            int colon = schemes.get(s);
            if (colon >= done && !page.isTaken(colon)) {
                done = Math.max(done, read(colon));
            }
        }
    }

    private int read(int colon) {
        int from = colon;
        while (from > 0 && from > colon - 14 && (Chars.isAlnum(page.c[from - 1]) || page.c[from - 1] == '+')) {
            from--;
        }
        String word = page.text(from, colon).toLowerCase(Locale.ROOT);
        String scheme = SCHEMES.contains(word) ? word : "";
        if (scheme.isEmpty() && APPS.contains(word)) {
            return app(from, colon, word);
        }
        for (int i = 0; i < SCHEMES.size() && scheme.isEmpty(); i++) {
            // "--~Chttp://": the scheme is what ends here
            scheme = i < 2 && word.endsWith(SCHEMES.get(i)) ? SCHEMES.get(i) : "";
        }
        if (scheme.isEmpty()) {
            return colon + 3;
        }
        return url(colon - scheme.length(), scheme, colon + 3);
    }

    private int url(int from, String scheme, int authority) {
        int to = Math.min(page.length, authority + 600);
        int host = authority;
        for (int i = authority; i < to; i++) {
            char k = page.c[i];
            if (k == '@') {
                host = i + 1;
            } else if (k <= ' ' || k == '/' || k == '?' || k == '#' || k == '"' || k == '<' || k == '>' || k == '\\' || k == '`') {
                break;
            }
        }
        Host place = Host.read(page, host);
        if (place == null) {
            return authority;
        }
        int tail = place.tail();
        char next = page.at(tail);
        int end = next == '/' || next == '?' || next == '#' ? Urls.end(page.c, page.length, tail, page.at(from - 1)) : tail;
        String rest = page.text(tail, end);
        if ((scheme.equals("http") || scheme.equals("https")) && Platforms.report(page, place.name(), rest, from, end)) {
            page.take(from, end);
            return end;
        }
        String value = scheme + "://" + page.text(authority, host) + place.written() + page.text(place.to(), tail) + rest;
        boolean pool = scheme.startsWith("stratum") || scheme.startsWith("nicehash") || Platforms.isPool(place.name());
        if (pool) {
            page.add(IndicatorType.MINING_POOL, place.name() + page.text(place.to(), tail), place.from(), tail, 0.9, "address of a mining pool");
        }
        page.add(IndicatorType.URL, value, from, end, 0.97, "link with scheme " + scheme);
        place.report(page, "host of a link");
        page.take(from, tail);
        if (end > tail) {
            page.path(tail, end);
        }
        return end;
    }

    /** Links that open an app: tg://resolve?domain=x, viber://chat?number=…, market://details?id=… */
    private int app(int from, int colon, String word) {
        int end = Urls.end(page.c, page.length, colon + 3, page.at(from - 1));
        String rest = page.text(colon + 3, end);
        boolean known = switch (word) {
            case "tg" -> Platforms.telegramApp(page, rest, from, end);
            case "viber" -> Platforms.number(page, IndicatorType.VIBER, Platforms.parameter(rest, "number"), from, end)
                    || Platforms.number(page, IndicatorType.VIBER, Platforms.parameter(rest, "contact"), from, end);
            case "whatsapp" -> Platforms.number(page, IndicatorType.WHATSAPP, Platforms.parameter(rest, "phone"), from, end);
            case "line" -> Platforms.report(page, "line.me", "/" + rest, from, end);
            case "market" -> Platforms.report(page, "play.google.com", "/store/apps/" + rest, from, end);
            default -> false;
        };
        if (known) {
            page.take(from, end);
        }
        return end;
    }

    /** The host of a URL: a name, an address, an address in brackets, with its port. */
    record Host(String name, String written, int from, int to, int tail, IndicatorType type) {

        static @Nullable Host read(Page page, int from) {
            char[] c = page.c;
            int to;
            String name;
            IndicatorType type;
            String written;
            if (page.at(from) == '[') {
                to = from + 1;
                while (to < page.length && to < from + 50 && c[to] != ']') {
                    to++;
                }
                String inner = page.text(from + 1, to);
                String six = Ip.six(inner);
                String four = Ip.four(inner);
                if (page.at(to) != ']' || six == null && four == null) {
                    return null;
                }
                to++;
                name = six != null ? six : four == null ? "" : four;
                type = six != null ? IndicatorType.IPV6 : IndicatorType.IPV4;
                written = "[" + name + "]";
            } else {
                if (from >= page.length || !Hosts.isPart(c[from]) || c[from] == '.') {
                    return null;
                }
                to = Hosts.end(c, page.length, from);
                String text = page.text(from, to);
                String four = Ip.four(text);
                if (four != null) {
                    type = IndicatorType.IPV4;
                    name = four;
                    written = text;
                } else {
                    Named named = named(page, from, to);
                    if (named == null) {
                        return null;
                    }
                    to = named.to();
                    type = IndicatorType.DOMAIN;
                    name = named.domain();
                    written = name;
                }
            }
            int tail = to;
            if (page.at(to) == ':' && Chars.isDigit(page.at(to + 1))) {
                tail = to + 1;
                while (tail < to + 6 && Chars.isDigit(page.at(tail))) {
                    tail++;
                }
            } else if (page.at(to) == '.' && page.at(to + 1) == '/') {
                tail = to + 1;
            }
            return new Host(name, written, from, to, tail, type);
        }

        /** The name, or what is left of it where a sentence goes on behind its dot: evil.com.Please. */
        static @Nullable Named named(Page page, int from, int to) {
            String domain = Hosts.domain(page.text(from, to));
            if (domain != null) {
                return new Named(domain, to);
            }
            for (int dot = to - 1; dot > from; dot--) {
                if (page.c[dot] == '.') {
                    boolean sentence = dot + 1 < to && (Character.isUpperCase(page.c[dot + 1]) && !Character.isUpperCase(page.c[from]) || page.c[dot + 1] >= 0x2E80);
                    String shorter = sentence ? Hosts.domain(page.text(from, dot)) : null;
                    return shorter == null ? null : new Named(shorter, dot);
                }
            }
            return null;
        }

        void report(Page page, String why) {
            if (type == IndicatorType.DOMAIN) {
                Names.reportDomain(page, name, from, to, 0.95, why);
            } else {
                boolean bracket = page.c[from] == '[';
                page.add(type, name, bracket ? from + 1 : from, bracket ? to - 1 : to, 0.95, why);
            }
        }
    }

    record Named(String domain, int to) {}
}
