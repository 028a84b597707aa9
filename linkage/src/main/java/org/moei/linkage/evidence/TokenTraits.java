package org.moei.linkage.evidence;

import java.util.Arrays;
import org.moei.linkage.names.NameToken;
import org.moei.linkage.names.Nicknames;

/** What decides at a glance whether two tokens can be near: letters, length, script and skeleton of every token, made once and shared by threads. */
final class TokenTraits {
    /** Longest length that is told; longer ones count as this. */
    static final int LONGEST = 100;

    /** A bit for each letter that stands in the token. */
    int[] letters = new int[1024];
    int[] skeletons = new int[1024];
    /** Length in letters, or -1 for initials and tokens that are not Latin. */
    byte[] lengths = new byte[1024];
    byte[] scripts = new byte[1024];
    boolean[] initials = new boolean[1024];
    /** The given name of which a token is a form, 0 where none. */
    short[] nicknames = new short[1024];
    private int known;

    void update(Vocabulary vocabulary) {
        int size = vocabulary.size();
        if (size > letters.length) {
            int room = size + size / 2;
            letters = Arrays.copyOf(letters, room);
            skeletons = Arrays.copyOf(skeletons, room);
            lengths = Arrays.copyOf(lengths, room);
            scripts = Arrays.copyOf(scripts, room);
            initials = Arrays.copyOf(initials, room);
            nicknames = Arrays.copyOf(nicknames, room);
        }
        for (int t = known; t < size; t++) {
            NameToken token = vocabulary.token(t);
            initials[t] = vocabulary.isInitial(t);
            boolean plain = vocabulary.isLatin(t) && !initials[t];
            String normal = token.normal();
            lengths[t] = (byte) (plain ? Math.min(LONGEST, normal.length()) : -1);
            scripts[t] = (byte) token.script().ordinal();
            letters[t] = letters(normal);
            nicknames[t] = (short) (plain ? Nicknames.group(normal) : 0);
            skeletons[t] = plain ? token.skeleton().hashCode() : 0;
        }
        known = size;
    }

    static int letters(String text) {
        int mask = 0;
        for (int i = 0; i < text.length(); i++) {
            mask |= 1 << (text.charAt(i) & 31);
        }
        return mask;
    }

    /** Plain Latin tokens of known length, both. */
    boolean arePlain(int a, int b) {
        return lengths[a] > 0 && lengths[b] > 0 && lengths[a] < LONGEST && lengths[b] < LONGEST;
    }

    /** Whether two tokens written as one could be a third with one slip at most; true where that cannot be told at a glance. */
    boolean mayJoin(int first, int second, int whole) {
        if (!arePlain(first, second) || !arePlain(whole, whole)) {
            return true;
        }
        return Math.abs(lengths[first] + lengths[second] - lengths[whole]) <= 1 && Integer.bitCount((letters[first] | letters[second]) ^ letters[whole]) <= 2;
    }
}
