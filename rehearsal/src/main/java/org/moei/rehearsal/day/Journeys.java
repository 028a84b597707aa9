package org.moei.rehearsal.day;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.moei.planning.api.Departure;
import org.moei.planning.api.LeftBehind;
import org.moei.planning.api.SeatPlan;
import org.moei.planning.api.TravelGroup;

/** Plans seats for the days ahead, makes those of the first of them firm, and lets people leave on theirs. */
final class Journeys {
    /** Seats become firm on the evening before: until then a plan may still change. */
    static final int FIRM_DAYS_AHEAD = 1;
    /** The plan looks so many days ahead. */
    static final int HORIZON_DAYS = 7;
    /** One in five hundred says at the border that they fear to go (assumed). */
    private static final double FEAR_AT_EXIT = 0.002;
    private static final DayEvent.UnscreenedOverride NOBODY_SCREENS = new DayEvent.UnscreenedOverride("No state screens in this operation", "nobody");
    private static final int PLANNING_MINUTE = 22 * 60;
    private static final int FIRST_EXIT = 7 * 60;

    private final Situation situation;
    private final Places places;
    private final Consulate consulate;
    private final Interviews interviews;
    private final OperationDesk desk;
    private final Offers offers;
    private final TreeMap<Integer, List<Person>> seated = new TreeMap<>();
    private List<Departure> firm = List.of();
    private int departed;
    private int returnedInSeries;
    private int leftUnscreened;

    Journeys(Situation situation, Places places, Consulate consulate, Interviews interviews, OperationDesk desk) {
        this.situation = situation;
        this.places = places;
        this.consulate = consulate;
        this.interviews = interviews;
        this.desk = desk;
        this.offers = new Offers(situation);
    }

    int departed() {
        return departed;
    }

    int returnedInSeries() {
        return returnedInSeries;
    }

    int leftUnscreened() {
        return leftUnscreened;
    }

    /** Departures whose seats became firm in the last plan. */
    List<Departure> firm() {
        return firm;
    }

    /** Everybody with a seat on this day leaves, unless they say at the exit that they fear to. */
    void leave(int day, DayLog log) {
        List<Person> leaving = seated.remove(day);
        if (leaving == null) {
            return;
        }
        leaving.sort(Comparator.<Person, String>comparing(person -> person.seat).thenComparingInt(person -> person.index));
        int n = 0;
        for (Person person : leaving) {
            if (person.fear || person.seat.isEmpty()) {
                continue;
            }
            int minute = FIRST_EXIT + 180 * n++ / leaving.size();
            if (situation.chance.happens(FEAR_AT_EXIT, Chance.Purpose.FEAR_AT_EXIT, person.index, 0)) {
                consulate.claimFear(person, DayEvent.FearClaimed.Stage.EXIT, day, minute, log);
            } else {
                depart(person, day, minute, log);
            }
        }
    }

    private void depart(Person person, int day, int minute, DayLog log) {
        boolean unscreened = !situation.isScreened(person);
        Optional<DayEvent.UnscreenedOverride> override = unscreened ? Optional.of(overrideFor(person, day)) : Optional.empty();
        log.add(minute, person, new DayEvent.ExitCleared(person.seat));
        log.add(minute + 60, person, new DayEvent.Departed(person.seat, unscreened, override));
        person.departedOn = day;
        departed++;
        returnedInSeries += person.traveller.inSeries() ? 1 : 0;
        leftUnscreened += unscreened ? 1 : 0;
        interviews.leave(person);
        places.leave(person);
        situation.agenda.add(day + 1, Agenda.Step.LANDING, person);
        situation.agenda.add(day + 1 + situation.chance.days(0, 14, Chance.Purpose.HOME, person.index, 0), Agenda.Step.HOME, person);
    }

    /** Nobody leaves unscreened without a name for it; where no state screens at all, that is the name and nobody answers for it. */
    private DayEvent.UnscreenedOverride overrideFor(Person person, int day) {
        return situation.policy(person.traveller.nationality(), situation.dateOf(day))
                .map(policy -> new DayEvent.UnscreenedOverride(policy.overrideName(), policy.answersForIt()))
                .orElse(NOBODY_SCREENS);
    }

    /** Plans and makes seats firm; empty where nobody is ready or nothing runs. */
    Optional<DayReport.Journey> plan(int day, DayLog log) {
        firm = List.of();
        int firmDay = day + FIRM_DAYS_AHEAD;
        if (situation.ready.isEmpty() || firmDay >= situation.days) {
            return Optional.empty();
        }
        Map<String, List<Person>> members = new HashMap<>();
        List<TravelGroup> groups = readyGroups(firmDay, members);
        List<Departure> offered = offered(day, groups);
        if (groups.isEmpty() || offered.isEmpty()) {
            return Optional.empty();
        }
        firm = offered.stream().filter(departure -> departure.day() == firmDay).toList();
        SeatPlan plan = desk.plan(situation.dateOf(day), groups, offered);
        check(plan, groups, offered);
        Set<String> firmIds = new HashSet<>();
        firm.forEach(departure -> firmIds.add(departure.id()));
        int people = 0;
        for (Map.Entry<String, String> seat : plan.departureOfGroup().entrySet()) {
            if (firmIds.contains(seat.getValue())) {
                for (Person person : members.getOrDefault(seat.getKey(), List.of())) {
                    take(person, seat.getValue(), firmDay, log);
                    people++;
                }
            }
        }
        tellLeftOut(plan, members, log);
        int ready = groups.stream().mapToInt(TravelGroup::size).sum();
        return Optional.of(new DayReport.Journey(ready, people, plan.objective(), plan.bound(), plan.gap(), plan.boundMethod()));
    }

