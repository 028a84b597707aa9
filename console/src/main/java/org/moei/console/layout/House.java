package org.moei.console.layout;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import org.moei.foundation.access.Viewer;

/** What the frame of every page says of the operation. Asked on each page, so it must answer from memory. */
public interface House {

    /** The operation's name, e.g. Myawaddy release 2025. */
    String operation();

    /** The place of a viewer, as shown. */
    String place(Viewer viewer);

    /** Whether the people are invented; decides band, stripes, token prefix and titles. */
    boolean rehearsal();

    /** Until when names are open, as shown; empty while they are sealed. */
    Optional<String> openUntil();

    /** Whether the house can answer pages. */
    boolean ready();

    /** The clock of the operation: in a rehearsal the day that the simulation reached. */
    InstantSource clock();

    ZoneId zone();

    /** How many wait behind a page of the navigation, by the page's key; only counts that the viewer may see. */
    Map<String, Long> waiting(Viewer viewer);
}
