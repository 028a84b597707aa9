package org.moei.indicators.internal.find;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.internal.codec.Onion;
import org.moei.indicators.internal.text.Chars;

/** Dotted names: domains and links without a scheme, file names, Android packages. What is one is not the other. */
final class Names {
    private static final Set<String> FILES = Set.copyOf(List.of("exe", "dll", "scr", "bat", "cmd", "ps1", "vbs", "js", "jar", "apk", "xapk", "ipa", "msi", "dmg", "iso", "img", "lnk", "doc", "docx", "docm",
            "xls", "xlsx", "xlsm", "ppt", "pptx", "pdf", "rtf", "txt", "csv", "json", "xml", "html", "htm", "php", "asp", "aspx", "rar", "7z", "tar", "gz", "bz2", "xz", "png", "jpg", "jpeg", "gif", "svg",
            "mp3", "mp4", "avi"));
    /** Endings that are top-level domains too. */
    private static final Set<String> EITHER = Set.copyOf(List.of("zip", "mov", "app", "com", "sh", "py", "pl", "rs", "md"));
    /** First labels of package names: domains read backwards. */
    private static final Set<String> REVERSED = Set.copyOf(List.of("com", "org", "net", "io", "cn", "vn", "th", "kh", "mm", "la", "tw", "hk", "my", "sg", "id", "in", "ru", "br", "kr", "jp", "co", "me", "xyz", "dev",
            "tv", "info", "de", "fr", "uk", "us", "eu", "app", "cc", "top", "vip", "pk", "ph", "es", "mx", "pt", "et", "gov", "edu", "biz", "ai", "pro", "club", "online", "live", "site"));
    private static final Set<String> SURE = Set.copyOf(List.of("com", "org", "net"));
    /** Words that follow a full stop without a blank and are country codes too. */
    private static final Set<String> SENTENCE = Set.copyOf(List.of("in", "is", "it", "so", "no", "to", "my", "me", "as", "at", "be", "by", "do", "am", "us", "la", "de", "es", "se", "et", "il", "el", "im", "st", "dr", "mr"));

    private final Page page;

    Names(Page page) {
        this.page = page;
    }

    static void reportDomain(Page page, String name, int from, int to, double confidence, String why) {
        if (name.endsWith(".onion")) {
            String key = name.substring(0, name.length() - 6);
            key = key.substring(key.lastIndexOf('.') + 1);
            if (key.length() == 56) {
                boolean holds = Onion.holds(key);
                page.add(IndicatorType.ONION, key + ".onion", from, to, holds ? 0.99 : 0.6, holds ? "onion address with the right checksum" : "name under onion, checksum wrong");
            } else {
                page.add(IndicatorType.DOMAIN, name, from, to, 0.5, why);
            }
            return;
        }
        page.add(IndicatorType.DOMAIN, name, from, to, confidence, why);
    }

    void scan() {
        IntList dots = page.triggers.dots;
        int done = 0;
        for (int i = 0; i < dots.size(); i++) {
            int dot = dots.get(i);
            if (dot >= done) {
                done = read(dot, done);
            }
        }
    }

    private int read(int dot, int floor) {
        boolean path = page.inPath(dot);
        int from = Hosts.start(page.c, dot, floor);
        int to = Hosts.end(page.c, page.length, dot);
        if (to - from > Hosts.LONGEST + 60 || page.isTaken(dot)) {
            return to;
        }
        if (path) {
            inPath(from, Math.min(to, page.pathEnd(dot)));
            return to;
        }
        if (page.isTaken(from, to)) {
            return to;
        }
        char before = page.at(from - 1);
        if (before == '@' || page.c[from] == '.') {
            return to;
        }
        String text = page.text(from, to);
        int last = text.lastIndexOf('.');
        String top = text.substring(last + 1).toLowerCase(Locale.ROOT);
        if (Ip.four(text) != null || top.isEmpty()) {
            return to;
        }
        if (FILES.contains(top) || EITHER.contains(top) && isFile(from, before, top)) {
            file(from, to);
            return to;
        }
        if (isPackage(text, from, to)) {
            page.add(IndicatorType.ANDROID_PACKAGE, text, from, to, 0.9, "name in reverse, where the text speaks of an app");
            page.take(from, to);
            return to;
        }
        Links.Host host = Links.Host.read(page, from);
        if (host == null || host.type() != IndicatorType.DOMAIN) {
            return to;
        }
        if (isSentence(page.text(from, host.to()))) {
            return to;
        }
        return domain(host, before);
    }

