package org.moei.indicators.internal.find;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.internal.codec.Checksums;
import org.moei.indicators.internal.text.Chars;

/** Groups of digits: telephone numbers, cards, PromptPay, PIX keys, bank accounts. Context decides between them where form does not. */
final class Numbers {
    /** Most digits and characters of one number. */
    private static final int DIGITS = 24;
    private static final int WIDTH = 40;

    private final Page page;

    Numbers(Page page) {
        this.page = page;
    }

    void scan() {
        IntList numbers = page.triggers.numbers;
        int done = 0;
        for (int i = 0; i < numbers.size(); i += 2) {
            int from = numbers.get(i);
            if (from >= done && !page.isTaken(from)) {
                done = read(from, done);
            }
        }
        pix();
    }

    /** Reads the groups that begin here; returns where they end. */
    private int read(int digit, int floor) {
        int from = digit;
        boolean open = from > floor && page.c[from - 1] == '(' ;
        if (open) {
            from--;
        }
        boolean plus = from > floor && page.c[from - 1] == '+' || open && page.at(digit - 1) == '+';
        if (plus && page.c[from - 1] == '+') {
            from--;
        }
        int to = digit;
        int digits = 0;
        int last = digit;
        while (to < page.length && to < from + WIDTH && digits <= DIGITS) {
            char c = page.c[to];
            if (Chars.isDigit(c)) {
                digits++;
                last = to + 1;
            } else if (!isSeparator(to)) {
                break;
            }
            to++;
        }
        boolean runsOn = Chars.isDigit(page.at(last));
        if (runsOn || !page.isBorder(last) || Chars.isAlnum(page.at(from - 1)) || page.isTaken(from, last)) {
            while (last < page.length && Chars.isAlnum(page.c[last])) {
                last++;
            }
            return last;
        }
        if (page.inPath(from) || digits < 5) {
            return last;
        }
        Span span = new Span(from, last, digits, plus);
        int end = plus ? international(span) : plain(span);
        return end > from ? end : plus ? last : digitRun(digit);
    }

    private int digitRun(int from) {
        int to = from;
        while (to < page.length && Chars.isDigit(page.c[to])) {
            to++;
        }
        return to;
    }

    record Span(int from, int to, int digits, boolean plus) {}

    private boolean isSeparator(int at) {
        char c = page.c[at];
        char next = page.at(at + 1);
        char before = page.at(at - 1);
        return switch (c) {
            case ' ', '-', '.', '/' -> Chars.isDigit(next) || (next == '(' || c == ' ' && next == '-' || c == '-' && next == ' ') && c != '.' && c != '/';
            case '(' -> Chars.isDigit(next) && (before == ' ' || before == '-' || Chars.isDigit(before));
            case ')' -> Chars.isDigit(next) || (next == ' ' || next == '-') && Chars.isDigit(page.at(at + 2));
            default -> false;
        };
    }

    private int international(Span span) {
        boolean called = page.isNear(span.from(), span.to(), Page.REACH, Word.PHONE) || isMessenger(span.from());
        int to = span.to();
        for (int tries = 0; tries < 6 && to > span.from() + 7; tries++) {
            String text = page.text(span.from(), to);
            String number = Phones.international(text);
            if (number == null && called && digits(span.from(), to).length() > 8) {
                number = Phones.possible(text);
            }
            if (number != null) {
                int open = page.c[span.from()] == '(' && text.indexOf(')') < 0 ? span.from() + 1 : span.from();
                page.add(IndicatorType.PHONE, number, open, to, 0.95, "number with its country code");
                page.take(open, to);
                return to;
            }
            to = shorter(span.from(), to);
        }
        return 0;
    }

    /** Without the last group of digits. */
    private int shorter(int from, int to) {
        int end = to;
        while (end > from && Chars.isDigit(page.c[end - 1])) {
            end--;
        }
        while (end > from && !Chars.isDigit(page.c[end - 1])) {
            end--;
        }
        return end;
    }

    private int plain(Span span) {
        String digits = digits(span.from(), span.to());
        int card = card(span);
        if (card > 0) {
            return card;
        }
        int prompt = page.before(span.from(), Page.REACH, Word.PROMPTPAY);
        if (prompt >= 0) {
            int end = promptPay(span, digits);
            if (end > 0) {
                return end;
            }
        }
        int bank = page.before(span.from(), Page.REACH, Word.BANK);
        int phone = nearestPhoneWord(span.from());
        boolean account = bank >= 0 && page.triggers.wordEnds.get(bank) > phone;
        int local = local(span, account);
        if (local > 0) {
            return local;
        }
        if (bank >= 0) {
            return account(span, bank);
        }
        return 0;
    }

