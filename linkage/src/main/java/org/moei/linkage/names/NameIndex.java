package org.moei.linkage.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Many names, searched by the name alone and across scripts: the best k by {@link NameComparer#logLikelihoodRatio}, none overlooked. */
public final class NameIndex {
    private final List<ParsedName> names;

    private NameIndex(List<ParsedName> names) {
        this.names = names;
    }

    /** An index over these names; positions in hits are positions in this list. */
    public static NameIndex of(List<ParsedName> names) {
        return new NameIndex(List.copyOf(names));
    }

    /**
     * The best k names, the best first, ties by position.
     *
     * @param position in the list given to {@link #of}
     * @param logLikelihoodRatio natural logarithm
     */
    public record Hit(int position, double logLikelihoodRatio) {}

    /** The best k of all names by weight, the best first; ties by position. Empty for an empty query. */
    public List<Hit> search(ParsedName query, int k) {
        if (query.isEmpty()) {
            return List.of();
        }
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            if (!names.get(i).isEmpty()) {
                hits.add(new Hit(i, NameComparer.logLikelihoodRatio(query, names.get(i))));
            }
        }
        hits.sort(Comparator.comparingDouble(Hit::logLikelihoodRatio).reversed().thenComparingInt(Hit::position));
        return List.copyOf(hits.subList(0, Math.min(k, hits.size())));
    }
}
