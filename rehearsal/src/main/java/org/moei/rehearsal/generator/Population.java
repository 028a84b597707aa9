package org.moei.rehearsal.generator;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.moei.rehearsal.scenario.Scenario;

/**
 * The made people of a rehearsal.
 *
 * @param scenario the scenario's name
 * @param asked the people asked for: those of the published series
 * @param people in the order of coming out; those outside the series come on top of {@code asked}
 * @param missing people whom families look for and who never come; their indexes are below zero
 */
public record Population(String scenario, int asked, long seed, List<MadePerson> people, List<MadePerson> missing) {
    /** More than this are not made at once. */
    public static final int MOST_PEOPLE = 2_000_000;

    public Population {
        people = List.copyOf(people);
        missing = List.copyOf(missing);
    }

    /** The person of an index, above or below zero. */
    public MadePerson of(int index) {
        return index >= 0 ? people.get(index) : missing.get(-1 - index);
    }

    /**
     * Makes people. The same arguments give the same people.
     *
     * @param people in the published series, 1 to {@link #MOST_PEOPLE}; groups that the scenario keeps apart from the series come on top
     * @throws IllegalArgumentException outside that range
     */
    public static Population make(Scenario scenario, int people, long seed) {
        if (people < 1 || people > MOST_PEOPLE) {
            throw new IllegalArgumentException("The people (" + people + ") must be 1 to " + MOST_PEOPLE + ".");
        }
        PeopleMaker maker = new PeopleMaker(scenario, people, seed);
        List<MadePerson> made = maker.make();
        return new Population(scenario.name(), people, seed, made, maker.missing(made));
    }

    /** Share of the people of each nationality whose whole name, in its own script, somebody else of that nationality has too. */
    public Map<String, Double> homonymRates() {
        Map<String, Map<String, Integer>> names = new TreeMap<>();
        for (MadePerson person : people) {
            names.computeIfAbsent(person.nationality(), n -> new HashMap<>()).merge(person.name().written(), 1, Integer::sum);
        }
        Map<String, Double> rates = new TreeMap<>();
        names.forEach((nationality, counts) -> {
            int all = counts.values().stream().mapToInt(Integer::intValue).sum();
            int shared = counts.values().stream().filter(c -> c > 1).mapToInt(Integer::intValue).sum();
            rates.put(nationality, (double) shared / all);
        });
        return rates;
    }
}
