package org.moei.rehearsal.day;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGeneratorFactory;
import org.moei.rehearsal.generator.Population;
import org.moei.rehearsal.scenario.Scenario;

/** Whole runs of an operation, kept so that tests can ask about them. */
record Runs(Scenario scenario, List<Traveller> travellers, List<DayReport> days) {
    static final long SEED = Long.getLong("seed", 2025);

    static Scenario scenario(String name) {
        return Scenario.read(Path.of("..", "scenarios", name));
    }

    static List<Traveller> travellers(Scenario scenario, int people) {
        return Travellers.of(Population.make(scenario, people, SEED));
    }

    static Runs of(Scenario scenario, int people) {
        return of(scenario, travellers(scenario, people), new FlowDesk());
    }

    static Runs of(Scenario scenario, List<Traveller> travellers, OperationDesk desk) {
        DayEngine engine = new DayEngine(scenario, travellers, DayParameters.FITTED, RandomGeneratorFactory.of("L64X128MixRandom").create(SEED), desk);
        List<DayReport> days = new ArrayList<>();
        engine.forEachRemaining(days::add);
        return new Runs(scenario, travellers, days);
    }

    double scale() {
        return travellers.stream().filter(Traveller::inSeries).count() / scenario.people().value();
    }

    DayTotals last() {
        return days.getLast().totals();
    }

    SortedMap<LocalDate, Integer> returned() {
        SortedMap<LocalDate, Integer> returned = new TreeMap<>();
        days.forEach(day -> returned.put(day.date(), day.totals().returnedInSeries()));
        return returned;
    }

    /** Events of each person, in the order of time. */
    Map<String, List<PersonEvent>> byPerson() {
        Map<String, List<PersonEvent>> byPerson = new HashMap<>();
        for (DayReport day : days) {
            day.events().forEach(event -> byPerson.computeIfAbsent(event.person(), key -> new ArrayList<>()).add(event));
        }
        return byPerson;
    }

    Traveller traveller(String id) {
        return Objects.requireNonNull(travellers.stream().filter(t -> t.id().equals(id)).findFirst().orElse(null));
    }

    List<PersonEvent> events() {
        return days.stream().flatMap(day -> day.events().stream()).toList();
    }
}
