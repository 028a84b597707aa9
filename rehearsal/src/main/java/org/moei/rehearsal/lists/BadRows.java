package org.moei.rehearsal.lists;

import java.util.ArrayList;
import java.util.List;
import org.moei.rehearsal.generator.Draw;
import org.moei.rehearsal.scenario.Lists.HabitKind;

/** Spoils rows on purpose, so that an import has something to refuse. */
final class BadRows {
    private static final List<String> IMPOSSIBLE_DATES = List.of("31/02/1996", "30/02/1999", "1997-02-30", "31/04/1998");

    private BadRows() {}

    /** Spoils one cell that a reader must look at; false where the list has none. */
    static boolean spoil(List<String> cells, List<Cell.Column> columns, HabitKind kind, Draw draw) {
        List<Runnable> ways = new ArrayList<>();
        List<Integer> nameColumns = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            int at = i;
            String value = cells.get(i);
            switch (columns.get(i).cell()) {
                case NAME, WRITTEN, LATIN, FAMILY, GIVEN -> nameColumns.add(i);
                case BIRTH -> ways.add(() -> cells.set(at, draw.pick(IMPOSSIBLE_DATES)));
                case MRZ -> {
                    if (value.length() > 60) {
                        ways.add(() -> cells.set(at, spoiltDigit(value, value.length() - 1)));
                    }
                }
                case NUMBER, FATHER, NICKNAME, SEX, AGE, NATIONAL_ID, NATIONALITY, COUNTRY, DOCUMENT, PHONE, LANGUAGE, PLACE, COMPOUND, BATCH, OUT_ON, TIME, WAY_OUT, NEEDS,
                        COMPANIONS, PROVINCE, LAST_SEEN, PHOTO_YEAR, ASKER, REMARK -> { }
            }
        }
        if (!nameColumns.isEmpty()) {
            // At the desk a token comes first and the name later, so that a missing name is nothing to refuse there.
            if (kind != HabitKind.ARRIVALS_DESK) {
                ways.add(() -> nameColumns.forEach(i -> cells.set(i, "")));
            }
            ways.add(() -> nameColumns.forEach(i -> cells.set(i, broken(cells.get(i)))));
        }
        if (ways.isEmpty()) {
            return false;
        }
        draw.pick(ways).run();
        return true;
    }

    private static String spoiltDigit(String value, int at) {
        char digit = value.charAt(at);
        char other = digit >= '0' && digit < '9' ? (char) (digit + 1) : '0';
        return value.substring(0, at) + other + value.substring(at + 1);
    }

    /** What is left of a text that went through the wrong encoding: every second character is the replacement character. */
    private static String broken(String value) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.max(value.length(), 4); i++) {
            text.append(i % 2 == 0 || i >= value.length() ? '\uFFFD' : value.charAt(i));
        }
        return text.toString();
    }
}
