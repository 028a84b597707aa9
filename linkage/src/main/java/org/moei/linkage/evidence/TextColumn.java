package org.moei.linkage.evidence;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One field of plain values as codes; 0 is silence. Records with several values hold the negative index of a list. */
final class TextColumn {
    private static final int MOST_SLIPS = 4;
    static final byte SAME = 1;
    static final byte NEAR = 2;
    static final byte SOME = 3;

    /** How the values of a column behave. */
    enum Kind {
        /** Words: typos are near, shared words are some agreement. */
        WORDS,
        /** Codes and numbers: one or two slips are near. */
        CODE,
        /** A value is the same or it is not. */
        EXACT
    }

    final String field;
    final Kind kind;
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private final Ints counts = new Ints(1024);
    /** A bit for each letter of a value, by its last six bits; all bits for values of several words. */
    private final Longs letters = new Longs(1024);
    private volatile long[] hashes = new long[0];
    private final Ints column = new Ints(1024);
    private final List<int[]> several = new ArrayList<>();

    TextColumn(String field, Kind kind) {
        this.field = field;
        this.kind = kind;
        values.add("");
        counts.add(0);
        letters.add(0);
        several.add(new int[0]);
    }

    /** Appends a record's values; those before it that said nothing are filled in. Where it is not counted, its values are known but no rarer for it. */
    void add(int record, List<String> written, boolean counted) {
        while (column.size < record) {
            column.add(0);
        }
        if (written.isEmpty()) {
            column.add(0);
        } else if (written.size() == 1) {
            column.add(code(normal(written.getFirst())));
        } else {
            int[] all = written.stream().mapToInt(w -> code(normal(w))).filter(c -> c > 0).distinct().toArray();
            several.add(all);
            column.add(all.length == 0 ? 0 : all.length == 1 ? all[0] : -(several.size() - 1));
        }
        int value = column.get(record);
        for (int i = 0; i < count(record) && counted; i++) {
            counts.values[value(record, i)]++;
        }
    }

    /** Takes the last record off again. */
    void removeLast(int record, boolean counted) {
        if (column.size == record + 1) {
            for (int i = 0; i < count(record) && counted; i++) {
                counts.values[value(record, i)]--;
            }
            column.cut(record);
        }
    }

    private int code(String normal) {
        if (normal.isEmpty()) {
            return 0;
        }
        Integer known = codes.get(normal);
        if (known != null) {
            return known;
        }
        int code = values.size();
        codes.put(normal, code);
        values.add(normal);
        counts.add(0);
        letters.add(letters(normal));
        return code;
    }

    private String normal(String written) {
        String text = written.length() > 200 ? written.substring(0, 200) : written;
        text = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        StringBuilder out = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '\u0300' && c <= '\u036F') {
                continue;
            }
            if (Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK || Character.getType(c) == Character.COMBINING_SPACING_MARK) {
                if (gap && kind == Kind.WORDS && !out.isEmpty()) {
                    out.append(' ');
                }
                gap = false;
                out.append(c);
            } else {
                gap = c != '\'' && c != '’';
            }
        }
        return out.toString();
    }

    boolean isMissing(int record) {
        return record >= column.size || column.values[record] == 0;
    }

    /** How many values a record has. */
    int count(int record) {
        if (record >= column.size) {
            return 0;
        }
        int value = column.values[record];
        return value == 0 ? 0 : value > 0 ? 1 : several.get(-value).length;
    }

    int value(int record, int i) {
        int value = column.values[record];
        return value >= 0 ? value : several.get(-value)[i];
    }

    int frequency(int code) {
        return counts.values[code];
    }

    /** By code the hash of the value. */
    long[] hashes() {
        long[] all = hashes;
        if (all.length != values.size()) {
            all = new long[values.size()];
            for (int code = 0; code < all.length; code++) {
                all[code] = Hashes.of(values.get(code));
            }
            hashes = all;
        }
        return all;
    }

    String text(int code) {
        return values.get(code);
    }

    int distinct() {
        return values.size() - 1;
    }

    private static long letters(String normal) {
        long mask = 0;
        for (int i = 0; i < normal.length(); i++) {
            mask |= normal.charAt(i) == ' ' ? -1 : 1L << (normal.charAt(i) & 63);
        }
        return mask;
    }

    /** Whether two values may agree, at a glance: of two single words no slip changes more than two letters. */
    boolean mayAgree(int a, int b) {
        if (kind != Kind.WORDS || letters.values[a] == -1 || letters.values[b] == -1) {
            return kind != Kind.EXACT || a == b;
        }
        int apart = Long.bitCount(letters.values[a] ^ letters.values[b]);
        return apart <= 2 || apart <= 2 * MOST_SLIPS && apart <= 2 * slips(Math.max(values.get(a).length(), values.get(b).length()));
    }

    /** Slips that a value of this length may have. */
    private static int slips(int longer) {
        return Math.max(1, Math.min(MOST_SLIPS, longer / 5));
    }

    /** The level of agreement of two single values. */
    byte compare(int a, int b) {
        if (a == b) {
            return SAME;
        }
        String x = values.get(a);
        String y = values.get(b);
        return switch (kind) {
            case EXACT -> 0;
            case CODE -> code(x, y);
            case WORDS -> words(x, y);
        };
    }

    private static byte code(String x, String y) {
        int shorter = Math.min(x.length(), y.length());
        if (shorter < 4) {
            return 0;
        }
        int edits = Edit.distance(x, y, 2);
        if (edits == 1 || edits == 2 && shorter >= 8) {
            return NEAR;
        }
        return x.regionMatches(0, y, 0, Math.max(3, shorter - 2)) ? SOME : 0;
    }

    private static byte words(String x, String y) {
        int longer = Math.max(x.length(), y.length());
        int shorter = Math.min(x.length(), y.length());
        if (shorter >= 3) {
            int bound = slips(longer);
            if (Edit.distance(x, y, bound) <= bound) {
                return NEAR;
            }
            if (shorter >= 4 && (contains(x, y) || contains(y, x))) {
                return NEAR;
            }
        }
        return shareWord(x, y) ? SOME : 0;
    }

    private static boolean contains(String x, String y) {
        return x.length() > y.length() && (x.startsWith(y + " ") || x.endsWith(" " + y) || x.contains(" " + y + " "));
    }

    private static boolean shareWord(String x, String y) {
        if (x.indexOf(' ') < 0 && y.indexOf(' ') < 0) {
            return false;
        }
        int from = 0;
        while (from < x.length()) {
            int to = x.indexOf(' ', from);
            to = to < 0 ? x.length() : to;
            if (to - from >= 4) {
                int at = y.indexOf(x.substring(from, to));
                if (at >= 0 && (at == 0 || y.charAt(at - 1) == ' ') && (at + to - from == y.length() || y.charAt(at + to - from) == ' ')) {
                    return true;
                }
            }
            from = to + 1;
        }
        return false;
    }
}
