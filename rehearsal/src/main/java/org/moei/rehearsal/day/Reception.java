package org.moei.rehearsal.day;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.moei.rehearsal.scenario.Capacities;

/** People come out, wait at a holding place, and get a token at the desk; where citizens are sorted, they go through its steps. */
final class Reception {
    private static final int DESK_OPENS = 10 * 60;
    private static final int DESK_MINUTES = 8 * 60;

    private final Situation situation;
    private final Places places;
    private final List<Person> byTakenOut;
    private final PriorityQueue<Person> queue = new PriorityQueue<>(
            Comparator.<Person>comparingInt(person -> person.arrivesOn).thenComparingInt(person -> person.index));
    private final Allowance desk = new Allowance();
    private final List<ArrayDeque<Person>> sortingQueues = new ArrayList<>();
    private final List<Allowance> sortingSteps = new ArrayList<>();
    private final Map<String, Integer> takenOutByNationality = new TreeMap<>();
    private int next;
    private int tokens;

    Reception(Situation situation, Places places) {
        this.situation = situation;
        this.places = places;
        byTakenOut = situation.people.stream()
                .sorted(Comparator.<Person>comparingInt(person -> person.takenOutOn).thenComparingInt(person -> person.index)).toList();
        situation.capacities.sorting().forEach(step -> {
            sortingQueues.add(new ArrayDeque<>());
            sortingSteps.add(new Allowance());
        });
    }

    int tokens() {
        return tokens;
    }

    int takenOut() {
        return next;
    }

    Map<String, Integer> takenOutByNationality() {
        return takenOutByNationality;
    }

    /** People by their place in the order of coming out. */
    List<Person> between(int from, int until) {
        return byTakenOut.subList(from, until);
    }

    void peopleComeOut(int day, DayLog log) {
        int first = next;
        while (next < byTakenOut.size() && byTakenOut.get(next).takenOutOn <= day) {
            next++;
        }
        for (int n = first; n < next; n++) {
            Person person = byTakenOut.get(n);
            int minute = 6 * 60 + 120 * (n - first) / (next - first);
            log.add(minute, person, new DayEvent.TakenOut(person.traveller.wayOut()));
            places.takeIn(person, minute + 60, log);
            queue.add(person);
            takenOutByNationality.merge(person.traveller.nationality(), 1, Integer::sum);
        }
    }

    /**
     * First come, first served, as many as the desk can take. Groups outside the published series were handed over across the river
     * on the day itself and are received on the spot, inside the same capacity; the others stand at the desk once it is open.
     */
    List<Person> deskWorks(int day, DayLog log) {
        boolean open = situation.capacities.desk().map(d -> !d.from().isAfter(situation.dateOf(day))).orElse(true);
        int capacity = situation.capacities.desk()
                .map(d -> desk.today(d.peoplePerDay().value() * situation.scale))
                .orElse(Integer.MAX_VALUE);
        List<Person> served = new ArrayList<>();
        List<Person> notYet = new ArrayList<>();
        while (!queue.isEmpty() && queue.element().arrivesOn <= day && served.size() < capacity) {
            Person person = queue.remove();
            if (open || !person.traveller.inSeries()) {
                served.add(person);
            } else {
                notYet.add(person);
            }
        }
        queue.addAll(notYet);
        for (int n = 0; n < served.size(); n++) {
            giveToken(served.get(n), day, DESK_OPENS + DESK_MINUTES * n / served.size(), log);
        }
        return served;
    }

    private void giveToken(Person person, int day, int minute, DayLog log) {
        person.tokenOn = day;
        log.add(minute, person, new DayEvent.TokenGiven(++tokens));
        for (Need need : person.traveller.needs().stream().sorted().toList()) {
            log.add(minute + 1, person, new DayEvent.UrgentNeedSeen(need));
        }
        Chance chance = situation.chance;
        if (!person.guardian) {
            // A guardian is named by the social welfare office; weeks, as it has to find the family first (assumed).
            situation.agenda.add(day + chance.days(5, 21, Chance.Purpose.GUARDIAN, person.index, 0), Agenda.Step.GUARDIAN, person);
            places.shelter(person, minute + 30, log);
        }
        if (!person.fit) {
            situation.agenda.add(day + chance.days(2, 21, Chance.Purpose.FIT, person.index, 0), Agenda.Step.FIT, person);
        }
        situation.agenda.add(day + chance.days(0, 1, Chance.Purpose.DECLARATION_DAY, person.index, 0), Agenda.Step.DECLARATION, person);
        if (!sortingQueues.isEmpty()) {
            sortingQueues.getFirst().add(person);
        }
    }

    /** Each step takes up to its capacity; whoever is through joins the next step's queue for the next day. */
    void sorting(int day, DayLog log) {
        List<Capacities.SortingStep> steps = situation.capacities.sorting();
        for (int s = steps.size() - 1; s >= 0; s--) {
            Capacities.SortingStep step = steps.get(s);
            int capacity = sortingSteps.get(s).today(step.peoplePerDay().value() * situation.scale);
            for (int n = 0; n < capacity && !sortingQueues.get(s).isEmpty(); n++) {
                Person person = sortingQueues.get(s).remove();
                person.sortedSteps++;
                int group = (int) (situation.chance.unit(Chance.Purpose.SORTED_INTO, person.index, s) * step.groups().size());
                log.add(18 * 60 + 2 * s, person, new DayEvent.Sorted(step.name(), step.groups().isEmpty() ? "" : step.groups().get(group)));
                if (s + 1 < steps.size()) {
                    sortingQueues.get(s + 1).add(person);
                }
                situation.trackChanged(person, day);
            }
        }
    }
}
