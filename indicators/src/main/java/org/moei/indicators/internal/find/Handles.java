package org.moei.indicators.internal.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.internal.text.Chars;

/**
 * Handles and numbers of messengers, which only a word or a link of the platform beside them makes such. Of two platforms the
 * nearest word before wins; a list inherits from its first entry.
 */
final class Handles {
    private static final Set<IndicatorType> BY_NUMBER = Set.of(IndicatorType.WHATSAPP, IndicatorType.ZALO, IndicatorType.VIBER, IndicatorType.SIGNAL);
    private static final Set<String> LIST_WORDS = Set.copyOf(List.of("or", "and", "y", "e", "ou", "o", "et", "dan", "atau", "và", "hoặc", "и", "или", "หรือ", "และ", "或", "或者", "和", "및", "또는", "या", "और", "یا", "اور", "ወይም", "និង", "ຫຼື", "ឬ", "at", "backup", "备用", "備用"));

    private final Page page;
    private final List<Place> platforms = new ArrayList<>();

    /** A word (or link) of a platform and where it stands. */
    private record Place(IndicatorType type, int from, int to, boolean link) {}

    Handles(Page page) {
        this.page = page;
    }

    void scan() {
        collect();
        if (platforms.isEmpty()) {
            return;
        }
        numbers();
        named();
        led();
    }

    private void collect() {
        Triggers t = page.triggers;
        for (int w = 0; w < t.words.size(); w++) {
            Word word = Word.of(t.words.get(w));
            int from = t.wordStarts.get(w);
            int to = t.wordEnds.get(w);
            if (word.isPlatform() && word != Word.DISCORDWORD && !page.isTaken(from, to) && page.at(from - 1) != '@' && page.at(from - 1) != '_' && page.at(to) != '_'
                    && (word != Word.LINEWORD && word != Word.SIGNALWORD || introduces(to))) {
                word.platform().ifPresent(type -> platforms.add(new Place(type, from, to, false)));
            }
        }
        for (Found hit : page.found) {
            if (hit.type().compareTo(IndicatorType.TELEGRAM) >= 0 && hit.type().compareTo(IndicatorType.KAKAOTALK) <= 0) {
                platforms.add(new Place(hit.type(), hit.from(), hit.to(), true));
            }
        }
        platforms.sort(Comparator.comparingInt(Place::from));
    }

    /** "line" is a messenger where an id, a colon or an @ follows. */
    private boolean introduces(int to) {
        int i = to;
        while (i < to + 2 && page.at(i) == ' ') {
            i++;
        }
        char c = page.at(i);
        return c == ':' || c == '@' || c == '=' || Urls.begins(page.c, page.length, i, "id") && page.isBorder(i + 2) || Urls.begins(page.c, page.length, i, "official") || Urls.begins(page.c, page.length, i, "username");
    }

    // numbers

    private void numbers() {
        List<Found> phones = page.found.stream().filter(hit -> hit.type() == IndicatorType.PHONE && !hit.why().startsWith("number in a link"))
                .sorted(Comparator.comparingInt(Found::from)).toList();
        IndicatorType inherited = null;
        int last = -1;
        for (Found phone : phones) {
            IndicatorType type = numberPlatform(phone);
            if (type == null && inherited != null && isList(last, phone.from())) {
                type = inherited;
            }
            if (type != null) {
                page.add(type, phone.value(), phone.from(), phone.to(), 0.9, "number beside a word for " + type.label());
            }
            inherited = type;
            last = phone.to();
        }
    }

    private @Nullable IndicatorType numberPlatform(Found phone) {
        int index = lastBefore(phone.from());
        if (index >= 0 && platforms.get(index).link()) {
            index = -1;
        }
        if (index >= 0) {
            Place place = platforms.get(index);
            while (!BY_NUMBER.contains(place.type()) && index > 0 && isJoined(platforms.get(index - 1), place)) {
                place = platforms.get(--index);
            }
            if (BY_NUMBER.contains(place.type()) && !isBroken(place.to(), phone.from())) {
                return place.type();
            }
        }
        for (int i = firstFrom(phone.to()); i < platforms.size() && platforms.get(i).from() - phone.to() <= 14; i++) {
            Place place = platforms.get(i);
            if (!place.link()) {
                String between = page.text(phone.to(), place.from());
                boolean beside = between.chars().allMatch(c -> c == ' ' || c == '(' || c == '（' || c == '-' || Character.isLetter(c) || c == ',') && between.chars().filter(c -> c == ' ').count() <= 3;
                char after = page.at(place.to());
                boolean opens = after == ':' || after == '：' || page.at(place.to() + 1) == '@' || page.at(place.to() + 1) == '+' || isListWord(between);
                return beside && !opens && BY_NUMBER.contains(place.type()) ? place.type() : null;
            }
        }
        return null;
    }

