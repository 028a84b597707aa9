package org.moei.rehearsal.day;

/** A daily capacity that need not be whole: the fraction is carried to the next day, what is not used is not. */
final class Allowance {
    private static final double ROUNDING = 1e-9;

    private double carried;

    /** What may be done today; never more than the capacity rounded up. */
    int today(double perDay) {
        double whole = Math.floor(perDay + carried + ROUNDING);
        carried = Math.max(0, perDay + carried - whole);
        return (int) whole;
    }
}
