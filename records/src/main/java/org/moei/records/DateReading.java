package org.moei.records;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A date as somebody wrote it, and the days it may mean. "03/04/1998" has two alternatives; "1998" one of a whole year; "1376" in Persian
 * two, since two calendars are at that year. Nothing is thrown away: the written form stays.
 *
 * @param written as in the source, trimmed
 * @param alternatives at least one; the likelier first
 */
public record DateReading(String written, List<Alternative> alternatives) {

    /** How exactly the source knows. */
    public enum Quality {
        DAY,
        MONTH,
        YEAR,
        /** Between two years or dates that the source names. */
        RANGE,
        /** "About": the interval is a year wider on either side. */
        CIRCA,
        /** A day or month that cannot be; the interval is the year's, or the month's. */
        BROKEN
    }

    /** One thing the date may mean, first and last day included. */
    public record Alternative(LocalDate earliest, LocalDate latest, WrittenCalendar calendar, Quality quality) {
        /** Days from first to last, 1 for a single day. */
        public long days() {
            return ChronoUnit.DAYS.between(earliest, latest) + 1;
        }
    }

    public DateReading {
        alternatives = List.copyOf(alternatives);
    }

    /** Reads a date of birth or of another past event; empty where no year can be read. */
    public static Optional<DateReading> read(String written) {
        return DateReader.read(written);
    }

    /** The days on which someone was born who is of this age (0 to 130 years) on that day. */
    public static DateReading ofAge(int age, LocalDate on) {
        if (age < 0 || age > 130) {
            throw new IllegalArgumentException("The age (" + age + ") is not between 0 and 130.");
        }
        return new DateReading(
                Integer.toString(age),
                List.of(new Alternative(on.minusYears(age + 1L).plusDays(1), on.minusYears(age), WrittenCalendar.GREGORIAN, Quality.RANGE)));
    }

    /** The first day of all alternatives. */
    public LocalDate earliest() {
        return alternatives.stream().map(Alternative::earliest).min(LocalDate::compareTo).orElseThrow();
    }

    /** The last day of all alternatives. */
    public LocalDate latest() {
        return alternatives.stream().map(Alternative::latest).max(LocalDate::compareTo).orElseThrow();
    }

    /** Completed years on a day, by the likeliest alternative; the youngest age that its interval allows. */
    public int ageAt(LocalDate day) {
        return (int) Math.max(0, ChronoUnit.YEARS.between(alternatives.getFirst().latest(), day));
    }

    /** Prints no date: it is about a person. */
    @Override
    public String toString() {
        return "DateReading[" + alternatives.getFirst().quality() + ", alternatives " + alternatives.size() + "]";
    }
}
