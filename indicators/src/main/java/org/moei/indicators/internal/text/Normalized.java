package org.moei.indicators.internal.text;

import java.util.Arrays;

/**
 * A text as scanners read it, and where each of its characters stands in the source. Most of it is equal to the source; each
 * edit (something removed, folded or undone) is kept as two numbers, so that a place is found by binary search.
 */
public final class Normalized {
    /** What scanners read: [0, {@link #length}). */
    public char[] chars;
    public int length;

    private int[] at = new int[64];
    private int[] source = new int[64];
    private int[] width = new int[64];
    private int[] made = new int[64];
    private int edits;
    private CharSequence original = "";

    public Normalized(int capacity) {
        chars = new char[Math.max(16, capacity)];
    }

    void begin(CharSequence text) {
        original = text;
        length = 0;
        edits = 0;
        if (chars.length < text.length() + 16) {
            chars = new char[text.length() + 16];
        }
    }

    void append(char c) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length * 2);
        }
        chars[length++] = c;
    }

    /** Appends [from, to) as it stands. */
    void append(char[] raw, int from, int to) {
        int count = to - from;
        if (length + count > chars.length) {
            chars = Arrays.copyOf(chars, chars.length * 2 + count);
        }
        System.arraycopy(raw, from, chars, length, count);
        length += count;
    }

    /** Takes back the last {@code count} characters, all of them appended as they stood. */
    void takeBack(int count) {
        length -= count;
    }

    /** {@code sourceLength} characters of the source became {@code with}. Where it is shorter than the source the place is remembered. */
    void edit(int sourceStart, int sourceLength, String with) {
        if (length + with.length() > chars.length) {
            chars = Arrays.copyOf(chars, chars.length * 2 + with.length());
        }
        if (edits == at.length) {
            at = Arrays.copyOf(at, edits * 2);
            source = Arrays.copyOf(source, edits * 2);
            width = Arrays.copyOf(width, edits * 2);
            made = Arrays.copyOf(made, edits * 2);
        }
        at[edits] = length;
        source[edits] = sourceStart;
        width[edits] = sourceLength;
        made[edits] = with.length();
        edits++;
        for (int i = 0; i < with.length(); i++) {
            chars[length++] = with.charAt(i);
        }
    }

    public boolean isPlain() {
        return edits == 0;
    }

    /** Where the character at {@code index} begins in the source. */
    public int start(int index) {
        int edit = lastEdit(index);
        if (edit < 0) {
            return index;
        }
        int inside = index - at[edit];
        return inside < made[edit] ? source[edit] + Math.min(inside, Math.max(0, width[edit] - 1)) : source[edit] + width[edit] + inside - made[edit];
    }

    /** Where the source of [.., {@code index}) ends: behind the character before {@code index}. */
    public int end(int index) {
        int edit = lastEdit(index - 1);
        if (edit < 0) {
            return index;
        }
        int inside = index - 1 - at[edit];
        return inside < made[edit] ? source[edit] + width[edit] : source[edit] + width[edit] + inside - made[edit] + 1;
    }

    /** The exact slice of the source that [from, to) stands for. */
    public String slice(int from, int to) {
        return original.subSequence(start(from), end(to)).toString();
    }

    public CharSequence original() {
        return original;
    }

    public String text(int from, int to) {
        return new String(chars, from, to - from);
    }

    /** The last edit that begins at or before the index and made something, or comes before it. */
    private int lastEdit(int index) {
        int low = 0;
        int high = edits - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (at[middle] <= index) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }
}
