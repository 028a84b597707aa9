package org.moei.gate.statement;

import org.moei.base.Problem;

/** Weeks from the first to the last, both included. */
public record Period(Week first, Week last) {
    /** Longest period, in weeks. */
    public static final int LONGEST = 104;

    public Period {
        if (last.compareTo(first) < 0 || first.until(last) >= LONGEST) {
            throw Problem.of(Problem.Kind.REFUSED, "period-order", "The period ends before it begins, or has more than " + LONGEST + " weeks.").at(Problem.Where.field("period")).asException();
        }
    }

    public static Period of(String first, String last) {
        return new Period(Week.parse(first), Week.parse(last));
    }

    /** Whether every week of another lies in this one. */
    public boolean covers(Period other) {
        return first.compareTo(other.first) <= 0 && last.compareTo(other.last) >= 0;
    }

    /** Whether they share a week. */
    public boolean meets(Period other) {
        return first.compareTo(other.last) <= 0 && other.first.compareTo(last) <= 0;
    }

    /** How many weeks. */
    public long weeks() {
        return first.until(last) + 1;
    }

    @Override
    public String toString() {
        return first.equals(last) ? first.toString() : first + " to " + last;
    }
}
