package org.moei.console.returning;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.moei.base.Ids;
import org.moei.base.Problem;
import org.moei.console.layout.Bars;
import org.moei.console.layout.Nations;
import org.moei.console.layout.Texts;
import org.moei.console.people.PersonWords;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.planning.api.Departure;
import org.moei.planning.api.LeftBehind;
import org.moei.planning.api.PlanOptions;
import org.moei.planning.api.SeatPlan;
import org.moei.planning.api.SeatPlanner;
import org.moei.planning.api.TravelGroup;
import org.moei.protection.Protection;
import org.moei.protection.people.Consents;
import org.moei.protection.people.Entry;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Track;
import org.moei.protection.repatriation.Repatriation;

/** The readiness board and the journeys, planned here with their bound. */
public final class Returns implements ReturningView {
    private static final int DRAFTS = 20;
    private static final int SILENT_DAYS = 7;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.UK);

    private final Protection protection;
    private final Ids ids;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Function<String, String> embassies;
    /** Plans that nobody kept yet. */
    private final Map<String, Draft> drafts = new LinkedHashMap<>(16, 0.75f, false) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Draft> eldest) {
            return size() > DRAFTS;
        }
    };

    private record Draft(UUID account, Request request, Instant planned, SeatPlan plan, List<Entry> seated, List<Left> left) {}

    /**
     * Over the wing.
     *
     * @param embassies who answers for a nationality, in words; empty where not known
     */
    public Returns(Protection protection, Ids ids, InstantSource clock, ZoneId zone, Function<String, String> embassies) {
        this.protection = protection;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
        this.embassies = embassies;
    }

    private static String t(String key, Object... arguments) {
        return Texts.english().of(key, arguments);
    }

    /** Six steps of a state's people who are here. */
    private static final class Row {
        private long here;
        private long returned;
        private final long[] steps = new long[6];
        private final Instant[] heard = new Instant[6];
        private Instant oldest = Instant.MAX;
        private final Map<String, Long> next = new TreeMap<>();
    }

    @Override
    public Readiness readiness(Viewer viewer) {
        protection.foundation().authoriser().require(viewer, Permission.READINESS_SEE);
        Instant now = clock.instant();
        Map<String, Long> missing = new TreeMap<>();
        Map<String, Row> rows = protection.roster().count(all -> {
            Map<String, Row> byState = new TreeMap<>();
            for (Entry entry : all) {
                add(byState.computeIfAbsent(entry.nationality(), n -> new Row()), entry, missing);
            }
            return byState;
        });
        boolean counted = !viewer.role().permits(Permission.PERSON_SEE);
        List<State> states = rows.entrySet().stream()
                .filter(e -> e.getValue().here + e.getValue().returned > 0)
                .sorted(Comparator.comparing((Map.Entry<String, Row> e) -> e.getValue().oldest).thenComparing(Map.Entry::getKey))
                .map(e -> state(e.getKey(), e.getValue(), now, counted))
                .toList();
        List<Bars.Bar> bars = PersonWords.STEPS.stream().filter(missing::containsKey).map(s -> new Bars.Bar(t(s), missing.getOrDefault(s, 0L), s.equals("next.ready"))).toList();
        long here = rows.values().stream().mapToLong(r -> r.here).sum();
        return new Readiness(here, states, bars, List.of(), t("readiness.note", PersonWords.age(now.minusSeconds(30), now)));
    }

    private static void add(Row row, Entry entry, Map<String, Long> missing) {
        if (entry.kind() != RecordKind.PERSON || entry.state().equals("taken-back")) {
            return;
        }
        if (!entry.state().equals("here")) {
            row.returned++;
            return;
        }
        row.here++;
        Instant since = entry.since(Track.REGISTRATION);
        row.oldest = since.isBefore(row.oldest) ? since : row.oldest;
        boolean[] has = {
            entry.declared() || entry.fearsReturn(),
            entry.hasConsent(Consents.OWN_EMBASSY, "packet"),
            entry.track(Track.IDENTITY).isSettled(),
            entry.track(Track.DOCUMENT).isSettled(),
            entry.track(Track.MONEY).isSettled(),
            entry.track(Track.SEAT).isSettled()
        };
        Track[] tracks = {Track.REGISTRATION, Track.REGISTRATION, Track.IDENTITY, Track.DOCUMENT, Track.MONEY, Track.SEAT};
        for (int i = 0; i < has.length; i++) {
            row.steps[i] += has[i] ? 1 : 0;
            Instant heard = entry.since(tracks[i]);
            if (has[i] && (row.heard[i] == null || heard.isAfter(row.heard[i]))) {
                row.heard[i] = heard;
            }
        }
        String next = PersonWords.firstMissing(entry);
        row.next.merge(next, 1L, Long::sum);
        missing.merge(next, 1L, Long::sum);
    }

    private State state(String nationality, Row row, Instant now, boolean counted) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < row.steps.length && row.here > 0; i++) {
            boolean pressing = i >= 2 && row.steps[i] < row.here && row.heard[i] != null && ChronoUnit.DAYS.between(row.heard[i], now) > SILENT_DAYS;
            steps.add(new Step(
                    counted ? PersonWords.small(row.steps[i]) : Texts.number(row.steps[i]), (double) row.steps[i] / row.here, row.heard[i] == null || row.steps[i] == 0 ? "–" : PersonWords.age(row.heard[i], now), pressing));
        }
        Optional<Map.Entry<String, Long>> most = row.next.entrySet().stream().filter(e -> !e.getKey().equals("next.ready")).max(Map.Entry.comparingByValue());
        String help = most.map(m -> t("help-" + m.getKey(), m.getValue())).orElse(row.here == 0 ? "–" : t("help-next.ready", row.here));
        return new State(
                Nations.name(nationality), embassies.apply(nationality), counted ? PersonWords.small(row.returned) : Texts.number(row.returned),
                counted ? PersonWords.small(row.here) : Texts.number(row.here), steps, row.here == 0 ? "–" : PersonWords.age(row.oldest, now), help, row.here < 10);
    }

    @Override
    public Journeys journeys(Viewer viewer) {
        protection.foundation().authoriser().require(viewer, Permission.JOURNEY_SEE);
        LocalDate today = clock.instant().atZone(zone).toLocalDate();
        List<Line> lines = new ArrayList<>();
        synchronized (drafts) {
            drafts.forEach((id, draft) -> {
                if (draft.account().equals(viewer.account())) {
                    lines.add(new Line(id, title(draft.request().mode(), draft.request().to()), DAY.format(draft.request().date()), t("journeys.of", draft.seated().size(), draft.request().seats()), Texts.number(draft.plan().bound()), t("journeys.not-kept")));
                }
            });
        }
        for (Repatriation.Journey journey : protection.journeys().list()) {
            if (lines.size() < 200) {
                lines.add(new Line(
                        journey.id(), title(journey.mode(), journey.to()), DAY.format(journey.date()), t("journeys.of", journey.filled(), journey.seats()), Texts.number(journey.bound()),
                        t(journey.date().isAfter(today) ? "journeys.ahead" : "journeys.left")));
            }
        }
        boolean mayPlan = viewer.role().permits(Permission.JOURNEY_PLAN);
        return new Journeys(lines, mayPlan ? List.of("bus", "charter", "scheduled", "military") : List.of(), mayPlan ? choices(viewer) : List.of(), today.plusDays(1));
    }

    private static String title(String mode, String to) {
        String key = Texts.english().has("mode." + mode) ? "mode." + mode : "mode.other";
        return t("journeys.title-of", t(key), Nations.name(to));
    }

    /** Ready: screened or answered for, declared in private, no fear, identity and document and money settled, no seat yet. */
    private static boolean isReady(Entry entry) {
        return PersonWords.isHere(entry) && entry.declared() && !entry.fearsReturn() && !PersonWords.isStopped(entry) && entry.track(Track.SCREENING).isSettled()
                && entry.track(Track.DOCUMENT).isSettled() && entry.track(Track.MONEY).isSettled() && !entry.track(Track.SEAT).isSettled();
    }

    private List<Choice> choices(Viewer viewer) {
        Map<String, Long> ready = protection.roster().over(viewer, all -> {
            Map<String, Long> counts = new TreeMap<>();
            all.filter(Returns::isReady).forEach(e -> counts.merge(e.nationality(), 1L, Long::sum));
            return counts;
        });
        return ready.entrySet().stream().map(e -> new Choice(e.getKey(), Nations.name(e.getKey()), e.getValue())).toList();
    }

    @Override
    public String plan(Viewer viewer, Request request) {
        protection.foundation().authoriser().require(viewer, Permission.JOURNEY_PLAN);
        Instant now = clock.instant();
        LocalDate today = now.atZone(zone).toLocalDate();
        if (request.seats() < 1 || request.seats() > 600 || request.to().isEmpty() || request.date().isBefore(today)) {
            throw Problem.of(Problem.Kind.WRONG_USE, "journey-request", t("journeys.wrong")).asException();
        }
        Map<UUID, Entry> ready = new LinkedHashMap<>();
        protection.roster().list(viewer, e -> isReady(e) && (request.nationalities().isEmpty() || request.nationalities().contains(e.nationality())), 20_000).forEach(e -> ready.put(e.id(), e));
        Map<String, List<Entry>> groups = new TreeMap<>();
        ready.values().forEach(e -> groups.computeIfAbsent(groupOf(e), g -> new ArrayList<>()).add(e));
        List<TravelGroup> travel = new ArrayList<>();
        groups.forEach((id, members) -> {
            LocalDate since = members.stream().map(m -> m.since(Track.REGISTRATION).atZone(zone).toLocalDate()).min(LocalDate::compareTo).orElse(today);
            boolean child = members.stream().anyMatch(m -> m.isChild());
            travel.add(new TravelGroup(id, members.size(), "home", (int) Math.min(since.toEpochDay(), request.date().toEpochDay()), child ? 4 : 1, apartFrom(members, ready)));
        });
        SeatPlan plan = SeatPlanner.plan(travel, List.of(new Departure("this", (int) request.date().toEpochDay(), "home", request.seats(), request.mode())), PlanOptions.DEFAULT);
        List<Entry> seated = plan.departureOfGroup().keySet().stream().flatMap(g -> groups.getOrDefault(g, List.of()).stream()).sorted(Comparator.comparing(Entry::token)).toList();
        List<Left> left = new ArrayList<>();
        for (LeftBehind behind : plan.leftBehind()) {
            for (Entry entry : groups.getOrDefault(behind.groupId(), List.of())) {
                left.add(new Left(entry.id(), entry.token(), PersonWords.from(entry), t("left." + behind.reason().name().toLowerCase(Locale.ROOT).replace('_', '-')), behind.reason() == LeftBehind.Reason.KEPT_APART));
            }
        }
        String id = "P-" + ids.next().toString().substring(24);
        synchronized (drafts) {
            drafts.put(id, new Draft(viewer.account(), request, now, plan, seated, left));
        }
        return id;
    }

    private static String groupOf(Entry entry) {
        return entry.group().isEmpty() ? entry.id().toString() : entry.group();
    }

    /** Groups of those from whom a member must be kept apart, of those who could travel too. */
    private Set<String> apartFrom(List<Entry> members, Map<UUID, Entry> ready) {
        Set<String> groups = new TreeSet<>();
        for (Entry member : members) {
            protection.keepApart().of(member.id()).stream().map(ready::get).filter(Objects::nonNull).map(Returns::groupOf).forEach(groups::add);
        }
        groups.remove(groupOf(members.getFirst()));
        return groups;
    }

    @Override
    public Optional<JourneyPage> journey(Viewer viewer, String journey) {
        protection.foundation().authoriser().require(viewer, Permission.JOURNEY_SEE);
        Draft draft;
        synchronized (drafts) {
            draft = drafts.get(journey);
        }
        if (draft != null) {
            return draft.account().equals(viewer.account()) ? Optional.of(page(journey, draft)) : Optional.empty();
        }
        return protection.journeys().find(journey).map(j -> page(viewer, j));
    }

    private JourneyPage page(String id, Draft draft) {
        SeatPlan plan = draft.plan();
        long possible = Math.min(draft.request().seats(), draft.seated().size() + (long) draft.left().size());
        return new JourneyPage(
                id, title(draft.request().mode(), draft.request().to()), t("journeys.planned", DAY.format(draft.request().date()), DAY.format(draft.planned().atZone(zone))), draft.request().seats(), draft.seated().size(), Texts.number(possible), Texts.number(possible - draft.seated().size()),
                Texts.number(plan.objective()), Texts.number(plan.bound()), draft.seated().stream().map(this::seat).toList(), draft.left(), false, true, plan.boundMethod());
    }

    private JourneyPage page(Viewer viewer, Repatriation.Journey journey) {
        List<Entry> on = viewer.role().permits(Permission.PERSON_SEE) ? protection.roster().list(viewer, e -> e.journey().equals(journey.id()), 600) : List.of();
        return new JourneyPage(
                journey.id(), title(journey.mode(), journey.to()), t(journey.date().isAfter(clock.instant().atZone(zone).toLocalDate()) ? "journeys.leaves" : "journeys.left-on", DAY.format(journey.date())), journey.seats(), journey.filled(), "", "", Texts.number(journey.objective()),
                Texts.number(journey.bound()), on.stream().map(this::seat).toList(), List.of(), true, false, t("journeys.gap-percent", String.format(Locale.ROOT, "%.2f", 100 * journey.gap())));
    }

    private Seat seat(Entry entry) {
        return new Seat(entry.id(), entry.token(), PersonWords.from(entry), PersonWords.tracks(entry, clock.instant(), false), entry.group().isEmpty() ? "" : t("journeys.together"), PersonWords.isStopped(entry));
    }

    @Override
    public void keep(Viewer viewer, String journey) {
        protection.foundation().authoriser().require(viewer, Permission.JOURNEY_PLAN);
        Draft draft;
        synchronized (drafts) {
            draft = Optional.ofNullable(drafts.get(journey)).filter(d -> d.account().equals(viewer.account())).orElseThrow(Authoriser::denied);
            drafts.remove(journey);
        }
        Hand hand = new Hand(viewer, ids, clock.instant(), "console");
        List<Action> actions = new ArrayList<>();
        actions.add(protection.repatriation().planJourney(hand, new Repatriation.Journey(
                journey, draft.request().date(), draft.request().mode(), draft.request().to(), draft.request().seats(), draft.seated().size(), draft.plan().objective(), draft.plan().bound(), draft.plan().boundMethod())));
        for (Entry entry : draft.seated()) {
            actions.add(protection.repatriation().giveSeat(hand, entry.id(), journey));
        }
        protection.foundation().journal().append(actions);
    }
}