    /** WhatsApp/Telegram: two words side by side share what follows. */
    private boolean isJoined(Place left, Place right) {
        if (left.link() || right.from() < left.to() || right.from() - left.to() > 6) {
            return false;
        }
        String between = page.text(left.to(), right.from()).strip();
        return between.isEmpty() || between.equals("/") || between.equals("&") || between.equals(",") || between.equals("+") || between.equals("、") || isListWord(between);
    }

    /** A sentence ends between a word and a number, or another word for a telephone begins a new clause. */
    private boolean isBroken(int from, int to) {
        boolean comma = false;
        for (int i = from; i < to; i++) {
            char c = page.c[i];
            if (c == '。' || c == '！' || c == '!' || c == '?' || c == '؟' || c == '။' || c == '።' || c == '.' && page.at(i + 1) == ' ' || c == ';') {
                return true;
            }
            comma |= c == ',' || c == '，' || c == '、' || c == '،' || c == '/' || c == '|' || c == '፣';
        }
        int phone = page.before(to, to - from, Word.PHONE);
        return phone >= 0 && comma && page.triggers.wordStarts.get(phone) >= from;
    }

    // names behind an @

    private void named() {
        IntList ats = page.triggers.ats;
        IndicatorType inherited = null;
        int last = -1;
        for (int i = 0; i < ats.size(); i++) {
            int at = ats.get(i);
            char before = page.at(at - 1);
            if (page.isTaken(at) || Chars.is(before, Chars.LABEL) || before == '@' || before == '.' || before == '/') {
                continue;
            }
            int end = nameEnd(at + 1);
            if (end == at + 1) {
                continue;
            }
            IndicatorType type = namePlatform(at, end);
            if (inherited != null && last >= 0 && isList(last, at) && lastBefore(at) <= lastBefore(last)) {
                type = inherited;
            }
            if (type == null || BY_NUMBER.contains(type) && type == IndicatorType.WHATSAPP) {
                inherited = null;
                continue;
            }
            int stop = trimmed(type, at + 1, end);
            String name = page.text(at + 1, stop).toLowerCase(Locale.ROOT);
            inherited = type;
            last = stop;
            if (isName(type, name, true)) {
                page.add(type, name, at, stop, 0.9, "name beside a word for " + type.label());
                page.take(at, stop);
            }
        }
    }

    private @Nullable IndicatorType namePlatform(int at, int end) {
        int index = lastBefore(at);
        if (index >= 0) {
            Place place = platforms.get(index);
            while (place.type() == IndicatorType.WHATSAPP && index > 0 && isJoined(platforms.get(index - 1), place)) {
                place = platforms.get(--index);
            }
            if (place.type() != IndicatorType.WHATSAPP || !nextWithin(end)) {
                return place.type();
            }
        }
        return nextWithin(end) ? platforms.get(firstFrom(end)).type() : null;
    }

    private boolean nextWithin(int end) {
        int next = firstFrom(end);
        return next < platforms.size() && platforms.get(next).from() - end <= Page.REACH && page.sameLine(end, platforms.get(next).from());
    }

