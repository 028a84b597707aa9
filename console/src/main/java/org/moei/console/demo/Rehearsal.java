package org.moei.console.demo;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.moei.base.Progress;
import org.moei.console.command.Installation;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Purpose;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Wing;
import org.moei.linkage.api.Candidate;
import org.moei.planning.api.Departure;
import org.moei.protection.Protection;
import org.moei.protection.people.Consents;
import org.moei.protection.people.Entry;
import org.moei.protection.people.RecordKind;
import org.moei.protection.repatriation.Repatriation;
import org.moei.protection.screening.Screening;
import org.moei.protection.tracing.Tracing;
import org.moei.rehearsal.day.DayEngine;
import org.moei.rehearsal.day.DayEvent;
import org.moei.rehearsal.day.DayParameters;
import org.moei.rehearsal.day.DayReport;
import org.moei.rehearsal.day.FlowDesk;
import org.moei.rehearsal.day.PersonEvent;
import org.moei.rehearsal.day.ReturnScore;
import org.moei.rehearsal.day.Travellers;
import org.moei.rehearsal.generator.MadePerson;
import org.moei.rehearsal.generator.Population;
import org.moei.rehearsal.lists.LinkageScore;
import org.moei.rehearsal.lists.ListFiles;
import org.moei.rehearsal.lists.Manifest;
import org.moei.rehearsal.lists.Truth;
import org.moei.rehearsal.scenario.PictureFiles;
import org.moei.rehearsal.scenario.Scenario;

/**
 * Plays an operation from its first day to its last. Every id follows from the seed, and rosters follow the receipts, so a
 * run that was killed is played again from the beginning: what stands is recognised, the rest is appended.
 */
public final class Rehearsal {
    /** From this probability on the tracing desk of a rehearsal says that a request is about somebody. */
    private static final double FOUND = 0.9;

    private final Installation installation;
    private final Protection protection;
    private final Scenario scenario;
    private final Cast cast;
    private final Progress progress;
    private final long seed;
    private final int people;
    private final Keeper keeper;
    private final FileDesk files;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private final List<Map<String, Object>> journeys = new ArrayList<>();
    private final SortedMap<LocalDate, Integer> returned = new TreeMap<>();
    private double scale = 1;

    public Rehearsal(Installation installation, Scenario scenario, Cast cast, int people, long seed, Progress progress) {
        this.installation = installation;
        this.protection = installation.protection();
        this.scenario = scenario;
        this.cast = cast;
        this.progress = progress;
        this.seed = seed;
        this.people = people;
        this.keeper = new Keeper(protection.foundation().journal());
        this.files = new FileDesk(protection, cast, scenario, seed);
    }

    private interface Stage<T> {
        T run();
    }

    private void timed(String name, Runnable stage) {
        timed(name, () -> {
            stage.run();
            return true;
        });
    }

    private <T> T timed(String name, Stage<T> stage) {
        long start = System.nanoTime();
        try {
            return stage.run();
        } finally {
            seconds.merge(name, (System.nanoTime() - start) / 1e9, Double::sum);
        }
    }

    private Instant begin() {
        return scenario.firstDate().atStartOfDay().toInstant(ZoneOffset.ofHours(7));
    }

    /**
     * Plays.
     *
     * @param folder for the parties' files, removed by the caller
     * @param truth where to write what only the generator knows, if anywhere
     * @return the summary, without accounts and memory
     */
    public Map<String, Object> play(Path folder, Optional<Path> truth) {
        timed("setup", (Runnable) () -> setUp(folder));
        progress.stage("people", -1);
        Population population = timed("people", () -> Population.make(scenario, people, seed));
        progress.stage("files", -1);
        Manifest manifest = timed("files", () -> ListFiles.write(population, scenario, folder.resolve("lists"), seed));
        truth.ifPresent(dir -> Truth.write(dir, population, manifest));
        playDays(population, manifest);
        timed("linkage", (Runnable) () -> link(scenario.lastDate()));
        timed("tracing", (Runnable) () -> trace(population));
        timed("gate", (Runnable) () -> new GateRehearsal(protection, keeper, files, cast).play(scenario, population, seed, noon(scenario.lastDate())));
        return summarise(population);
    }

    private void setUp(Path folder) {
        cast.enter(protection.foundation().accounts(), Wing.PROTECTION);
        cast.enter(installation.disruption().foundation().accounts(), Wing.DISRUPTION);
        DayIds ids = new DayIds(seed, "setup", begin());
        Hand hand = new Hand(cast.whoMay(Permission.LIST_IMPORT, ""), ids, begin(), "rehearsal");
        for (Viewer viewer : cast.viewers()) {
            for (RecordKind kind : kinds(viewer.role())) {
                keeper.keep(protection.people().rule(hand, kind, "*", viewer.agency(), viewer.purpose().id()));
            }
        }
        keeper.settle();
        Path picture = folder.resolve("picture");
        PictureFiles.write(scenario, picture);
        Hand analyst = new Hand(cast.whoMay(Permission.PICTURE_EDIT, ""), new DayIds(seed, "picture", begin()), begin(), "rehearsal");
        installation.disruption().pictureImport().read(analyst, picture);
    }