    /** Where the nearest word for a telephone or a messenger before the place ends; -1 where none does. */
    private int nearestPhoneWord(int from) {
        int best = -1;
        for (Word word : new Word[] {Word.PHONE, Word.WHATSAPP, Word.ZALO, Word.VIBER, Word.SIGNAL}) {
            int w = page.before(from, Page.REACH, word);
            best = w >= 0 ? Math.max(best, page.triggers.wordEnds.get(w)) : best;
        }
        return best;
    }

    private boolean isMessenger(int from) {
        return page.before(from, Page.REACH, Word.WHATSAPP) >= 0 || page.before(from, Page.REACH, Word.ZALO) >= 0 || page.before(from, Page.REACH, Word.VIBER) >= 0
                || page.before(from, Page.REACH, Word.SIGNAL) >= 0;
    }

    private int local(Span span, boolean account) {
        String country = page.country;
        if (country == null || account || span.digits() > 15) {
            return 0;
        }
        if (page.before(span.from(), 14, Word.QQ) >= 0 || page.at(span.from() - 1) == '$' || page.at(span.from() - 1) == '#' || page.at(span.from() - 1) == '.' || page.at(span.from() - 1) == '-') {
            return 0;
        }
        int to = span.to();
        for (int tries = 0; tries < 4 && to > span.from() + 5; tries++) {
            String number = Phones.national(page.text(span.from(), to), country);
            if (number != null && digits(span.from(), to).length() >= 6) {
                page.add(IndicatorType.PHONE, number, span.from(), to, 0.85, "number in the local spelling of " + country.toUpperCase(Locale.ROOT));
                page.take(span.from(), to);
                return to;
            }
            to = shorter(span.from(), to);
        }
        return 0;
    }

    // cards

    private int card(Span span) {
        int to = span.to();
        for (int tries = 0; tries < 4 && to > span.from() + 12; tries++) {
            String digits = digits(span.from(), to);
            if (digits.length() >= 12 && digits.length() <= 19 && isGrouped(span.from(), to) && isIssued(digits) && Checksums.luhn(digits)
                    && !(digits.length() < 16 && page.text(span.from(), to).length() == digits.length() && !page.isNear(span.from(), to, Page.REACH, Word.CARD) && digits.charAt(0) != '3')) {
                page.add(IndicatorType.CARD, digits, span.from(), to, 0.9, "issuer's range and check digit of a card");
                page.take(span.from(), to);
                return to;
            }
            to = shorter(span.from(), to);
        }
        return 0;
    }

    /** In one run, in groups of four, or as American Express writes: 4-6-5. */
    private boolean isGrouped(int from, int to) {
        int group = 0;
        int groups = 0;
        boolean first = true;
        int total = 0;
        boolean amex = page.c[from] == '3';
        for (int i = from; i <= to; i++) {
            if (i < to && Chars.isDigit(page.c[i])) {
                group++;
                total++;
                continue;
            }
            if (i < to && page.c[i] != ' ' && page.c[i] != '-') {
                return false;
            }
            groups++;
            boolean last = i == to;
            if (!last && (first || !amex) && group != 4 && !(amex && group == 6)) {
                return false;
            }
            if (last && groups > 1 && group > 6) {
                return false;
            }
            first = false;
            group = 0;
        }
        return total > 0;
    }

    /** Ranges of issuers (ISO/IEC 7812): Visa, Mastercard, American Express, UnionPay, JCB, Discover, Diners, Maestro, Mir, RuPay, Troy. */
    private static boolean isIssued(String digits) {
        int length = digits.length();
        int two = Integer.parseInt(digits.substring(0, 2));
        int four = Integer.parseInt(digits.substring(0, 4));
        int three = four / 10;
        if (digits.charAt(0) == '4') {
            return length == 13 || length == 16 || length == 19;
        }
        if (two >= 51 && two <= 55 || four >= 2221 && four <= 2720) {
            return length == 16;
        }
        if (two == 34 || two == 37) {
            return length == 15;
        }
        if (two == 62 || two == 81) {
            return length >= 16;
        }
        if (four >= 3528 && four <= 3589 || four == 6011 || three >= 644 && three <= 659 || two == 60 || two == 82 || three == 508 || four == 9792) {
            return length >= 16;
        }
        if (two == 36 || two == 38 || two == 39 || three >= 300 && three <= 305) {
            return length == 14;
        }
        if (four >= 2200 && four <= 2204) {
            return length >= 16;
        }
        return (two == 50 || two >= 56 && two <= 58 || two == 67 || two == 63) && length >= 13;
    }

    // Thailand and Brazil

    private int promptPay(Span span, String digits) {
        if (digits.length() == 13 && Checksums.thaiId(digits) || digits.length() == 15) {
            page.add(IndicatorType.PROMPTPAY, digits, span.from(), span.to(), 0.9, digits.length() == 13 ? "national id with the right check digit beside PromptPay" : "e-wallet id beside PromptPay");
            page.take(span.from(), span.to());
            return span.to();
        }
        if (digits.length() == 13) {
            page.take(span.from(), span.to());
            return span.to();
        }
        return 0;
    }

