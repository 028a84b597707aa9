package org.moei.linkage.api;

/**
 * What one piece of evidence weighs.
 *
 * @param field name, birth_date, document …; for evidence columns the header after {@code =}
 * @param agreement message key of the kind of agreement, e.g. {@code birth_date.day-month-swapped}
 * @param bits binary logarithm of how much likelier this is for one person than for two; above 0 speaks for the same
 * @param left normal form on the left side; about a person, never for logs
 * @param right normal form on the right side
 */
public record Weight(String field, String agreement, double bits, String left, String right) {
    /** Prints no value. */
    @Override
    public String toString() {
        return agreement + " " + Math.round(bits * 10) / 10.0;
    }
}
