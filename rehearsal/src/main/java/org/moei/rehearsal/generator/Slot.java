package org.moei.rehearsal.generator;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.moei.rehearsal.scenario.Flow;
import org.moei.rehearsal.scenario.Lists;
import org.moei.rehearsal.scenario.Population.MixRow;
import org.moei.rehearsal.scenario.Population.Wave;
import org.moei.rehearsal.scenario.Scenario;

/**
 * A person before anything but wave, nationality, sex and day is known.
 *
 * @param order breaks ties between people of one day, drawn from the seed
 */
record Slot(Wave wave, String nationality, Sex sex, LocalDate takenOutOn, long order) {
    /** Of people whose sex a source leaves open: the share of women of the Myawaddy lists lies between 6 and 17 %. */
    private static final double WOMEN_WHERE_UNKNOWN = .15;

    /** All slots of a scenario in the order of coming out.
     *
     * @param people in the published series; other waves come on top
     */
    static List<Slot> all(Scenario scenario, int people, long seed) {
        List<Slot> series = new ArrayList<>();
        List<Slot> beside = new ArrayList<>();
        List<Wave> waves = scenario.population().waves();
        int[] sizes = sizes(waves, people, scenario.people().value());
        for (int i = 0; i < sizes.length; i++) {
            fill(scenario, waves.get(i), sizes[i], Draw.of(seed, "wave " + waves.get(i).id(), 0), waves.get(i).inSeries() ? series : beside);
        }
        Comparator<Slot> byDay = Comparator.comparing(Slot::takenOutOn).thenComparingLong(Slot::order);
        series.sort(byDay);
        List<Slot> all = new ArrayList<>(followed(series, scenario.flow().detained()));
        all.addAll(beside);
        all.sort(byDay);
        return all;
    }

    /** Waves in the series share the people by largest remainder; others follow the same scale, or keep their size. */
    static int[] sizes(List<Wave> waves, int people, double published) {
        double[] weights = waves.stream().mapToDouble(w -> w.inSeries() ? w.people().value() : 0).toArray();
        int[] sizes = apportion(weights, people);
        for (int i = 0; i < sizes.length; i++) {
            Wave wave = waves.get(i);
            if (!wave.inSeries()) {
                sizes[i] = (int) Math.round(wave.scales() ? wave.people().value() * people / published : wave.people().value());
            }
        }
        return sizes;
    }

    /** Divides a whole by weights: floors first, then the largest remainders, the first of equals first. */
    static int[] apportion(double[] weights, int whole) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        int[] parts = new int[weights.length];
        if (sum == 0) {
            return parts;
        }
        int left = whole;
        List<Integer> byRemainder = new ArrayList<>();
        double[] remainder = new double[weights.length];
        for (int i = 0; i < parts.length; i++) {
            double exact = whole * weights[i] / sum;
            parts[i] = (int) Math.floor(exact);
            remainder[i] = exact - parts[i];
            left -= parts[i];
            byRemainder.add(i);
        }
        byRemainder.sort(Comparator.comparingDouble(i -> -remainder[i]));
        for (int i = 0; i < left; i++) {
            parts[byRemainder.get(i)]++;
        }
        return parts;
    }

    private static void fill(Scenario scenario, Wave wave, int size, Draw draw, List<Slot> into) {
        List<MixRow> mix = scenario.population().mixes().getOrDefault(wave.mix(), List.of());
        double[] weights = new double[mix.size() * 3];
        for (int i = 0; i < mix.size(); i++) {
            weights[3 * i] = mix.get(i).male().value();
            weights[3 * i + 1] = mix.get(i).female().value();
            weights[3 * i + 2] = mix.get(i).unknownSex().value();
        }
        int[] cells = apportion(weights, size);
        List<String> nationalities = new ArrayList<>();
        List<Optional<Sex>> sexes = new ArrayList<>();
        int open = 0;
        for (int i = 0; i < cells.length; i++) {
            for (int k = 0; k < cells[i]; k++) {
                nationalities.add(mix.get(i / 3).nationality());
                sexes.add(i % 3 == 0 ? Optional.of(Sex.MALE) : i % 3 == 1 ? Optional.of(Sex.FEMALE) : Optional.empty());
            }
            open += i % 3 == 2 ? cells[i] : 0;
        }
        int women = openWomen(scenario, wave, size, open);
        long span = wave.from().until(wave.until(), ChronoUnit.DAYS) + 1;
        for (int i = 0; i < nationalities.size(); i++) {
            Sex sex = sexes.get(i).orElse(null);
            if (sex == null) {
                sex = draw.chance((double) women / open) ? Sex.FEMALE : Sex.MALE;
                women -= sex == Sex.FEMALE ? 1 : 0;
                open--;
            }
            into.add(new Slot(wave, nationalities.get(i), sex, wave.from().plusDays((long) (draw.unit() * span)), draw.nextLong()));
        }
    }

    /** A printed table that counts exactly this wave may tell how many women there were, if not who. */
    private static int openWomen(Scenario scenario, Wave wave, int size, int open) {
        for (Lists.PrintedTable table : scenario.lists().printed()) {
            if (open == size && !wave.inSeries() && digits(table.statedTotal()) == size && digits(table.statedFemale()) > 0) {
                return digits(table.statedFemale());
            }
        }
        return (int) Math.round(open * WOMEN_WHERE_UNKNOWN);
    }

    private static int digits(String printed) {
        String digits = printed.replaceAll("\\D", "");
        return digits.isEmpty() || digits.length() > 9 ? 0 : Integer.parseInt(digits);
    }

    /** Days taken from the cumulative series: person k of n comes out when the series reaches that share of its last point. */
    private static List<Slot> followed(List<Slot> slots, List<Flow.Point> series) {
        if (series.size() < 2) {
            return slots;
        }
        List<Slot> followed = new ArrayList<>(slots.size());
        double last = series.getLast().people().value();
        int at = 1;
        for (int k = 0; k < slots.size(); k++) {
            double reached = (k + .5) / slots.size() * last;
            while (at < series.size() - 1 && series.get(at).people().value() < reached) {
                at++;
            }
            Flow.Point from = series.get(at - 1);
            Flow.Point to = series.get(at);
            double step = to.people().value() - from.people().value();
            double part = step <= 0 ? 1 : Math.clamp((reached - from.people().value()) / step, 0, 1);
            long days = from.date().until(to.date(), ChronoUnit.DAYS);
            // What is counted at the end of a day came out on that day, so the days of an interval end with its last.
            LocalDate day = from.date().plusDays(Math.clamp((long) Math.ceil(part * days), days == 0 ? 0 : 1, Math.max(days, 0)));
            Slot slot = slots.get(k);
            followed.add(new Slot(slot.wave(), slot.nationality(), slot.sex(), day, slot.order()));
        }
        return followed;
    }
}
