package org.moei.linkage.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.moei.linkage.names.NameAgreement;
import org.moei.linkage.names.NameComparer;
import org.moei.linkage.names.NameScript;
import org.moei.linkage.names.Names;
import org.moei.linkage.names.ParsedName;
import org.moei.linkage.names.TokenPair;

/**
 * Turns two records into a vector of levels and the bits of rarity of what they share. One instance a thread. Symmetric: it puts the two
 * in the order of their ids' hashes first.
 */
final class PairComparer {
    /** Bits of the other fields from which on two names in different scripts are aligned by their readings. */
    private static final double LEAST_FOR_ACROSS = 4;

    private static final double PRIOR_RECORDS = 100;
    private static final double ORDER_BITS = 0.5;
    private static final float SHARED_BY_SIBLINGS = 0.25f;

    final byte[] levels;
    /** Rarity in bits by field, 0 for plain levels. */
    final float[] rarity;

    private final Population people;
    private final Levels fields;
    private final Nearness near;
    private final DateFrequencies dates;
    private final boolean[] usedA = new boolean[Population.MAX_TOKENS];
    private final boolean[] usedB = new boolean[Population.MAX_TOKENS];
    private final int[] partner = new int[Population.MAX_TOKENS];
    private boolean nameShuffled;
    private boolean nameFar;
    /** Of the best pair of names: the parts stand in another order that is no mere turn. */
    boolean bestShuffled;
    /** Of the best pair of names: a part agrees only from far. */
    boolean bestFar;
    private byte nameLevel;
    private float nameBits;
    int bestLeft;
    int bestRight;
    private boolean acrossScripts;
    private @Nullable Model gate;
    private boolean worthIt = true;

    PairComparer(Population people, Levels fields, Nearness near, DateFrequencies dates) {
        this.people = people;
        this.fields = fields;
        this.near = near;
        this.dates = dates;
        levels = new byte[fields.count()];
        rarity = new float[fields.count()];
    }

    /** Compares everything but names: the cheap part, for a bound. */
    void compareRest(int i, int j) {
        date(i, j);
        sex(i, j);
        nation(i, j);
        place(i, j);
        for (int c = 0; c < fields.columns.size(); c++) {
            text(c, i, j);
        }
    }

    void compare(int i, int j) {
        compareRest(i, j);
        name(i, j);
    }

    /**
     * From here on only pairs whose other evidence speaks for one person are aligned across scripts, which costs a hundred
     * times as much as the rest: for whole collections, where a name alone decides nothing.
     *
     * @param weights of the other fields; null compares all pairs fully
     */
    void alignAcrossWhere(@Nullable Model weights) {
        gate = weights;
    }

    /** Tokens of different scripts are compared by their readings only where the other evidence calls for it. */
    private boolean mayCompare(int one, int other) {
        return worthIt || people.vocabulary.isLatin(one) == people.vocabulary.isLatin(other);
    }

    private boolean isWorthIt() {
        return gate == null || gate.bitsBesideName(levels, rarity) >= LEAST_FOR_ACROSS;
    }

    // names

    void name(int i, int j) {
        int a = i;
        int b = j;
        if (people.idHashes.values[i] > people.idHashes.values[j]) {
            a = j;
            b = i;
        }
        byte best = 0;
        float bits = 0;
        float top = Float.NEGATIVE_INFINITY;
        boolean hope = true;
        worthIt = isWorthIt();
        int fromA = people.nameStart.get(a);
        int toA = people.nameStart.get(a + 1);
        int fromB = people.nameStart.get(b);
        int toB = people.nameStart.get(b + 1);
        int leftName = -1;
        int rightName = -1;
        for (int pass = 0; pass < 2 && hope; pass++) {
            for (int x = fromA; x < toA; x++) {
                for (int y = fromB; y < toB; y++) {
                    if (pass == 0) {
                        align(x, y);
                    } else {
                        alignFully(x, y);
                    }
                    float value = nameBits + SHIPPED[nameLevel];
                    if (value > top) {
                        top = value;
                        best = nameLevel;
                        bits = nameBits;
                        bestShuffled = nameShuffled;
                        bestFar = nameFar;
                        leftName = x;
                        rightName = y;
                    }
                }
            }
            hope = worthIt && acrossScripts && best >= Levels.NAME_GIVEN_DIFFERS && best <= Levels.NAME_DIFFERENT;
        }
        int combinations = (toA - fromA) * (toB - fromB);
        levels[Levels.NAME] = best;
        rarity[Levels.NAME] = combinations > 4 ? (float) Math.max(0, bits - 0.5 * (Math.log(combinations / 4.0) / Math.log(2))) : bits;
        bestLeft = a == i ? leftName : rightName;
        bestRight = a == i ? rightName : leftName;
        acrossScripts = false;
    }

