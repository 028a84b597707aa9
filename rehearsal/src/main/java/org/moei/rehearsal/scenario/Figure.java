package org.moei.rehearsal.scenario;

/**
 * A number that somebody published or that we had to assume, with the id of its source.
 *
 * @param value in the unit that the field names (people, days, baht, a share from 0 to 1)
 * @param source an id in {@code sources.csv}; its {@link Source.Grade} tells a published figure from an assumption
 */
public record Figure(double value, String source) {

    /** The value as a whole number. @throws ArithmeticException if it is none */
    public long whole() {
        long whole = Math.round(value);
        if (whole != value) {
            throw new ArithmeticException("The figure (" + value + ") is not a whole number.");
        }
        return whole;
    }
}
