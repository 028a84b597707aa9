package org.moei.simulation;

/** A run in which something did not hold; seed and tick replay it. */
public final class BrokenInvariant extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Invariant invariant;

    BrokenInvariant(Invariant invariant, long seed, int tick, String detail) {
        super(invariant + " is broken at tick " + tick + " of seed " + seed + ": " + detail);
        this.invariant = invariant;
    }

    public Invariant invariant() {
        return invariant;
    }
}
