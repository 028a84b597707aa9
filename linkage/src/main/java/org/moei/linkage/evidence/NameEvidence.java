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
    private static final double PRIOR_RECORDS = 100;
    private static final double ORDER_BITS = 0.5;
    private static final float SHARED_BY_SIBLINGS = 0.25f;
    private static final float[] SHIPPED = new float[Levels.MOST_LEVELS];

    static {
        for (int l = 1; l < Levels.NAMES.size(); l++) {
            SHIPPED[l] = (float) (Math.log(Levels.NAMES.get(l).match()) / Math.log(2));
        }
    }

    private final Population people;
    private final Nearness near;
    /** Null where pairs come one by one: then names are read anew for each. */
    private final @Nullable SharedNames shared;
    private final TokenMemory memory;
    private final boolean[] usedA = new boolean[Population.MAX_TOKENS];
    private final boolean[] usedB = new boolean[Population.MAX_TOKENS];
    private final int[] partner = new int[Population.MAX_TOKENS];
    private boolean nameShuffled;
    private boolean nameFar;
    private byte nameLevel;
    private float nameBits;
    private boolean acrossScripts;
    private boolean worthIt = true;

    /** The level of the best pair of names; 0 where a side has none. */
    byte level;
    /** Bits of rarity of what it shares. */
    float bits;
    /** Its parts stand in another order that is no mere turn. */
    boolean shuffled;
    /** A part of it agrees only from far. */
    boolean far;
    int left;
    int right;

    NameEvidence(Population people, Nearness near, @Nullable SharedNames shared) {
        this.people = people;
        this.near = near;
        this.shared = shared;
        this.memory = shared == null ? TokenMemory.NONE : new TokenMemory();
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
        acrossScripts = false;
        float top = Float.NEGATIVE_INFINITY;
        boolean hope = true;
        worthIt = shared == null;
        int fromA = people.nameStart.get(a);
        int toA = people.nameStart.get(a + 1);
        int fromB = people.nameStart.get(b);
        int toB = people.nameStart.get(b + 1);
        for (int pass = 0; pass < 2 && hope; pass++) {
            for (int x = fromA; x < toA; x++) {
                for (int y = fromB; y < toB; y++) {
                    if (pass == 0) {
                        align(x, y);
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
                        shuffled = nameShuffled;
                        far = nameFar;
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
            sum += rarity(people.tokens.get(t)) + 1;
        }
        return sum;
    }

    /** Tokens of different scripts are compared one by one only where pairs come one by one; else whole names are aligned. */
    private boolean mayCompare(int one, int other) {
        return worthIt || people.vocabulary.token(one).script() == people.vocabulary.token(other).script();
    }

    private void align(int x, int y) {
        int fromA = people.tokenStart.get(x);
        int countA = people.tokenStart.get(x + 1) - fromA;
        int fromB = people.tokenStart.get(y);
        int countB = people.tokenStart.get(y + 1) - fromB;
        float bits = 0;
        float most = 0;
        int same = 0;
        int nears = 0;
        int initials = 0;
        boolean moved = false;
        int[] tokens = people.tokens.values;
        for (int s = 0; s < countB; s++) {
            usedB[s] = false;
        }
        for (int t = 0; t < countA; t++) {
            usedA[t] = false;
            int code = tokens[fromA + t];
            for (int s = 0; s < countB; s++) {
                if (!usedB[s] && tokens[fromB + s] == code) {
                    usedA[t] = true;
                    usedB[s] = true;
                    partner[t] = s;
                    moved |= place(fromA + t, fromB + s, t, s, countA, countB);
                    if (people.vocabulary.isInitial(code)) {
                        initials++;
                        bits += 2.5f;
                    } else {
                        same++;
                        float rare = rarity(code);
                        bits += rare;
                        most = Math.max(most, rare);
                    }
                    break;
                }
            }
        }
        int fars = 0;
        for (byte level = Vocabulary.NEAR; level <= Vocabulary.INITIAL; level++) {
            if (level == Vocabulary.FAR) {
                float joins = joined(fromA, countA, usedA, fromB, countB, usedB) + joined(fromB, countB, usedB, fromA, countA, usedA);
                if (joins > 0) {
                    nears++;
                    bits += joins;
                    most = Math.max(most, joins);
                }
            }
            for (int t = 0; t < countA; t++) {
                for (int s = 0; s < countB && !usedA[t]; s++) {
                    if (!usedB[s] && mayCompare(tokens[fromA + t], tokens[fromB + s]) && near.tokens(tokens[fromA + t], tokens[fromB + s]) == level) {
                        usedA[t] = true;
                        usedB[s] = true;
                        partner[t] = s;
                        moved |= place(fromA + t, fromB + s, t, s, countA, countB);
                        if (level == Vocabulary.INITIAL) {
                            initials++;
                            bits += 1.5f;
                        } else {
                            nears++;
                            fars += level == Vocabulary.FAR ? 1 : 0;
                            float rare = Math.max(0.5f, rarity(tokens[fromA + t], tokens[fromB + s]) - (level == Vocabulary.NEAR ? 1f : 3f));
                            bits += rare;
                            most = Math.max(most, rare);
                        }
                    }
                }
            }
        }
        int leftA = 0;
        int leftB = 0;
        int leftGivenA = 0;
        int leftGivenB = 0;
        for (int t = 0; t < countA; t++) {
            if (!usedA[t]) {
                leftA++;
                leftGivenA += isGiven(fromA + t, t, countA) ? 1 : 0;
            }
        }
        for (int s = 0; s < countB; s++) {
            if (!usedB[s]) {
                leftB++;
                leftGivenB += isGiven(fromB + s, s, countB) ? 1 : 0;
            }
        }
        int aligned = same + nears + initials;
        if (leftA > 0 && leftB > 0) {
            boolean latin = people.vocabulary.isLatin(tokens[fromA]) && people.vocabulary.isLatin(tokens[fromB]);
            acrossScripts |= !latin;
        }
        boolean weak = ((people.nameFlags.get(x) | people.nameFlags.get(y)) & Population.WEAK) != 0;
        if (aligned == 0) {
            nameLevel = Levels.NAME_DIFFERENT;
            nameBits = 0;
            nameShuffled = false;
            nameFar = false;
            return;
        }
        if (leftA > 0 && leftB > 0) {
            boolean known = people.tokenPlace.get(fromA) != 0 && people.tokenPlace.get(fromB) != 0;
            // Parts of one parent are no independent evidence: siblings share two of an Ethiopian or Vietnamese name. They count once.
            bits = most + SHARED_BY_SIBLINGS * (bits - most);
            nameLevel = leftGivenA > 0 && leftGivenB > 0 && known ? Levels.NAME_GIVEN_DIFFERS : known ? Levels.NAME_FAMILY_DIFFERS : Levels.NAME_SOME;
        } else if (weak) {
            nameLevel = Levels.NAME_WEAK;
        } else if (same + nears == 0 || initials > 0 && nears + same < 2) {
            nameLevel = Levels.NAME_INITIALS;
        } else if (leftA + leftB > 0) {
            nameLevel = Levels.NAME_LEFT_OUT;
        } else {
            nameLevel = fars > 0 ? Levels.NAME_FAR : nears > 0 || initials > 0 ? Levels.NAME_NEAR : Levels.NAME_SAME;
        }
        nameBits = Math.max(0, bits - (moved ? (float) ORDER_BITS : 0));
        nameShuffled = moved && countA >= 3 && countA == countB && leftA + leftB == 0 && !isRotation(countA);
        nameFar = fars > 0;
    }

    /** Whether the partners of all parts are the parts in order, begun elsewhere: family name first instead of last. */
    private boolean isRotation(int count) {
        for (int t = 1; t < count; t++) {
            if (partner[t] != (partner[t - 1] + 1) % count) {
                return false;
            }
        }
        return true;
    }

    /** Two neighbouring parts of one side written as one on the other (Haile Selassie, Haileselassie): marks them used, returns their bits. */
    private float joined(int from, int count, boolean[] used, int other, int otherCount, boolean[] otherUsed) {
        for (int t = 0; t + 1 < count; t++) {
            if (used[t] || used[t + 1]) {
                continue;
            }
            int first = people.tokens.get(from + t);
            int second = people.tokens.get(from + t + 1);
            String a = people.vocabulary.token(first).normal();
            String b = people.vocabulary.token(second).normal();
            for (int s = 0; s < otherCount; s++) {
                int whole = people.tokens.get(other + s);
                String c = otherUsed[s] ? "" : people.vocabulary.token(whole).normal();
                boolean likely = c.length() >= 4 && Math.abs(a.length() + b.length() - c.length()) <= 1 && (c.charAt(0) == a.charAt(0) || c.charAt(0) == b.charAt(0));
                if (likely && (Edit.distance(a + b, c, 1) <= 1 || Edit.distance(b + a, c, 1) <= 1)) {
                    used[t] = true;
                    used[t + 1] = true;
                    otherUsed[s] = true;
                    return Math.max(1, Math.min(rarity(whole), rarity(first) + rarity(second)) - 1);
                }
            }
        }
        return 0;
    }

    private boolean place(int tokenA, int tokenB, int t, int s, int countA, int countB) {
        int a = people.tokenPlace.get(tokenA);
        int b = people.tokenPlace.get(tokenB);
        return a != 0 && b != 0 ? a != b : t != s && countA - t != countB - s;
    }

    private boolean isGiven(int token, int index, int count) {
        int place = people.tokenPlace.get(token);
        return place == 1 || place == 0 && count > 1 && index == 0;
    }

    /** Names whose parts were joined, split or written in another script: the full comparer aligns them, readings and all. */
    private void alignFully(int x, int y) {
        nameShuffled = false;
        nameFar = false;
        ParsedName a = shared == null ? Names.read(people.written.get(x)) : shared.get(x);
        ParsedName b = shared == null ? Names.read(people.written.get(y)) : shared.get(y);
        NameAgreement agreement = NameComparer.compare(a, b, memory);
        NameAgreement.Kind kind = agreement.kind();
        if (kind == NameAgreement.Kind.DIFFERENT || kind == NameAgreement.Kind.MISSING || agreement.aligned().isEmpty()) {
            nameLevel = Levels.NAME_DIFFERENT;
            nameBits = 0;
            return;
        }
        float bits = 0;
        for (TokenPair pair : agreement.aligned()) {
            double own = pair.logLikelihoodRatio() / Math.log(2);
            double cap = Math.min(rarity(a, pair.left(), pair.leftCount()), rarity(b, pair.right(), pair.rightCount()));
            bits += (float) Math.max(0, Math.min(own, cap + 1));
        }
        nameBits = Math.max(0, bits - (agreement.orderChanged() ? (float) ORDER_BITS : 0));
        boolean across = a.script() != b.script() || a.script() != NameScript.LATIN;
        nameLevel = switch (kind) {
            case SAME_CHARACTERS, SAME_READING, READINGS_INTERSECT, NEAR_READING, SKELETON_EQUAL -> agreement.missingParts() > 0
                    ? Levels.NAME_LEFT_OUT
                    : agreement.initialsUsed() ? Levels.NAME_INITIALS : across ? Levels.NAME_NEAR : kind == NameAgreement.Kind.SAME_CHARACTERS ? Levels.NAME_SAME : Levels.NAME_NEAR;
            case PARTIAL -> Levels.NAME_SOME;
            case DIFFERENT, MISSING -> Levels.NAME_DIFFERENT;
        };
    }

    private float rarity(ParsedName name, int from, int count) {
        float sum = 0;
        for (int t = from; t < from + count; t++) {
            NameToken token = name.parts().get(t);
            int code = people.vocabulary.find(token);
            sum += code >= 0 ? rarity(code) : bits(0, token, people);
        }
        return sum;
    }

    /** −log2 of the share of records that hold the token, the two at hand left out; blended with what its spelling suggests. */
    private float rarity(int token) {
        return shared == null ? rarity(people, token) : shared.rarity(token);
    }

    static float rarity(Population people, int token) {
        return bits(Math.max(0, people.vocabulary.count(token) - 2), people.vocabulary.token(token), people);
    }

    private float rarity(int a, int b) {
        int count = Math.max(0, people.vocabulary.count(a) + people.vocabulary.count(b) - 2);
        return bits(count, people.vocabulary.token(a).normal().length() <= people.vocabulary.token(b).normal().length() ? people.vocabulary.token(a) : people.vocabulary.token(b), people);
    }

    private static float bits(int count, NameToken token, Population people) {
        double spelt = Math.pow(2, -spelling(token));
        int size = people.size();
        double share = (count + 0.3 * size / (size + 300.0) + PRIOR_RECORDS * spelt) / (size + PRIOR_RECORDS);
        return (float) (-Math.log(share) / Math.log(2));
    }

    /** Bits that a token of its length and script has among people of all countries: a shipped prior for small collections. */
    private static double spelling(NameToken token) {
        String normal = token.normal();
        NameScript script = token.script();
        int length = normal.codePointCount(0, normal.length());
        return script == NameScript.HAN ? 3 + 3.5 * Math.min(3, length) : script == NameScript.LATIN ? 3.5 + 0.95 * Math.min(9, length) : 3.5 + 1.1 * Math.min(8, length);
    }
}
