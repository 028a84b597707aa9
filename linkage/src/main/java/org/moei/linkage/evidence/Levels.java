package org.moei.linkage.evidence;

import java.util.ArrayList;
import java.util.List;

/**
 * The fields that are compared and their levels of agreement. Level 0 is silence on one side or both and weighs nothing. A rare level's
 * weight comes from how rare the shared value is (binary logarithm of its frequency) times how often matches reach the level; a plain
 * level's from how often matches and random pairs reach it.
 */
final class Levels {
    static final int NAME = 0;
    static final int DATE = 1;
    static final int SEX = 2;
    static final int NATION = 3;
    static final int PLACE = 4;
    static final int FIRST_TEXT = 5;
    static final int MOST_FIELDS = 30;
    static final int MOST_LEVELS = 16;

    /** One level: its message key, whether its weight depends on the value's rarity, and the shipped shares among matches and random pairs. */
    record Level(String key, boolean rare, double match, double random) {}

    static final List<Level> NAMES = List.of(
            new Level("silent", false, 0, 0),
            new Level("same", true, 0.45, 0.001),
            new Level("near", true, 0.20, 0.001),
            new Level("part-left-out", true, 0.14, 0.004),
            new Level("initials", true, 0.04, 0.002),
            new Level("given-differs", true, 0.03, 0.01),
            new Level("family-differs", true, 0.04, 0.01),
            new Level("some-parts", true, 0.03, 0.02),
            new Level("different", false, 0.006, 0.95),
            new Level("weak-alias", true, 0.02, 0.001),
            new Level("far", true, 0.05, 0.002));
    static final byte NAME_SAME = 1;
    static final byte NAME_NEAR = 2;
    static final byte NAME_LEFT_OUT = 3;
    static final byte NAME_INITIALS = 4;
    static final byte NAME_GIVEN_DIFFERS = 5;
    static final byte NAME_FAMILY_DIFFERS = 6;
    static final byte NAME_SOME = 7;
    static final byte NAME_DIFFERENT = 8;
    static final byte NAME_WEAK = 9;
    static final byte NAME_FAR = 10;

    /** Whether a level of the name says that names agree in some part. */
    static boolean agrees(int nameLevel) {
        return nameLevel > 0 && nameLevel != NAME_DIFFERENT;
    }

    /** Shares add up to one within two days, within a day or interval and an interval, and within two ages: what a source gives is not what agrees. */
    static final List<Level> DATES = List.of(
            new Level("silent", false, 0, 0),
            new Level("same-day", true, 0.80, 0.0001),
            new Level("day-month-swapped", false, 0.03, 0.0001),
            new Level("one-digit", false, 0.06, 0.0008),
            new Level("two-of-three", false, 0.04, 0.004),
            new Level("same-year", false, 0.015, 0.02),
            new Level("close-years", false, 0.015, 0.06),
            new Level("different", false, 0.03, 0.91),
            new Level("other-calendar", false, 0.01, 0.002),
            new Level("interval-holds", true, 0.72, 0.03),
            new Level("interval-near", true, 0.19, 0.05),
            new Level("interval-far", true, 0.05, 0.05),
            new Level("same-age", false, 0.50, 0.05),
            new Level("close-age", false, 0.35, 0.20),
            new Level("other-age", false, 0.15, 0.75),
            new Level("interval-differs", false, 0.04, 0.87));

    /** Levels whose shares add up to one together. */
    static int group(int field, int level) {
        if (field != DATE) {
            return 0;
        }
        return level >= AGE_SAME && level <= AGE_OTHER ? 2 : level >= DATE_HOLDS ? 1 : 0;
    }

    static final byte DATE_SAME = 1;
    static final byte DATE_SWAPPED = 2;
    static final byte DATE_DIGIT = 3;
    static final byte DATE_TWO_OF_THREE = 4;
    static final byte DATE_YEAR = 5;
    static final byte DATE_CLOSE = 6;
    static final byte DATE_DIFFERENT = 7;
    static final byte DATE_CALENDAR = 8;
    static final byte DATE_HOLDS = 9;
    static final byte DATE_NEAR = 10;
    static final byte DATE_FAR = 11;
    static final byte DATE_INTERVAL_DIFFERS = 15;
    static final byte AGE_SAME = 12;
    static final byte AGE_CLOSE = 13;
    static final byte AGE_OTHER = 14;

    static final List<Level> SEXES = List.of(
            new Level("silent", false, 0, 0), new Level("same", false, 0.97, 0.55), new Level("different", false, 0.03, 0.45));
    static final List<Level> NATIONS = List.of(
            new Level("silent", false, 0, 0), new Level("same", true, 0.94, 0.1), new Level("different", false, 0.06, 0.9));
    static final List<Level> PLACES = List.of(
            new Level("silent", false, 0, 0),
            new Level("within-1-km", false, 0.6, 0.0005),
            new Level("within-10-km", false, 0.15, 0.001),
            new Level("within-100-km", false, 0.2, 0.01),
            new Level("far", false, 0.05, 0.98));
    static final byte PLACE_FAR = 4;
    private static final List<Level> WORDS = List.of(
            new Level("silent", false, 0, 0),
            new Level("same", true, 0.60, 0.01),
            new Level("near", true, 0.15, 0.01),
            new Level("some", false, 0.05, 0.02),
            new Level("different", false, 0.20, 0.96));
    private static final List<Level> CODES = List.of(
            new Level("silent", false, 0, 0),
            new Level("same", true, 0.75, 0.0001),
            new Level("near", true, 0.07, 0.0005),
            new Level("some", false, 0.05, 0.01),
            new Level("different", false, 0.13, 0.98));
    static final byte TEXT_DIFFERENT = 4;

    final List<String> fields = new ArrayList<>();
    final List<List<Level>> levels = new ArrayList<>();
    final List<TextColumn> columns = new ArrayList<>();

    Levels(Population people) {
        this(people, 2);
    }

    /** @param leastDistinct columns with fewer distinct values are no evidence */
    Levels(Population people, int leastDistinct) {
        add("name", NAMES);
        add("birth_date", DATES);
        add("sex", SEXES);
        add("nationality", NATIONS);
        add("birth_place_distance", PLACES);
        for (TextColumn column : people.texts.values()) {
            if (fields.size() < MOST_FIELDS && column.distinct() >= leastDistinct) {
                columns.add(column);
                add(column.field, column.kind == TextColumn.Kind.CODE ? CODES : WORDS);
            }
        }
    }

    private void add(String field, List<Level> list) {
        fields.add(field);
        levels.add(list);
    }

    int count() {
        return fields.size();
    }
}
