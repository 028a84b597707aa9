package org.moei.indicators.internal.text;

import java.text.Normalizer;

/**
 * Undoes defanging in one pass, O(n): every rule looks a bounded number of characters around its trigger. Two modes: DOCUMENT
 * changes only what ioc-fanger's documents show and keeps all else as it stands; EXTRACT also folds characters that look like
 * ASCII, removes invisible ones, reads half brackets and spelled dots where a top-level domain follows.
 */
public final class Refanger {
    private final boolean document;
    private final boolean everyPlace;
    private final Ahead ahead = new Ahead();
    private CharSequence source = "";
    private int size;
    /** Source before this belongs to an edit already made. */
    private int floor;
    private Normalized out = new Normalized(16);

    public Refanger(boolean document) {
        this(document, false);
    }

    /** @param everyPlace looks at every character, as the rules are written; the tests compare with it what {@link Marks} leaves out */
    Refanger(boolean document, boolean everyPlace) {
        this.document = document;
        this.everyPlace = everyPlace;
    }

    /** Reads the text into {@code into}. */
    public void read(CharSequence text, Normalized into) {
        source = text;
        size = text.length();
        ahead.over(text);
        out = into;
        floor = 0;
        out.begin(text);
        char[] raw = text.toString().toCharArray();
        int i = 0;
        while (i < size) {
            int stop = everyPlace ? i : Marks.next(raw, i, size, document);
            out.append(raw, i, stop);
            i = stop;
            if (i == size) {
                return;
            }
            char c = raw[i];
            int next = c < 128 ? ascii(c, i) : document ? i : wide(c, i);
            if (next == i) {
                out.append(c);
                i++;
            } else {
                i = next;
                floor = next;
            }
        }
    }

    private char at(int i) {
        return i >= 0 && i < size ? source.charAt(i) : '\n';
    }

    private int edit(int from, int to, String with) {
        out.edit(from, to - from, with);
        return to;
    }

    /** Replaces [from, to) where the characters [from, here) were already appended as they stood. */
    private int editBack(int from, int here, int to, String with) {
        out.takeBack(here - from);
        return edit(from, to, with);
    }

    private int ascii(char c, int i) {
        return switch (c) {
            case '[', '(', '{', '<' -> opening(i);
            case ']', ')', '}' -> closing(i);
            case '\\', '^' -> (at(i + 1) == '.' || c == '\\' && at(i + 1) == '/') && Chars.isWord(at(i - 1)) ? edit(i, i + 2, at(i + 1) == '.' ? "." : "/") : i;
            case 'h', 'H', 'x', 'X', 'f', 'F' -> Chars.isAlnum(at(i - 1)) ? i : Schemes.undo(this, i);
            case '@' -> spacedAt(i);
            case ',' -> document ? commaAddress(i) : i;
            default -> word(i);
        };
    }

    // brackets

    private int opening(int i) {
        int j = i + 1;
        while (at(j) == ' ' && j < i + 2) {
            j++;
        }
        if (document && (at(i) == '(' || at(i) == '[') && Schemes.isPlain(source, i + 1)) {
            return edit(i, i + 1, "");
        }
        char inner = at(j);
        if (inner == '.' || inner == ',' || inner == '。') {
            int end = bracketAfter(j + 1);
            if (end > 0) {
                return around(i, end, ".");
            }
            return !document && j == i + 1 && inner == '.' && Chars.isWord(at(i - 1)) && Chars.isWord(at(j + 1)) ? edit(i, j + 1, ".") : i;
        }
        if (inner == '@') {
            int end = bracketAfter(j + 1);
            return end > 0 ? around(i, end, "@") : i;
        }
        if (inner == ':' || inner == '/' || inner == '-' || inner == '_') {
            int end = j;
            while (end < j + 4 && (at(end) == ':' || at(end) == '/' || at(end) == '-' || at(end) == '_')) {
                end++;
            }
            return isBracket(at(end)) && (Chars.isWord(at(i - 1)) || at(i - 1) == ':' || at(i - 1) == '/')
                            && (inner == ':' || Chars.isWord(at(end + 1)) || inner == '/')
                    ? edit(i, end + 1, source.subSequence(j, end).toString()) : i;
        }
        if (!document && at(i - 1) == '.' && Chars.isWord(at(i - 2)) && inner != ' ' && i >= floor && ahead.topLevel(j, false)) {
            return edit(i, i + 1, "");
        }
        int dot = Spelled.DOTS.at(source, j);
        if (dot > 0 && bracketAfter(j + dot) > 0) {
            return around(i, bracketAfter(j + dot), ".");
        }
        int sign = Spelled.ATS.at(source, j);
        if (sign > 0 && bracketAfter(j + sign) > 0) {
            return around(i, bracketAfter(j + sign), "@");
        }
        if (Spelled.startsWith(source, j, "www") && isBracket(at(j + 3)) && at(j + 4) == '.') {
            return edit(i, j + 4, "www");
        }
        return at(j) == 'h' || at(j) == 'H' ? Schemes.undoBracketed(this, i, j) : i;
    }

