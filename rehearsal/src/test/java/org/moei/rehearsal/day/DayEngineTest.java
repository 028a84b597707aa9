package org.moei.rehearsal.day;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.moei.planning.api.Departure;
import org.moei.planning.api.SeatPlan;
import org.moei.planning.api.TravelGroup;
import org.moei.rehearsal.scenario.Scenario;

class DayEngineTest {
    private final Scenario scenario = Runs.scenario("myawaddy-2025");

    @Test
    void theSamePeopleInAnyOrderGiveTheSameDays() {
        List<Traveller> travellers = Runs.travellers(scenario, 800);
        List<Traveller> shuffled = new ArrayList<>(travellers);
        Collections.shuffle(shuffled, new Random(Runs.SEED));
        assertThat(Runs.of(scenario, shuffled, new FlowDesk()).days()).isEqualTo(Runs.of(scenario, travellers, new FlowDesk()).days());
    }

    @Test
    void eventsStandInTheOrderOfTime() {
        Runs run = Runs.of(scenario, 800);
        for (DayReport day : run.days()) {
            int before = 0;
            for (PersonEvent event : day.events()) {
                assertThat(event.date()).isEqualTo(day.date());
                assertThat(event.minute()).isBetween(before, 24 * 60 - 1);
                before = event.minute();
            }
        }
    }

    @Test
    void aTenthOfThePeopleReturnsAtTheSamePaceAsAll() {
        Runs few = Runs.of(scenario, 1_500);
        Runs many = Runs.of(scenario, 14_200);
        for (LocalDate date : List.of(LocalDate.of(2025, 4, 3), LocalDate.of(2025, 6, 17), LocalDate.of(2025, 12, 14), scenario.lastDate())) {
            double share = few.returned().getOrDefault(date, 0) / 1_500.0;
            assertThat(share).as("%s", date).isCloseTo(many.returned().getOrDefault(date, 0) / 14_200.0, org.assertj.core.data.Offset.offset(0.06));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sa-kaeo-2025", "cambodia-2026", "myawaddy-swarm", "myawaddy-2025"})
    void everyOperationRunsToItsLastDayAndMostPeopleGetHome(String name) {
        Scenario other = Runs.scenario(name);
        Runs run = Runs.of(other, 2_000);
        System.out.println(name + ": " + run.last());
        assertThat(run.days().getLast().date()).isEqualTo(other.lastDate());
        assertThat(run.last().departed()).isGreaterThan(run.last().takenOut() / 2);
        assertThat(run.last().departed() + run.last().present()).isEqualTo(run.travellers().size());
    }

    @Test
    void aNamedOperationMayCallWhomItWants() {
        OperationDesk lastComeFirst = new Wrapped() {
            @Override
            public List<String> callToInterview(LocalDate day, Collection<Waiting> waiting, int places) {
                List<Waiting> queue = new ArrayList<>(waiting);
                Collections.reverse(queue);
                return queue.stream().limit(places).map(Waiting::person).toList();
            }
        };
        List<Traveller> travellers = Runs.travellers(scenario, 800);
        assertThat(decisions(Runs.of(scenario, travellers, lastComeFirst))).isNotEqualTo(decisions(Runs.of(scenario, travellers, new FlowDesk())));
    }

    @Test
    void aDeskThatCallsSomebodyWhoDoesNotWaitIsStopped() {
        OperationDesk wrong = new Wrapped() {
            @Override
            public List<String> callToInterview(LocalDate day, Collection<Waiting> waiting, int places) {
                return List.of("nobody");
            }
        };
        assertThatThrownBy(() -> Runs.of(scenario, Runs.travellers(scenario, 300), wrong)).hasMessageContaining("each must be waiting");
    }

    @Test
    void aPlanThatOverfillsAVehicleIsStopped() {
        OperationDesk wrong = new Wrapped() {
            @Override
            public SeatPlan plan(LocalDate day, List<TravelGroup> ready, List<Departure> offered) {
                TreeMap<String, String> all = new TreeMap<>();
                ready.forEach(group -> all.put(group.id(), offered.getFirst().id()));
                return new SeatPlan(all, new TreeMap<>(), 0, 0, "", List.of(), List.of(), 0);
            }
        };
        assertThatThrownBy(() -> Runs.of(scenario, Runs.travellers(scenario, 3_000), wrong)).hasMessageContaining("than it has seats");
    }

    private static List<String> decisions(Runs run) {
        return run.events().stream().filter(event -> event.event() instanceof DayEvent.Decided).map(PersonEvent::person).toList();
    }

    /** The ordinary desk, one answer of which a test changes. */
    private static class Wrapped implements OperationDesk {
        private final FlowDesk ordinary = new FlowDesk();

        @Override
        public List<String> callToInterview(LocalDate day, Collection<Waiting> waiting, int places) {
            return ordinary.callToInterview(day, waiting, places);
        }

        @Override
        public SeatPlan plan(LocalDate day, List<TravelGroup> ready, List<Departure> offered) {
            return ordinary.plan(day, ready, offered);
        }
    }
}
