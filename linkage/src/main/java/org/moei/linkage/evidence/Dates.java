package org.moei.linkage.evidence;

import java.time.LocalDate;

/** How two birth dates agree, as intervals and as digits. */
final class Dates {
    /** A date of the Ethiopian calendar read as Gregorian lies this many days too early (7 years and 253 days, months of 30 days). */
    private static final int ETHIOPIAN_SHIFT = 2810;

    private Dates() {}

    static byte compare(Population people, int x, int y) {
        int fromX = people.dateFrom.get(x);
        int toX = people.dateTo.get(x);
        int fromY = people.dateFrom.get(y);
        int toY = people.dateTo.get(y);
        int digitsX = people.dateDigits.get(x);
        int digitsY = people.dateDigits.get(y);
        if (digitsX != 0 && digitsX == digitsY || fromX == toX && fromX == fromY && toX == toY) {
            return Levels.DATE_SAME;
        }
        boolean days = fromX == toX && fromY == toY;
        if (days || digitsX != 0 && digitsY != 0) {
            byte level = digitsX != 0 && digitsY != 0 ? digits(digitsX, digitsY) : days(fromX, fromY);
            int apart = Math.abs(fromX - fromY);
            if ((level == Levels.DATE_DIFFERENT || level == Levels.DATE_INTERVAL_DIFFERS) && days && Math.abs(apart - ETHIOPIAN_SHIFT) <= 8) {
                return Levels.DATE_CALENDAR;
            }
            return level;
        }
        int gap = Math.max(fromX, fromY) - Math.min(toX, toY);
        return gap <= 0 ? Levels.DATE_HOLDS : gap <= 400 ? Levels.DATE_NEAR : gap <= 1100 ? Levels.DATE_FAR : ethiopian(fromX, toX, fromY, toY);
    }

    private static byte ethiopian(int fromX, int toX, int fromY, int toY) {
        boolean later = fromX <= toY + ETHIOPIAN_SHIFT && fromY + ETHIOPIAN_SHIFT <= toX;
        boolean earlier = fromY <= toX + ETHIOPIAN_SHIFT && fromX + ETHIOPIAN_SHIFT <= toY;
        return later || earlier ? Levels.DATE_CALENDAR : Levels.DATE_INTERVAL_DIFFERS;
    }

    private static byte days(int x, int y) {
        LocalDate a = LocalDate.ofEpochDay(x);
        LocalDate b = LocalDate.ofEpochDay(y);
        return digits(a.getYear() * 10_000 + a.getMonthValue() * 100 + a.getDayOfMonth(), b.getYear() * 10_000 + b.getMonthValue() * 100 + b.getDayOfMonth());
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
            int tens = (int) Math.pow(10, first);
            int partA = a / tens % 100;
            int partB = b / tens % 100;
            return partA / 10 == partB % 10 && partA % 10 == partB / 10 ? 1 : 2;
        }
        return wrong;
    }
}
