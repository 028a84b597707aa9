package org.moei.indicators.internal.find;

import java.util.Locale;
import java.util.Optional;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.internal.codec.Onion;
import org.moei.indicators.internal.codec.Wallets;
import org.moei.indicators.internal.text.Chars;

/** Long runs of letters and digits: wallets by their checksum first, then hashes by their length. */
final class Tokens {
    private final Page page;

    Tokens(Page page) {
        this.page = page;
    }

    void scan() {
        IntList longs = page.triggers.longs;
        for (int i = 0; i < longs.size(); i += 2) {
            int from = longs.get(i);
            int to = longs.get(i + 1);
            if (to - from <= 300 && !page.isTaken(from, to)) {
                read(from, to);
            }
        }
        IntList mixed = page.triggers.mixed;
        for (int i = 0; i < mixed.size(); i += 2) {
            ton(mixed.get(i), mixed.get(i + 1));
        }
        IntList words = page.triggers.longs;
        for (int i = 0; i < words.size(); i += 2) {
            ton(words.get(i), words.get(i + 1));
        }
        rawTon();
    }

    private void read(int from, int to) {
        String text = page.text(from, to);
        int length = to - from;
        if (text.charAt(0) == '0' && length == 66 && Chars.lower(text.charAt(1)) == 'x' && Wallets.isHex(text, 2)) {
            page.add(IndicatorType.TRANSACTION_HASH, text.toLowerCase(Locale.ROOT), from, to, 0.9, "0x and 64 hex digits");
            page.take(from, to);
            return;
        }
        boolean hex = Wallets.isHex(text, 0);
        if (hex && (length == 32 || length == 40 || length == 64 || length == 128)) {
            hash(text, from, to);
            return;
        }
        Optional<Wallets.Wallet> wallet = Wallets.of(text);
        if (wallet.isPresent() && !(wallet.get().type() == IndicatorType.SOLANA && isBlob(from, to))) {
            IndicatorType type = wallet.get().type();
            boolean cash = type == IndicatorType.BITCOINCASH && Urls.begins(page.c, page.length, from - 12, "bitcoincash:");
            int start = cash ? from - 12 : from;
            page.add(type, wallet.get().value(), start, to, type == IndicatorType.SOLANA ? 0.7 : 0.99, type == IndicatorType.SOLANA ? "Base58 of 32 bytes" : "address with the right checksum");
            page.take(start, to);
        } else if (length == 56 && Onion.holds(text)) {
            page.add(IndicatorType.ONION, text.toLowerCase(Locale.ROOT) + ".onion", from, to, 0.95, "onion name with the right checksum");
            page.take(from, to);
        } else if (length >= 86 && length <= 88 && !isBlob(from, to) && Wallets.isSignature(text)) {
            page.add(IndicatorType.TRANSACTION_HASH, text, from, to, 0.7, "Base58 of 64 bytes, as Solana's signatures");
            page.take(from, to);
        }
    }

    private void hash(String text, int from, int to) {
        int word = page.triggers.wordStarts.lastUpTo(from);
        // imphash and Authentihash have the length of MD5 and SHA-256 but are none; the word may stand a line above
        for (int w = word; w >= 0 && from - page.triggers.wordEnds.get(w) <= 14; w--) {
            if (page.triggers.words.get(w) == Word.NOHASH.ordinal() && !hasLetters(page.triggers.wordEnds.get(w), from)) {
                return;
            }
        }
        IndicatorType type = switch (text.length()) {
            case 32 -> IndicatorType.MD5;
            case 40 -> IndicatorType.SHA1;
            case 64 -> page.before(from, Page.REACH, Word.TRANSACTION) >= 0 ? IndicatorType.TRANSACTION_HASH : IndicatorType.SHA256;
            default -> IndicatorType.SHA512;
        };
        page.add(type, text.toLowerCase(Locale.ROOT), from, to, 0.9, text.length() + " hex digits");
        page.take(from, to);
    }

    private boolean hasLetters(int from, int to) {
        String between = page.text(from, to).toLowerCase(Locale.ROOT);
        return !between.replace("hash", "").chars().noneMatch(Character::isLetter);
    }

    /** Beside the signs of base64 a run is part of something longer. */
    private boolean isBlob(int from, int to) {
        char before = page.at(from - 1);
        char after = page.at(to);
        boolean path = page.inPath(from);
        return before == '+' || after == '+' || after == '=' && page.at(to + 1) <= ' ' || (before == '/' || after == '/') && !path;
    }

    private void ton(int from, int end) {
        char first = page.c[from];
        if (end - from < 2 || page.c[from + 1] != 'Q' || first != 'E' && first != 'U' && first != 'k' && first != '0') {
            return;
        }
        int to = from;
        while (to < page.length && to < from + 49 && (Chars.is(page.c[to], Chars.LABEL) || page.c[to] == '+' || page.c[to] == '/')) {
            to++;
        }
        to = to == from + 49 && (page.c[from + 48] == '/' || page.c[from + 48] == '-') ? from + 48 : to;
        if (to - from == 48 && !page.isTaken(from, to) && Wallets.ton(page.text(from, to))) {
            page.add(IndicatorType.TON, page.text(from, to), from, to, 0.99, "address with the right checksum");
            page.take(from, to);
        }
    }

    /** Workchain and account: 0:&lt;64 hex digits&gt;. The hash was reported before; it is taken back. */
    private void rawTon() {
        for (int i = page.found.size() - 1; i >= 0; i--) {
            Found hit = page.found.get(i);
            if (hit.type() == IndicatorType.SHA256 && page.at(hit.from() - 1) == ':' && page.at(hit.from() - 2) == '0' && page.isBorder(hit.from() - 3)) {
                boolean minus = page.at(hit.from() - 3) == '-';
                page.found.set(i, new Found(IndicatorType.TON, (minus ? "-" : "") + "0:" + hit.value(), hit.from() - 2, hit.to(), 0.9, "workchain and account"));
                page.take(hit.from() - 2, hit.to());
            }
        }
    }
}