    /** PIX keys: what stands behind the word and is an address, a number, a CPF or a random key. PromptPay numbers likewise. */
    private void pix() {
        int count = page.found.size();
        for (int i = 0; i < count; i++) {
            Found hit = page.found.get(i);
            if (hit.type() == IndicatorType.PHONE || hit.type() == IndicatorType.EMAIL) {
                if (keyWord(hit.from(), Word.PIX)) {
                    page.add(IndicatorType.PIX, hit.value(), hit.from(), hit.to(), 0.85, "beside the word Pix");
                }
                if (hit.type() == IndicatorType.PHONE && keyWord(hit.from(), Word.PROMPTPAY)) {
                    page.add(IndicatorType.PROMPTPAY, hit.value(), hit.from(), hit.to(), 0.9, "number beside PromptPay");
                }
            }
        }
        IntList words = page.triggers.words;
        for (int w = 0; w < words.size(); w++) {
            if (words.get(w) == Word.PIX.ordinal()) {
                cpfOrRandom(page.triggers.wordEnds.get(w));
            }
        }
    }

    private boolean keyWord(int from, Word word) {
        int w = page.before(from, Page.REACH, word);
        if (w < 0) {
            return false;
        }
        // a messenger or another bank named later is nearer
        for (Word other : new Word[] {Word.WHATSAPP, Word.TELEGRAM, Word.LINE}) {
            int o = page.before(from, Page.REACH, other);
            if (o >= 0 && page.triggers.wordStarts.get(o) > page.triggers.wordStarts.get(w)) {
                return false;
            }
        }
        return true;
    }

    private void cpfOrRandom(int wordEnd) {
        int stop = Math.min(page.length, wordEnd + Page.REACH);
        for (int i = wordEnd; i < stop && page.c[i] != '\n'; i++) {
            if (!page.isBorder(i - 1) || !Chars.is(page.c[i], Chars.HEX)) {
                continue;
            }
            String uuid = uuid(i);
            if (uuid != null) {
                page.add(IndicatorType.PIX, uuid, i, i + 36, 0.95, "random key beside the word Pix");
                page.take(i, i + 36);
                return;
            }
            if (Chars.isDigit(page.c[i])) {
                int to = i;
                StringBuilder digits = new StringBuilder();
                while (to < page.length && to < i + 18 && (Chars.isDigit(page.c[to]) || (page.c[to] == '.' || page.c[to] == '-' || page.c[to] == '/') && Chars.isDigit(page.at(to + 1)))) {
                    if (Chars.isDigit(page.c[to])) {
                        digits.append(page.c[to]);
                    }
                    to++;
                }
                if (Checksums.cpf(digits) && !page.isTaken(i, to)) {
                    page.add(IndicatorType.PIX, digits.toString(), i, to, 0.9, "CPF with the right check digits beside the word Pix");
                    page.take(i, to);
                    return;
                }
            }
        }
    }

    private @Nullable String uuid(int from) {
        if (from + 36 > page.length || !page.isBorder(from + 36)) {
            return null;
        }
        for (int i = 0; i < 36; i++) {
            boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
            if (hyphen ? page.c[from + i] != '-' : !Chars.is(page.c[from + i], Chars.HEX)) {
                return null;
            }
        }
        return page.text(from, from + 36).toLowerCase(Locale.ROOT);
    }

    private int account(Span span, int bank) {
        String digits = digits(span.from(), span.to());
        int near = span.from() - page.triggers.wordEnds.get(bank);
        if (digits.length() < 6 || digits.length() > 20 || page.text(span.from(), span.to()).indexOf('/') >= 0 || near > Page.REACH || page.at(span.from() - 1) == '.' || page.at(span.from() - 1) == ','
                || page.at(span.to()) == ',' && Chars.isDigit(page.at(span.to() + 1)) || page.at(span.to()) == '%' || isDateOrSortCode(page.text(span.from(), span.to()))) {
            return 0;
        }
        page.add(IndicatorType.BANK_ACCOUNT, digits, span.from(), span.to(), 0.75, "digits beside a word for bank or account");
        page.take(span.from(), span.to());
        return span.to();
    }

    /** 2025-02-12, 12.02.2025, or the six digits that name a British bank's branch. */
    private static boolean isDateOrSortCode(String text) {
        int length = text.length();
        boolean year = length == 10;
        int first = year && Chars.isDigit(text.charAt(2)) ? 4 : 2;
        return (length == 8 || year) && !Chars.isDigit(text.charAt(first)) && text.charAt(first) == text.charAt(first + 3) && text.chars().filter(c -> c >= '0' && c <= '9').count() == length - 2;
    }

    private String digits(int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (Chars.isDigit(page.c[i])) {
                out.append(page.c[i]);
            }
        }
        return out.toString();
    }
}