    /** Where the bracket that closes (or, as some write, opens) ends; 0 where there is none. */
    private int bracketAfter(int j) {
        int at = at(j) == ' ' ? j + 1 : j;
        return isBracket(at(at)) ? at + 1 : 0;
    }

    static boolean isBracket(char c) {
        return switch (c) {
            case '[', ']', '(', ')', '{', '}', '<', '>', '（', '）', '【', '】' -> true;
            default -> false;
        };
    }

    /** A sign between two words, with up to two blanks on either side. */
    private int around(int from, int to, String sign) {
        int left = blanksBefore(from);
        int right = to;
        while (right < to + 2 && at(right) == ' ') {
            right++;
        }
        boolean spaced = left < from || right > to;
        char before = at(left - 1);
        if (!(Chars.isWord(before) || Chars.is(before, Chars.LABEL) || isBracket(before) && left > 0 && left == floor) || !(Chars.isWord(at(right)) || at(right) == '[' || at(right) == '_')) {
            return from;
        }
        if (spaced && left == from && !Chars.isWord(at(to))) {
            return from;
        }
        return editBack(left, from, right, sign);
    }

    private int blanksBefore(int from) {
        int left = from;
        while (left > floor && left > from - 2 && at(left - 1) == ' ') {
            left--;
        }
        return left;
    }

    private int closing(int i) {
        char before = at(i - 1);
        if (at(i + 1) == '.' && isBracket(at(i + 2)) && Chars.isWord(before) && Chars.isWord(at(i + 3))) {
            return edit(i, i + 3, ".");
        }
        if (!Chars.isWord(at(i + 1))) {
            return !document && at(i + 1) == '.' && Chars.isWord(before) && ahead.topLevel(i + 2, false) && at(i) == ']' ? edit(i, i + 1, "") : i;
        }
        if (before == '.' && isBracket(at(i - 2)) && i - 2 >= floor && Chars.isWord(at(i - 3))) {
            return editBack(i - 2, i, i + 1, ".");
        }
        if (before == '.' && !document && i - 1 >= floor && Chars.isWord(at(i - 2)) && at(i) == ']') {
            return edit(i, i + 1, "");
        }
        int word = Spelled.DOTS.before(source, i);
        if (word > 0 && i - word >= floor && Chars.isWord(at(i - word - 1)) && (document || ahead.topLevel(i + 1, false))) {
            return editBack(i - word, i, i + 1, ".");
        }
        word = Spelled.ATS.before(source, i);
        if (word > 0 && i - word >= floor && Chars.isWord(at(i - word - 1)) && (document || ahead.topLevel(i + 1, false))) {
            return editBack(i - word, i, i + 1, "@");
        }
        return i;
    }

    // words without brackets

    private int word(int i) {
        char before = at(i - 1);
        if (Spelled.startsWith(source, i, "dot")) {
            int end = i + 3;
            boolean upper = at(i) == 'D' && at(i + 1) == 'O' && at(i + 2) == 'T';
            if (before == '-' && at(end) == '-' && Chars.isAlnum(at(i - 2)) && Chars.isAlnum(at(end + 1)) && i - 1 >= floor && ahead.topLevel(end + 1, false)) {
                return editBack(i - 1, i, end + 1, ".");
            }
            if (upper && Chars.is(before, Chars.LOWER | Chars.DIGIT) && Chars.is(at(end), Chars.LOWER | Chars.DIGIT)) {
                return document || ahead.topLevel(end, false) ? edit(i, end, ".") : i;
            }
            return before == ' ' && (upper || !document) ? spaced(i, end, ".", !upper) : i;
        }
        if (at(i) == 'A' && at(i + 1) == 'T') {
            if (Chars.is(before, Chars.LOWER | Chars.DIGIT) && Chars.is(at(i + 2), Chars.LOWER | Chars.DIGIT)) {
                return ahead.host(i + 2) ? edit(i, i + 2, "@") : i;
            }
            return before == ' ' ? spaced(i, i + 2, "@", false) : i;
        }
        if (document || before != ' ') {
            return i;
        }
        int dot = Spelled.BARE_DOTS.at(source, i);
        if (dot > 0) {
            return spaced(i, i + dot, ".", true);
        }
        int sign = Spelled.BARE_ATS.at(source, i);
        return sign > 0 ? spaced(i, i + sign, "@", true) : i;
    }

