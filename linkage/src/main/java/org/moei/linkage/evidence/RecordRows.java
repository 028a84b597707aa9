package org.moei.linkage.evidence;

import java.util.stream.IntStream;
import org.moei.linkage.names.NameScript;

/**
 * Plain records of a finished population, one row of integers each, so that a comparison reads two short runs of memory instead of thirty places. Plain is a
 * record with one Latin name of at most {@value #MOST_PARTS} parts, one birth date at most and one value at most in each column: nearly all of a long list.
 *
 * <pre>
 * 0       parts | sex &lt;&lt; 8 | age + 1 &lt;&lt; 16 | weak name &lt;&lt; 30; -1 where the record is not plain
 * 1..6    code | place &lt;&lt; 28 of each part
 * 7, 8    hash of the id
 * 9..13   birth date: first day, last day, digits written, digits of the first day, bits of rarity of the first day; parts absent: first day after last
 * 14, 15  countries
 * 16, 17  degrees north and east
 * 18      more bits than the rarity of all parts together
 * 19..    codes of the columns
 * </pre>
 */
final class RecordRows {
    static final int MOST_PARTS = 6;
    static final int PARTS = 1;
    static final int ID = 7;
    static final int FROM = 9;
    static final int TO = 10;
    static final int WRITTEN = 11;
    static final int DIGITS = 12;
    static final int DAY_BITS = 13;
    static final int NATIONS = 14;
    static final int NORTH = 16;
    static final int EAST = 17;
    static final int MOST_BITS = 18;
    static final int COLUMNS = 19;
    static final int NOT_PLAIN = -1;
    static final int WEAK = 1 << 30;
    private static final int PLACE_SHIFT = 28;
    private static final int CODE = (1 << PLACE_SHIFT) - 1;
    private static final int MOST_AGE = 120;
    private static final byte LATIN = (byte) NameScript.LATIN.ordinal();
    /** What an initial may count, however frequent. */
    private static final float LEAST_BITS = 2;
    /** Rows of one slice, so that no array is longer than an index can tell. */
    private static final int SLICE = 1 << 20;

    final int width;
    private final int[][] slices;
    /** By record the number of its row. */
    private final int[] places;
    /** By column and code: bits of rarity of a value that both have. */
    final float[][] sameTextBits;
    /** By country: bits of rarity. */
    final float[] nationBits = new float[1024];

    RecordRows(Population people, Levels fields, DateFrequencies dates, TokenTraits traits, TokenRarity rarity, int[] order) {
        width = COLUMNS + fields.columns.size();
        int n = people.size();
        slices = new int[(n + SLICE - 1) / SLICE][];
        for (int s = 0; s < slices.length; s++) {
            slices[s] = new int[Math.min(SLICE, n - s * SLICE) * width];
        }
        places = new int[n];
        for (int k = 0; k < n; k++) {
            places[order[k]] = k;
        }
        sameTextBits = new float[fields.columns.size()][];
        for (int c = 0; c < sameTextBits.length; c++) {
            TextColumn column = fields.columns.get(c);
            sameTextBits[c] = new float[column.distinct() + 1];
            for (int code = 1; code < sameTextBits[c].length; code++) {
                sameTextBits[c][code] = PairComparer.textBits(column, column.frequency(code), 1, people);
            }
        }
        for (int country = 1; country < nationBits.length; country++) {
            nationBits[country] = PairComparer.nationBits(people, country);
        }
        IntStream.range(0, (n + 9999) / 10_000).parallel().forEach(part -> {
            for (int r = part * 10_000; r < Math.min(n, part * 10_000 + 10_000); r++) {
                fill(people, fields, dates, traits, rarity, r);
            }
        });
    }

    /** The array that holds a record's row. */
    int[] slice(int record) {
        return slices[places[record] / SLICE];
    }

    /** Where in it the row begins. */
    int at(int record) {
        return places[record] % SLICE * width;
    }

    static int code(int part) {
        return part & CODE;
    }

    static int place(int part) {
        return part >>> PLACE_SHIFT;
    }

    private void fill(Population people, Levels fields, DateFrequencies dates, TokenTraits traits, TokenRarity rarity, int r) {
        int[] rows = slice(r);
        int at = at(r);
        rows[at] = NOT_PLAIN;
        int name = people.nameStart.get(r);
        int names = people.nameStart.get(r + 1) - name;
        int date = people.dateStart.get(r);
        int givenDates = people.dateStart.get(r + 1) - date;
        int from = people.tokenStart.get(name);
        int parts = names == 1 ? people.tokenStart.get(name + 1) - from : 0;
        if (names > 1 || givenDates > 1 || parts > MOST_PARTS || people.ages.get(r) > MOST_AGE || people.vocabulary.size() > CODE) {
            return;
        }
        float most = 0;
        for (int t = 0; t < parts; t++) {
            int code = people.tokens.get(from + t);
            if (traits.scripts[code] != LATIN) {
                return;
            }
            most += Math.max(LEAST_BITS, rarity.of(code)) + 1;
            rows[at + PARTS + t] = code | people.tokenPlace.get(from + t) << PLACE_SHIFT;
        }
        for (int c = 0; c < fields.columns.size(); c++) {
            TextColumn column = fields.columns.get(c);
            if (column.count(r) > 1) {
                return;
            }
            rows[at + COLUMNS + c] = column.count(r) == 0 ? 0 : column.value(r, 0);
        }
        rows[at + ID] = (int) (people.idHashes.values[r] >>> 32);
        rows[at + ID + 1] = (int) people.idHashes.values[r];
        rows[at + FROM] = 1;
        if (givenDates == 1) {
            rows[at + FROM] = people.dateFrom.get(date);
            rows[at + TO] = people.dateTo.get(date);
            rows[at + WRITTEN] = people.dateDigits.get(date);
            rows[at + DIGITS] = Dates.digits(people.dateFrom.get(date));
            rows[at + DAY_BITS] = Float.floatToRawIntBits(PairComparer.bits(dates.day(people.dateFrom.get(date))));
        }
        rows[at + MOST_BITS] = Float.floatToRawIntBits(most);
        rows[at + NATIONS] = (int) (people.nations.values[r] >>> 32);
        rows[at + NATIONS + 1] = (int) people.nations.values[r];
        rows[at + NORTH] = people.latitudes.get(r);
        rows[at + EAST] = people.longitudes.get(r);
        boolean weak = parts > 0 && (people.nameFlags.get(name) & Population.WEAK) != 0;
        rows[at] = parts | people.sexes.get(r) << 8 | people.ages.get(r) + 1 << 16 | (weak ? WEAK : 0);
    }
}
