package org.moei.linkage.evidence;

import java.time.LocalDate;

/** How two birth dates agree, as intervals and as digits. */
final class Dates {
    /** A date of the Ethiopian calendar read as Gregorian lies this many days too early (7 years and 253 days, months of 30 days). */
    private static final int ETHIOPIAN_SHIFT = 2810;

    private static final int[] POWERS = {1, 10, 100, 1000, 10_000, 100_000, 1_000_000, 10_000_000};

    private Dates() {}

    static byte compare(Population people, int x, int y) {
        return compare(people.dateFrom.get(x), people.dateTo.get(x), people.dateDigits.get(x), 0, people.dateFrom.get(y), people.dateTo.get(y), people.dateDigits.get(y), 0);
    }

    /**
     * Of two dates, each by its first and last day since 1970, its digits as written (yyyymmdd or 0) and the digits of its first day (0 if not known yet).
     */
    static byte compare(int fromX, int toX, int writtenX, int digitsX, int fromY, int toY, int writtenY, int digitsY) {
        if (writtenX != 0 && writtenX == writtenY || fromX == toX && fromX == fromY && toX == toY) {
            return Levels.DATE_SAME;
        }
        boolean days = fromX == toX && fromY == toY;
        if (days || writtenX != 0 && writtenY != 0) {
            byte level = writtenX != 0 && writtenY != 0 ? digits(writtenX, writtenY) : digits(digitsX != 0 ? digitsX : digits(fromX), digitsY != 0 ? digitsY : digits(fromY));
            int apart = Math.abs(fromX - fromY);
            if ((level == Levels.DATE_DIFFERENT || level == Levels.DATE_INTERVAL_DIFFERS) && days && Math.abs(apart - ETHIOPIAN_SHIFT) <= 8) {
                return Levels.DATE_CALENDAR;
            }
            return level;
        }
        int gap = Math.max(fromX, fromY) - Math.min(toX, toY);
        return gap <= 0 ? Levels.DATE_HOLDS : gap <= 400 ? Levels.DATE_NEAR : gap <= 1100 ? Levels.DATE_FAR : ethiopian(fromX, toX, fromY, toY);
    }

    /** yyyymmdd of a day since 1970. */
    static int digits(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    private static byte ethiopian(int fromX, int toX, int fromY, int toY) {
        boolean later = fromX <= toY + ETHIOPIAN_SHIFT && fromY + ETHIOPIAN_SHIFT <= toX;
        boolean earlier = fromY <= toX + ETHIOPIAN_SHIFT && fromX + ETHIOPIAN_SHIFT <= toY;
        return later || earlier ? Levels.DATE_CALENDAR : Levels.DATE_INTERVAL_DIFFERS;
    }

    private static byte digits(int a, int b) {
        int yearA = a / 10_000;
        int yearB = b / 10_000;
        int monthA = a / 100 % 100;
        int monthB = b / 100 % 100;
        int dayA = a % 100;
        int dayB = b % 100;
        if (isFirst(monthA, dayA) || isFirst(monthB, dayB)) {
            int apart = Math.abs(yearA - yearB);
            return apart == 0 ? Levels.DATE_HOLDS : apart <= 1 ? Levels.DATE_NEAR : apart <= 3 ? Levels.DATE_FAR : slips(a, b) == 1 ? Levels.DATE_DIGIT : Levels.DATE_INTERVAL_DIFFERS;
        }
        if (yearA == yearB && monthA == dayB && monthB == dayA) {
            return Levels.DATE_SWAPPED;
        }
        int slips = slips(a, b);
        if (slips == 1) {
            return Levels.DATE_DIGIT;
        }
        int agree = (yearA == yearB ? 1 : 0) + (monthA == monthB ? 1 : 0) + (dayA == dayB ? 1 : 0);
        if (agree == 2) {
            return Levels.DATE_TWO_OF_THREE;
        }
        return yearA == yearB ? Levels.DATE_YEAR : Math.abs(yearA - yearB) <= 2 ? Levels.DATE_CLOSE : Levels.DATE_DIFFERENT;
    }

    /** The first of January, and of July in some registers, stands for "some day of the year". */
    private static boolean isFirst(int month, int day) {
        return day == 1 && (month == 1 || month == 7);
    }

    /** 1 for one wrong digit or two neighbours swapped, more for more. */
    private static int slips(int a, int b) {
        int wrong = 0;
        int first = -1;
        int last = -1;
        int x = a;
        int y = b;
        int power = 0;
        while (power < 8) {
            if (x % 10 != y % 10) {
                wrong++;
                first = first < 0 ? power : first;
                last = power;
            }
            x /= 10;
            y /= 10;
            power++;
        }
        if (wrong == 2 && last == first + 1) {
            int tens = POWERS[first];
            int partA = a / tens % 100;
            int partB = b / tens % 100;
            return partA / 10 == partB % 10 && partA % 10 == partB / 10 ? 1 : 2;
        }
        return wrong;
    }
}