    private static final float[] SHIPPED = new float[Levels.MOST_LEVELS];

    static {
        for (int l = 1; l < Levels.NAMES.size(); l++) {
            SHIPPED[l] = (float) (Math.log(Levels.NAMES.get(l).match()) / Math.log(2));
        }
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
        ParsedName a = Names.read(people.written.get(x));
        ParsedName b = Names.read(people.written.get(y));
        NameAgreement agreement = NameComparer.compare(a, b);
        NameAgreement.Kind kind = agreement.kind();
        if (kind == NameAgreement.Kind.DIFFERENT || kind == NameAgreement.Kind.MISSING || agreement.aligned().isEmpty()) {
            nameLevel = Levels.NAME_DIFFERENT;
            nameBits = 0;
            return;
        }
        float bits = 0;
        for (TokenPair pair : agreement.aligned()) {
            double own = pair.logLikelihoodRatio() / Math.log(2);
            double cap = 0;
            for (int t = 0; t < pair.leftCount(); t++) {
                cap += rarity(people.vocabulary.code(a.parts().get(pair.left() + t)));
            }
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

    /** −log2 of the share of records that hold the token, the two at hand left out; blended with what its spelling suggests. */
    float rarity(int token) {
        return bits(Math.max(0, people.vocabulary.count(token) - 2), token, people);
    }

    private float rarity(int a, int b) {
        int count = Math.max(0, people.vocabulary.count(a) + people.vocabulary.count(b) - 2);
        return bits(count, people.vocabulary.token(a).normal().length() <= people.vocabulary.token(b).normal().length() ? a : b, people);
    }

    private static float bits(int count, int token, Population people) {
        double spelt = Math.pow(2, -spelling(token, people));
        int size = people.size();
        double share = (count + 0.3 * size / (size + 300.0) + PRIOR_RECORDS * spelt) / (size + PRIOR_RECORDS);
        return (float) (-Math.log(share) / Math.log(2));
    }

    /** Bits that a token of its length and script has among people of all countries: a shipped prior for small collections. */
    private static double spelling(int token, Population people) {
        String normal = people.vocabulary.token(token).normal();
        NameScript script = people.vocabulary.token(token).script();
        int length = normal.codePointCount(0, normal.length());
        return script == NameScript.HAN ? 3 + 3.5 * Math.min(3, length) : script == NameScript.LATIN ? 3.5 + 0.95 * Math.min(9, length) : 3.5 + 1.1 * Math.min(8, length);
    }

    // dates

    private void date(int i, int j) {
        levels[Levels.DATE] = 0;
        rarity[Levels.DATE] = 0;
        int fromI = people.dateStart.get(i);
        int toI = people.dateStart.get(i + 1);
        int fromJ = people.dateStart.get(j);
        int toJ = people.dateStart.get(j + 1);
        if (fromI == toI || fromJ == toJ) {
            int a = people.ages.get(i);
            int b = people.ages.get(j);
            if (a >= 0 && b >= 0) {
                int apart = Math.abs(a - b);
                levels[Levels.DATE] = apart == 0 ? Levels.AGE_SAME : apart <= 2 ? Levels.AGE_CLOSE : Levels.AGE_OTHER;
            }
            return;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int x = fromI; x < toI; x++) {
            for (int y = fromJ; y < toJ; y++) {
                byte level = Dates.compare(people, x, y);
                float bits = switch (level) {
                    case Levels.DATE_SAME -> bits(dates.day(people.dateFrom.get(x)));
                    case Levels.DATE_HOLDS -> bits(dates.interval(Math.min(people.dateFrom.get(x), people.dateFrom.get(y)), Math.max(people.dateTo.get(x), people.dateTo.get(y))));
                    case Levels.DATE_NEAR -> bits(dates.interval(Math.min(people.dateFrom.get(x), people.dateFrom.get(y)) - 366, Math.max(people.dateTo.get(x), people.dateTo.get(y)) + 366));
                    case Levels.DATE_FAR -> bits(dates.interval(Math.min(people.dateFrom.get(x), people.dateFrom.get(y)) - 1096, Math.max(people.dateTo.get(x), people.dateTo.get(y)) + 1096));
                    default -> 0;
                };
                Levels.Level shipped = Levels.DATES.get(level);
                double value = Math.log(shipped.match()) / Math.log(2) + (shipped.rare() ? bits : -Math.log(shipped.random()) / Math.log(2));
                if (value > best) {
                    best = value;
                    levels[Levels.DATE] = level;
                    rarity[Levels.DATE] = bits;
                }
            }
        }
    }

    private static float bits(double share) {
        return (float) (-Math.log(share) / Math.log(2));
    }

    // the rest

    private void sex(int i, int j) {
        int a = people.sexes.get(i);
        int b = people.sexes.get(j);
        levels[Levels.SEX] = (byte) (a == 0 || b == 0 || a == 'x' || b == 'x' ? 0 : a == b ? 1 : 2);
    }

    private void nation(int i, int j) {
        long a = people.nations.values[i];
        long b = people.nations.values[j];
        levels[Levels.NATION] = 0;
        rarity[Levels.NATION] = 0;
        if (a == 0 || b == 0) {
            return;
        }
        int shared = 0;
        for (long x = a; x != 0; x >>>= 10) {
            for (long y = b; y != 0; y >>>= 10) {
                int code = (int) (x & 1023);
                if (code == (int) (y & 1023) && (shared == 0 || people.nationCount(code) < people.nationCount(shared))) {
                    shared = code;
                }
            }
        }
        levels[Levels.NATION] = (byte) (shared > 0 ? 1 : 2);
        if (shared > 0) {
            rarity[Levels.NATION] = Math.min(6, bits((people.nationCount(shared) + PRIOR_RECORDS * 0.08) / (people.size() + PRIOR_RECORDS)));
        }
    }

    private void place(int i, int j) {
        levels[Levels.PLACE] = 0;
        if (!people.hasPlaces) {
            return;
        }
        float northA = Float.intBitsToFloat(people.latitudes.get(i));
        float northB = Float.intBitsToFloat(people.latitudes.get(j));
        float eastA = Float.intBitsToFloat(people.longitudes.get(i));
        float eastB = Float.intBitsToFloat(people.longitudes.get(j));
        float north = northA - northB;
        float east = eastA - eastB;
        if (Float.isNaN(north + east)) {
            return;
        }
        double x = east * Math.cos(Math.toRadians((northA + northB) / 2));
        double km = 111.2 * Math.sqrt(north * north + x * x);
        levels[Levels.PLACE] = (byte) (km <= 1 ? 1 : km <= 10 ? 2 : km <= 100 ? 3 : 4);
    }

    private void text(int c, int i, int j) {
        int f = Levels.FIRST_TEXT + c;
        levels[f] = 0;
        rarity[f] = 0;
        TextColumn column = fields.columns.get(c);
        int countI = column.count(i);
        int countJ = column.count(j);
        if (countI == 0 || countJ == 0) {
            return;
        }
        byte best = Levels.TEXT_DIFFERENT;
        float bits = 0;
        for (int x = 0; x < countI; x++) {
            for (int y = 0; y < countJ; y++) {
                int a = column.value(i, x);
                int b = column.value(j, y);
                byte level = a == b ? TextColumn.SAME : best <= TextColumn.NEAR ? 0 : near.texts(c, a, b);
                if (level > 0 && level < best || level == TextColumn.SAME) {
                    float rare = level == TextColumn.SOME ? 0 : level == TextColumn.SAME ? text(column, column.frequency(a), 1) : text(column, column.frequency(a) + column.frequency(b), 2);
                    bits = best == level ? Math.max(bits, rare) : rare;
                    best = level;
                }
            }
        }
        levels[f] = best;
        rarity[f] = bits;
    }

    private float text(TextColumn column, int count, int room) {
        double distinct = Math.max(50, column.distinct());
        float bits = bits((Math.max(0, count - 2) + 0.3 * room + PRIOR_RECORDS / distinct) / (people.size() + PRIOR_RECORDS));
        return Math.min(24, bits);
    }

    List<TextColumn> columns() {
        return fields.columns;
    }
}
