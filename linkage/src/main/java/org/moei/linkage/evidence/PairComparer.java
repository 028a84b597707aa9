package org.moei.linkage.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns two records into a vector of levels and the bits of rarity of what they share. One instance a thread. Symmetric: it puts the two
 * in the order of their ids' hashes first.
 */
final class PairComparer {
    private static final double PRIOR_RECORDS = 100;

    /** By level of the date: what it weighs by the shipped shares, without the rarity of what is shared. */
    private static final double[] SHIPPED_DATES = new double[Levels.DATES.size()];

    static {
        for (int l = 1; l < SHIPPED_DATES.length; l++) {
            Levels.Level shipped = Levels.DATES.get(l);
            SHIPPED_DATES[l] = Model.log2(shipped.match()) - (shipped.rare() ? 0 : Model.log2(shipped.random()));
        }
    }

    final byte[] levels;
    /** Rarity in bits by field, 0 for plain levels. */
    final float[] rarity;

    private final Population people;
    private final Levels fields;
    private final Nearness near;
    private final DateFrequencies dates;
    private final NameEvidence names;
    private final @Nullable RowComparer plain;
    /** What the other evidence must reach, with all that names could add, for names in different scripts to be aligned. */
    private @Nullable Model gate;
    private double neededBits;

    PairComparer(Population people, Levels fields, Nearness near, TokenTraits traits, DateFrequencies dates) {
        this(people, fields, near, traits, dates, null, null);
    }

    /** For a bulk run, with names that are read once and rows of its plain records. */
    PairComparer(
            Population people, Levels fields, Nearness near, TokenTraits traits, DateFrequencies dates, @Nullable SharedNames shared, @Nullable RecordRows rows) {
        this.people = people;
        this.fields = fields;
        this.near = near;
        this.dates = dates;
        levels = new byte[fields.count()];
        rarity = new float[fields.count()];
        names = new NameEvidence(people, near, traits, shared);
        plain = rows == null ? null : new RowComparer(rows, people, fields, near, dates, names.alignment());
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
        if (plain != null && plain.arePlain(i, j)) {
            plain.rest(i, j, levels, rarity);
            plain.name(i, j, levels, rarity);
        } else {
            compareRest(i, j);
            name(i, j);
        }
    }

    /**
     * Log odds in bits, prior included; negative infinity where a plain pair cannot reach {@code least}, which is told before its names are looked at.
     */
    double score(int i, int j, Bounds bounds, double least) {
        Model model = bounds.model;
        if (plain == null || !plain.arePlain(i, j)) {
            compare(i, j);
            return model.priorBits() + model.bits(levels, rarity);
        }
        plain.rest(i, j, levels, rarity);
        double rest = bounds.prior + model.bitsBesideName(levels, rarity);
        byte nation = levels[Levels.NATION];
        float unnamed = model.weights[Levels.NATION][nation] + rarity[Levels.NATION];
        float named = model.nationNamed[nation];
        if (rest + Math.max(unnamed, named) + bounds.mostOfName(plain.mostNameBits(i, j)) < least) {
            return Double.NEGATIVE_INFINITY;
        }
        plain.name(i, j, levels, rarity);
        byte name = levels[Levels.NAME];
        return rest + (Levels.agrees(name) ? named : unnamed) + model.weights[Levels.NAME][name] + model.nameSlope[name] * rarity[Levels.NAME];
    }

    /**
     * From here on names in different scripts are aligned, which costs a hundred times as much as the rest, only for pairs that could
     * reach some bits in all: for whole collections, where most pairs cannot.
     */
    void alignAcrossWhere(Model weights, double bits) {
        gate = weights;
        neededBits = bits;
    }

    void name(int i, int j) {
        names.compare(i, j, gate == null ? Double.POSITIVE_INFINITY : gate.priorBits() + gate.bitsBesideName(levels, rarity) + gate.mostAcross() - neededBits);
        levels[Levels.NAME] = names.level;
        rarity[Levels.NAME] = names.bits;
    }

