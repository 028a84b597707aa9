package org.moei.linkage.evidence;

import org.jspecify.annotations.Nullable;
import org.moei.linkage.names.NameAgreement;
import org.moei.linkage.names.NameComparer;
import org.moei.linkage.names.NameScript;
import org.moei.linkage.names.NameToken;
import org.moei.linkage.names.Names;
import org.moei.linkage.names.ParsedName;
import org.moei.linkage.names.TokenMemory;
import org.moei.linkage.names.TokenPair;

/** How the names of two records agree: the best pair of names, their parts aligned in any order. One instance a thread. */
final class NameEvidence {
    private static final float ORDER_BITS = 0.5f;
    private static final float[] SHIPPED = new float[Levels.MOST_LEVELS];

    static {
        for (int l = 1; l < Levels.NAMES.size(); l++) {
            SHIPPED[l] = (float) (Math.log(Levels.NAMES.get(l).match()) / Math.log(2));
        }
    }

    private final Population people;
    /** Null where pairs come one by one: then names are read anew for each. */
    private final @Nullable SharedNames shared;
    private final TokenMemory memory;
    private final TokenRarity rarity;
    private final NameAlignment alignment;
    private byte nameLevel;
    private float nameBits;

    /** The level of the best pair of names; 0 where a side has none. */
    byte level;
    /** Bits of rarity of what it shares. */
    float bits;
    /** Its parts stand in another order that is no mere turn. */
    boolean shuffled;
    /** Parts of the shorter name of that pair. */
    int parts;
    /** A part of it agrees only from far. */
    boolean far;
    int left;
    int right;

    NameEvidence(Population people, Nearness near, TokenTraits traits, @Nullable SharedNames shared) {
        this.people = people;
        this.shared = shared;
        this.memory = shared == null ? TokenMemory.NONE : new TokenMemory();
        this.rarity = shared == null ? new TokenRarity(people) : shared.rarity;
        this.alignment = new NameAlignment(people, near, traits, rarity);
    }

    /**
     * Compares the names of two records.
     *
     * @param restBits what else speaks for one person, prior included: in a bulk run names in different scripts are aligned only where this and the best that
     *     their rarity could add reach a level that matters
     */
    void compare(int i, int j, double restBits) {
        boolean turn = people.idHashes.values[i] > people.idHashes.values[j];
        int a = turn ? j : i;
        int b = turn ? i : j;
        level = 0;
        bits = 0;
        left = -1;
        right = -1;
        boolean acrossScripts = false;
        float top = Float.NEGATIVE_INFINITY;
        boolean hope = true;
        int fromA = people.nameStart.get(a);
        int toA = people.nameStart.get(a + 1);
        int fromB = people.nameStart.get(b);
        int toB = people.nameStart.get(b + 1);
        for (int pass = 0; pass < 2 && hope; pass++) {
            for (int x = fromA; x < toA; x++) {
                alignment.first(x);
                for (int y = fromB; y < toB; y++) {
                    if (pass == 0) {
                        align(x, y);
                        acrossScripts |= alignment.acrossScripts;
                    } else if (shared == null || restBits + most(x, y) >= 0 && mayBeOne(x, y)) {
                        alignFully(x, y);
                    } else {
                        continue;
                    }
                    float value = nameBits + SHIPPED[nameLevel];
                    if (value > top) {
                        top = value;
                        level = nameLevel;
                        bits = nameBits;
                        shuffled = pass == 0 && alignment.shuffled;
                        parts = Math.min(alignment.countA, alignment.countB);
                        far = pass == 0 && alignment.far;
                        left = turn ? y : x;
                        right = turn ? x : y;
                    }
                }
            }
            hope = acrossScripts && level >= Levels.NAME_GIVEN_DIFFERS && level <= Levels.NAME_DIFFERENT;
        }
        int combinations = (toA - fromA) * (toB - fromB);
        bits = combinations > 4 ? (float) Math.max(0, bits - 0.5 * (Math.log(combinations / 4.0) / Math.log(2))) : bits;
    }

