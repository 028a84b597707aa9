package org.moei.indicators.internal.find;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moei.indicators.IndicatorType;
import org.moei.indicators.internal.text.Chars;
import org.moei.indicators.internal.text.Normalized;

/**
 * What the scanners share while they read one piece of text: the characters, the triggers, what is already taken, and the
 * questions about context ("which platform is named before this place, on this line?").
 */
public final class Page {
    /** How far a word reaches to the handle or number that it explains (contract). */
    static final int REACH = 40;
    /** How far the talk of an app reaches to a package name. */
    static final int TALK = 500;

    final Triggers triggers = new Triggers();
    final List<Found> found = new ArrayList<>();
    char[] c = new char[0];
    int length;
    final @Nullable String country;

    private long[] taken = new long[1];
    private final IntList pathStarts = new IntList();
    private final IntList pathEnds = new IntList();

    public Page(@Nullable String country) {
        this.country = country;
    }

    /** Reads the text with every scanner; the hits are in no order. */
    public List<Found> read(Normalized text) {
        c = text.chars;
        length = text.length;
        found.clear();
        pathStarts.clear();
        pathEnds.clear();
        int words = (length >> 6) + 1;
        if (taken.length < words) {
            taken = new long[words];
        } else {
            Arrays.fill(taken, 0, words, 0L);
        }
        triggers.collect(c, length);
        new Codes(this).scan();
        new Links(this).scan();
        new Mail(this).scan();
        new Tokens(this).scan();
        new Addresses(this).scan();
        new Names(this).scan();
        new Numbers(this).scan();
        new Handles(this).scan();
        return found;
    }

    void add(IndicatorType type, String value, int from, int to, double confidence, String why) {
        found.add(new Found(type, value, from, to, confidence, why));
    }

    String text(int from, int to) {
        return new String(c, from, to - from);
    }

    char at(int i) {
        return i >= 0 && i < length ? c[i] : '\n';
    }

    /** Nobody else reads [from, to). */
    void take(int from, int to) {
        for (int i = from; i < to; ) {
            int end = Math.min(to, (i | 63) + 1);
            long mask = -1L << (i & 63);
            if ((end & 63) != 0) {
                mask &= -1L >>> (64 - (end & 63));
            }
            taken[i >> 6] |= mask;
            i = end;
        }
    }

    boolean isTaken(int i) {
        return (taken[i >> 6] & 1L << (i & 63)) != 0;
    }

    boolean isTaken(int from, int to) {
        for (int i = from; i < to; ) {
            int end = Math.min(to, (i | 63) + 1);
            long mask = -1L << (i & 63);
            if ((end & 63) != 0) {
                mask &= -1L >>> (64 - (end & 63));
            }
            if ((taken[i >> 6] & mask) != 0) {
                return true;
            }
            i = end;
        }
        return false;
    }

    /** A URL's path and query: names, addresses and wallets in it count, files and handles do not. */
    void path(int from, int to) {
        pathStarts.add(from);
        pathEnds.add(to);
    }

    boolean inPath(int i) {
        int index = pathStarts.lastUpTo(i);
        return index >= 0 && i < pathEnds.get(index);
    }

    /** The end of the path that holds the place. */
    int pathEnd(int i) {
        return pathEnds.get(pathStarts.lastUpTo(i));
    }

    /** The index of the nearest keyword of the meaning that ends at most {@code reach} characters before the place, on its line; -1 where none does. */
    int before(int place, int reach, Word meaning) {
        for (int w = triggers.wordStarts.lastUpTo(place - 1); w >= 0; w--) {
            int end = triggers.wordEnds.get(w);
            if (place - end > reach) {
                return -1;
            }
            if (triggers.words.get(w) == meaning.ordinal() && end <= place) {
                return sameLine(end, place) ? w : -1;
            }
        }
        return -1;
    }

    boolean isNear(int from, int to, int reach, Word meaning) {
        return before(from, reach, meaning) >= 0 || after(to, reach, meaning) >= 0;
    }

    /** The index of the nearest keyword of the meaning that begins at most {@code reach} characters after the place, on its line; -1 where none does. */
    int after(int place, int reach, Word meaning) {
        int count = triggers.wordStarts.size();
        for (int w = triggers.wordStarts.lastUpTo(place - 1) + 1; w < count; w++) {
            int start = triggers.wordStarts.get(w);
            if (start - place > reach) {
                return -1;
            }
            if (triggers.words.get(w) == meaning.ordinal()) {
                return sameLine(place, start) ? w : -1;
            }
        }
        return -1;
    }

    /** Whether a word of the meaning stands anywhere within {@code reach} characters, on any line; looks at no more than 200 words. */
    boolean isTalkedOf(int place, int reach, Word meaning) {
        int here = triggers.wordStarts.lastUpTo(place);
        for (int w = here; w >= 0 && w > here - 100 && place - triggers.wordEnds.get(w) <= reach; w--) {
            if (triggers.words.get(w) == meaning.ordinal()) {
                return true;
            }
        }
        for (int w = here + 1; w < triggers.wordStarts.size() && w < here + 100 && triggers.wordStarts.get(w) - place <= reach; w++) {
            if (triggers.words.get(w) == meaning.ordinal()) {
                return true;
            }
        }
        return false;
    }

    /** No line break in [from, to), which is short. */
    boolean sameLine(int from, int to) {
        for (int i = from; i < to; i++) {
            if (c[i] == '\n' || c[i] == '\r') {
                return false;
            }
        }
        return true;
    }

    /** Whether a run of letters and digits could begin or end here: its neighbour is no such character. */
    boolean isBorder(int i) {
        return i < 0 || i >= length || !Chars.isAlnum(c[i]);
    }
}
