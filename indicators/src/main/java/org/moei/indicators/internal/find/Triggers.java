package org.moei.indicators.internal.find;

import org.moei.indicators.internal.text.Chars;

/** One pass over a page: where scanners have to look. Nothing here decides anything. */
final class Triggers {
    /** Shortest run of letters and digits that can be a hash or a wallet. */
    static final int LONG = 24;

    /** Dots between two characters of names. */
    final IntList dots = new IntList();
    final IntList ats = new IntList();
    /** The colons of {@code ://}. */
    final IntList schemes = new IntList();
    /** Other colons between characters of addresses, and hyphens of hardware addresses. */
    final IntList colons = new IntList();
    /** Starts and ends of long runs of letters and digits. */
    final IntList longs = new IntList();
    /** Starts of runs of digits, and of letters and digits mixed; their ends follow. */
    final IntList numbers = new IntList();
    final IntList mixed = new IntList();
    /** Keywords: place, end, meaning. */
    final IntList wordStarts = new IntList();
    final IntList wordEnds = new IntList();
    final IntList words = new IntList();

    void collect(char[] chars, int length) {
        clear();
        int i = 0;
        while (i < length) {
            char c = chars[i];
            int flags = Chars.flags(c);
            if ((flags & (Chars.DIGIT | Chars.LETTER)) != 0) {
                i = run(chars, length, i, flags);
            } else if (c == ' ') {
                i++;
            } else {
                if (c < 128) {
                    sign(chars, length, i, c);
                } else {
                    wide(chars, length, i);
                }
                i++;
            }
        }
    }

    private int run(char[] chars, int length, int from, int firstFlags) {
        int flags = firstFlags;
        int to = from + 1;
        while (to < length) {
            int f = Chars.flags(chars[to]);
            if ((f & (Chars.DIGIT | Chars.LETTER)) == 0) {
                break;
            }
            flags |= f;
            to++;
        }
        if ((flags & Chars.DIGIT) != 0) {
            IntList list = (flags & Chars.LETTER) == 0 ? numbers : mixed;
            list.add(from);
            list.add(to);
        }
        if (to - from >= LONG) {
            longs.add(from);
            longs.add(to);
        } else if (to - from <= Keywords.LONGEST) {
            Keywords.Entry entry = Keywords.TABLE.ascii(chars, from, to);
            if (entry != null && !(to < length && isLatin(chars[to])) && !(from > 0 && isLatin(chars[from - 1]))) {
                word(entry, from);
            }
        }
        return to;
    }

    private static boolean isLatin(char c) {
        return c >= 0xC0 && c < 0x250 || c >= 0x1E00 && c < 0x1F00;
    }

    private void sign(char[] chars, int length, int i, char c) {
        switch (c) {
            case '.' -> {
                if (i > 0 && i + 1 < length && isName(chars[i - 1]) && isName(chars[i + 1])) {
                    dots.add(i);
                }
            }
            case '@' -> ats.add(i);
            case ':' -> {
                if (i + 2 < length && chars[i + 1] == '/' && chars[i + 2] == '/') {
                    schemes.add(i);
                } else if (i + 1 < length && (Chars.isAlnum(chars[i + 1]) || chars[i + 1] == ':')) {
                    colons.add(i);
                }
            }
            case '-' -> {
                if (i > 1 && i + 3 < length && chars[i + 3] == '-' && Chars.is(chars[i - 1], Chars.HEX) && Chars.is(chars[i - 2], Chars.HEX)
                        && Chars.is(chars[i + 1], Chars.HEX) && Chars.is(chars[i + 2], Chars.HEX)) {
                    colons.add(i);
                }
            }
            default -> { }
        }
    }

    private static boolean isName(char c) {
        return Chars.is(c, Chars.LABEL) || c >= 128 && Chars.isWide(c);
    }

    private void wide(char[] chars, int length, int i) {
        Keywords.Entry entry = Keywords.TABLE.wide(chars, length, i);
        if (entry != null) {
            int from = i - entry.wideAt();
            int last = wordEnds.size() - 1;
            if (last < 0 || wordEnds.get(last) <= from || words.get(last) != entry.meaning().ordinal()) {
                word(entry, from);
            }
        }
    }

    private void word(Keywords.Entry entry, int from) {
        wordStarts.add(from);
        wordEnds.add(from + entry.word().length());
        words.add(entry.meaning().ordinal());
    }

    private void clear() {
        for (IntList list : new IntList[] {dots, ats, schemes, colons, longs, numbers, mixed, wordStarts, wordEnds, words}) {
            list.clear();
        }
    }
}
