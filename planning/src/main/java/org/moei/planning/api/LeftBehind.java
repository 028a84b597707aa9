package org.moei.planning.api;

/**
 * A group without a seat and why.
 *
 * @param groupId the group
 * @param reason the first that holds, in the order of {@link Reason}
 * @param detail the reason in one English sentence, with ids of groups and departures only
 */
public record LeftBehind(String groupId, Reason reason, String detail) {

    /** Why a group has no seat, from the most to the least fundamental. */
    public enum Reason {
        /** No departure of the plan goes there. */
        NO_DEPARTURE_TO_DESTINATION,
        /** All departures there leave before the group is ready. */
        READY_AFTER_LAST_DEPARTURE,
        /** No departure there, after the group is ready, has so many seats even when empty. */
        LARGER_THAN_ANY_DEPARTURE,
        /** Seats are free, but on departures with somebody from whom the group is kept apart. */
        KEPT_APART,
        /** Seats are free on no departure, or not enough of them together. */
        NO_SEATS_LEFT
    }
}
