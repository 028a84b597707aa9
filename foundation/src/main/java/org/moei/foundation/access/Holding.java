package org.moei.foundation.access;

/**
 * An agency that holds a record at a place for a purpose, now. A record has one or several; who holds it moves, its
 * envelopes don't.
 *
 * @param place id of a place, or {@code *}: wherever the agency works
 */
public record Holding(String agency, String place, String purpose) {

    /** Whether a viewer works under this holding. */
    public boolean admits(Viewer viewer) {
        return agency.equals(viewer.agency())
                && purpose.equals(viewer.purpose().id())
                && (place.equals(Viewer.EVERYWHERE) || viewer.places().contains(Viewer.EVERYWHERE) || viewer.places().contains(place));
    }
}
