package org.moei.indicators.internal.find;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.internal.text.Chars;

/** Links of messengers, networks and app shops: what they lead to is the indicator, not the shop's or messenger's own name. */
final class Platforms {
    private static final Set<String> TELEGRAM_PAGES = Set.copyOf(List.of("share", "addstickers", "addemoji", "proxy", "socks", "iv", "login", "c", "addlist", "setlanguage", "bg", "invoice", "boost", "s"));
    private static final Set<String> FACEBOOK_PAGES = Set.copyOf(List.of("sharer", "sharer.php", "share", "share.php", "dialog", "login", "login.php", "events", "watch", "photo.php", "photo",
            "story.php", "permalink.php", "hashtag", "marketplace", "help", "policies", "reel", "video.php", "privacy", "l.php", "plugins", "tr", "business", "ads", "gaming", "search", "posts"));
    private static final Set<String> INSTAGRAM_PAGES = Set.copyOf(List.of("p", "reel", "reels", "tv", "explore", "accounts", "stories", "direct", "about", "developer", "legal"));
    private static final List<String> POOLS = List.of("nanopool.org", "2miners.com", "f2pool.com", "antpool.com", "supportxmr.com", "minexmr.com", "hashvault.pro", "moneroocean.stream",
            "ethermine.org", "viabtc.com", "poolin.com", "nicehash.com", "slushpool.com", "braiins.com", "unmineable.com", "herominers.com", "flexpool.io", "woolypooly.com", "kryptex.network", "xmrpool.eu",
            "c3pool.com", "c3pool.org", "poolbinance.com", "btc.com", "luxor.tech", "zpool.ca", "prohashing.com", "miningpoolhub.com");

    private Platforms() {}

    static boolean isPool(String host) {
        if (host.endsWith("btc.com") && !host.contains("pool.")) {
            return false;
        }
        for (String pool : POOLS) {
            if (host.endsWith(pool) && (host.length() == pool.length() || host.charAt(host.length() - pool.length() - 1) == '.')) {
                return true;
            }
        }
        return false;
    }

    /** Reports what a link with this host and rest leads to; false where it is no platform's link to somebody. */
    static boolean report(Page page, String host, String rest, int from, int end) {
        String name = host.startsWith("www.") ? host.substring(4) : host;
        String path = rest.startsWith("/") ? rest.substring(1) : rest;
        int stop = path.length();
        for (char c : new char[] {'?', '#'}) {
            int at = path.indexOf(c);
            stop = at >= 0 ? Math.min(stop, at) : stop;
        }
        String[] split = path.substring(0, stop).split("/");
        String[] parts = split.length == 0 ? new String[] {""} : split;
        String first = parts[0];
        String second = parts.length > 1 ? parts[1] : "";
        return switch (name) {
            case "t.me", "telegram.me", "telegram.dog", "telegram.org" -> !name.equals("telegram.org") && telegram(page, first, second, from, end);
            case "wa.me", "whatsapp.me" -> whatsapp(page, first, second, from, end);
            case "api.whatsapp.com", "web.whatsapp.com", "whatsapp.com" -> name.equals("whatsapp.com") && first.equals("channel") && !second.isEmpty()
                    ? add(page, IndicatorType.WHATSAPP, "channel/" + second, from, end) : number(page, IndicatorType.WHATSAPP, parameter(rest, "phone"), from, end);
            case "chat.whatsapp.com" -> add(page, IndicatorType.WHATSAPP, first.equals("invite") ? second : first, from, end);
            case "line.me", "lin.ee" -> line(page, name, parts, rest, from, end);
            case "liff.line.me", "page.line.me" -> name.equals("page.line.me") && !first.isEmpty() && handle(page, IndicatorType.LINE, first, from, end);
            case "discord.gg", "dsc.gg" -> !first.isEmpty() && add(page, IndicatorType.DISCORD, "invite/" + (first.equals("invite") ? second : first), from, end);
            case "discord.com", "discordapp.com", "ptb.discord.com", "canary.discord.com" -> first.equals("invite") && !second.isEmpty()
                    ? add(page, IndicatorType.DISCORD, "invite/" + second, from, end)
                    : first.equals("users") && !second.isEmpty() && add(page, IndicatorType.DISCORD, second, from, end);
            case "zalo.me", "chat.zalo.me", "zaloapp.com" -> zalo(page, first, second, from, end);
            case "m.me", "fb.me", "messenger.com" -> first.equals("t") || first.equals("g") ? handle(page, IndicatorType.FACEBOOK, second, from, end) : handle(page, IndicatorType.FACEBOOK, first, from, end);
            case "facebook.com", "m.facebook.com", "fb.com", "web.facebook.com", "mbasic.facebook.com", "touch.facebook.com", "vi-vn.facebook.com", "th-th.facebook.com" ->
                    facebook(page, parts, rest, from, end);
            case "instagram.com", "instagr.am", "ig.me" -> {
                String user = first.equals("stories") ? second : first.equals("m") && name.equals("ig.me") ? second : first;
                yield !(INSTAGRAM_PAGES.contains(first) && !first.equals("stories")) && handle(page, IndicatorType.INSTAGRAM, user.replace("_u/", ""), from, end);
            }
            case "viber.me", "invite.viber.com", "chats.viber.com", "vb.me" -> viber(page, name, first, rest, from, end);
            case "signal.me" -> rest.contains("#p/") ? number(page, IndicatorType.SIGNAL, rest.substring(rest.indexOf("#p/") + 3), from, end)
                    : rest.contains("#eu/") && add(page, IndicatorType.SIGNAL, rest.substring(rest.indexOf('#') + 1), from, end);
            case "signal.group" -> rest.contains("#") && add(page, IndicatorType.SIGNAL, rest.substring(rest.indexOf('#')), from, end);
            case "open.kakao.com" -> first.equals("o") || first.equals("me") ? add(page, IndicatorType.KAKAOTALK, first.equals("me") ? second.toLowerCase(Locale.ROOT) : "o/" + second, from, end) : false;
            case "pf.kakao.com", "plus.kakao.com", "qr.kakao.com", "story.kakao.com" -> !first.isEmpty() && add(page, IndicatorType.KAKAOTALK,
                    first.equals("home") || first.equals("talk") ? second : first, from, end);
            case "u.wechat.com", "weixin.qq.com" -> name.equals("u.wechat.com") ? add(page, IndicatorType.WECHAT, first, from, end)
                    : first.equals("r") && add(page, IndicatorType.WECHAT, "r/" + second, from, end);
            case "qm.qq.com", "jq.qq.com" -> add(page, IndicatorType.QQ, parameter(rest, "k").isEmpty() ? path.substring(0, stop) : parameter(rest, "k"), from, end);
            case "wpa.qq.com" -> digits(page, IndicatorType.QQ, parameter(rest, "uin"), from, end);
            case "user.qzone.qq.com" -> digits(page, IndicatorType.QQ, first, from, end);
            case "play.google.com", "market.android.com" -> androidShop(page, rest, from, end);
            case "apps.apple.com", "itunes.apple.com" -> appleShop(page, rest, from, end);
            case "apkpure.com", "m.apkpure.com", "apkcombo.com" -> parts.length > 1 && lastPackage(page, parts, from, end);
            default -> name.endsWith(".t.me") && name.indexOf('.') == name.length() - 5 && handle(page, IndicatorType.TELEGRAM, name.substring(0, name.length() - 5), from, end);
        };
    }

