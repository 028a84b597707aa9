package org.moei.indicators.internal.find;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.moei.indicators.internal.text.Chars;

/** What may stand between the word for a platform and the name it introduces: "LINE ID ของฉันคือ:", "微信号：", "Telegram channel". */
final class Leads {
    private static final Set<String> IDS = Set.copyOf(List.of("id", "ids", "username", "user", "handle", "nick", "name", "acc", "account", "no", "uid", "usuario", "usuário", "login", "ник", "is"));
    private static final Set<String> FILLERS = Set.copyOf(List.of("my", "our", "add", "me", "us", "at", "on", "here", "contact", "chat", "group", "channel", "admin", "official", "support", "cs", "the", "for", "to", "via",
            "by", "dm", "pm", "message", "text", "write", "number", "kami", "saya", "ke", "di", "aja", "resmi", "grup", "kanal", "canal", "grupo", "gruppe", "groupe", "pagina", "page", "fanpage", "profile", "perfil",
            "messenger", "bot", "team", "service", "customer", "teacher", "manager", "agent", "boss", "vip", "now", "de", "del", "du", "la", "le", "el", "al", "es", "est", "a", "o", "no", "em", "sur", "en", "con",
            "talk", "app", "code", "qr", "ketik", "hubungi", "cari", "search", "find", "follow", "join", "mr", "ms", "miss", "it", "this", "oa", "business", "please", "pls", "kindly", "ask", "analyst", "mentor", "and"));
    private static final Set<String> COMMON = Set.copyOf(List.of("http", "https", "www", "com", "click", "link", "only", "with", "from", "your", "you", "and", "not", "are", "was", "will", "can", "use", "using", "is", "in", "or", "of",
            "telegram", "whatsapp", "wechat", "weixin", "line", "zalo", "viber", "signal", "discord", "facebook", "instagram", "kakaotalk", "kakao", "messenger", "email", "mail", "phone", "call", "tel", "skype", "twitter",
            "tiktok", "youtube", "usdt", "trc20", "erc20", "bep20", "btc", "eth", "http2", "download", "free", "available", "below", "above", "today", "bio", "video", "story", "stories", "ads", "marketplace", "24h", "24hrs",
            "24x7", "web3", "iphone", "android", "ios", "app", "apps", "everyone", "everybody", "anyone", "people", "this", "that", "then", "there", "when", "what", "which", "mini", "plus", "lite", "pro", "pay", "music",
            "desktop", "mobile", "group", "channel", "chat", "message", "messages", "call", "calls", "number", "numbers", "users", "account", "accounts", "admin", "support", "please", "contact", "invite", "also", "would"));

    private Leads() {}

    interface Candidate {
        /** Returns where the name ends, or 0 where it is none. */
        int offer(int from, int to, boolean introduced);
    }

    static boolean isCommon(String name) {
        return COMMON.contains(name) || FILLERS.contains(name) || IDS.contains(name);
    }

    /** Walks from the word to the first name; returns its end, 0 where there is none before {@code stop}. */
    static int read(Page page, int from, int stop, Candidate candidate) {
        int at = from;
        boolean introduced = false;
        int wide = 0;
        for (int steps = 0; steps < 40 && at < stop; steps++) {
            char c = page.c[at];
            if (c == ' ' || c == '\t' || c == '(' || c == '[' || c == '"' || c == '\'' || c == '“' || c == '「' || c == '【' || c == '（' || c == '『' || c == '*' || c == '《' || c == '>' || c == '→' || c == '~' || c == ',' || c == '，') {
                at++;
            } else if (c == ':' || c == '：' || c == '=' || c == '﹕' || c == '፡') {
                introduced = true;
                at++;
            } else if (c == '-' || c == '–' || c == '—' || c == '#') {
                introduced |= page.at(at + 1) == ' ' || c == '#';
                at++;
            } else if (Chars.isAlnum(c) || c == '_') {
                int to = at;
                while (to < page.length && to < at + 65 && (Chars.is(page.c[to], Chars.LABEL) || page.c[to] == '.')) {
                    to++;
                }
                while (to > at && (page.c[to - 1] == '.' || page.c[to - 1] == '-')) {
                    to--;
                }
                String word = page.text(at, to).toLowerCase(Locale.ROOT);
                if (IDS.contains(word) || word.endsWith("id") && word.length() <= 4) {
                    introduced = true;
                } else if (FILLERS.contains(word) && !(introduced && word.length() > 4 && page.at(at - 1) == ':')) {
                    introduced &= wide == 0;
                } else {
                    return page.isTaken(at) ? 0 : candidate.offer(at, to, introduced);
                }
                at = to;
            } else if (c >= 128 && (Chars.isWide(c) || Chars.isInvisible(c))) {
                if (++wide > 24) {
                    return 0;
                }
                introduced |= c == '号' || c == '號' || c == '是' || c == '为' || c == '為';
                at++;
            } else {
                return 0;
            }
        }
        return 0;
    }
}