    /** Which records a role works with, in the order of their kinds (that of {@code Set.of} changes with each start); counts need no record. */
    private static List<RecordKind> kinds(Role role) {
        if (role.wing() != Wing.PROTECTION || role.purpose() == Purpose.COMMAND || role.purpose() == Purpose.AUDIT || role.purpose() == Purpose.GATE || role.purpose() == Purpose.ADMINISTRATION) {
            return List.of();
        }
        if (role.permits(Permission.TRACING_ANSWER)) {
            return List.of(RecordKind.PERSON, RecordKind.LIST_ROW, RecordKind.REQUEST);
        }
        return role.permits(Permission.LIST_SEE) ? List.of(RecordKind.PERSON, RecordKind.LIST_ROW) : List.of(RecordKind.PERSON);
    }

    private void playDays(Population population, Manifest manifest) {
        Map<String, MadePerson> byId = new HashMap<>();
        population.people().forEach(p -> byId.put(p.id(), p));
        scale = population.people().stream().filter(MadePerson::inSeries).count() / scenario.people().value();
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        DayEngine engine = new DayEngine(scenario, Travellers.of(population), DayParameters.FITTED, random, new FlowDesk());
        EventDesk events = new EventDesk(protection, keeper, files, cast, scenario.capacities(), seed, begin());
        DayIds journeyIds = new DayIds(seed, "journeys", begin());
        Viewer planner = cast.whoMay(Permission.JOURNEY_PLAN, "");
        int next = 0;
        int linkedAt = 0;
        progress.stage("days", java.time.temporal.ChronoUnit.DAYS.between(scenario.firstDate(), scenario.lastDate()) + 1);
        while (engine.hasNext()) {
            DayReport report = timed("engine", engine::next);
            int from = next;
            while (next < manifest.files().size() && !manifest.files().get(next).arrivesOn().isAfter(report.date())) {
                next++;
            }
            int until = next;
            timed("imports", (Runnable) () -> manifest.files().subList(from, until).forEach(files::read));
            timed("days", (Runnable) () -> happen(report, events, byId, new Hand(planner, journeyIds, noon(report.date()), "rehearsal")));
            returned.put(report.date(), report.totals().returnedInSeries());
            int size = protection.samePerson().size();
            if (size > 1_000 && size > 4 * linkedAt) {
                linkedAt = size;
                timed("linkage", (Runnable) () -> link(report.date()));
            }
            progress.advance(1);
        }
        timed("imports", (Runnable) () -> manifest.files().subList(Math.min(lastRead(manifest), manifest.files().size()), manifest.files().size()).forEach(files::read));
    }

    /** Files that arrive after the last day are read on it. */
    private int lastRead(Manifest manifest) {
        int read = 0;
        while (read < manifest.files().size() && !manifest.files().get(read).arrivesOn().isAfter(scenario.lastDate())) {
            read++;
        }
        return read;
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(12, 0).toInstant(ZoneOffset.ofHours(7));
    }

    private void happen(DayReport report, EventDesk events, Map<String, MadePerson> byId, Hand planner) {
        Map<String, Integer> seated = new HashMap<>();
        for (PersonEvent event : report.events()) {
            if (event.event() instanceof DayEvent.SeatPlanned seat) {
                seated.merge(seat.departure(), 1, Integer::sum);
            }
        }
        report.journey().ifPresent(journey -> {
            for (Departure departure : report.offered()) {
                int filled = seated.getOrDefault(departure.id(), 0);
                if (filled > 0) {
                    keeper.keep(protection.repatriation().planJourney(planner, new Repatriation.Journey(
                            departure.id(), scenario.firstDate().plusDays(departure.day()), departure.mode(), departure.destination(),
                            departure.seats(), filled, journey.objective(), journey.bound(), journey.boundMethod())));
                }
            }
            if (journey.seated() > 0) {
                journeys.add(Summary.journey(report, journey));
            }
        });
        for (PersonEvent event : inWaves(report.events())) {
            events.happen(event, getPerson(byId, event.person()));
        }
        keeper.settle();
    }

    private static MadePerson getPerson(Map<String, MadePerson> byId, String id) {
        MadePerson person = byId.get(id);
        if (person == null) {
            throw new IllegalStateException("An event names somebody who was not made.");
        }
        return person;
    }

