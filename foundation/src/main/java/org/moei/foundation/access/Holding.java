package org.moei.foundation.access;

/**
 * An agency that holds a record at a place for a purpose, now. A record has one or several; who holds it moves, its
 * envelopes don't.
 *
 * @param place id of the place where the record is
 */
public record Holding(String agency, String place, String purpose) {

    /** Whether a viewer works under this holding. */
    public boolean admits(Viewer viewer) {
        return agency.equals(viewer.agency())
                && purpose.equals(viewer.purpose().id())
                && (viewer.places().contains(Viewer.EVERYWHERE) || viewer.places().contains(place));
    }
}
