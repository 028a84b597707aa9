package org.moei.linkage.evidence;

/**
 * Aligns the parts of two names by their codes, in any order: the same first, then near, joined or split, far, and initials. One instance a thread; the two names
 * are put into its arrays before, so that they can come from anywhere.
 */
final class NameAlignment {
    private static final int MOST = Population.MAX_TOKENS;
    private static final float ORDER_BITS = 0.5f;
    private static final float SHARED_BY_SIBLINGS = 0.25f;
    private static final float INITIAL_SAME_BITS = 2.5f;
    private static final float INITIAL_BITS = 1.5f;
    private static final float NEAR_COSTS = 1;
    private static final float FAR_COSTS = 3;
    /** A short part has many neighbours one slip away (Paul, Pall). */
    private static final int SHORT = 4;
    private static final float SHORT_COSTS = 1.5f;
    /** One slip in ten parts is usual, and the level of the whole counts it; each further part that only comes near costs the other nine. */
    private static final float FURTHER_COSTS = 2.5f;

    private final Population people;
    private final Nearness near;
    private final TokenTraits traits;
    private final TokenRarity rarity;

    /** Codes of the parts of both names, and their places: 1 given or middle, 2 family, 0 unknown. */
    final int[] codesA = new int[MOST];
    final int[] codesB = new int[MOST];
    final int[] placesA = new int[MOST];
    final int[] placesB = new int[MOST];
    int countA;
    int countB;

    private final boolean[] usedA = new boolean[MOST];
    private final boolean[] usedB = new boolean[MOST];
    private final int[] partner = new int[MOST];
    private final byte[] nearness = new byte[MOST * MOST];
    private int freeA;
    private int freeB;
    private boolean moved;
    private float sum;
    private float most;
    private int nears;

    /** The level of the names. */
    byte level;
    /** Bits of rarity of what they share. */
    float bits;
    /** The parts stand in another order that is no mere turn. */
    boolean shuffled;
    /** A part agrees only from far. */
    boolean far;
    /** Both have parts left over and one is not Latin: readings may say more. */
    boolean acrossScripts;

    NameAlignment(Population people, Nearness near, TokenTraits traits, TokenRarity rarity) {
        this.people = people;
        this.near = near;
        this.traits = traits;
        this.rarity = rarity;
    }

    /** Loads a name of the population as the first of the two. */
    void first(int name) {
        int from = people.tokenStart.get(name);
        countA = people.tokenStart.get(name + 1) - from;
        System.arraycopy(people.tokens.values, from, codesA, 0, countA);
        System.arraycopy(people.tokenPlace.values, from, placesA, 0, countA);
    }

    /** Loads a name of the population as the second of the two. */
    void second(int name) {
        int from = people.tokenStart.get(name);
        countB = people.tokenStart.get(name + 1) - from;
        System.arraycopy(people.tokens.values, from, codesB, 0, countB);
        System.arraycopy(people.tokenPlace.values, from, placesB, 0, countB);
    }

    /**
     * Aligns the two names loaded.
     *
     * @param weak one of them is weak by its source
     * @param apart parts of different scripts are compared too
     */
    void align(boolean weak, boolean apart) {
        sum = 0;
        most = 0;
        moved = false;
        acrossScripts = false;
        int initials = 0;
        int same = 0;
        for (int s = 0; s < countB; s++) {
            usedB[s] = false;
        }
        freeA = countA;
        freeB = countB;
        for (int t = 0; t < countA; t++) {
            usedA[t] = false;
            int code = codesA[t];
            for (int s = 0; s < countB; s++) {
                if (!usedB[s] && codesB[s] == code) {
                    pair(t, s);
                    if (traits.initials[code]) {
                        initials++;
                        sum += INITIAL_SAME_BITS;
                    } else {
                        same++;
                        add(rarity.of(code));
                    }
                    break;
                }
            }
        }
        nears = 0;
        int fars = 0;
        if (freeA > 0 && freeB > 0) {
            int kinds = nearness(apart);
            if ((kinds & 1 << Vocabulary.NEAR) != 0) {
                take(Vocabulary.NEAR);
            }
            float joins = freeA > 1 && freeB > 0 ? joined(codesA, countA, usedA, codesB, countB, usedB) : 0;
            joins += freeB > 1 && freeA > 0 ? joined(codesB, countB, usedB, codesA, countA, usedA) : 0;
            if (joins > 0) {
                nears++;
                add(joins);
            }
            if ((kinds & 1 << Vocabulary.FAR) != 0) {
                fars = take(Vocabulary.FAR);
            }
            if ((kinds & 1 << Vocabulary.INITIAL) != 0) {
                initials += take(Vocabulary.INITIAL);
            }
        }
        judge(same, fars, initials, weak);
    }

    private void add(float rare) {
        sum += rare;
        most = Math.max(most, rare);
    }

    private void pair(int t, int s) {
        usedA[t] = true;
        usedB[s] = true;
        partner[t] = s;
        freeA--;
        freeB--;
        int a = placesA[t];
        int b = placesB[s];
        moved |= a != 0 && b != 0 ? a != b : t != s && countA - t != countB - s;
    }

