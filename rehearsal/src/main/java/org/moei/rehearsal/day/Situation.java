package org.moei.rehearsal.day;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.moei.rehearsal.scenario.Capacities;
import org.moei.rehearsal.scenario.Scenario;

/** What the parts of the engine share: the people, their states, the agenda, chance, and what the scenario allows on a day. */
final class Situation {
    final Scenario scenario;
    final Capacities capacities;
    final DayParameters parameters;
    final Chance chance;
    /** People here, divided by people as published, with the groups that stand outside the series and never scale. */
    final double scale;
    final int days;
    final List<Person> people = new ArrayList<>();
    final Map<String, Person> byId = new HashMap<>();
    final TreeMap<String, HomeState> states = new TreeMap<>();
    final Agenda agenda;
    /** People with all tracks done, without a seat, by index. */
    final TreeSet<Integer> ready = new TreeSet<>();

    Situation(Scenario scenario, List<Traveller> travellers, DayParameters parameters, long seed) {
        this.scenario = scenario;
        this.capacities = scenario.capacities();
        this.parameters = parameters;
        this.chance = new Chance(seed);
        double outsideSeries = scenario.population().waves().stream().filter(wave -> !wave.inSeries()).mapToDouble(wave -> wave.people().value()).sum();
        this.scale = Math.max(1, travellers.size()) / (scenario.people().value() + outsideSeries);
        this.days = dayOf(scenario.lastDate()) + 1;
        this.agenda = new Agenda(days);
        Set<String> withTransport = new HashSet<>();
        capacities.transports().forEach(transport -> withTransport.add(transport.nationality()));
        List<Traveller> sorted = travellers.stream().sorted(Comparator.comparing(Traveller::id)).toList();
        for (Traveller traveller : sorted) {
            HomeState state = states.computeIfAbsent(traveller.nationality(), nationality ->
                    new HomeState(nationality, scenario.embassyOf(nationality), withTransport.contains(nationality) ? nationality : "*"));
            int takenOut = Math.max(0, dayOf(traveller.takenOutOn()));
            Person person = new Person(people.size(), traveller, state, takenOut, Math.max(takenOut, dayOf(traveller.arrivesOn())));
            people.add(person);
            if (byId.put(traveller.id(), person) != null) {
                throw new IllegalArgumentException("The person (" + traveller.id() + ") stands twice among the travellers.");
            }
        }
        bindCompanions();
    }

    /** Companions are bound where both name each other and the same transports take them home. */
    private void bindCompanions() {
        for (Person person : people) {
            for (String id : person.traveller.travelsWith()) {
                Person other = byId.get(id);
                if (other != null && other.index > person.index && wantEachOther(person, other)) {
                    List<Person> joined = new ArrayList<>(person.group);
                    joined.addAll(other.group);
                    joined.sort(Comparator.comparingInt(member -> member.index));
                    joined.forEach(member -> member.group = joined);
                }
            }
        }
    }

    @SuppressWarnings("ReferenceEquality") // members of one group share the list
    private static boolean wantEachOther(Person one, Person other) {
        return one.group != other.group
                && other.traveller.travelsWith().contains(one.id())
                && other.state.destination.equals(one.state.destination);
    }

    int dayOf(LocalDate date) {
        return (int) ChronoUnit.DAYS.between(scenario.firstDate(), date);
    }

    LocalDate dateOf(int day) {
        return scenario.firstDate().plusDays(day);
    }

    /** Whether nobody screens in this operation, neither teams nor steps of a sorting. */
    boolean nobodyScreens() {
        return capacities.screening().isEmpty() && capacities.sorting().isEmpty();
    }

    boolean hasScreening() {
        return !capacities.screening().isEmpty();
    }

    /** The phase in force, if teams work on that day. */
    Optional<Capacities.ScreeningPhase> phase(LocalDate date) {
        return capacities.screening().stream().filter(phase -> !phase.from().isAfter(date)).max(Comparator.comparing(Capacities.ScreeningPhase::from));
    }

    /** The policy under which the nationality may leave unscreened on a day: its own before the one for all, the latest of each. */
    Optional<Capacities.UnscreenedPolicy> policy(String nationality, LocalDate date) {
        return capacities.unscreened().stream()
                .filter(policy -> !policy.from().isAfter(date) && (policy.nationality().equals(nationality) || policy.nationality().equals("*")))
                .max(Comparator.<Capacities.UnscreenedPolicy>comparingInt(policy -> policy.nationality().equals("*") ? 0 : 1)
                        .thenComparing(Capacities.UnscreenedPolicy::from));
    }

    /** Whether a team decided; where no teams work, whether the sorting was gone through to its end. */
    boolean isScreened(Person person) {
        boolean sorted = !hasScreening() && !capacities.sorting().isEmpty() && person.sortedSteps == capacities.sorting().size();
        return person.decided || sorted;
    }

    boolean mayLeave(Person person, LocalDate date) {
        boolean sortingDone = person.sortedSteps == capacities.sorting().size();
        return sortingDone && (nobodyScreens() || isScreened(person) || policy(person.traveller.nationality(), date).isPresent());
    }

    /** The smallest limit of a kind for all nationalities that holds on a day, scaled. */
    double limit(Capacities.LimitKind kind, LocalDate date) {
        return scale * capacities.limits().stream()
                .filter(limit -> limit.kind() == kind && limit.nationality().equals("*")
                        && !limit.from().isAfter(date) && !limit.until().isBefore(date))
                .mapToDouble(limit -> limit.value().value())
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** To be called after each change of a track. */
    void trackChanged(Person person, int day) {
        if (person.tracksDone()) {
            if (person.readyOn < 0) {
                person.readyOn = day;
            }
            if (person.seat.isEmpty() && person.departedOn < 0) {
                ready.add(person.index);
            }
        } else {
            ready.remove(person.index);
        }
    }
}
