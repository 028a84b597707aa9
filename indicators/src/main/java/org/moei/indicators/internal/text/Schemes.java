package org.moei.indicators.internal.text;

import java.util.List;

/** The beginnings of links in their masked spellings: hxxp, h**p, xxxx, http with a blank, a missing colon, backslashes, brackets. */
final class Schemes {
    private record Spelling(String masked, String plain) {}

    private static final List<Spelling> SPELLINGS = List.of(
            new Spelling("https", "https"), new Spelling("http", "http"), new Spelling("hxxps", "https"), new Spelling("hxxp", "http"),
            new Spelling("hxxxps", "https"), new Spelling("hxxxp", "http"), new Spelling("hzzps", "https"), new Spelling("hzzp", "http"),
            new Spelling("hzzzps", "https"), new Spelling("hzzzp", "http"), new Spelling("h**ps", "https"), new Spelling("h**p", "http"),
            new Spelling("h__ps", "https"), new Spelling("h__p", "http"), new Spelling("hxtps", "https"), new Spelling("hxtp", "http"),
            new Spelling("htxps", "https"), new Spelling("htxp", "http"), new Spelling("httx", "http"), new Spelling("h--ps", "https"), new Spelling("h--p", "http"),
            new Spelling("xxxxs", "https"), new Spelling("xxxxx", "https"), new Spelling("xxxx", "http"), new Spelling("ftxp", "ftp"),
            new Spelling("ftx", "ftp"), new Spelling("fxps", "ftps"), new Spelling("fxp", "ftp"));

    private Schemes() {}

    /** Whether an unmasked http:// or https:// begins here. */
    static boolean isPlain(CharSequence text, int from) {
        return Spelled.startsWith(text, from, "http://") || Spelled.startsWith(text, from, "https://");
    }

    /** Undoes a masked scheme at {@code i}; returns {@code i} where there is none, or where it stands as it should. */
    static int undo(Refanger text, int i) {
        if (isPlain(text.source(), i) && !isBlankOrSlash(text.source(), i)) {
            return i;
        }
        for (Spelling spelling : SPELLINGS) {
            if (Spelled.startsWith(text.source(), i, spelling.masked())) {
                int end = separator(text.source(), i + spelling.masked().length());
                if (end > 0) {
                    return text.replace(i, end, spelling.plain() + "://");
                }
            }
        }
        return i;
    }

    private static boolean isBlankOrSlash(CharSequence text, int i) {
        int slashes = Spelled.startsWith(text, i, "https") ? i + 8 : i + 7;
        return slashes < text.length() && (text.charAt(slashes) == '/' || text.charAt(slashes) == ' ' && letter(text, slashes + 1));
    }

    /** The same inside brackets: [http]://, (hxxps)://. */
    static int undoBracketed(Refanger text, int open, int i) {
        for (Spelling spelling : SPELLINGS) {
            int after = i + spelling.masked().length();
            if (Spelled.startsWith(text.source(), i, spelling.masked()) && after < text.source().length() && Refanger.isBracket(text.source().charAt(after))) {
                int end = separator(text.source(), after);
                return end > 0 ? text.replace(open, end, spelling.plain() + "://") : open;
            }
        }
        return open;
    }

    /** Behind what stands for ://, 0 where nothing does. */
    private static int separator(CharSequence text, int from) {
        int at = skip(text, from, "])}", 1);
        at = skip(text, at, " ", 2);
        int brackets = at;
        at = skip(text, at, "[({<", 1);
        int colon = at;
        at = skip(text, at, ":：", 1);
        boolean hasColon = at > colon;
        if (!hasColon && brackets < colon) {
            at = brackets;
        } else {
            at = skip(text, at, "])}>", brackets < colon ? 1 : 0);
        }
        int slashes = 0;
        while (slashes < 8) {
            int next = skip(text, at, "[({", 1);
            int slash = skip(text, next, "/\\／", 3);
            if (slash == next) {
                break;
            }
            slashes += slash - next;
            at = skip(text, slash, "])}", next > at ? 1 : 0);
        }
        if (slashes > 0 && hasColon) {
            at = skip(text, at, "])}", brackets < colon ? 1 : 0);
        }
        if (slashes == 0 || slashes == 1 && !hasColon) {
            return 0;
        }
        int blank = skip(text, at, " ", 1);
        if (blank > at && !letter(text, blank)) {
            return 0;
        }
        return blank < text.length() && (letter(text, blank) || "[_".indexOf(text.charAt(blank)) >= 0) ? blank : 0;
    }

    private static int skip(CharSequence text, int from, String any, int most) {
        int at = from;
        while (at < text.length() && at < from + most && any.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    private static boolean letter(CharSequence text, int at) {
        return at < text.length() && Chars.isWord(text.charAt(at));
    }
}