    /** Compares each part left over with each; returns the kinds found as bits. */
    private int nearness(boolean apart) {
        int kinds = 0;
        for (int t = 0; t < countA; t++) {
            for (int s = 0; s < countB && !usedA[t]; s++) {
                if (!usedB[s]) {
                    int a = codesA[t];
                    int b = codesB[s];
                    byte kind = apart || traits.scripts[a] == traits.scripts[b] ? near.tokens(a, b) : 0;
                    nearness[t * MOST + s] = kind;
                    kinds |= 1 << kind;
                }
            }
        }
        return kinds;
    }

    /** Pairs the parts that agree in this way, in order; returns how many. */
    private int take(byte kind) {
        int taken = 0;
        float costs = kind == Vocabulary.NEAR ? NEAR_COSTS : FAR_COSTS;
        for (int t = 0; t < countA; t++) {
            for (int s = 0; s < countB && !usedA[t]; s++) {
                if (!usedB[s] && nearness[t * MOST + s] == kind) {
                    pair(t, s);
                    taken++;
                    if (kind == Vocabulary.INITIAL) {
                        sum += INITIAL_BITS;
                    } else {
                        boolean isShort = Math.min(traits.lengths[codesA[t]], traits.lengths[codesB[s]]) <= SHORT && traits.arePlain(codesA[t], codesB[s]);
                        add(Math.max(0.5f, rarity.of(codesA[t], codesB[s]) - costs - (isShort ? SHORT_COSTS : 0) - (nears++ > 0 ? FURTHER_COSTS : 0)));
                    }
                }
            }
        }
        return taken;
    }

    /** Two neighbouring parts of one side written as one on the other (Haile Selassie, Haileselassie): marks them used, returns their bits. */
    private float joined(int[] codes, int count, boolean[] used, int[] others, int otherCount, boolean[] otherUsed) {
        for (int t = 0; t + 1 < count; t++) {
            if (used[t] || used[t + 1]) {
                continue;
            }
            for (int s = 0; s < otherCount; s++) {
                if (!otherUsed[s] && traits.mayJoin(codes[t], codes[t + 1], others[s]) && isJoined(codes[t], codes[t + 1], others[s])) {
                    used[t] = true;
                    used[t + 1] = true;
                    otherUsed[s] = true;
                    freeA -= used == usedA ? 2 : 1;
                    freeB -= used == usedA ? 1 : 2;
                    return Math.max(1, Math.min(rarity.of(others[s]), rarity.of(codes[t]) + rarity.of(codes[t + 1])) - 1);
                }
            }
        }
        return 0;
    }

    private boolean isJoined(int first, int second, int whole) {
        String a = people.vocabulary.token(first).normal();
        String b = people.vocabulary.token(second).normal();
        String c = people.vocabulary.token(whole).normal();
        boolean likely = c.length() >= 4 && Math.abs(a.length() + b.length() - c.length()) <= 1 && (c.charAt(0) == a.charAt(0) || c.charAt(0) == b.charAt(0));
        return likely && (Edit.distance(a + b, c, 1) <= 1 || Edit.distance(b + a, c, 1) <= 1);
    }

    private void judge(int same, int fars, int initials, boolean weak) {
        shuffled = false;
        far = false;
        if (freeA > 0 && freeB > 0) {
            acrossScripts = !people.vocabulary.isLatin(codesA[0]) || !people.vocabulary.isLatin(codesB[0]);
        }
        if (same + nears + initials == 0) {
            level = Levels.NAME_DIFFERENT;
            bits = 0;
            return;
        }
        float shared = sum;
        if (freeA > 0 && freeB > 0) {
            boolean known = placesA[0] != 0 && placesB[0] != 0;
            // Parts of one parent are no independent evidence: siblings share two of an Ethiopian or Vietnamese name. They count once.
            shared = most + SHARED_BY_SIBLINGS * (sum - most);
            boolean given = known && isGivenLeft(usedA, placesA, countA) && isGivenLeft(usedB, placesB, countB);
            level = given ? Levels.NAME_GIVEN_DIFFERS : known ? Levels.NAME_FAMILY_DIFFERS : Levels.NAME_SOME;
        } else if (weak) {
            level = Levels.NAME_WEAK;
        } else if (same + nears == 0 || initials > 0 && nears + same < 2) {
            level = Levels.NAME_INITIALS;
        } else if (freeA + freeB > 0) {
            level = Levels.NAME_LEFT_OUT;
        } else {
            level = fars > 0 ? Levels.NAME_FAR : nears > 0 || initials > 0 ? Levels.NAME_NEAR : Levels.NAME_SAME;
        }
        bits = Math.max(0, shared - (moved ? ORDER_BITS : 0));
        shuffled = moved && countA >= 3 && countA == countB && freeA + freeB == 0 && !isRotation(countA);
        far = fars > 0;
    }

    private static boolean isGivenLeft(boolean[] used, int[] places, int count) {
        for (int t = 0; t < count; t++) {
            if (!used[t] && (places[t] == 1 || places[t] == 0 && count > 1 && t == 0)) {
                return true;
            }
        }
        return false;
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
}