    /** The index of the first platform that does not begin before the place; their number where all do. */
    private int firstFrom(int place) {
        int low = 0;
        int high = platforms.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (platforms.get(middle).from() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The last platform that ends at most {@link Page#REACH} characters before the place, on its line; -1 where none does. */
    private int lastBefore(int place) {
        int high = firstFrom(place) - 1;
        for (int i = high; i >= 0 && i > high - 3; i--) {
            Place p = platforms.get(i);
            if (p.to() <= place) {
                return place - p.to() <= Page.REACH && page.sameLine(p.to(), place) ? i : -1;
            }
        }
        return -1;
    }

    /** Only what divides the entries of a list stands between. */
    private boolean isList(int from, int to) {
        if (to < from || to - from > 16) {
            return false;
        }
        String between = page.text(from, to);
        if (between.indexOf('\n') >= 0) {
            return between.isBlank() && between.length() <= 4;
        }
        String words = between.replaceAll("[\\s,，、;/|&+()（）·•\\-]+", " ").strip();
        return words.isEmpty() || LIST_WORDS.contains(words.toLowerCase(Locale.ROOT));
    }

    private static boolean isListWord(String between) {
        return LIST_WORDS.contains(between.strip().toLowerCase(Locale.ROOT));
    }

    // names behind a word

    private void led() {
        for (int i = 0; i < platforms.size(); i++) {
            Place place = platforms.get(i);
            if (place.link() || place.type() == IndicatorType.WHATSAPP || place.type() == IndicatorType.VIBER || place.type() == IndicatorType.ZALO) {
                continue;
            }
            int next = i + 1 < platforms.size() ? platforms.get(i + 1).from() : page.length;
            int end = Leads.read(page, place.to(), Math.min(next, place.to() + Page.REACH), (from, to, introduced) -> take(place.type(), from, to, introduced));
            while (end > 0) {
                int more = nextInList(end, next);
                if (more < 0) {
                    break;
                }
                int to = nameEnd(more);
                int stop = to > more ? take(place.type(), more, to, false) : 0;
                end = stop;
            }
        }
    }

    private int nextInList(int from, int next) {
        int i = from;
        while (i < next && i < from + 10 && page.c[i] != '\n' && !Chars.isAlnum(page.c[i]) && page.c[i] != '@') {
            i++;
        }
        boolean ready = i < next && i > from && Chars.isAlnum(page.at(i)) && isList(from, i);
        if (!ready && i < next && Chars.isAlnum(page.at(i))) {
            int word = nameEnd(i);
            if (isListWord(page.text(i, word)) && page.at(word) == ' ') {
                return word + 1;
            }
        }
        return ready ? i : -1;
    }

    /** Reports the name where it can be one; returns where it ends, 0 where it was none. */
    private int take(IndicatorType type, int from, int to, boolean introduced) {
        int stop = trimmed(type, from, to);
        String name = page.text(from, stop).toLowerCase(Locale.ROOT);
        boolean discord = type == IndicatorType.DISCORD && page.at(stop) == '#' && Chars.isDigit(page.at(stop + 4)) && page.isBorder(stop + 5);
        if (page.isTaken(from, stop) || !isName(type, name, introduced) || !page.isBorder(stop) || page.at(stop) == '@') {
            return 0;
        }
        int end = discord ? stop + 5 : stop;
        page.add(type, page.text(from, end).toLowerCase(Locale.ROOT), from, end, introduced ? 0.85 : 0.7, "name behind a word for " + type.label());
        page.take(from, end);
        return end;
    }

    int nameEnd(int from) {
        int to = from;
        while (to < page.length && to < from + 65 && (Chars.is(page.c[to], Chars.LABEL) || page.c[to] == '.')) {
            to++;
        }
        while (to > from && (page.c[to - 1] == '.' || page.c[to - 1] == '-')) {
            to--;
        }
        return to;
    }

    /** Telegram's names hold no dot and no hyphen; a sentence may go on behind them. */
    private int trimmed(IndicatorType type, int from, int to) {
        if (type != IndicatorType.TELEGRAM) {
            return to;
        }
        int stop = from;
        while (stop < to && page.c[stop] != '.' && page.c[stop] != '-') {
            stop++;
        }
        return stop;
    }

    static boolean isName(IndicatorType type, String name, boolean introduced) {
        int length = name.length();
        boolean letter = name.chars().anyMatch(c -> c >= 'a' && c <= 'z');
        boolean digit = name.chars().anyMatch(c -> c >= '0' && c <= '9');
        boolean mark = digit || name.indexOf('_') > 0;
        if (type == IndicatorType.QQ) {
            return !letter && length >= 5 && length <= 11 && name.chars().allMatch(c -> c >= '0' && c <= '9') && name.charAt(0) != '0';
        }
        if (!letter && !(introduced && length >= 6 && (type == IndicatorType.LINE || type == IndicatorType.KAKAOTALK || type == IndicatorType.WECHAT || type == IndicatorType.FACEBOOK))) {
            return false;
        }
        if (!introduced && (!mark || length < 5) || Leads.isCommon(name)) {
            return false;
        }
        return switch (type) {
            case TELEGRAM -> length >= 4 && length <= 32 && name.charAt(0) >= 'a';
            case LINE -> length >= 3 && length <= 30;
            case WECHAT -> length >= 5 && length <= 25 && name.indexOf('.') < 0;
            case SIGNAL -> name.indexOf('.') > 2 && name.substring(name.lastIndexOf('.') + 1).chars().allMatch(c -> c >= '0' && c <= '9');
            case FACEBOOK -> length >= 4 && length <= 50;
            case INSTAGRAM -> length >= 3 && length <= 30 && name.indexOf('-') < 0;
            case DISCORD -> length >= 3 && length <= 32;
            case KAKAOTALK -> length >= 3 && length <= 25;
            default -> length >= 3 && length <= 40;
        };
    }
}