    private void take(Person person, String departure, int day, DayLog log) {
        person.seat = departure;
        situation.ready.remove(person.index);
        seated.computeIfAbsent(day, key -> new ArrayList<>()).add(person);
        log.add(PLANNING_MINUTE, person, new DayEvent.SeatPlanned(departure, situation.dateOf(day)));
    }

    private void tellLeftOut(SeatPlan plan, Map<String, List<Person>> members, DayLog log) {
        for (LeftBehind left : plan.leftBehind()) {
            for (Person person : members.getOrDefault(left.groupId(), List.of())) {
                String reason = left.reason().name();
                if (!person.leftOutFor.equals(reason)) {
                    person.leftOutFor = reason;
                    log.add(PLANNING_MINUTE, person, new DayEvent.LeftOutOfPlan(reason));
                }
            }
        }
    }

    /** Companions are ready when all are who will travel at all. */
    private List<TravelGroup> readyGroups(int firmDay, Map<String, List<Person>> members) {
        List<TravelGroup> groups = new ArrayList<>();
        for (int index : situation.ready) {
            Person person = situation.people.get(index);
            List<Person> travelling = person.group.stream()
                    .filter(member -> member == person || (member.isPresent(firmDay) && !member.staysFor() && member.seat.isEmpty()))
                    .toList();
            boolean first = travelling.getFirst() == person;
            boolean all = travelling.stream().allMatch(member ->
                    situation.ready.contains(member.index) && situation.mayLeave(member, situation.dateOf(firmDay)) && member.state.seatsFrom <= firmDay);
            if (first && all) {
                members.put(groupId(person), travelling);
                groups.add(groupOf(person, travelling, firmDay));
            }
        }
        return groups;
    }

    private TravelGroup groupOf(Person first, List<Person> travelling, int firmDay) {
        int ready = 0;
        int priority = 0;
        Set<String> apart = new HashSet<>();
        for (Person member : travelling) {
            ready = Math.max(ready, Math.max(member.readyOn, member.state.seatsFrom));
            priority = Math.max(priority, priorityOf(member, firmDay));
            for (String id : member.traveller.apartFrom()) {
                Person other = situation.byId.get(id);
                if (other != null && !travelling.contains(other)) {
                    apart.add(groupId(other));
                }
            }
        }
        return new TravelGroup(groupId(first), travelling.size(), first.state.destination, ready, priority, apart);
    }

    /** The group is named after its first member who still travels, so a companion who stays does not rename it for the others. */
    private static String groupId(Person person) {
        for (Person member : person.group) {
            if (member == person || (!member.staysFor() && member.departedOn < 0)) {
                return "G-" + member.id();
            }
        }
        return "G-" + person.id();
    }

    /** Two for everybody, four more for urgent needs and children, one for each three weeks since coming out, up to four. */
    private static int priorityOf(Person person, int day) {
        boolean urgent = !person.traveller.needs().isEmpty() || person.traveller.child();
        return 2 + (urgent ? 4 : 0) + Math.min(4, Math.max(0, day - person.takenOutOn) / 21);
    }

    private List<Departure> offered(int day, List<TravelGroup> groups) {
        List<Departure> offered = new ArrayList<>();
        Map<String, Integer> seatsSoFar = new HashMap<>();
        int last = Math.min(situation.days - 1, day + HORIZON_DAYS);
        for (int ahead = day + FIRM_DAYS_AHEAD; ahead <= last; ahead++) {
            List<Departure> onDay = offers.on(ahead, demands(groups, ahead, seatsSoFar), ahead == day + FIRM_DAYS_AHEAD);
            onDay.forEach(departure -> seatsSoFar.merge(departure.destination(), departure.seats(), Integer::sum));
            offered.addAll(onDay);
        }
        return offered;
    }

    private static List<Offers.Demand> demands(List<TravelGroup> groups, int day, Map<String, Integer> seatsSoFar) {
        TreeMap<String, Offers.Demand> demands = new TreeMap<>();
        for (TravelGroup group : groups) {
            if (group.readyDay() <= day) {
                demands.merge(group.destination(), new Offers.Demand(group.destination(), group.size(), group.readyDay()),
                        (a, b) -> new Offers.Demand(a.destination(), a.people() + b.people(), Math.min(a.oldest(), b.oldest())));
            }
        }
        return demands.values().stream()
                .map(demand -> new Offers.Demand(demand.destination(), demand.people() - seatsSoFar.getOrDefault(demand.destination(), 0), demand.oldest()))
                .filter(demand -> demand.people() > 0)
                .toList();
    }

    /** The desk's answer must keep to what was asked. */
    private static void check(SeatPlan plan, List<TravelGroup> groups, List<Departure> offered) {
        Map<String, Integer> free = new HashMap<>();
        offered.forEach(departure -> free.put(departure.id(), departure.seats()));
        Map<String, TravelGroup> byId = new HashMap<>();
        groups.forEach(group -> byId.put(group.id(), group));
        plan.departureOfGroup().forEach((id, departure) -> {
            TravelGroup group = byId.get(id);
            if (group == null || !free.containsKey(departure)) {
                throw new IllegalStateException("The plan seats a group (" + id + ") or names a departure (" + departure + ") that was not asked about.");
            }
            if (free.merge(departure, -group.size(), Integer::sum) < 0) {
                throw new IllegalStateException("The plan puts more people on the departure (" + departure + ") than it has seats.");
            }
            for (String other : group.keepApart()) {
                if (departure.equals(plan.departureOfGroup().get(other))) {
                    throw new IllegalStateException("The plan puts the groups " + id + " and " + other + ", who are kept apart, on one departure.");
                }
            }
        });
    }
}