    private static boolean telegram(Page page, String first, String second, int from, int end) {
        if (first.startsWith("+") || first.startsWith("%2B") || first.startsWith("%2b")) {
            String code = first.substring(first.startsWith("+") ? 1 : 3);
            if (code.matches("\\d{7,15}")) {
                // t.me/+66812345678 is a person by number, invites hold letters
                return number(page, IndicatorType.TELEGRAM, "+" + code, from, end);
            }
            return !code.isEmpty() && add(page, IndicatorType.TELEGRAM, "+" + code, from, end);
        }
        if (first.equals("joinchat")) {
            return !second.isEmpty() && add(page, IndicatorType.TELEGRAM, "joinchat/" + second, from, end);
        }
        if (first.equals("s") && !second.isEmpty()) {
            return handle(page, IndicatorType.TELEGRAM, second, from, end);
        }
        return !TELEGRAM_PAGES.contains(first) && handle(page, IndicatorType.TELEGRAM, first, from, end);
    }

    static boolean telegramApp(Page page, String rest, int from, int end) {
        String domain = parameter(rest, "domain");
        String invite = parameter(rest, "invite");
        return !domain.isEmpty() ? handle(page, IndicatorType.TELEGRAM, domain, from, end)
                : !invite.isEmpty() ? add(page, IndicatorType.TELEGRAM, "+" + invite, from, end)
                : number(page, IndicatorType.TELEGRAM, parameter(rest, "phone"), from, end);
    }

    private static boolean whatsapp(Page page, String first, String second, int from, int end) {
        return first.equals("message") || first.equals("qr") || first.equals("c") ? !second.isEmpty() && add(page, IndicatorType.WHATSAPP, first + "/" + second, from, end)
                : number(page, IndicatorType.WHATSAPP, first, from, end);
    }

    private static boolean line(Page page, String name, String[] parts, String rest, int from, int end) {
        if (name.equals("lin.ee")) {
            return !parts[0].isEmpty() && add(page, IndicatorType.LINE, parts[0], from, end);
        }
        int at = parts[0].equals("R") ? 1 : 0;
        if (parts.length < at + 3 || !parts[at].equals("ti")) {
            return false;
        }
        String id = decoded(parts[at + 2]);
        if (id.startsWith("~") || id.startsWith("@")) {
            return handle(page, IndicatorType.LINE, id.substring(1), from, end);
        }
        return !id.isEmpty() && !rest.isEmpty() && add(page, IndicatorType.LINE, "ti/" + parts[at + 1] + "/" + id, from, end);
    }

