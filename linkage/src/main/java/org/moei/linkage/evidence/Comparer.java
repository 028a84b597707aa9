package org.moei.linkage.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.moei.linkage.api.Comparison;
import org.moei.linkage.api.Weight;

/** Explains a comparison: the weight of each field and both values in normal form. */
final class Comparer {
    private Comparer() {}

    static Comparison explain(Population people, PairComparer comparer, Model model, double priorBits, int i, int j) {
        comparer.compare(i, j);
        Levels fields = model.fields;
        List<Weight> weights = new ArrayList<>();
        double sum = priorBits;
        for (int f = 0; f < fields.count(); f++) {
            byte level = comparer.levels[f];
            if (level > 0) {
                double bits = model.bits(f, comparer.levels, comparer.rarity);
                sum += bits;
                String field = fields.fields.get(f);
                String key = (field.startsWith("=") ? "evidence" : field) + "." + fields.levels.get(f).get(level).key();
                weights.add(new Weight(field, key, bits, shown(people, comparer, f, i, true), shown(people, comparer, f, j, false)));
            }
        }
        weights.sort(Comparator.comparingDouble((Weight w) -> -Math.abs(w.bits())).thenComparing(Weight::field));
        return new Comparison(Model.probability(sum), priorBits, List.copyOf(weights));
    }

    private static String shown(Population people, PairComparer comparer, int field, int r, boolean left) {
        return switch (field) {
            case Levels.NAME -> {
                int name = left ? comparer.names().left : comparer.names().right;
                yield name >= people.nameStart.get(r) && name < people.nameStart.get(r + 1) ? people.written.get(name) : "";
            }
            case Levels.DATE -> {
                StringBuilder text = new StringBuilder();
                for (int d = people.dateStart.get(r); d < people.dateStart.get(r + 1); d++) {
                    text.append(text.isEmpty() ? "" : "; ").append(java.time.LocalDate.ofEpochDay(people.dateFrom.get(d)));
                    if (!people.isDay(d)) {
                        text.append('/').append(java.time.LocalDate.ofEpochDay(people.dateTo.get(d)));
                    }
                }
                yield text.isEmpty() ? Integer.toString(people.ages.get(r)) : text.toString();
            }
            case Levels.SEX -> String.valueOf((char) people.sexes.get(r));
            case Levels.NATION -> {
                StringBuilder text = new StringBuilder();
                for (long c = people.nations.values[r]; c != 0; c >>>= 10) {
                    int code = (int) (c & 1023) - 1;
                    text.insert(0, text.isEmpty() ? "" : " ").insert(0, (char) ('A' + code % 26)).insert(0, (char) ('A' + code / 26));
                }
                yield text.toString();
            }
            case Levels.PLACE -> Float.intBitsToFloat(people.latitudes.get(r)) + " " + Float.intBitsToFloat(people.longitudes.get(r));
            default -> {
                TextColumn column = comparer.columns().get(field - Levels.FIRST_TEXT);
                StringBuilder text = new StringBuilder();
                for (int v = 0; v < column.count(r); v++) {
                    text.append(text.isEmpty() ? "" : "; ").append(column.text(column.value(r, v)));
                }
                yield text.toString();
            }
        };
    }
}
