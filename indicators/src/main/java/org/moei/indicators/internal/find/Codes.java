package org.moei.indicators.internal.find;

import java.util.Locale;
import java.util.Map;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.internal.codec.Checksums;
import org.moei.indicators.internal.text.Chars;

/** Codes that begin with their own letters: user agents, registry keys, CVE, AS numbers, ATT&CK techniques, IBAN, QR payloads. */
final class Codes {
    private static final int AGENT = 600;
    private static final int KEY = 512;

    /** Lengths of IBANs by country (SWIFT's registry). */
    private static final Map<String, Integer> IBANS = new java.util.HashMap<>();

    static {
        String table = "AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 "
                + "IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 "
                + "SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30";
        for (String entry : table.split(" ")) {
            IBANS.put(entry.substring(0, 2), Integer.parseInt(entry.substring(2)));
        }
    }

    private final Page page;

    Codes(Page page) {
        this.page = page;
    }

    void scan() {
        IntList words = page.triggers.words;
        for (int w = 0; w < words.size(); w++) {
            int from = page.triggers.wordStarts.get(w);
            int to = page.triggers.wordEnds.get(w);
            switch (Word.of(words.get(w))) {
                case AGENT -> agent(from, to);
                case REGISTRY -> registry(from, to);
                case CVE -> cve(from, to);
                case ASN -> asn(from, to);
                default -> { }
            }
        }
        IntList numbers = page.triggers.numbers;
        for (int i = 0; i < numbers.size(); i += 2) {
            qr(numbers.get(i));
        }
        IntList mixed = page.triggers.mixed;
        for (int i = 0; i < mixed.size(); i += 2) {
            mixed(mixed.get(i), mixed.get(i + 1));
        }
    }

    private void mixed(int from, int to) {
        char first = Chars.lower(page.c[from]);
        char second = Chars.lower(page.at(from + 1));
        if (to - from >= 6 && first == '0' && page.text(from, Math.min(to, from + 6)).equals("000201")) {
            qr(from);
        } else if (first == 't' && Chars.isDigit(second)) {
            technique(from, to);
        } else if (first == 'a' && second == 's' && to - from > 2) {
            asn(from, Chars.lower(page.at(from + 2)) == 'n' ? from + 3 : from + 2);
        } else if (Chars.is(page.c[from], Chars.LETTER) && Chars.is(page.at(from + 1), Chars.LETTER) && Chars.isDigit(page.at(from + 2)) && Chars.isDigit(page.at(from + 3))) {
            iban(from);
        }
    }

    private void technique(int from, int to) {
        boolean form = to - from == 5 && page.isBorder(from - 1);
        for (int i = from + 1; form && i < to; i++) {
            form = Chars.isDigit(page.c[i]);
        }
        if (!form || page.c[from + 1] > '1' || page.c[from + 1] == '0' && page.c[from + 2] != '8' || page.at(to) == '_' || page.at(from - 1) == '_' || page.at(from - 1) == '-') {
            return;
        }
        int end = to;
        if (page.at(to) == '.' && Chars.isDigit(page.at(to + 1))) {
            int digits = to + 1;
            while (digits < to + 5 && Chars.isDigit(page.at(digits))) {
                digits++;
            }
            if (digits != to + 4 || !page.isBorder(digits)) {
                return;
            }
            end = digits;
        }
        page.add(IndicatorType.ATTACK_TECHNIQUE, page.text(from, end).toUpperCase(Locale.ROOT), from, end, 0.85, "form of an ATT&CK technique");
        page.take(from, end);
    }

    private void asn(int from, int digits) {
        int at = digits;
        boolean spaced = page.text(from, digits).equalsIgnoreCase("asn");
        while (spaced && at < digits + 3 && (page.at(at) == ' ' || page.at(at) == ':' || page.at(at) == '#')) {
            at++;
        }
        if (spaced && Chars.lower(page.at(at)) == 'a' && Chars.lower(page.at(at + 1)) == 's') {
            return;
        }
        int to = at;
        while (to < page.length && to < at + 11 && Chars.isDigit(page.c[to])) {
            to++;
        }
        if (to == at || to - at > 10 || !page.isBorder(to) || !page.isBorder(from - 1) || page.isTaken(from) || Long.parseLong(page.text(at, to)) > 4_294_967_295L
                || page.at(to) == '-' && Chars.isAlnum(page.at(to + 1)) || page.at(from - 1) == '-' || page.at(from - 1) == '_') {
            return;
        }
        page.add(IndicatorType.ASN, "AS" + Long.parseLong(page.text(at, to)), from, to, 0.9, "number of an autonomous system");
        page.take(from, to);
    }

