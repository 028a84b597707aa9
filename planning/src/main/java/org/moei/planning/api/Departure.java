package org.moei.planning.api;

/**
 * A vehicle that leaves on a day for one destination.
 *
 * @param id unique within a plan
 * @param day on the same scale as {@link TravelGroup#readyDay()}
 * @param destination compared letter by letter with {@link TravelGroup#destination()}
 * @param seats 0 to {@value #MAX_SEATS}
 * @param mode for display: charter, bus, military, scheduled …
 */
public record Departure(String id, int day, String destination, int seats, String mode) {
    public static final int MAX_SEATS = 10_000;
}
