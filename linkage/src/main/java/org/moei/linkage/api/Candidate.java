package org.moei.linkage.api;

/** A record of an index that may be the person asked for. */
public record Candidate(String id, double probability) {
    /** Prints the probability only. */
    @Override
    public String toString() {
        return "Candidate[" + probability + "]";
    }
}
