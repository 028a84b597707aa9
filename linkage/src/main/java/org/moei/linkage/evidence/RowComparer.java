package org.moei.linkage.evidence;

/** Compares plain records by their rows; the levels and bits are those of {@link PairComparer}, which this is the quick way of. One instance a thread. */
final class RowComparer {
    /** Kilometres of a degree of latitude. */
    private static final double DEGREE = 111.2;

    private final RecordRows rows;
    private final Population people;
    private final Nearness near;
    private final DateFrequencies dates;
    private final NameAlignment names;
    private final TextColumn[] columns;
    private final float[][] sameTextBits;

    RowComparer(RecordRows rows, Population people, Levels fields, Nearness near, DateFrequencies dates, NameAlignment names) {
        this.rows = rows;
        this.people = people;
        this.near = near;
        this.dates = dates;
        this.names = names;
        columns = fields.columns.toArray(TextColumn[]::new);
        sameTextBits = rows.sameTextBits;
    }

    /** Whether both records are plain. */
    boolean arePlain(int i, int j) {
        return rows.slice(i)[rows.at(i)] != RecordRows.NOT_PLAIN && rows.slice(j)[rows.at(j)] != RecordRows.NOT_PLAIN;
    }

    /** More bits than the names of two records can share. */
    float mostNameBits(int i, int j) {
        return Math.min(Float.intBitsToFloat(rows.slice(i)[rows.at(i) + RecordRows.MOST_BITS]), Float.intBitsToFloat(rows.slice(j)[rows.at(j) + RecordRows.MOST_BITS]));
    }

    /** Everything but names. */
    void rest(int i, int j, byte[] levels, float[] rarity) {
        int[] x = rows.slice(i);
        int[] y = rows.slice(j);
        int a = rows.at(i);
        int b = rows.at(j);
        date(x, a, y, b, levels, rarity);
        int sexA = x[a] >>> 8 & 255;
        int sexB = y[b] >>> 8 & 255;
        levels[Levels.SEX] = (byte) (sexA == 0 || sexB == 0 || sexA == 'x' || sexB == 'x' ? 0 : sexA == sexB ? 1 : 2);
        nation(x, a + RecordRows.NATIONS, y, b + RecordRows.NATIONS, levels, rarity);
        levels[Levels.PLACE] = people.hasPlaces ? place(x, a + RecordRows.NORTH, y, b + RecordRows.NORTH) : 0;
        for (int c = 0; c < columns.length; c++) {
            text(c, x[a + RecordRows.COLUMNS + c], y[b + RecordRows.COLUMNS + c], levels, rarity);
        }
    }

    private void date(int[] x, int a, int[] y, int b, byte[] levels, float[] rarity) {
        rarity[Levels.DATE] = 0;
        int fromA = x[a + RecordRows.FROM];
        int toA = x[a + RecordRows.TO];
        int fromB = y[b + RecordRows.FROM];
        int toB = y[b + RecordRows.TO];
        if (fromA > toA || fromB > toB) {
            levels[Levels.DATE] = PairComparer.ages((x[a] >>> 16 & 255) - 1, (y[b] >>> 16 & 255) - 1);
            return;
        }
        byte level = Dates.compare(fromA, toA, x[a + RecordRows.WRITTEN], x[a + RecordRows.DIGITS], fromB, toB, y[b + RecordRows.WRITTEN], y[b + RecordRows.DIGITS]);
        levels[Levels.DATE] = level;
        rarity[Levels.DATE] = level == Levels.DATE_SAME ? Float.intBitsToFloat(x[a + RecordRows.DAY_BITS]) : PairComparer.intervalBits(dates, level, Math.min(fromA, fromB), Math.max(toA, toB));
    }

    private void nation(int[] x, int a, int[] y, int b, byte[] levels, float[] rarity) {
        levels[Levels.NATION] = 0;
        rarity[Levels.NATION] = 0;
        if ((x[a] | x[a + 1]) != 0 && (y[b] | y[b + 1]) != 0) {
            int shared = PairComparer.sharedNation(people, (long) x[a] << 32 | x[a + 1] & 0xFFFF_FFFFL, (long) y[b] << 32 | y[b + 1] & 0xFFFF_FFFFL);
            levels[Levels.NATION] = (byte) (shared > 0 ? 1 : 2);
            rarity[Levels.NATION] = shared > 0 ? rows.nationBits[shared] : 0;
        }
    }

    private static byte place(int[] x, int a, int[] y, int b) {
        float north = Float.intBitsToFloat(x[a]) - Float.intBitsToFloat(y[b]);
        float east = Float.intBitsToFloat(x[a + 1]) - Float.intBitsToFloat(y[b + 1]);
        if (Float.isNaN(north + east)) {
            return 0;
        }
        // most are far by latitude alone: no cosine for them
        return Math.abs(north) * DEGREE > 101 ? Levels.PLACE_FAR : PairComparer.distance(Float.intBitsToFloat(x[a]), Float.intBitsToFloat(y[b]), north, east);
    }

    private void text(int c, int a, int b, byte[] levels, float[] rarity) {
        int f = Levels.FIRST_TEXT + c;
        rarity[f] = 0;
        if (a == 0 || b == 0) {
            levels[f] = 0;
        } else if (a == b) {
            levels[f] = TextColumn.SAME;
            rarity[f] = sameTextBits[c][a];
        } else {
            byte level = near.texts(c, a, b);
            levels[f] = level == 0 ? Levels.TEXT_DIFFERENT : level;
            if (level == TextColumn.NEAR) {
                rarity[f] = PairComparer.textBits(columns[c], columns[c].frequency(a) + columns[c].frequency(b), 2, people);
            }
        }
    }

    /** The names: {@link NameAlignment} of both, the one with the smaller hash of its id first. */
    void name(int i, int j, byte[] levels, float[] rarity) {
        int[] x = rows.slice(i);
        int[] y = rows.slice(j);
        int a = rows.at(i);
        int b = rows.at(j);
        int countA = x[a] & 255;
        int countB = y[b] & 255;
        levels[Levels.NAME] = 0;
        rarity[Levels.NAME] = 0;
        if (countA == 0 || countB == 0) {
            return;
        }
        boolean turn = x[a + RecordRows.ID] != y[b + RecordRows.ID] ? x[a + RecordRows.ID] > y[b + RecordRows.ID] : Integer.compareUnsigned(x[a + RecordRows.ID + 1], y[b + RecordRows.ID + 1]) > 0;
        load(turn ? y : x, (turn ? b : a) + RecordRows.PARTS, turn ? countB : countA, names.codesA, names.placesA);
        load(turn ? x : y, (turn ? a : b) + RecordRows.PARTS, turn ? countA : countB, names.codesB, names.placesB);
        names.countA = turn ? countB : countA;
        names.countB = turn ? countA : countB;
        names.align(((x[a] | y[b]) & RecordRows.WEAK) != 0, true);
        levels[Levels.NAME] = names.level;
        rarity[Levels.NAME] = names.bits;
    }

    private static void load(int[] row, int at, int count, int[] codes, int[] places) {
        for (int t = 0; t < count; t++) {
            codes[t] = RecordRows.code(row[at + t]);
            places[t] = RecordRows.place(row[at + t]);
        }
    }
}
