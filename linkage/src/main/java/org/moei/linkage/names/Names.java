package org.moei.linkage.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads names as they are written on lists, in any script. */
public final class Names {
    /** What is read of one name; the rest of a longer string is not looked at. */
    public static final int MAXIMUM_LENGTH = 400;

    /** Tokens that are kept of one name. */
    public static final int MAXIMUM_TOKENS = 24;

    private Names() {}

    /**
     * Takes a name apart. Never throws: a string without letters gives an empty name.
     *
     * @param asWritten any string, in any script and order; "FAMILY, Given" is read as given before family
     */
    public static ParsedName read(String asWritten) {
        String text = asWritten.length() > MAXIMUM_LENGTH ? asWritten.substring(0, MAXIMUM_LENGTH) : asWritten;
        text = givenFirst(Folding.clean(text));
        Zawgyi.Verdict verdict = hasMyanmar(text) ? Zawgyi.judge(text) : Zawgyi.Verdict.UNICODE;
        return switch (verdict) {
            case UNICODE -> new ParsedName(asWritten, Encoding.UNICODE, tokens(text), null);
            case ZAWGYI -> new ParsedName(asWritten, Encoding.ZAWGYI, tokens(Zawgyi.toUnicode(text)), null);
            case EITHER -> {
                ParsedName other = new ParsedName(asWritten, Encoding.ZAWGYI, tokens(Zawgyi.toUnicode(text)), null);
                ParsedName plain = new ParsedName(asWritten, Encoding.UNICODE, tokens(text), null);
                yield other.equals(plain) ? plain : new ParsedName(asWritten, Encoding.UNICODE, plain.tokens(), other);
            }
        };
    }

    private static boolean hasMyanmar(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x1000 && text.charAt(i) < 0x10A0) {
                return true;
            }
        }
        return false;
    }

    private static List<NameToken> tokens(String text) {
        List<NameToken> tokens = new ArrayList<>(4);
        int start = -1;
        NameScript script = NameScript.NONE;
        int length = text.length();
        for (int i = 0; i <= length && tokens.size() < MAXIMUM_TOKENS; ) {
            int c = i < length ? text.codePointAt(i) : ' ';
            NameScript here = i < length ? NameScript.of(c) : NameScript.NONE;
            boolean inside = here != NameScript.NONE || isMark(c) || start >= 0 && isJoiner(text, i, c);
            boolean turn = inside && start >= 0 && here != NameScript.NONE && script != NameScript.NONE && here != script;
            if (start >= 0 && (!inside || turn)) {
                add(tokens, text.substring(start, i), script);
                start = -1;
                script = NameScript.NONE;
            }
            if (inside && start < 0 && here != NameScript.NONE) {
                start = i;
            }
            if (here != NameScript.NONE && start >= 0) {
                script = here;
            }
            i += Character.charCount(c);
        }
        return tokens;
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    /** Signs that belong to a word: apostrophes between letters, the slash of s/o and a/l, Hebrew geresh. */
    private static boolean isJoiner(String text, int i, int c) {
        if (c == '\'' || c == '’' || c == '‘' || c == 'ʼ' || c == 'ʻ' || c == '`' || c == '´' || c == '׳' || c == '״' || c == '"') {
            return i + 1 < text.length() && Character.isLetter(text.codePointAt(i + 1)) || c == '\'' || c == '׳';
        }
        if (c == '/') {
            return i > 0 && i + 1 < text.length() && (i < 2 || !Character.isLetter(text.charAt(i - 2)))
                    && (i + 2 >= text.length() || !Character.isLetter(text.charAt(i + 2)));
        }
        return false;
    }

    private static String givenFirst(String text) {
        int comma = text.indexOf(',');
        if (comma < 0) {
            comma = text.indexOf('،');
        }
        if (comma <= 0 || comma + 1 >= text.length()) {
            return text;
        }
        return text.substring(comma + 1) + " " + text.substring(0, comma);
    }

    private static void add(List<NameToken> tokens, String written, NameScript script) {
        String normal = Folding.normal(written, script);
        if (normal.isEmpty()) {
            return;
        }
        tokens.add(new NameToken(written, normal, script, role(written, normal, script)));
    }

    private static TokenRole role(String written, String normal, NameScript script) {
        if (script == NameScript.LATIN && written.indexOf('/') > 0) {
            return Words.role(written.toLowerCase(Locale.ROOT));
        }
        TokenRole role = Words.role(normal);
        if (role != TokenRole.NAME) {
            return role;
        }
        if (!Words.letterNamed(normal).isEmpty()) {
            return TokenRole.INITIAL;
        }
        boolean single = normal.codePointCount(0, normal.length()) == 1;
        return single && !script.isUnspaced() ? TokenRole.INITIAL : TokenRole.NAME;
    }
}
