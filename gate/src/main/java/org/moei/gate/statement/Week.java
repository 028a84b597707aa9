package org.moei.gate.statement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.moei.base.Problem;

/**
 * A week of ISO 8601, Monday to Sunday: the finest time that crosses the gate.
 *
 * @param year of the week (week-based, so that 30 December may belong to the next)
 * @param number 1 to 53
 */
public record Week(int year, int number) implements Comparable<Week> {

    public Week {
        if (year < 1990 || year > 2200 || number < 1 || number > weeksOf(year)) {
            throw Problem.of(Problem.Kind.REFUSED, "week-form", "There is no such week.").at(Problem.Where.field("week")).withAdvice("write it as 2025-W07.").asException();
        }
    }

    private static long weeksOf(int year) {
        return IsoFields.WEEK_OF_WEEK_BASED_YEAR.rangeRefinedBy(LocalDate.of(year, 7, 1)).getMaximum();
    }

    /** The week in which a day lies. */
    public static Week of(LocalDate day) {
        return new Week(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /**
     * Reads {@link #toString()}.
     *
     * @throws org.moei.base.ProblemException {@code week-form}; a day is refused too, because it is finer than a week
     */
    @JsonCreator
    public static Week parse(String text) {
        if (!text.matches("\\d{4}-W\\d{2}")) {
            throw Problem.of(Problem.Kind.REFUSED, "week-form", "A period is told in weeks.")
                    .at(Problem.Where.field("week"))
                    .withAdvice("write it as 2025-W07; nothing finer than a week crosses the gate.")
                    .asException();
        }
        return new Week(Integer.parseInt(text.substring(0, 4)), Integer.parseInt(text.substring(6)));
    }

    /** The Monday on which it begins. */
    public LocalDate monday() {
        try {
            return LocalDate.parse(this + "-1", DateTimeFormatter.ISO_WEEK_DATE);
        } catch (DateTimeException e) {
            throw new IllegalStateException("A checked week has a Monday.", e);
        }
    }

    /** The week that is so many weeks later. */
    public Week plus(long weeks) {
        return of(monday().plusWeeks(weeks));
    }

    /** Weeks from this to another; negative where the other is earlier. */
    public long until(Week other) {
        return ChronoUnit.WEEKS.between(monday(), other.monday());
    }

    @Override
    public int compareTo(Week other) {
        return year != other.year ? Integer.compare(year, other.year) : Integer.compare(number, other.number);
    }

    @JsonValue
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%04d-W%02d", year, number);
    }
}
