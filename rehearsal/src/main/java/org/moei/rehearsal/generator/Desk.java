package org.moei.rehearsal.generator;

import java.time.LocalDate;
import java.util.List;
import org.moei.rehearsal.scenario.Scenario;

/** When people stand at the desk of the reception: first come, first served, within what the desk can do in a day. */
final class Desk {
    private static final int LONGEST_WAY_DAYS = 4;

    private final Scenario scenario;
    private final List<Slot> slots;
    private final long seed;

    Desk(Scenario scenario, List<Slot> slots, long seed) {
        this.scenario = scenario;
        this.slots = slots;
        this.seed = seed;
    }

    /** A day for each slot. Groups outside the series arrive on the day they come out; the limit of the desk is scaled with the people. */
    LocalDate[] arrivals() {
        LocalDate[] days = new LocalDate[slots.size()];
        long inSeries = slots.stream().filter(s -> s.wave().inSeries()).count();
        double scale = inSeries / scenario.people().value();
        double perDay = scenario.capacities().desk().map(d -> Math.max(1, d.peoplePerDay().value() * scale)).orElse(Double.MAX_VALUE);
        LocalDate opens = scenario.capacities().desk().map(d -> d.from()).orElse(scenario.firstDate());
        LocalDate day = opens;
        double served = 0;
        for (int i = 0; i < days.length; i++) {
            Slot slot = slots.get(i);
            if (!slot.wave().inSeries()) {
                days[i] = slot.takenOutOn();
                continue;
            }
            LocalDate ready = slot.takenOutOn().plusDays(Draw.of(seed, "way", i).between(0, LONGEST_WAY_DAYS));
            if (slot.takenOutOn().isAfter(day)) {
                day = slot.takenOutOn();
                served = 0;
            }
            while (served >= perDay) {
                served -= perDay;
                day = day.plusDays(1);
            }
            served++;
            LocalDate latest = ready.isAfter(day) ? ready : day;
            days[i] = latest.isAfter(scenario.lastDate()) ? scenario.lastDate() : latest;
        }
        return days;
    }
}