    /** How the names agreed of the pair compared last. */
    NameEvidence names() {
        return names;
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
            levels[Levels.DATE] = ages(people.ages.get(i), people.ages.get(j));
            return;
        }
        double best = Double.NEGATIVE_INFINITY;
        for (int x = fromI; x < toI; x++) {
            for (int y = fromJ; y < toJ; y++) {
                byte level = Dates.compare(people, x, y);
                float bits = level == Levels.DATE_SAME
                        ? bits(dates.day(people.dateFrom.get(x)))
                        : intervalBits(dates, level, Math.min(people.dateFrom.get(x), people.dateFrom.get(y)), Math.max(people.dateTo.get(x), people.dateTo.get(y)));
                double value = SHIPPED_DATES[level] + bits;
                if (value > best) {
                    best = value;
                    levels[Levels.DATE] = level;
                    rarity[Levels.DATE] = bits;
                }
            }
        }
    }

    /** Bits of rarity of two dates that do not name the same day, by their earliest and latest day. */
    static float intervalBits(DateFrequencies dates, byte level, int earliest, int latest) {
        return switch (level) {
            case Levels.DATE_HOLDS -> bits(dates.interval(earliest, latest));
            case Levels.DATE_NEAR -> bits(dates.interval(earliest - 366, latest + 366));
            case Levels.DATE_FAR -> bits(dates.interval(earliest - 1096, latest + 1096));
            default -> 0;
        };
    }

    /** Of two ages in years, -1 where unknown. */
    static byte ages(int a, int b) {
        int apart = Math.abs(a - b);
        return a < 0 || b < 0 ? 0 : apart == 0 ? Levels.AGE_SAME : apart <= 2 ? Levels.AGE_CLOSE : Levels.AGE_OTHER;
    }

    static float bits(double share) {
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
        int shared = sharedNation(people, a, b);
        levels[Levels.NATION] = (byte) (shared > 0 ? 1 : 2);
        rarity[Levels.NATION] = shared > 0 ? nationBits(people, shared) : 0;
    }

    /** The rarest country of both, or 0. */
    static int sharedNation(Population people, long a, long b) {
        int shared = 0;
        for (long x = a; x != 0; x >>>= 10) {
            for (long y = b; y != 0; y >>>= 10) {
                int code = (int) (x & 1023);
                if (code == (int) (y & 1023) && (shared == 0 || people.nationCount(code) < people.nationCount(shared))) {
                    shared = code;
                }
            }
        }
        return shared;
    }

    static float nationBits(Population people, int country) {
        // questions are not counted, but both of a pair were at hand when this was fitted
        int questions = people.leftOut() == 1 ? 2 : 0;
        return Math.min(6, bits((people.nationCount(country) + questions + PRIOR_RECORDS * 0.08) / (people.counted() + questions + PRIOR_RECORDS)));
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
        levels[Levels.PLACE] = distance(northA, northB, north, east);
    }

    static byte distance(float northA, float northB, float north, float east) {
        double x = east * Math.cos(Math.toRadians((northA + northB) / 2));
        double km = 111.2 * Math.sqrt(north * north + x * x);
        return (byte) (km <= 1 ? 1 : km <= 10 ? 2 : km <= 100 ? 3 : Levels.PLACE_FAR);
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
                    float rare = level == TextColumn.SOME ? 0 : textBits(column, level == TextColumn.SAME ? column.frequency(a) : column.frequency(a) + column.frequency(b), level == TextColumn.SAME ? 1 : 2, people);
                    bits = best == level ? Math.max(bits, rare) : rare;
                    best = level;
                }
            }
        }
        levels[f] = best;
        rarity[f] = bits;
    }

    /** Bits of rarity of a value that {@code count} records hold; {@code room} 1 for one value, 2 for two near ones. */
    static float textBits(TextColumn column, int count, int room, Population people) {
        double distinct = Math.max(50, column.distinct());
        float bits = bits((Math.max(0, count - people.leftOut()) + 0.3 * room + PRIOR_RECORDS / distinct) / (people.counted() + PRIOR_RECORDS));
        return Math.min(24, bits);
    }

    List<TextColumn> columns() {
        return fields.columns;
    }
}
