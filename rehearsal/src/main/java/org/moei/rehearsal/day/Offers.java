package org.moei.rehearsal.day;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.moei.planning.api.Departure;
import org.moei.rehearsal.scenario.Capacities;

/**
 * Which vehicles run. A transport runs in rounds of days with pauses between, counted from its first date or from the day on which its state has
 * seats, whichever is later; it sends no more vehicles than the people who are ready fill, and the states with the fewest ready choose
 * first, so that a large one does not take the last slot of the airport.
 */
final class Offers {
    /** A vehicle goes from two fifths of its seats on, or once somebody has been ready for three weeks (assumed). */
    private static final double WORTH_SENDING = 0.4;
    private static final int PATIENCE_DAYS = 21;

    private final Situation situation;
    private final Map<String, Double> carried = new HashMap<>();

    /**
     * People who are ready for a destination.
     *
     * @param oldest day on which the first of them was ready
     */
    record Demand(String destination, int people, int oldest) {}

    Offers(Situation situation) {
        this.situation = situation;
    }

    /**
     * Departures of one day.
     *
     * @param demands who is ready by then and has no seat yet
     * @param firm whether these are the seats that will be filled, so that fractions are carried on
     */
    List<Departure> on(int day, List<Demand> demands, boolean firm) {
        double crossings = situation.limit(Capacities.LimitKind.CROSSINGS_PER_DAY, situation.dateOf(day));
        double flights = situation.limit(Capacities.LimitKind.FLIGHTS_PER_DAY, situation.dateOf(day));
        List<Departure> offered = new ArrayList<>();
        List<Demand> small = demands.stream().sorted(Comparator.comparingInt(Demand::people).thenComparing(Demand::destination)).toList();
        for (Demand demand : small) {
            int needed = demand.people();
            for (Capacities.Transport transport : situation.capacities.transports()) {
                if (needed <= 0 || !transport.nationality().equals(demand.destination()) || !runs(transport, demand.destination(), day)) {
                    continue;
                }
                int vehicles = (int) Math.ceil(transport.vehiclesPerDay().value() * situation.scale - 1e-9);
                int seats = seatsEach(transport, vehicles, needed, firm);
                boolean flies = transport.mode() == Capacities.Mode.CHARTER || transport.mode() == Capacities.Mode.MILITARY;
                // Below full scale a vehicle stands for a part of one, and takes as much of the limit.
                double slot = situation.scale >= 1 ? 1 : seats / transport.seatsHigh().value();
                for (int n = 1; n <= vehicles && seats > 0 && needed > 0; n++) {
                    boolean worth = transport.mode() == Capacities.Mode.SCHEDULED || needed >= WORTH_SENDING * seats || day - demand.oldest() >= PATIENCE_DAYS;
                    int taken = Math.min(seats, (int) Math.floor(crossings));
                    if (!worth || taken == 0 || (flies && flights + 1e-9 < slot)) {
                        break;
                    }
                    offered.add(new Departure(transport.id() + "-" + situation.dateOf(day) + "-" + n, day, demand.destination(), taken,
                            transport.mode().name().toLowerCase(Locale.ROOT)));
                    crossings -= taken;
                    flights -= flies ? slot : 0;
                    needed -= taken;
                }
            }
        }
        return offered;
    }

    private boolean runs(Capacities.Transport transport, String destination, int day) {
        int first = situation.dayOf(transport.firstDate());
        HomeState state = situation.states.get(destination);
        int start = state == null ? first : Math.max(first, state.seatsFrom);
        if (day < start || day > situation.dayOf(transport.lastDate())) {
            return false;
        }
        int run = (int) Math.round(transport.daysPerRound().value());
        int pause = (int) Math.round(transport.pauseDays().value());
        return (day - start) % (run + pause) < run;
    }

    /** A state with many people ready sends its larger vehicles. */
    private int seatsEach(Capacities.Transport transport, int vehicles, int needed, boolean firm) {
        if (vehicles == 0) {
            return 0;
        }
        double fullScale = transport.vehiclesPerDay().value() * situation.scale;
        double wanted = Math.min(transport.seatsHigh().value(), Math.max(transport.seatsLow().value(), needed / fullScale));
        double all = fullScale * situation.parameters.seatUse() * wanted
                + carried.getOrDefault(transport.id(), 0.0);
        int each = (int) Math.min(transport.seatsHigh().value(), Math.floor(all / vehicles + 1e-9));
        if (firm) {
            carried.put(transport.id(), Math.min(vehicles, Math.max(0, all - (double) each * vehicles)));
        }
        return each;
    }
}
