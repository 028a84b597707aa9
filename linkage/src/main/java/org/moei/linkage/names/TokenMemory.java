package org.moei.linkage.names;

import java.util.Arrays;

/**
 * How pairs of tokens of one {@link NameBook} agree, remembered: few tokens make up many names. Bounded: a newer pair takes the place of an older one.
 * One instance a thread; what it answers does not depend on what it was asked before.
 */
public final class TokenMemory {
    /** Remembers nothing; for names read one by one. */
    public static final TokenMemory NONE = new TokenMemory(0);

    private static final int SLOT_BITS = 18;
    private static final NameAgreement.Kind[] KINDS = NameAgreement.Kind.values();

    /** Two spellings of one token in two scripts seldom lack more of the shorter one's letters. */
    static final double MOST_LACKING = 0.5;
    /** Nothing in common: as little as differing tokens can weigh. */
    private static final TokenAgreement UNLIKE = new TokenAgreement(NameAgreement.Kind.DIFFERENT, 0, -5.15);

    private final long[] pairs;
    private final float[] weights;
    private final float[] similarities;
    private final byte[] kinds;

    public TokenMemory() {
        this(1 << SLOT_BITS);
    }

    private TokenMemory(int slots) {
        pairs = new long[slots];
        weights = new float[slots];
        similarities = new float[slots];
        kinds = new byte[slots];
        Arrays.fill(pairs, -1);
    }

    TokenAgreement compare(NameToken a, NameToken b) {
        return a.role() == TokenRole.INITIAL || b.role() == TokenRole.INITIAL || !isKnown(a, b)
                ? TokenComparer.compare(a, b)
                : remembered(a, b, a.role() == TokenRole.FILLER || b.role() == TokenRole.FILLER ? 0 : 1);
    }

    TokenAgreement letters(NameToken a, NameToken b) {
        return !isKnown(a, b) ? TokenComparer.letters(a, b) : remembered(a, b, 1);
    }

    private boolean isKnown(NameToken a, NameToken b) {
        return pairs.length > 0 && a.number() > 0 && b.number() > 0;
    }

    /** Told apart across scripts by the letters of the readings, before anything is aligned. */
    private static boolean isOther(NameToken a, NameToken b) {
        return a.script() != b.script() && LetterBag.lackingShare(a.bags(), b.bags()) > MOST_LACKING;
    }

    private TokenAgreement remembered(NameToken a, NameToken b, int lettersOnly) {
        NameToken low = a.number() < b.number() ? a : b;
        NameToken high = low == a ? b : a;
        long pair = ((long) low.number() << 31 | high.number()) << 1 | lettersOnly;
        int slot = (int) (pair * 0x9E3779B97F4A7C15L >>> 64 - SLOT_BITS);
        if (pairs[slot] != pair) {
            // in an order that depends on the tokens only, or ties could fall either way
            boolean turn = low.normal().compareTo(high.normal()) > 0;
            NameToken first = turn ? high : low;
            NameToken second = turn ? low : high;
            TokenAgreement found = isOther(first, second) ? UNLIKE : lettersOnly == 1 ? TokenComparer.letters(first, second) : TokenComparer.compare(first, second);
            pairs[slot] = pair;
            kinds[slot] = (byte) found.kind().ordinal();
            similarities[slot] = (float) found.similarity();
            weights[slot] = (float) found.weight();
        }
        return new TokenAgreement(KINDS[kinds[slot]], similarities[slot], weights[slot]);
    }
}
