package org.moei.records;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.HijrahDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calendars in which people of the operation write their dates, and the days that a year, month or day of each means. */
public enum WrittenCalendar {
    GREGORIAN,
    /** Thailand, Laos, Cambodia, Myanmar: the Gregorian year plus 543. */
    BUDDHIST,
    /** Ethiopia and Eritrea: thirteen months, seven to eight years behind (Dershowitz and Reingold, Calendrical Calculations, ch. 4). */
    ETHIOPIAN,
    /** Islamic lunar calendar, Umm al-Qura. Elsewhere the month may begin a day earlier or later. */
    HIJRI,
    /** Taiwan: the Gregorian year minus 1911. */
    MINGUO,
    /** Iran and Afghanistan; leap years by the 33-year rule, exact from 1800 to 2100. */
    SOLAR_HIJRI,
    /** Nepal: 56 to 57 years ahead; month lengths are tabular, so a day is read as five. */
    BIKRAM_SAMBAT;

    /** First and last day that the parts mean. */
    record Span(LocalDate earliest, LocalDate latest) {}

    private static final long EPOCH_DAY_OF_JULIAN_DAY = 2_440_588;

    /** The days meant by a year, a month (0 where unknown) and a day (0 where unknown), or empty where there is no such date. */
    Optional<Span> span(int year, int month, int day) {
        if (year < 1 || month < 0 || day < 0 || month == 0 && day > 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(switch (this) {
                case GREGORIAN -> gregorian(year, month, day);
                case BUDDHIST -> gregorian(year - 543, month, day);
                case MINGUO -> gregorian(year + 1911, month, day);
                case ETHIOPIAN -> ethiopian(year, month, day);
                case HIJRI -> hijri(year, month, day);
                case SOLAR_HIJRI -> solarHijri(year, month, day);
                case BIKRAM_SAMBAT -> bikramSambat(year, month, day);
            });
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Span gregorian(int year, int month, int day) {
        if (year < 1 || year > 9999) {
            return null;
        }
        if (month == 0) {
            return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
        }
        YearMonth whole = YearMonth.of(year, month);
        return day == 0 ? new Span(whole.atDay(1), whole.atEndOfMonth()) : new Span(whole.atDay(day), whole.atDay(day));
    }

    private static @Nullable Span ethiopian(int year, int month, int day) {
        int lastMonth = year % 4 == 3 ? 6 : 5;
        if (month > 13 || day > 30 || month == 13 && day > lastMonth) {
            return null;
        }
        long first = 1_724_221L + 365L * (year - 1) + year / 4 - EPOCH_DAY_OF_JULIAN_DAY;
        if (month == 0) {
            return days(first, first + 359 + lastMonth);
        }
        long start = first + 30L * (month - 1);
        return day > 0 ? days(start + day - 1, start + day - 1) : days(start, start + (month == 13 ? lastMonth : 30) - 1);
    }

    private static @Nullable Span hijri(int year, int month, int day) {
        if (year < 1300 || year > 1500 || month > 12) {
            return null;
        }
        HijrahDate start = HijrahDate.of(year, Math.max(1, month), 1);
        if (day > 0) {
            LocalDate exact = LocalDate.ofEpochDay(HijrahDate.of(year, month, Math.min(day, start.lengthOfMonth())).toEpochDay());
            return day > 30 ? null : new Span(exact.minusDays(1), exact.plusDays(1));
        }
        long length = month == 0 ? start.lengthOfYear() : start.lengthOfMonth();
        return days(start.toEpochDay() - 1, start.toEpochDay() + length);
    }

    private static @Nullable Span solarHijri(int year, int month, int day) {
        if (month > 12 || day > 31 || month > 6 && day > 30) {
            return null;
        }
        long first = 1_948_320L + 365L * (year - 1) + Math.floorDiv(8 * year + 21, 33) - EPOCH_DAY_OF_JULIAN_DAY;
        long next = 1_948_320L + 365L * year + Math.floorDiv(8 * year + 29, 33) - EPOCH_DAY_OF_JULIAN_DAY;
        if (month == 0) {
            return days(first, next - 1);
        }
        long start = first + (month <= 7 ? 31L * (month - 1) : 30L * (month - 1) + 6);
        long end = month == 12 ? next - 1 : start + (month <= 6 ? 30 : 29);
        return day > 0 ? days(Math.min(end, start + day - 1), Math.min(end, start + day - 1)) : days(start, end);
    }

    private static @Nullable Span bikramSambat(int year, int month, int day) {
        if (month > 12 || day > 32) {
            return null;
        }
        LocalDate first = LocalDate.of(year - 57, 4, 14);
        if (month == 0) {
            return new Span(first.minusDays(1), first.plusYears(1));
        }
        LocalDate start = first.plusDays(Math.round(30.44 * (month - 1)));
        return day > 0 ? new Span(start.plusDays(day - 3L), start.plusDays(day + 1L)) : new Span(start.minusDays(2), start.plusDays(33));
    }

    private static Span days(long from, long to) {
        return new Span(LocalDate.ofEpochDay(from), LocalDate.ofEpochDay(to));
    }
}