    private int domain(Links.Host host, char before) {
        int tail = host.tail();
        int from = host.from();
        int end = page.at(tail) == '/' || page.at(tail) == '?' && Chars.isAlnum(page.at(tail + 1)) && page.at(tail + 2) != ' ' && isQuery(tail) ? Urls.end(page.c, page.length, tail, before) : tail;
        if (end > tail) {
            String rest = page.text(tail, end);
            if (Platforms.report(page, host.name(), rest, from, end)) {
                page.take(from, end);
                return end;
            }
            page.add(IndicatorType.URL, host.written() + page.text(host.to(), tail) + rest, from, end, 0.85, "host and path without a scheme");
            reportDomain(page, host.name(), from, host.to(), 0.95, "host of a link");
            page.take(from, tail);
            page.path(tail, end);
            return tail;
        }
        if (host.name().endsWith(".t.me") && Platforms.report(page, host.name(), "", from, tail)) {
            page.take(from, tail);
            return tail;
        }
        if (tail > host.to() && Platforms.isPool(host.name())) {
            page.add(IndicatorType.MINING_POOL, host.name() + page.text(host.to(), tail), from, tail, 0.9, "address of a mining pool");
        }
        reportDomain(page, host.name(), from, host.to(), 0.9, "name under a known top-level domain");
        page.take(from, host.to());
        return host.to();
    }

    /** A question mark that begins a query and does not end a sentence. */
    private boolean isQuery(int at) {
        for (int i = at + 1; i < Math.min(page.length, at + 40); i++) {
            if (page.c[i] == '=') {
                return true;
            }
            if (!Chars.is(page.c[i], Chars.LABEL)) {
                return false;
            }
        }
        return false;
    }

    private void inPath(int start, int to) {
        int from = start;
        if (page.at(from - 1) == '%' && to - from > 2 && Chars.is(page.c[from], Chars.HEX) && Chars.is(page.c[from + 1], Chars.HEX)) {
            from += 2;
        }
        String text = page.text(from, to);
        String top = text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (EITHER.contains(top) && !top.equals("com") || FILES.contains(top) || top.equals("do") || top.equals("so") || top.equals("ps")) {
            return;
        }
        String domain = page.at(from - 1) == '@' ? null : Hosts.domain(text);
        if (domain != null && Ip.four(text) == null && !isSentence(text)) {
            reportDomain(page, domain, from, to, 0.7, "name in the path or query of a link");
            page.take(from, to);
        }
    }

    private boolean isFile(int from, char before, String top) {
        if (before == '/' || before == '\\') {
            return true;
        }
        int reach = top.equals("com") || top.equals("app") ? 12 : Page.REACH;
        return page.before(from, reach, Word.FILE) >= 0 || reach == Page.REACH && page.after(from, Page.REACH, Word.FILE) >= 0;
    }

    private void file(int from, int to) {
        int start = from;
        int stem = to;
        for (int i = to - 1; i >= from && page.c[i] != '.'; i--) {
            stem = i;
        }
        // 下载trade.apk: what is written without blanks before an ASCII name is the sentence
        for (int i = stem - 2; i > from; i--) {
            if (Hosts.isSeam(page.c[i - 1], page.c[i])) {
                start = i;
                break;
            }
        }
        while (start < stem && (page.c[start] == '-' || page.c[start] == '.')) {
            start++;
        }
        if (start < stem - 1 && to - start <= 255) {
            page.add(IndicatorType.FILE_NAME, page.text(start, to), start, to, 0.9, "ending of a file");
        }
        page.take(from, to);
    }

    private boolean isPackage(String text, int from, int to) {
        int first = text.indexOf('.');
        int labels = 1 + (int) text.chars().filter(c -> c == '.').count();
        String head = text.substring(0, first);
        if (!REVERSED.contains(head) || labels < 2 || !isIdentifiers(text)) {
            return false;
        }
        boolean named = page.isNear(from, to, Page.REACH, Word.PACKAGE);
        boolean talked = named || page.isTalkedOf(from, Page.TALK, Word.APP) || page.isTalkedOf(from, Page.TALK, Word.PACKAGE);
        boolean host = Hosts.domain(text) != null && !SURE.contains(head);
        return labels > 2 ? named || talked && !host : named && !host;
    }

    private static boolean isIdentifiers(String text) {
        char previous = '.';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (previous == '.' && !Chars.is(c, Chars.LETTER) || c != '.' && c != '_' && !Chars.isAlnum(c)) {
                return false;
            }
            previous = c;
        }
        return previous != '.';
    }

    /** "the end.In the morning": a full stop without its blank; or "at 10.am". */
    private static boolean isSentence(String text) {
        int dot = text.indexOf('.');
        if (dot != text.lastIndexOf('.')) {
            return false;
        }
        String top = text.substring(dot + 1);
        boolean capital = top.length() > 1 && Character.isUpperCase(top.charAt(0)) && Character.isLowerCase(top.charAt(1));
        boolean name = Character.isUpperCase(text.charAt(0));
        boolean digits = text.substring(0, dot).chars().allMatch(Character::isDigit);
        return capital && !name || capital && SENTENCE.contains(top.toLowerCase(Locale.ROOT)) || digits && dot <= 2 && top.length() == 2
                || dot == 1 && SENTENCE.contains(top) && !digits && top.length() == 2 && text.charAt(0) == 'i';
    }
}
