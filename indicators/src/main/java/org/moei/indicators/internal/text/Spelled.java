package org.moei.indicators.internal.text;

import java.util.Locale;
import java.util.Set;
import org.moei.indicators.PublicSuffix;

/** The words that stand for a dot or an at sign where somebody spells an address, in the languages of the issue. */
final class Spelled {
    /** Inside brackets, where they are unmistakable. Lower case. */
    static final WordList DOTS = new WordList(
            "dot", "punto", "ponto", "punkt", "point", "titik", "chấm", "cham", "точка", "тчк", "点", "點", "句点", "จุด", "डॉट", "ڈاٹ", "نقطہ", "نقطة", "ነጥብ", "점", "닷",
            "ດອດ", "ចុច", "ဒေါ့", "nokta");

    static final WordList ATS = new WordList("at", "et", "arroba", "собака", "собачка", "艾特", "圈a", "골뱅이", "ät", "แอท", "एट", "ایٹ", "a còng", "acong");

    /** Without brackets these need a top-level domain behind them that is no word of a language. */
    static final WordList BARE_DOTS = new WordList(
            "dot", "punto", "ponto", "punkt", "point", "titik", "chấm", "точка", "点", "點", "จุด", "डॉट", "ڈاٹ", "ነጥብ", "점", "닷");

    static final WordList BARE_ATS = new WordList("at", "arroba", "собака", "艾特", "골뱅이");

    private static final Set<String> SHORT = Set.of("io", "cc", "tv", "ru", "cn", "vn", "kh", "mm", "br", "mx", "kr", "jp", "uk", "eu", "pk", "hk", "tw", "sg", "ai", "ng", "za", "th");

    private Spelled() {}

    static boolean startsWith(CharSequence text, int from, String lower) {
        if (from + lower.length() > text.length()) {
            return false;
        }
        for (int i = 0; i < lower.length(); i++) {
            if (Character.toLowerCase(text.charAt(from + i)) != lower.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** A top-level domain that nobody writes as a word after "point" or "dot". */
    static boolean isUnmistakable(String label) {
        String lower = label.toLowerCase(Locale.ROOT);
        return PublicSuffix.isTopLevel(lower) && (lower.length() > 2 && !WORDS.contains(lower) || SHORT.contains(lower));
    }

    private static final Set<String> WORDS = Set.of(
            "one", "zero", "here", "open", "like", "blue", "black", "red", "pink", "day", "free", "how", "man", "men", "now", "new", "next", "off", "play", "post", "run", "save",
            "see", "show", "talk", "tips", "total", "world", "you", "par", "pour", "den", "das", "der", "que", "los", "las", "del", "bar", "map", "final", "center", "live", "fin");
}
