package org.moei.linkage.api;

/**
 * Two records and how likely they are the same person.
 *
 * @param id1 the smaller id in code-point order
 */
public record Pair(String id1, String id2, double probability) {
    /** Prints the probability only: an id can be a document number. */
    @Override
    public String toString() {
        return "Pair[" + probability + "]";
    }
}
