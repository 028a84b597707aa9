package org.moei.linkage.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.moei.linkage.api.PersonRecord;

/** The quick way of comparing plain records gives what the long way gives, and its bound never turns a pair away that would have counted. */
class B02_RowsCompareLikeRecordsTest {
    private static final long SEED = Long.getLong("seed", 5);
    private static final String[] GIVEN = {"Anna", "Ana", "Hana", "Haile Selassie", "Haileselassie", "A", "Johannes", "Johanes", "Mary", "Marie Ann", "王小明", ""};
    private static final String[] FAMILY = {"Kowalski", "Kowalsky", "Tesfaye", "Tesfay", "Nguyen", "Ng", "Okoro", "O", ""};
    private static final String[] BORN = {"1990-02-03", "1990-03-02", "1991-01-01", "1990", "19900203", "1989-02-03", "1983/1985", "1982-05-26", ""};
    private static final String[] WORK = {"farmer", "framer", "guard", "driver of lorries", "lorries", ""};

    private static Population people(Random random, int count) {
        Population people = new Population();
        for (int r = 0; r < count; r++) {
            PersonRecord.Builder b = PersonRecord.of("r" + r).parts(pick(random, GIVEN), "", pick(random, FAMILY)).birthDate(pick(random, BORN)).text("occupation", pick(random, WORK));
            b.sex(pick(random, new String[] {"m", "f", ""})).nationality(pick(random, new String[] {"ET", "VN", "KE", ""}));
            if (random.nextInt(3) > 0) {
                b.birthPlaceAt(10 + random.nextInt(3) * 0.3f, 40 + random.nextInt(3) * 0.05f);
            }
            if (random.nextInt(6) == 0) {
                b.alias("Abel " + pick(random, FAMILY));
            }
            if (random.nextInt(6) == 0) {
                b.birthDate(pick(random, BORN));
            }
            if (random.nextInt(5) == 0) {
                b.document("E12345" + random.nextInt(4));
            }
            people.add(b.build(), 0);
        }
        return people;
    }

    private static String pick(Random random, String[] from) {
        return from[random.nextInt(from.length)];
    }

    private record Both(Population people, Levels fields, PairComparer slow, PairComparer quick) {
        static Both of(Population people) {
            Levels fields = new Levels(people);
            TokenTraits traits = new TokenTraits();
            traits.update(people.vocabulary);
            DateFrequencies dates = new DateFrequencies(people);
            SharedNames names = new SharedNames(people);
            RecordRows rows = new RecordRows(people, fields, dates, traits, names.rarity, java.util.stream.IntStream.range(0, people.size()).toArray());
            return new Both(
                    people,
                    fields,
                    new PairComparer(people, fields, new DirectNearness(people.vocabulary, fields.columns, traits), traits, dates, names, null),
                    new PairComparer(people, fields, new DirectNearness(people.vocabulary, fields.columns, traits), traits, dates, names, rows));
        }
    }

    @Test
    void every_pair_has_the_same_levels_and_bits_either_way() {
        Both both = Both.of(people(new Random(SEED), 250));
        List<String> differing = new ArrayList<>();
        for (int i = 0; i < both.people.size(); i++) {
            for (int j = 0; j < both.people.size(); j++) {
                if (i != j) {
                    both.slow.compare(i, j);
                    both.quick.compare(i, j);
                    for (int f = 0; f < both.fields.count(); f++) {
                        if (both.slow.levels[f] != both.quick.levels[f] || both.slow.rarity[f] != both.quick.rarity[f]) {
                            differing.add(i + " " + j + " " + both.fields.fields.get(f) + " " + both.slow.levels[f] + "/" + both.quick.levels[f] + " " + both.slow.rarity[f] + "/" + both.quick.rarity[f]);
                        }
                    }
                }
            }
        }
        assertThat(differing).as("seed " + SEED).isEmpty();
    }

    @Test
    void a_pair_that_is_turned_away_unseen_would_not_have_reached_the_threshold() {
        Both both = Both.of(people(new Random(SEED + 1), 250));
        Model model = new Model(both.fields, 0.01);
        Bounds bounds = new Bounds(model);
        Set<String> wrong = new java.util.TreeSet<>();
        for (double least : new double[] {-5, 0, 4, 12}) {
            for (int i = 0; i < both.people.size(); i++) {
                for (int j = i + 1; j < both.people.size(); j++) {
                    double quick = both.quick.score(i, j, bounds, least);
                    both.slow.compare(i, j);
                    double slow = model.priorBits() + model.bits(both.slow.levels, both.slow.rarity);
                    if (quick == Double.NEGATIVE_INFINITY ? slow >= least : Math.abs(quick - slow) > 1e-4) {
                        wrong.add(i + " " + j + " " + least + ": " + quick + " " + slow);
                    }
                }
            }
        }
        assertThat(wrong).as("seed " + SEED + 1).isEmpty();
    }
}
