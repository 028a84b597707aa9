package org.moei.rehearsal.day;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.moei.planning.api.Departure;
import org.moei.rehearsal.scenario.Scenario;

/**
 * Simulates an operation day by day. The same scenario, people, first draw of the generator and answers of the desk give the same events; whoever stops in
 * the middle starts anew and skips the days already seen.
 *
 * <p>Capacities, transports, places and limits are multiplied by people here ÷ people as published. Two kinds of limit do not bind:
 * {@code RETURNS_PER_WEEK} was a plan, exceeded by published crossings in its first week, and what a holder offers
 * ({@code OFFERED_PER_DAY}) already shows in the detained series.
 *
 * <p>Holding places may exceed their capacity, because those who hold people do; {@link DayTotals#overCapacity()} says by how many.
 */
public final class DayEngine implements Iterator<DayReport> {
    private final Situation situation;
    private final Places places;
    private final Reception reception;
    private final Interviews interviews;
    private final Consulate consulate;
    private final Journeys journeys;
    private final double foodPerDay;
    private final double returnEach;
    private int day;
    private int takenOutInSeries;
    private int landed;
    private int home;
    private double foodCost;

    /**
     * @param travellers in any order
     * @param random one number is drawn from it
     * @param desk makes the operation's own choices
     */
    public DayEngine(Scenario scenario, List<Traveller> travellers, DayParameters parameters, RandomGenerator random, OperationDesk desk) {
        situation = new Situation(scenario, travellers, parameters, random.nextLong());
        places = new Places(situation);
        reception = new Reception(situation, places);
        interviews = new Interviews(situation, places, desk);
        consulate = new Consulate(situation, places);
        journeys = new Journeys(situation, places, consulate, interviews, desk);
        foodPerDay = cost("person-day");
        returnEach = cost("person");
    }

    private double cost(String unit) {
        return situation.capacities.costs().stream()
                .filter(cost -> cost.unit().equals(unit))
                .mapToDouble(cost -> (cost.low().value() + cost.high().value()) / 2)
                .sum();
    }

    @Override
    public boolean hasNext() {
        return day < situation.days;
    }

    /** Simulates the next day. */
    @Override
    public DayReport next() {
        if (!hasNext()) {
            throw new NoSuchElementException("The scenario ends on " + situation.scenario.lastDate() + ".");
        }
        LocalDate date = situation.dateOf(day);
        DayLog log = new DayLog(date);
        journeys.leave(day, log);
        int before = reception.takenOut();
        reception.peopleComeOut(day, log);
        List<Person> registered = reception.deskWorks(day, log);
        agenda(log);
        if (reception.tokens() > 0) {
            consulate.notifyStates(day, reception.takenOutByNationality());
        }
        reception.sorting(day, log);
        if (situation.hasScreening()) {
            interviews.work(day, log);
            registered.forEach(person -> interviews.join(person, date));
        }
        Optional<DayReport.Journey> journey = journeys.plan(day, log);
        List<Departure> offered = journeys.firm();
        if (day == situation.days - 1) {
            sayWhoIsLeft(log);
        }
        DayTotals totals = totals(date, before);
        List<String> agreed = consulate.agreements(day);
        day++;
        return new DayReport(date, log.inOrder(), agreed, offered, journey, totals);
    }

    private void agenda(DayLog log) {
        for (long entry : situation.agenda.take(day)) {
            Person person = situation.people.get(Agenda.person(entry));
            switch (Agenda.step(entry)) {
                case LANDING -> {
                    landed++;
                    log.add(5 * 60, person, new DayEvent.Landed(person.seat));
                }
                case HOME -> {
                    home++;
                    log.add(20 * 60, person, new DayEvent.ReachedHome());
                }
                case DECLARATION -> consulate.ask(person, day, log);
                case CONSENT -> consulate.askConsent(person, day, log);
                case PACKET -> consulate.sendPacket(person, day, log);
                case IDENTITY -> consulate.answerIdentity(person, day, log);
                case DOCUMENT -> consulate.issueDocument(person, day, log);
                case MONEY -> consulate.pay(person, day, log);
                case GUARDIAN -> {
                    person.guardian = true;
                    log.add(15 * 60, person, new DayEvent.GuardianNamed());
                    situation.trackChanged(person, day);
                }
                case FIT -> {
                    person.fit = true;
                    log.add(15 * 60, person, new DayEvent.FitToTravel());
                    situation.trackChanged(person, day);
                }
            }
        }
    }

    private void sayWhoIsLeft(DayLog log) {
        for (Person person : situation.people) {
            if (person.isPresent(day)) {
                boolean maySkip = situation.policy(person.traveller.nationality(), situation.dateOf(day)).isPresent();
                log.add(23 * 60, person, new DayEvent.LeftBehindAtEnd(person.whyStill(day, maySkip)));
            }
        }
    }

    private DayTotals totals(LocalDate date, int takenOutBefore) {
        takenOutInSeries += (int) reception.between(takenOutBefore, reception.takenOut()).stream().filter(person -> person.traveller.inSeries()).count();
        int present = reception.takenOut() - journeys.departed();
        foodCost += present * foodPerDay;
        int waiting = situation.hasScreening() ? reception.tokens() - interviews.decided() - journeys.leftUnscreened() : 0;
        return new DayTotals(date, reception.takenOut(), takenOutInSeries, reception.tokens(), interviews.called(), interviews.interviewed(),
                interviews.decided(), waiting, journeys.leftUnscreened(), consulate.fearsClaimed(), journeys.departed(), journeys.returnedInSeries(),
                landed, home, present, places.occupancy(), places.overCapacity(), foodCost, journeys.departed() * returnEach);
    }
}
