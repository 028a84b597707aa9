package org.moei.indicators.internal.text;

import java.util.List;

/** Lower-case words that are looked for at a place of a text, in any case. Most places are settled by one character: no word begins, or ends, with it. */
final class WordList {
    private final List<String> words;
    /** Bit {@code c & 63} for every first, and every last, character. */
    private final long firsts;
    private final long lasts;

    WordList(String... words) {
        this.words = List.of(words);
        long first = 0;
        long last = 0;
        for (String word : words) {
            first |= 1L << word.charAt(0);
            last |= 1L << word.charAt(word.length() - 1);
        }
        firsts = first;
        lasts = last;
    }

    /** Whether a word begins with the character. */
    boolean begins(char c) {
        return words.stream().anyMatch(word -> word.charAt(0) == Character.toLowerCase(c));
    }

    /** The length of the first word of the list that stands at {@code from}; 0 where none does. */
    int at(CharSequence text, int from) {
        if (from < text.length() && (firsts & 1L << Character.toLowerCase(text.charAt(from))) != 0) {
            for (String word : words) {
                if (Spelled.startsWith(text, from, word)) {
                    return word.length();
                }
            }
        }
        return 0;
    }

    /** The length of the first word of the list that ends at {@code end}; 0 where none does. */
    int before(CharSequence text, int end) {
        if (end > 0 && (lasts & 1L << Character.toLowerCase(text.charAt(end - 1))) != 0) {
            for (String word : words) {
                if (end >= word.length() && Spelled.startsWith(text, end - word.length(), word)) {
                    return word.length();
                }
            }
        }
        return 0;
    }
}