    private void cve(int from, int to) {
        char sign = page.at(to);
        if (sign != '-' && sign != ' ' && sign != '_' && sign != '\u2011' && sign != ':') {
            return;
        }
        int year = to + 1;
        for (int i = 0; i < 4; i++) {
            if (!Chars.isDigit(page.at(year + i))) {
                return;
            }
        }
        int number = year + 5;
        char middle = page.at(year + 4);
        int end = number;
        while (end < number + 8 && Chars.isDigit(page.at(end))) {
            end++;
        }
        if (middle != '-' && middle != '_' && middle != ' ' || end - number < 4 || end - number > 7 || !page.isBorder(end)) {
            return;
        }
        page.add(IndicatorType.CVE, "CVE-" + page.text(year, year + 4) + "-" + page.text(number, end), from, end, 0.98, "form of a CVE");
        page.take(from, end);
    }

    private void iban(int from) {
        Integer length = IBANS.get(page.text(from, from + 2).toUpperCase(Locale.ROOT));
        if (length == null || !page.isBorder(from - 1) || page.isTaken(from)) {
            return;
        }
        StringBuilder digits = new StringBuilder();
        int at = from;
        int to = from;
        while (digits.length() < length && at < page.length && at < from + length * 2) {
            char c = page.c[at];
            if (Chars.isAlnum(c)) {
                digits.append(Chars.is(c, Chars.LOWER) ? (char) (c - 32) : c);
                to = at + 1;
            } else if (c != ' ' && c != '-' || page.at(at - 1) == c) {
                break;
            }
            at++;
        }
        if (digits.length() == length && page.isBorder(to) && Checksums.iban(digits)) {
            page.add(IndicatorType.IBAN, digits.toString(), from, to, 0.99, "length and check digits of an IBAN");
            page.take(from, to);
        }
    }

    private void qr(int from) {
        if (!Urls.begins(page.c, page.length, from, "000201") || page.isTaken(from) || !page.isBorder(from - 1)) {
            return;
        }
        Emvco payload = Emvco.read(page, from);
        if (payload == null) {
            return;
        }
        int to = payload.end();
        page.add(IndicatorType.EMVCO, page.text(from, to), from, to, 0.99, "EMVCo QR payload with the right CRC, " + payload.scheme());
        payload.inside().forEach(inner -> page.add(inner.type(), inner.value(), inner.from(), inner.to(), 0.95, "inside a QR payload, " + payload.scheme()));
        page.take(from, to);
    }

    // user agents

    /** Products with versions and comments, one behind the other (RFC 9110, 10.1.5), until something else or the next Mozilla begins. */
    private void agent(int from, int to) {
        if (page.at(to) != '/' && page.at(to) != '-' || page.isTaken(from) || !page.isBorder(from - 1)) {
            return;
        }
        int end = from;
        int at = from;
        int products = 0;
        boolean comment = false;
        while (at < page.length && at < from + AGENT) {
            if (page.c[at] == '(') {
                int close = at + 1;
                int depth = 1;
                while (close < page.length && close < at + 300 && depth > 0 && page.c[close] != '\n') {
                    depth += page.c[close] == '(' ? 1 : page.c[close] == ')' ? -1 : 0;
                    close++;
                }
                if (depth > 0) {
                    break;
                }
                at = close;
                comment = true;
            } else {
                int word = at;
                boolean slash = false;
                while (word < page.length && word < at + 80 && page.c[word] > ' ' && page.c[word] < 127 && "()\"<>',;".indexOf(page.c[word]) < 0) {
                    slash |= page.c[word] == '/';
                    word++;
                }
                boolean again = products > 0 && Urls.begins(page.c, page.length, at, "mozilla/");
                if (word == at || again || !slash && !isAgentWord(page.text(at, word))) {
                    break;
                }
                if (slash && !hasVersion(at, word)) {
                    break;
                }
                products++;
                at = word;
            }
            end = at;
            if (page.at(at) != ' ') {
                break;
            }
            at++;
        }
        while (end > from && (page.c[end - 1] == '.' || page.c[end - 1] == ':')) {
            end--;
        }
        boolean browser = Urls.begins(page.c, page.length, from, "mozilla/") || Urls.begins(page.c, page.length, from, "opera/") || Urls.begins(page.c, page.length, from, "dalvik/");
        if (products > 0 && end > to && (!browser || comment || products > 1)) {
            page.add(IndicatorType.USER_AGENT, page.text(from, end), from, end, 0.95, "products, versions and comments of a user agent");
            page.take(from, end);
        }
    }