    /** A word between blanks, or between a label and the next where the script has no blanks. */
    private int spaced(int from, int to, String sign, boolean careful) {
        int left = blanksBefore(from);
        int right = to;
        while (right < to + 2 && at(right) == ' ') {
            right++;
        }
        if (!Chars.isWord(at(left - 1)) || !Chars.isWord(at(right)) || right == to && Chars.isAlnum(at(to - 1))) {
            return from;
        }
        boolean holds = sign.equals(".") ? document ? Chars.isAlnum(at(right)) : ahead.topLevel(right, careful) : careful ? ahead.spelledHost(right) : ahead.host(right);
        return holds ? editBack(left, from, right, sign) : from;
    }

    private int spacedAt(int i) {
        int left = blanksBefore(i);
        int right = i + 1;
        while (right < i + 3 && at(right) == ' ') {
            right++;
        }
        boolean blanks = left < i || right > i + 1;
        return blanks && Chars.isAlnum(at(left - 1)) && Chars.isAlnum(at(right)) && right > i + 1 && ahead.host(right) ? editBack(left, i, right, "@") : i;
    }

    private int commaAddress(int i) {
        int start = i;
        while (start > i - 3 && Chars.isDigit(at(start - 1))) {
            start--;
        }
        char before = at(start - 1);
        if (start == i || start < floor || before == ',' || before == '.' || Chars.isWord(before)) {
            return i;
        }
        StringBuilder rest = new StringBuilder();
        int j = i;
        if (Integer.parseInt(source.subSequence(start, i).toString()) > 255) {
            return i;
        }
        for (int group = 0; group < 3; group++) {
            int digits = j + 1;
            while (digits < j + 4 && Chars.isDigit(at(digits))) {
                digits++;
            }
            if (at(j) != ',' || digits == j + 1 || Integer.parseInt(source.subSequence(j + 1, digits).toString()) > 255) {
                return i;
            }
            rest.append('.').append(source, j + 1, digits);
            j = digits;
        }
        return at(j) == ',' || Chars.isWord(at(j)) || at(j) == '.' && Chars.isDigit(at(j + 1)) ? i : edit(i, j, rest.toString());
    }

    // characters outside ASCII

    private int wide(char c, int i) {
        if (Chars.isInvisible(c)) {
            return edit(i, i + 1, "");
        }
        if (c == '。' || c == '．' || c == '｡' || c == '․') {
            char next = Ahead.folded(at(i + 1));
            boolean digits = Chars.isDigit(Ahead.folded(at(i - 1))) && Chars.isDigit(next);
            boolean holds = c == '．' && Chars.isAlnum(next) || c == '․' || Chars.isWord(at(i - 1)) && (digits || ahead.topLevelFolded(i + 1));
            return holds ? one(i, '.') : i;
        }
        if (c == '：' && Ahead.folded(at(i + 1)) == '/') {
            return one(i, ':');
        }
        char plain = Ahead.folded(c);
        if (plain != c) {
            return one(i, plain);
        }
        if (Character.isHighSurrogate(c) && i + 1 < size) {
            int point = Character.codePointAt(source, i);
            if (point >= 0x1D400 && point <= 0x1D7FF) {
                String ascii = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
                return ascii.length() == 1 && ascii.charAt(0) < 128 ? edit(i, i + 2, ascii) : i;
            }
            return i;
        }
        if (c == '（' || c == '【') {
            return opening(i);
        }
        int dot = Spelled.BARE_DOTS.at(source, i);
        if (dot > 0 && (Chars.isAlnum(at(i - 1)) || at(i - 1) == ' ')) {
            return spaced(i, i + dot, ".", false);
        }
        int sign = dot > 0 ? 0 : Spelled.BARE_ATS.at(source, i);
        return sign > 0 && (Chars.isAlnum(at(i - 1)) || at(i - 1) == ' ') ? spaced(i, i + sign, "@", false) : i;
    }

    private int one(int i, char with) {
        out.append(with);
        return keepFloor(i);
    }

    /** One character for one needs no edit, so what stands before may still be taken back. */
    private int keepFloor(int i) {
        return i + 1;
    }

    CharSequence source() {
        return source;
    }

    int replace(int from, int to, String with) {
        return edit(from, to, with);
    }
}
