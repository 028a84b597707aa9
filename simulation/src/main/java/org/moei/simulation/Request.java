package org.moei.simulation;

import java.util.UUID;

/**
 * One action as a device sends it.
 *
 * @param record whom it is about
 * @param field what it changes; two edits of one field may conflict
 * @param base the last position on the record that the device had seen, or {@link #ANY}
 */
public record Request(UUID id, UUID record, String field, long base) {
    /** Added to what there is, whatever it is. */
    public static final long ANY = -1;
}