    private boolean hasVersion(int from, int to) {
        for (int i = from; i < to; i++) {
            if (page.c[i] == '/') {
                return i > from && i + 1 < to && Chars.isAlnum(page.c[i + 1]);
            }
        }
        return false;
    }

    private static boolean isAgentWord(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "gecko", "mobile", "like", "safari", "khtml", "tablet", "wv", "webview", "u;", "mini" -> true;
            default -> false;
        };
    }

    // registry

    private void registry(int from, int to) {
        int start = from;
        int at = to;
        if (page.at(to) == '_') {
            while (at < to + 16 && (Chars.isAlnum(page.at(at)) || page.at(at) == '_')) {
                at++;
            }
        }
        String root = longRoot(page.text(from, at).toUpperCase(Locale.ROOT));
        boolean angle = page.at(from - 1) == '<' && page.at(at) == '>';
        if (angle) {
            start--;
            at++;
        } else if (page.at(at) == ':') {
            at++;
        }
        if (root.isEmpty() || page.at(at) != '\\' || page.isTaken(from)) {
            return;
        }
        StringBuilder value = new StringBuilder(root);
        int end = at;
        while (page.at(at) == '\\' && at < from + KEY) {
            int segment = at;
            while (page.at(segment) == '\\') {
                segment++;
            }
            int stop = segment(segment);
            if (stop < 0) {
                return;
            }
            if (stop == segment) {
                break;
            }
            value.append('\\').append(page.c, segment, stop - segment);
            end = stop;
            at = stop;
        }
        if (end > start + 4 && value.length() > root.length() + 1) {
            page.add(IndicatorType.REGISTRY_KEY, value.toString(), start, end, 0.95, "path under a root of the Windows registry");
            page.take(start, end);
        }
    }

    /** Behind a segment of a key. Blanks belong to it only where another backslash follows within four words; -1 where it is malformed. */
    private int segment(int from) {
        int to = from;
        int firstBlank = -1;
        int blanks = 0;
        while (to < page.length && to < from + 100) {
            char c = page.c[to];
            if (c == '\\') {
                return firstBlank >= 0 && hasRoot(firstBlank, to) ? firstBlank : to;
            }
            if (c == '<' && firstBlank < 0) {
                int close = to + 1;
                while (close < page.length && close < to + 40 && page.c[close] != '>' && page.c[close] != '\\' && page.c[close] != '\n') {
                    close++;
                }
                if (page.at(close) != '>') {
                    return -1;
                }
                to = close;
            } else if (c == ' ') {
                firstBlank = firstBlank < 0 ? to : firstBlank;
                if (++blanks > 4) {
                    break;
                }
            } else if (c < ' ' || "\"'“”‘’<>|?*,;)]".indexOf(c) >= 0 || c >= 0x2E80 || c == ':' ) {
                break;
            }
            to++;
        }
        int end = firstBlank >= 0 ? firstBlank : to;
        // "Windows NT" and the like are known names with a blank
        if (firstBlank >= 0 && page.text(from, firstBlank).equalsIgnoreCase("Windows") && Urls.begins(page.c, page.length, firstBlank, " nt")) {
            end = Math.min(page.length, firstBlank + 3);
        }
        while (end > from && (page.c[end - 1] == '.' || page.c[end - 1] == '\u3002')) {
            end--;
        }
        return end;
    }

    private boolean hasRoot(int from, int to) {
        String text = page.text(from, to).toUpperCase(Locale.ROOT);
        return text.contains("HK") || text.contains(":") || text.contains("\n");
    }

    private static String longRoot(String root) {
        return switch (root) {
            case "HKLM", "HKEY_LOCAL_MACHINE" -> "HKEY_LOCAL_MACHINE";
            case "HKCU", "HKEY_CURRENT_USER" -> "HKEY_CURRENT_USER";
            case "HKCR", "HKEY_CLASSES_ROOT" -> "HKEY_CLASSES_ROOT";
            case "HKU", "HKEY_USERS", "HKUSERS" -> "HKEY_USERS";
            case "HKCC", "HKEY_CURRENT_CONFIG" -> "HKEY_CURRENT_CONFIG";
            default -> "";
        };
    }
}
