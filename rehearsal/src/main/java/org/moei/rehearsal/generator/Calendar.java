package org.moei.rehearsal.generator;

import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** A calendar in which people say when they were born. */
public enum Calendar {
    GREGORIAN,
    /** Thirteen months, seven to eight years behind; the year begins on 29 August Julian (Dershowitz and Reingold, Calendrical Calculations, ch. 4). */
    ETHIOPIAN,
    /** Gregorian days, years counted from 543 before it (in Thailand since 1941). */
    BUDDHIST,
    /** Months of changing length by proclamation; table in {@link BikramSambat}. */
    BIKRAM_SAMBAT,
    /** Umm al-Qura, as the JDK has it. */
    HIJRI,
    /** Years since 1911. */
    MINGUO;

    /** Year, month and day in a calendar. */
    public record Parts(int year, int month, int day) {}

    static Calendar named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /** The same day in this calendar. */
    public Parts of(LocalDate date) {
        return switch (this) {
            case GREGORIAN -> new Parts(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
            case BUDDHIST -> new Parts(date.getYear() + 543, date.getMonthValue(), date.getDayOfMonth());
            case MINGUO -> new Parts(date.getYear() - 1911, date.getMonthValue(), date.getDayOfMonth());
            case HIJRI -> {
                HijrahDate hijri = HijrahDate.from(date);
                yield new Parts(hijri.get(ChronoField.YEAR), hijri.get(ChronoField.MONTH_OF_YEAR), hijri.get(ChronoField.DAY_OF_MONTH));
            }
            case ETHIOPIAN -> ethiopian(date);
            case BIKRAM_SAMBAT -> BikramSambat.of(date);
        };
    }

    private static Parts ethiopian(LocalDate date) {
        // 1 Meskerem of year 1 is 29 August of year 8, Julian: day 2796 of the Rata Die count; epoch day 0 is 719163.
        long fixed = date.toEpochDay() + 719_163 - 2796;
        int year = (int) Math.floorDiv(4 * fixed + 1463, 1461L);
        long newYear = 365L * (year - 1) + Math.floorDiv(year, 4);
        int day = (int) (fixed - newYear);
        return new Parts(year, day / 30 + 1, day % 30 + 1);
    }
}
