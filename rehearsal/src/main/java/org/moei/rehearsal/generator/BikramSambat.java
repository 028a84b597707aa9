package org.moei.rehearsal.generator;

import java.time.LocalDate;

/**
 * Bikram Sambat, the calendar of Nepal, for the years 2000 to 2079 (April 1943 to April 2023). The lengths of its months follow no
 * rule of arithmetic but the almanac; they are facts found alike in several public converters (each digit is a month's length less 29).
 */
final class BikramSambat {
    private static final int FIRST_YEAR = 2000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1943, 4, 14);
    private static final String LENGTHS =
            "132321110102 223222101011 223321101011 232321110012 132321110102 "
            + "223222101011 223321101011 232321110012 222322011002 223222101011 "
            + "223321101011 232321110012 222322011011 223222101011 223321101011 "
            + "232321110012 222322011011 223222101011 232321101011 232321110102 "
            + "222322101011 223222101011 232321110011 232321110102 222322101011 "
            + "223222101011 232321110012 132321110102 223222101011 223231101011 "
            + "232321110012 132321110102 223222101011 223321101011 232321110012 "
            + "132322011002 223222101011 223321101011 232321110012 222322011011 "
            + "223222101011 223321101011 232321110012 222322011011 223222101011 "
            + "232321101011 232321110012 222322101011 223222101011 232321110011 "
            + "232321110102 222322101011 223222101011 232321110011 232321110102 "
            + "223222101011 223231101011 232321110012 132321110102 223222101011 "
            + "223321101011 232321110012 132322010102 223222101011 223321101011 "
            + "232321110012 222322011002 223222101011 223321101011 232321110012 "
            + "222322011011 223222101011 232321101011 232321110012 222322101011 "
            + "223222101011 232321110011 232321110102 222322101011 223222101011 ";

    private static final String[] YEARS = LENGTHS.strip().split(" ");

    private BikramSambat() {}

    /** @throws IllegalArgumentException outside the table */
    static Calendar.Parts of(LocalDate date) {
        long left = date.toEpochDay() - FIRST_DAY.toEpochDay();
        for (int year = 0; left >= 0 && year < YEARS.length; year++) {
            for (int month = 0; month < 12; month++) {
                int length = 29 + YEARS[year].charAt(month) - '0';
                if (left < length) {
                    return new Calendar.Parts(FIRST_YEAR + year, month + 1, (int) left + 1);
                }
                left -= length;
            }
        }
        throw new IllegalArgumentException("The date (" + date + ") is outside the years 2000 to 2079 of Bikram Sambat.");
    }
}
