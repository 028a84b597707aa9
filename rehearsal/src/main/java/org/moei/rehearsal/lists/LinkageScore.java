package org.moei.rehearsal.lists;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How well records were linked, counted in pairs of records.
 *
 * @param truePairs pairs of records that are about the same person
 * @param foundPairs pairs that stand in one cluster
 * @param correctPairs pairs that are both
 */
public record LinkageScore(long truePairs, long foundPairs, long correctPairs) {

    /**
     * Counts. Clusters are taken as closed: all records of one are said to be the same person.
     *
     * @param personOf the person that a record is about, by record id; records that stand in no cluster are alone
     * @param clusters of record ids; ids without a person are left out of the count
     */
    public static <R, P> LinkageScore of(Map<R, P> personOf, Collection<? extends Collection<R>> clusters) {
        Map<P, Long> byPerson = new HashMap<>();
        personOf.values().forEach(person -> byPerson.merge(person, 1L, Long::sum));
        long truePairs = byPerson.values().stream().mapToLong(LinkageScore::pairs).sum();
        long found = 0;
        long correct = 0;
        for (Collection<R> cluster : clusters) {
            Map<P, Long> inside = new HashMap<>();
            Set<R> once = new HashSet<>(cluster);
            for (R id : once) {
                P person = personOf.get(id);
                if (person != null) {
                    inside.merge(person, 1L, Long::sum);
                }
            }
            found += pairs(inside.values().stream().mapToLong(Long::longValue).sum());
            correct += inside.values().stream().mapToLong(LinkageScore::pairs).sum();
        }
        return new LinkageScore(truePairs, found, correct);
    }

    private static long pairs(long records) {
        return records * (records - 1) / 2;
    }

    /** Share of the found pairs that are true; 1 where nothing was found. */
    public double precision() {
        return foundPairs == 0 ? 1 : (double) correctPairs / foundPairs;
    }

    /** Share of the true pairs that were found; 1 where there are none. */
    public double recall() {
        return truePairs == 0 ? 1 : (double) correctPairs / truePairs;
    }
}
