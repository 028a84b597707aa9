package org.moei.rehearsal.day;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.moei.rehearsal.scenario.Capacities;

/** Who waits where. Holding places are filled by those who hold people, so the last resort is overcrowding, and it is counted. */
final class Places {
    private final Map<String, Integer> holding = new LinkedHashMap<>();
    private final Map<String, Integer> shelters = new LinkedHashMap<>();
    private final TreeMap<String, Integer> people = new TreeMap<>();

    Places(Situation situation) {
        for (Capacities.HoldingPlace place : situation.capacities.holding()) {
            holding.put(place.place(), (int) Math.ceil(place.capacity().value() * situation.scale));
        }
        for (Capacities.Shelter shelter : situation.capacities.shelters()) {
            shelters.put(shelter.place(), (int) Math.ceil(shelter.beds().value() * situation.scale));
        }
    }

    /** The place named for the person if it has room, else the first that has, else the named one beyond its capacity. */
    void takeIn(Person person, int minute, DayLog log) {
        String place = person.traveller.heldAt();
        if (!hasRoom(holding, place)) {
            place = holding.keySet().stream().filter(other -> hasRoom(holding, other)).findFirst().orElse(place);
        }
        moveTo(person, place);
        log.add(minute, person, new DayEvent.ArrivedAtPlace(place, overCapacity(place) > 0));
    }

    /** A bed in a shelter, if there is one. */
    void shelter(Person person, int minute, DayLog log) {
        if (shelters.containsKey(person.place)) {
            return;
        }
        for (String place : shelters.keySet()) {
            if (hasRoom(shelters, place)) {
                moveTo(person, place);
                log.add(minute, person, new DayEvent.ArrivedAtPlace(place, false));
                return;
            }
        }
    }

    void leave(Person person) {
        people.merge(person.place, -1, Integer::sum);
        person.place = "";
    }

    SortedMap<String, Integer> occupancy() {
        return new TreeMap<>(people);
    }

    int overCapacity() {
        return people.keySet().stream().mapToInt(this::overCapacity).sum();
    }

    private int overCapacity(String place) {
        int capacity = holding.getOrDefault(place, shelters.getOrDefault(place, Integer.MAX_VALUE));
        return Math.max(0, people.getOrDefault(place, 0) - capacity);
    }

    private boolean hasRoom(Map<String, Integer> capacities, String place) {
        return people.getOrDefault(place, 0) < capacities.getOrDefault(place, 0);
    }

    private void moveTo(Person person, String place) {
        if (!person.place.isEmpty()) {
            people.merge(person.place, -1, Integer::sum);
        }
        person.place = place;
        people.merge(place, 1, Integer::sum);
    }
}
