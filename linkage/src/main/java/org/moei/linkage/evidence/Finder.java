package org.moei.linkage.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.moei.linkage.api.Candidate;
import org.moei.linkage.api.PersonRecord;
import org.moei.linkage.names.NameIndex;
import org.moei.linkage.names.Names;
import org.moei.linkage.names.ParsedName;
import org.moei.linkage.names.RoughNames;

/**
 * Answers many queries against one gallery. Of a gallery of names alone every name is looked at, in all scripts; else the names that are roughly alike and the
 * records that share a part of the name, a document, phone or date are weighed in full. An answer depends on the query and the gallery only.
 */
public final class Finder {
    /** Names per query whose records are compared in full. */
    private static final int NAMES_COMPARED = 40;
    /** From here on a hit of a screening is an alert. */
    public static final double ALERT = 0.5;
    /** Letter tables overstate: what two unrelated spellings share by chance is not independent letter by letter. */
    private static final double NAME_SHARE = 0.5;

    private final List<PersonRecord> gallery;
    private final List<ParsedName> names = new ArrayList<>();
    private final Ints owners = new Ints(1024);
    /** Of a gallery of names alone, searched by the name alone. */
    private final NameIndex index;
    private final RoughNames rough;
    private final RecordIndex records = new RecordIndex();
    private final boolean namesOnly;

    public Finder(List<PersonRecord> gallery) {
        this.gallery = List.copyOf(gallery);
        boolean plain = true;
        for (int r = 0; r < gallery.size(); r++) {
            PersonRecord record = gallery.get(r);
            for (String name : all(record)) {
                names.add(Names.read(name));
                owners.add(r);
            }
            plain &= isName(record);
        }
        namesOnly = plain;
        index = NameIndex.of(namesOnly ? names : List.of());
        rough = RoughNames.of(namesOnly ? List.of() : names);
        if (!namesOnly) {
            gallery.forEach(records::add);
        }
    }

    private static List<String> all(PersonRecord record) {
        List<String> all = new ArrayList<>();
        record.parts().ifPresent(p -> all.add(p.joined()));
        all.addAll(record.names());
        all.addAll(record.aliases());
        all.addAll(record.weakAliases());
        return all.stream().filter(n -> !n.isBlank()).distinct().limit(Population.MAX_NAMES).toList();
    }

    private static boolean isName(PersonRecord r) {
        return r.birthDates().isEmpty() && r.age() < 0 && r.sex() == 0 && r.nationalities().isEmpty() && r.birthPlaces().isEmpty() && r.documents().isEmpty()
                && r.phones().isEmpty() && r.emails().isEmpty() && r.texts().isEmpty() && r.fatherName().isEmpty();
    }

    /** Answers for each query, in order; k at most for each, likeliest first, ties by id. */
    public List<List<Candidate>> find(List<PersonRecord> queries, int k, double prior) {
        double share = prior > 0 ? prior : 1.0 / Math.max(2, gallery.size());
        if (namesOnly) {
            List<List<Candidate>> all = IntStream.range(0, queries.size()).parallel().mapToObj(q -> byName(queries.get(q), k, share)).toList();
            return List.copyOf(all);
        }
        List<int[]> found = IntStream.range(0, queries.size()).parallel().mapToObj(q -> nearest(queries.get(q), NAMES_COMPARED + k)).toList();
        return records.candidates(queries, k, share, found);
    }

    private Map<Integer, Double> search(PersonRecord query, int k) {
        Map<Integer, Double> best = new HashMap<>();
        for (String name : all(query)) {
            for (NameIndex.Hit hit : index.search(Names.read(name), k)) {
                if (Double.isFinite(hit.logLikelihoodRatio())) {
                    best.merge(owners.get(hit.position()), hit.logLikelihoodRatio(), Math::max);
                }
            }
        }
        return best;
    }

    private int[] nearest(PersonRecord query, int k) {
        return all(query).stream().flatMapToInt(name -> Arrays.stream(rough.find(Names.read(name), k))).map(owners::get).distinct().sorted().toArray();
    }

    private List<Candidate> byName(PersonRecord query, int k, double prior) {
        double priorBits = Model.log2(prior / (1 - prior));
        List<Candidate> hits = new ArrayList<>();
        search(query, Math.max(20, 3 * k)).forEach((r, nats) -> {
            hits.add(new Candidate(gallery.get(r).id(), Model.probability(priorBits + NAME_SHARE * nats / Math.log(2))));
        });
        hits.sort(Comparator.comparingDouble(Candidate::probability).reversed().thenComparing(Candidate::id));
        return List.copyOf(hits.subList(0, Math.min(k, hits.size())));
    }
}
