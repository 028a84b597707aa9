package org.moei.indicators.internal.find;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.moei.indicators.internal.text.Chars;

/**
 * The table of context words. ASCII words are found by the hash of a whole run of letters and digits; words with other
 * characters by their first such character, compared around it, so that scripts without blanks need no borders.
 */
final class Keywords {
    static final Keywords TABLE = new Keywords();
    private static final int SLOTS = 4096;

    /** A word of the table. {@code wideAt} is the place of its first character outside ASCII, -1 for ASCII words. */
    record Entry(String word, Word meaning, boolean exact, int wideAt) {}

    /** Longest ASCII word that is looked up. */
    static final int LONGEST = 16;

    /** For a first letter and a length, which last letters occur: most words of a text are no entry, and this says so without a hash. */
    private final int[] lasts = new int[128 * (LONGEST + 1)];
    private final Entry[][] byHash = new Entry[SLOTS][];
    private final Entry[][] byWide = new Entry[65536][];

    private Keywords() {
        try (var in = Keywords.class.getResourceAsStream("keywords.txt")) {
            if (in == null) {
                throw new IllegalStateException("The resource keywords.txt is missing.");
            }
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#") && line.contains("=")) {
                    int at = line.indexOf('=');
                    Word meaning = Word.valueOf(line.substring(0, at).strip().toUpperCase(Locale.ROOT));
                    for (String word : line.substring(at + 1).split(",")) {
                        add(word.strip(), meaning);
                        if (Zawgyi.isBurmese(word)) {
                            add(Zawgyi.of(word.strip()), meaning);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Entry[] bucket : byWide) {
            if (bucket != null) {
                Arrays.sort(bucket, (a, b) -> b.word().length() - a.word().length());
            }
        }
    }

    private void add(String spelled, Word meaning) {
        boolean exact = spelled.startsWith("^");
        String word = exact ? spelled.substring(1) : spelled;
        int wideAt = -1;
        for (int i = 0; i < word.length() && wideAt < 0; i++) {
            wideAt = word.charAt(i) >= 128 ? i : -1;
        }
        Entry entry = new Entry(word, meaning, exact, wideAt);
        if (wideAt >= 0) {
            byWide[word.charAt(wideAt)] = with(byWide[word.charAt(wideAt)], entry);
        } else if (word.chars().allMatch(c -> Chars.isAlnum((char) c))) {
            char[] chars = word.toCharArray();
            int slot = slot(chars, 0, chars.length);
            byHash[slot] = with(byHash[slot], entry);
            if (chars.length <= LONGEST) {
                lasts[at(chars, 0, chars.length)] |= 1 << (Chars.lower(chars[chars.length - 1]) & 31);
            }
        }
    }

    private static Entry[] with(Entry @Nullable [] bucket, Entry entry) {
        List<Entry> all = bucket == null ? new ArrayList<>() : new ArrayList<>(List.of(bucket));
        all.add(entry);
        return all.toArray(new Entry[0]);
    }

    private static int at(char[] chars, int from, int to) {
        return Chars.lower(chars[from]) * (LONGEST + 1) + to - from;
    }

    private static int slot(char[] chars, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + Chars.lower(chars[i]);
        }
        return (hash ^ hash >>> 15) & (SLOTS - 1);
    }

    /** The entry of the ASCII word [from, to) of letters and digits, at most {@link #LONGEST} long, or null. */
    @Nullable Entry ascii(char[] chars, int from, int to) {
        if ((lasts[at(chars, from, to)] & 1 << (Chars.lower(chars[to - 1]) & 31)) == 0) {
            return null;
        }
        Entry[] bucket = byHash[slot(chars, from, to)];
        if (bucket == null) {
            return null;
        }
        Entry found = null;
        for (Entry entry : bucket) {
            if (entry.word().length() == to - from && equal(entry, chars, from) && (found == null || entry.exact())) {
                found = entry;
            }
        }
        return found;
    }

    /** The longest entry around the character at {@code i}, which is outside ASCII, or null. */
    @Nullable Entry wide(char[] chars, int length, int i) {
        Entry[] bucket = byWide[chars[i]];
        if (bucket == null) {
            bucket = byWide[Character.toLowerCase(chars[i])];
            if (bucket == null) {
                return null;
            }
        }
        for (Entry entry : bucket) {
            int from = i - entry.wideAt();
            int to = from + entry.word().length();
            if (from >= 0 && to <= length && equal(entry, chars, from) && bordered(entry, chars, length, from, to)) {
                return entry;
            }
        }
        return null;
    }

    private static boolean bordered(Entry entry, char[] chars, int length, int from, int to) {
        char first = entry.word().charAt(0);
        char last = entry.word().charAt(entry.word().length() - 1);
        if (!Chars.isUnspaced(first) && first < 0x1100 && from > 0 && Chars.isWide(chars[from - 1]) && !Chars.isUnspaced(chars[from - 1])) {
            return false;
        }
        if (first < 128 && from > 0 && Chars.isAlnum(chars[from - 1])) {
            return false;
        }
        boolean closed = entry.word().length() <= 4 && last < 0x0530 || last < 128;
        return !closed || to == length || !Chars.isWord(chars[to]);
    }

    private static boolean equal(Entry entry, char[] chars, int from) {
        String word = entry.word();
        for (int i = 0; i < word.length(); i++) {
            char c = chars[from + i];
            if (c != word.charAt(i) && (entry.exact() || Character.toLowerCase(c) != word.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
