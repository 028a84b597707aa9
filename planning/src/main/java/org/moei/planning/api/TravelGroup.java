package org.moei.planning.api;

import java.util.Set;

/**
 * People who are ready to travel and travel together or not at all: one person, or companions who both, asked apart,
 * want it.
 *
 * @param id unique within a plan
 * @param size people, 1 to {@value #MAX_SIZE}
 * @param destination where the group goes; only departures of exactly this destination are considered
 * @param readyDay first day on which the group may depart, on the same scale as {@link Departure#day()} (for instance an epoch day)
 * @param priority weight of one person's day of waiting, 1 to {@value #MAX_PRIORITY}; a higher one travels first
 * @param keepApart ids of groups that must never be on the same departure; one side naming the other is enough, ids that are
 *     not in the plan are ignored
 */
public record TravelGroup(String id, int size, String destination, int readyDay, int priority, Set<String> keepApart) {
    public static final int MAX_SIZE = 1_000;
    public static final int MAX_PRIORITY = 1_000;

    public TravelGroup {
        keepApart = Set.copyOf(keepApart);
    }

    public static TravelGroup of(String id, int size, String destination, int readyDay, int priority) {
        return new TravelGroup(id, size, destination, readyDay, priority, Set.of());
    }
}