    private static boolean zalo(Page page, String first, String second, int from, int end) {
        if (first.equals("g") && !second.isEmpty()) {
            return add(page, IndicatorType.ZALO, "g/" + second, from, end);
        }
        if (first.matches("\\+?\\d{8,15}")) {
            return number(page, IndicatorType.ZALO, first, from, end) || first.length() > 11 && add(page, IndicatorType.ZALO, first, from, end);
        }
        return !first.isEmpty() && handle(page, IndicatorType.ZALO, first, from, end);
    }

    private static boolean viber(Page page, String name, String first, String rest, int from, int end) {
        if (name.equals("viber.me") && first.matches("\\+?\\d{8,15}")) {
            return number(page, IndicatorType.VIBER, first, from, end);
        }
        String group = parameter(rest, "g2").isEmpty() ? parameter(rest, "g") : parameter(rest, "g2");
        return add(page, IndicatorType.VIBER, group.isEmpty() ? first : group, from, end);
    }

    private static boolean facebook(Page page, String[] parts, String rest, int from, int end) {
        String first = parts[0];
        if (first.equals("profile.php")) {
            return digits(page, IndicatorType.FACEBOOK, parameter(rest, "id"), from, end);
        }
        if (first.equals("groups") && parts.length > 1) {
            return add(page, IndicatorType.FACEBOOK, "groups/" + parts[1], from, end);
        }
        if ((first.equals("people") || first.equals("pages") || first.equals("pg") || first.equals("p")) && parts.length > 1) {
            return handle(page, IndicatorType.FACEBOOK, parts[parts.length - 1], from, end);
        }
        return !FACEBOOK_PAGES.contains(first) && handle(page, IndicatorType.FACEBOOK, first, from, end);
    }

    private static boolean androidShop(Page page, String rest, int from, int end) {
        String id = parameter(rest, "id");
        if (!id.contains(".")) {
            return false;
        }
        page.add(IndicatorType.ANDROID_PACKAGE, id, from, end, 0.99, "link of an app shop");
        return true;
    }

    private static boolean lastPackage(Page page, String[] parts, int from, int end) {
        for (int i = parts.length - 1; i > 0; i--) {
            if (parts[i].matches("[A-Za-z]\\w*(\\.\\w+)+")) {
                page.add(IndicatorType.ANDROID_PACKAGE, parts[i], from, end, 0.95, "link of an app shop");
                return true;
            }
        }
        return false;
    }

    private static boolean appleShop(Page page, String rest, int from, int end) {
        int at = rest.indexOf("/id");
        while (at >= 0 && !(at + 3 < rest.length() && Chars.isDigit(rest.charAt(at + 3)))) {
            at = rest.indexOf("/id", at + 1);
        }
        if (at < 0) {
            return false;
        }
        int to = at + 3;
        while (to < rest.length() && Chars.isDigit(rest.charAt(to))) {
            to++;
        }
        page.add(IndicatorType.IOS_APP, rest.substring(at + 3, to), from, end, 0.99, "link of an app shop");
        return true;
    }

    static boolean number(Page page, IndicatorType type, String text, int from, int end) {
        String digits = text.replaceAll("%2B|%20|[+\\s()-]", "");
        if (digits.length() < 7 || digits.length() > 15 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        String number = Phones.international("+" + digits);
        if (number == null && digits.startsWith("0") && page.country != null) {
            number = Phones.national(digits, page.country);
        }
        if (number == null) {
            return false;
        }
        page.add(type, number, from, end, 0.98, "number in a link of " + type.label());
        page.add(IndicatorType.PHONE, number, from, end, 0.95, "number in a link of " + type.label());
        return true;
    }

    private static boolean digits(Page page, IndicatorType type, String text, int from, int end) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9') && add(page, type, text, from, end);
    }

    private static boolean handle(Page page, IndicatorType type, String text, int from, int end) {
        String name = decoded(text).toLowerCase(Locale.ROOT);
        if (name.startsWith("@")) {
            name = name.substring(1);
        }
        if (name.isEmpty() || name.length() > 64 || !name.chars().allMatch(c -> Chars.is((char) c, Chars.LABEL) || c == '.' || c > 127)) {
            return false;
        }
        return add(page, type, name, from, end);
    }

    private static boolean add(Page page, IndicatorType type, String value, int from, int end) {
        if (value.isEmpty()) {
            return false;
        }
        page.add(type, value, from, end, 0.97, "link of " + type.label());
        return true;
    }

    /** The value of a query parameter, decoded; empty where it is absent. */
    static String parameter(String rest, String name) {
        int query = rest.indexOf('?');
        for (String pair : rest.substring(query + 1).split("[&#]")) {
            if (pair.startsWith(name + "=")) {
                return decoded(pair.substring(name.length() + 1));
            }
        }
        return "";
    }

    private static String decoded(String text) {
        try {
            return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            return text;
        }
    }
}
