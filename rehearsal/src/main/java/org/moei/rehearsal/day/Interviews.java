package org.moei.rehearsal.day;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.moei.rehearsal.scenario.Capacities;

/** Teams listen to as many a day as they can decide about, all teams together, and decide not later than on the next day with room. */
final class Interviews {
    /** One in thirty does not come when the number is called (assumed). */
    private static final double DOES_NOT_COME = 1 / 30.0;
    private static final int FIRST_INTERVIEW = 11 * 60 + 30;

    private static final int FIRST_DECISION = 17 * 60;

    private final Situation situation;
    private final Places places;
    private final OperationDesk desk;
    private final Map<String, OperationDesk.Waiting> waiting = new LinkedHashMap<>();
    private final ArrayDeque<Person> toDecide = new ArrayDeque<>();
    private final Allowance decisions = new Allowance();
    private int called;
    private int interviewed;
    private int decided;

    Interviews(Situation situation, Places places, OperationDesk desk) {
        this.situation = situation;
        this.places = places;
        this.desk = desk;
    }

    int called() {
        return called;
    }

    int interviewed() {
        return interviewed;
    }

    int decided() {
        return decided;
    }

    void join(Person person, LocalDate date) {
        boolean skips = situation.policy(person.traveller.nationality(), date).isPresent();
        waiting.put(person.id(), new OperationDesk.Waiting(person.id(), person.traveller.nationality(), date,
                person.traveller.needs(), person.traveller.child(), skips));
    }

    void leave(Person person) {
        waiting.remove(person.id());
    }

    /** A day of the teams; nothing before the first phase begins. */
    void work(int day, DayLog log) {
        LocalDate date = situation.dateOf(day);
        Optional<Capacities.ScreeningPhase> phase = situation.phase(date);
        if (phase.isEmpty() || situation.capacities.teams().isEmpty()) {
            return;
        }
        double low = phase.get().decisionsPerDayLow().value();
        double high = phase.get().decisionsPerDayHigh().value();
        double drawn = low + (high - low) * situation.chance.unit(Chance.Purpose.DECISIONS_TODAY, day, 0);
        int capacity = decisions.today(drawn * situation.scale);
        int minute = listen(day, capacity, log);
        for (int n = 0; n < capacity && !toDecide.isEmpty(); n++) {
            Person person = toDecide.remove();
            if (person.departedOn < 0) {
                decide(person, phase.get().ruleVersion(), day, minute + n, log);
            }
        }
    }

    private int listen(int day, int capacity, DayLog log) {
        List<String> chosen = capacity == 0 || waiting.isEmpty()
                ? List.of()
                : desk.callToInterview(situation.dateOf(day), Collections.unmodifiableCollection(waiting.values()), capacity);
        check(chosen, capacity);
        int minute = FIRST_INTERVIEW;
        for (String id : chosen) {
            Person person = personOf(id);
            called += person.called ? 0 : 1;
            person.called = true;
            log.add(minute, person, new DayEvent.CalledToInterview());
            if (situation.chance.happens(DOES_NOT_COME, Chance.Purpose.COMES_WHEN_CALLED, person.index, day)) {
                log.add(minute + 30, person, new DayEvent.DidNotCome());
            } else {
                waiting.remove(id);
                interviewed++;
                log.add(minute + 30, person, new DayEvent.Interviewed(teamOf(person), person.traveller.languages().getFirst(), person.traveller.replies().all()));
                toDecide.add(person);
            }
            minute += Math.max(1, 5 * 60 / chosen.size());
        }
        return Math.max(minute + 60, FIRST_DECISION);
    }

    private void check(List<String> chosen, int capacity) {
        Set<String> once = new HashSet<>(chosen);
        if (chosen.size() > capacity || once.size() != chosen.size() || !waiting.keySet().containsAll(once)) {
            throw new IllegalStateException("The desk called " + chosen.size() + " people to " + capacity
                    + " interviews; each must be waiting and be called once.");
        }
    }

    private void decide(Person person, String ruleVersion, int day, int minute, DayLog log) {
        Finding finding = TeamJudgement.of(person.traveller.replies().all(), person.traveller.child());
        person.decided = true;
        decided++;
        log.add(minute, person, new DayEvent.Decided(teamOf(person), ruleVersion, finding));
        if (finding == Finding.GROUNDS_FOUND) {
            places.shelter(person, minute + 1, log);
        }
        situation.trackChanged(person, day);
    }

    private String teamOf(Person person) {
        List<Capacities.Team> teams = situation.capacities.teams();
        return teams.get((int) (situation.chance.unit(Chance.Purpose.TEAM, person.index, 0) * teams.size())).name();
    }

    private Person personOf(String id) {
        Person person = situation.byId.get(id);
        if (person == null) {
            throw new IllegalStateException("The person (" + id + ") is not part of the operation.");
        }
        return person;
    }
}
