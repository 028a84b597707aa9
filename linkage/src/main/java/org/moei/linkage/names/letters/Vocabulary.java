package org.moei.linkage.names.letters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for strings, from {@link #FIRST} on; smaller numbers are boundaries and the unknown. */
public final class Vocabulary {
    /** Before the first unit. */
    public static final int START = 0;

    /** After the last unit. */
    public static final int END = 1;

    /** A string without a number. */
    public static final int UNKNOWN = 2;

    /** The first number that stands for a string. */
    public static final int FIRST = 3;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> strings = new ArrayList<>();

    /** The number of a string, given a new one if it has none. */
    public int add(String text) {
        Integer known = numbers.get(text);
        if (known != null) {
            return known;
        }
        int number = strings.size() + FIRST;
        numbers.put(text, number);
        strings.add(text);
        return number;
    }

    /** The number of a string, or {@link #UNKNOWN}. */
    public int find(String text) {
        return numbers.getOrDefault(text, UNKNOWN);
    }

    /** The string of a number from {@link #FIRST} on. */
    public String text(int number) {
        return strings.get(number - FIRST);
    }

    /** One more than the largest number given. */
    public int size() {
        return strings.size() + FIRST;
    }

    /** The numbers of these strings, {@link #UNKNOWN} where there is none. */
    public int[] findAll(List<String> texts) {
        int[] found = new int[texts.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = find(texts.get(i));
        }
        return found;
    }
}