    private boolean mayBeOne(int x, int y) {
        NameToken one = people.vocabulary.token(people.tokens.get(people.tokenStart.get(x)));
        NameToken other = people.vocabulary.token(people.tokens.get(people.tokenStart.get(y)));
        boolean compared = one.script() == other.script() && !one.script().isUnspaced();
        return !compared && shared != null && shared.mayBeOne(x, y);
    }

    /** More bits than an alignment of two names can add: all parts of one of them. */
    private double most(int x, int y) {
        return Math.min(most(x), most(y));
    }

    private double most(int name) {
        double sum = 0;
        for (int t = people.tokenStart.get(name); t < people.tokenStart.get(name + 1); t++) {
            sum += rarity.of(people.tokens.get(t)) + 1;
        }
        return sum;
    }

    private void align(int x, int y) {
        alignment.second(y);
        // tokens of different scripts are compared one by one only where pairs come one by one; else whole names are aligned
        alignment.align(((people.nameFlags.get(x) | people.nameFlags.get(y)) & Population.WEAK) != 0, shared == null);
        nameLevel = alignment.level;
        nameBits = alignment.bits;
    }

    /** Aligns two loaded names of records that have one Latin name each, for {@link RowComparer}. */
    NameAlignment alignment() {
        return alignment;
    }

    /** Names whose parts were joined, split or written in another script: the full comparer aligns them, readings and all. */
    private void alignFully(int x, int y) {
        ParsedName a = shared == null ? Names.read(people.written.get(x)) : shared.get(x);
        ParsedName b = shared == null ? Names.read(people.written.get(y)) : shared.get(y);
        NameAgreement agreement = NameComparer.compare(a, b, memory);
        NameAgreement.Kind kind = agreement.kind();
        if (kind == NameAgreement.Kind.DIFFERENT || kind == NameAgreement.Kind.MISSING || agreement.aligned().isEmpty()) {
            nameLevel = Levels.NAME_DIFFERENT;
            nameBits = 0;
            return;
        }
        boolean across = a.script() != b.script() || a.script() != NameScript.LATIN;
        float bits = 0;
        for (TokenPair pair : agreement.aligned()) {
            double own = pair.logLikelihoodRatio() / Math.log(2);
            double cap = Math.min(rarity(a, pair.left(), pair.leftCount()), rarity(b, pair.right(), pair.rightCount()));
            bits += (float) Math.max(0, Math.min(own, cap + 1) - (across ? costs(pair.kind()) : 0));
        }
        nameBits = Math.max(0, bits - (agreement.orderChanged() ? ORDER_BITS : 0));
        nameLevel = switch (kind) {
            case SAME_CHARACTERS, SAME_READING, READINGS_INTERSECT, NEAR_READING, SKELETON_EQUAL -> agreement.missingParts() > 0
                    ? Levels.NAME_LEFT_OUT
                    : agreement.initialsUsed() ? Levels.NAME_INITIALS : across ? Levels.NAME_NEAR : kind == NameAgreement.Kind.SAME_CHARACTERS ? Levels.NAME_SAME : Levels.NAME_NEAR;
            case PARTIAL -> Levels.NAME_SOME;
            case DIFFERENT, MISSING -> Levels.NAME_DIFFERENT;
        };
    }

    /** Bits that a part loses for being like the other in sound only: many names sound alike once they are read in another script. */
    private static float costs(NameAgreement.Kind kind) {
        return switch (kind) {
            case SAME_CHARACTERS -> 0;
            case SAME_READING -> 0.5f;
            case READINGS_INTERSECT -> 1.5f;
            case NEAR_READING -> 3;
            case SKELETON_EQUAL, PARTIAL, DIFFERENT, MISSING -> 4;
        };
    }

    private float rarity(ParsedName name, int from, int count) {
        float sum = 0;
        for (int t = from; t < from + count; t++) {
            sum += rarity.of(name.parts().get(t));
        }
        return sum;
    }
}
