package org.moei.rehearsal.generator;

import java.time.LocalDate;

/**
 * A birth date with what its owner knows of it.
 *
 * @param date the day itself (for those who know a part only: one day within it)
 * @param calendar in which the owner says it
 * @param known how much of it the owner knows
 */
public record BirthDate(LocalDate date, Calendar calendar, Known known) {

    /** What is known of a date. */
    public enum Known {
        DAY,
        MONTH,
        YEAR
    }

    /** Whole years on a day. */
    public int ageOn(LocalDate day) {
        return date.until(day).getYears();
    }

    /** As ISO 8601 with parts missing, in the Gregorian calendar. */
    public String iso() {
        return switch (known) {
            case DAY -> date.toString();
            case MONTH -> date.toString().substring(0, 7);
            case YEAR -> date.toString().substring(0, 4);
        };
    }

    /** As its owner says it, in the owner's calendar, with western digits: {@code day/month/year}, the unknown left out. */
    public String said() {
        Calendar.Parts parts = calendar.of(date);
        return switch (known) {
            case DAY -> parts.day() + "/" + parts.month() + "/" + parts.year();
            case MONTH -> parts.month() + "/" + parts.year();
            case YEAR -> String.valueOf(parts.year());
        };
    }
}