    /**
     * The first event of everybody, then the second, and so on: the order of each person stays, and what must be read back
     * before the next step is read back once for all.
     */
    private static List<PersonEvent> inWaves(List<PersonEvent> events) {
        Map<String, Integer> seen = new HashMap<>();
        List<List<PersonEvent>> waves = new ArrayList<>();
        for (PersonEvent event : events) {
            int wave = seen.merge(event.person(), 1, Integer::sum) - 1;
            while (waves.size() <= wave) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(event);
        }
        List<PersonEvent> ordered = new ArrayList<>(events.size());
        waves.forEach(ordered::addAll);
        return ordered;
    }

    private void link(LocalDate day) {
        keeper.settle();
        Viewer viewer = cast.whoMay(Permission.PAIR_REVIEW, "");
        Hand hand = new Hand(viewer, new DayIds(seed, "linkage " + day, noon(day)), noon(day), "linkage");
        keeper.keep(protection.samePerson().run(hand, Progress.SILENT));
        keeper.settle();
    }

    private void trace(Population population) {
        Tracing tracing = protection.tracing();
        Instant end = noon(scenario.lastDate());
        Viewer viewer = cast.whoMay(Permission.TRACING_ANSWER, "");
        Hand hand = new Hand(viewer, new DayIds(seed, "tracing", end), end, "rehearsal");
        for (Entry request : protection.roster().system().list(e -> e.kind() == RecordKind.REQUEST)) {
            Optional<Candidate> best = tracing.candidates(request.id()).stream().findFirst().filter(c -> c.probability() >= FOUND);
            if (best.isEmpty()) {
                continue;
            }
            UUID record = UUID.fromString(best.get().id());
            keeper.keep(tracing.find(hand, request.id(), record, best.get().probability()));
            personOf(record).ifPresent(person -> tell(population, hand, request.id(), person));
        }
        keeper.settle();
    }

    /** The person with a token in a record's cluster. */
    private Optional<UUID> personOf(UUID record) {
        return protection.roster().system().cluster(record).stream()
                .filter(r -> protection.roster().system().find(r).map(e -> e.kind() == RecordKind.PERSON).orElse(false))
                .sorted()
                .findFirst();
    }

    private void tell(Population population, Hand hand, UUID request, UUID person) {
        Optional<Integer> index = files.findPerson(person);
        if (index.isEmpty() || index.get() < 0) {
            return;
        }
        boolean allows = population.of(index.get()).says().consentsToFamilyTold();
        keeper.keep(protection.people().consent(hand, person, Consents.FAMILY, "told", EventDesk.answer(protection, person, allows ? Consents.State.GIVEN : Consents.State.REFUSED)));
        if (allows) {
            keeper.settle(person);
            keeper.keep(protection.tracing().tell(hand, request, person));
        }
    }

    private Map<String, Object> summarise(Population population) {
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("scenario", scenario.name());
        summary.put("seed", seed);
        summary.put("people", people);
        Map<String, Object> byWing = new LinkedHashMap<>();
        long actions = 0;
        for (var wing : installation.foundations()) {
            long size = wing.journal().size();
            byWing.put(wing.wing().word(), size);
            actions += size;
        }
        summary.put("actions", actions);
        summary.put("actions_by_wing", byWing);
        summary.put("lists", files.lists());
        summary.put("rows_refused", files.refused());
        summary.put("contradictions", Summary.contradictions(protection.reception().contradictions()));
        summary.put("linkage", linkage());
        Screening.Counts counts = protection.screening().counts();
        summary.put("screening", Map.of(
                "called", counts.called(), "interviewed", counts.interviewed(), "decided", counts.decided(), "waiting", counts.waiting(), "left_unscreened", counts.leftUnscreened()));
        summary.put("returned", Summary.returned(ReturnScore.of(scenario.flow(), returned, scale)));
        summary.put("journeys", journeys);
        Tracing.Counts tracing = protection.tracing().counts();
        summary.put("tracing", Map.of("requests", tracing.requests(), "found", tracing.found(), "told", tracing.told()));
        summary.put("homonym_rate", new TreeMap<>(population.homonymRates()));
        summary.put("seconds", seconds);
        return summary;
    }

    private Map<String, Object> linkage() {
        Map<UUID, Integer> truth = files.scored();
        List<Set<UUID>> clusters = new ArrayList<>();
        Set<UUID> seen = new java.util.HashSet<>();
        for (UUID record : truth.keySet()) {
            if (seen.add(record)) {
                Set<UUID> cluster = new java.util.HashSet<>(protection.roster().system().cluster(record));
                seen.addAll(cluster);
                cluster.retainAll(truth.keySet());
                clusters.add(cluster);
            }
        }
        LinkageScore score = LinkageScore.of(truth, clusters);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("true_pairs", score.truePairs());
        line.put("found_pairs", score.foundPairs());
        line.put("correct_pairs", score.correctPairs());
        line.put("precision", score.precision());
        line.put("recall", score.recall());
        line.put("review_pairs", protection.samePerson().waiting());
        return line;
    }

    /** How long each stage took; the digests add theirs. */
    public Map<String, Double> seconds() {
        return seconds;
    }
}
