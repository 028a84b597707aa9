package org.moei.rehearsal.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.moei.planning.api.Departure;
import org.moei.rehearsal.scenario.Capacities;

/** What may never happen on any day, checked on a whole run at the published size. */
class DayPromisesTest {
    private static Runs run = Runs.of(Runs.scenario("cambodia-2026"), 50);
    private static Map<String, List<PersonEvent>> byPerson = Map.of();

    @BeforeAll
    static void runTheRelease() {
        run = Runs.of(Runs.scenario("myawaddy-2025"), 14_200);
        byPerson = run.byPerson();
        System.out.println("DayPromisesTest seed " + Runs.SEED + ", " + run.events().size() + " events, " + run.last());
    }

    @Test
    void noCapacityIsExceededOnAnyDay() {
        Capacities capacities = run.scenario().capacities();
        double desk = capacities.desk().orElseThrow().peoplePerDay().value();
        double decisions = capacities.screening().stream().mapToDouble(phase -> phase.decisionsPerDayHigh().value()).max().orElseThrow();
        for (DayReport day : run.days()) {
            assertThat(count(day, DayEvent.TokenGiven.class)).as("tokens on %s", day.date()).isLessThanOrEqualTo(Math.round(desk));
            assertThat(count(day, DayEvent.Decided.class)).as("decisions on %s", day.date()).isLessThanOrEqualTo((long) Math.ceil(decisions));
            assertThat(count(day, DayEvent.Interviewed.class)).as("interviews on %s", day.date()).isLessThanOrEqualTo((long) Math.ceil(decisions));
            assertThat((double) count(day, DayEvent.Departed.class)).as("departed on %s", day.date()).isLessThanOrEqualTo(limit(Capacities.LimitKind.CROSSINGS_PER_DAY, day.date()));
        }
    }

    @Test
    void noVehicleIsOverfilledAndNoMoreFlyThanTheAirportTakes() {
        Map<String, Integer> seats = new HashMap<>();
        Map<String, Integer> riders = new HashMap<>();
        Map<LocalDate, Integer> flights = new HashMap<>();
        for (DayReport day : run.days()) {
            for (Departure departure : day.offered()) {
                assertThat(seats.put(departure.id(), departure.seats())).as("%s offered twice", departure.id()).isNull();
                boolean flies = departure.mode().equals("charter") || departure.mode().equals("military");
                flights.merge(run.scenario().firstDate().plusDays(departure.day()), flies ? 1 : 0, Integer::sum);
            }
            for (PersonEvent event : day.events()) {
                if (event.event() instanceof DayEvent.Departed departed) {
                    riders.merge(departed.departure(), 1, Integer::sum);
                }
            }
        }
        riders.forEach((departure, people) -> assertThat(seats.getOrDefault(departure, 0)).as(departure).isGreaterThanOrEqualTo(people));
        flights.forEach((date, number) -> assertThat((double) number).as("flights on %s", date).isLessThanOrEqualTo(limit(Capacities.LimitKind.FLIGHTS_PER_DAY, date)));
        assertThat(riders).hasSizeGreaterThan(100);
    }

    @Test
    void nobodyDepartsTwiceOrAfterClaimingFearOrBeforeEveryTrackIsDone() {
        byPerson.forEach((person, events) -> {
            Set<Class<?>> done = new HashSet<>();
            for (PersonEvent event : events) {
                if (event.event() instanceof DayEvent.Departed) {
                    assertThat(done).as(person).doesNotContain(DayEvent.Departed.class, DayEvent.FearClaimed.class);
                    assertThat(done).as(person).contains(DayEvent.TokenGiven.class, DayEvent.DeclarationMade.class, DayEvent.IdentityConfirmed.class,
                            DayEvent.MoneyThere.class, DayEvent.SeatPlanned.class, DayEvent.ExitCleared.class);
                    assertThat(done.contains(DayEvent.TravelDocumentIssued.class) || run.traveller(person).passportHeld()).as(person).isTrue();
                }
                done.add(event.event().getClass());
            }
        });
    }

    @Test
    void nothingGoesToAnEmbassyWithoutConsentOrAfterAFear() {
        byPerson.forEach((person, events) -> {
            Set<Class<?>> done = new HashSet<>();
            for (PersonEvent event : events) {
                if (event.event() instanceof DayEvent.PacketSent) {
                    assertThat(done).as(person).contains(DayEvent.EmbassyConsentGiven.class).doesNotContain(DayEvent.FearClaimed.class);
                }
                done.add(event.event().getClass());
            }
        });
    }

    @Test
    void noChildAloneTravelsWithoutAGuardian() {
        int children = 0;
        for (Map.Entry<String, List<PersonEvent>> entry : byPerson.entrySet()) {
            if (run.traveller(entry.getKey()).needs().contains(Need.CHILD_ALONE)) {
                boolean guardian = false;
                for (PersonEvent event : entry.getValue()) {
                    guardian |= event.event() instanceof DayEvent.GuardianNamed;
                    assertThat(event.event() instanceof DayEvent.Departed && !guardian).as(entry.getKey()).isFalse();
                }
                children++;
            }
        }
        assertThat(children).isPositive();
    }

    @Test
    void whoeverLeavesUnscreenedLeavesUnderANameAndNobodyElseDoes() {
        byPerson.forEach((person, events) -> {
            boolean decided = false;
            for (PersonEvent event : events) {
                decided |= event.event() instanceof DayEvent.Decided;
                if (event.event() instanceof DayEvent.Departed departed) {
                    assertThat(departed.unscreened()).as(person).isEqualTo(!decided);
                    assertThat(departed.override().isPresent()).as(person).isEqualTo(departed.unscreened());
                }
            }
        });
    }

    @Test
    void theBacklogIsRegisteredLessDecidedLessLeftUnscreened() {
        int registered = 0;
        int decided = 0;
        int left = 0;
        for (DayReport day : run.days()) {
            registered += (int) count(day, DayEvent.TokenGiven.class);
            decided += (int) count(day, DayEvent.Decided.class);
            left += (int) day.events().stream().filter(e -> e.event() instanceof DayEvent.Departed d && d.unscreened()).count();
            assertThat(day.totals().waiting()).as("%s", day.date()).isEqualTo(registered - decided - left).isNotNegative();
            assertThat(day.totals().present()).as("%s", day.date()).isEqualTo(day.totals().takenOut() - day.totals().departed());
            assertThat(day.totals().atPlace().values().stream().mapToInt(Integer::intValue).sum()).as("%s", day.date()).isEqualTo(day.totals().present());
        }
    }

    @Test
    void companionsWhoWantItLeaveTogetherAndThoseKeptApartNever() {
        Map<String, String> departureOf = new HashMap<>();
        run.events().forEach(event -> {
            if (event.event() instanceof DayEvent.Departed departed) {
                departureOf.put(event.person(), departed.departure());
            }
        });
        int together = 0;
        int pairs = 0;
        for (Traveller traveller : run.travellers()) {
            String own = departureOf.get(traveller.id());
            for (String other : traveller.apartFrom()) {
                assertThat(own != null && own.equals(departureOf.get(other))).as("%s and %s", traveller.id(), other).isFalse();
            }
            for (String other : traveller.travelsWith()) {
                if (own != null && departureOf.containsKey(other)) {
                    pairs++;
                    together += own.equals(departureOf.get(other)) ? 1 : 0;
                }
            }
        }
        // Not all: a companion who could not go for weeks may follow later.
        System.out.println("DayPromisesTest: " + together + " of " + pairs + " companions on the same departure");
        assertThat(together).isGreaterThan(pairs * 8 / 10);
    }

    @Test
    void whoeverIsLeftAtTheEndHasAReason() {
        long left = run.events().stream().filter(event -> event.event() instanceof DayEvent.LeftBehindAtEnd).count();
        assertThat(left).isEqualTo(run.last().present());
    }

    @Test
    void everyPlanHasABoundBelowItsObjective() {
        long journeys = run.days().stream().flatMap(day -> day.journey().stream())
                .peek(journey -> assertThat(journey.bound()).isLessThanOrEqualTo(journey.objective())).count();
        assertThat(journeys).isGreaterThan(200);
    }

    private static long count(DayReport day, Class<? extends DayEvent> kind) {
        return day.events().stream().filter(event -> kind.isInstance(event.event())).count();
    }

    private static double limit(Capacities.LimitKind kind, LocalDate date) {
        return run.scenario().capacities().limits().stream()
                .filter(limit -> limit.kind() == kind && !limit.from().isAfter(date) && !limit.until().isBefore(date))
                .mapToDouble(limit -> limit.value().value()).min().orElse(Double.POSITIVE_INFINITY);
    }
}
