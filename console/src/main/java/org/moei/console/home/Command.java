package org.moei.console.home;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.moei.console.layout.Bars;
import org.moei.console.layout.Figure;
import org.moei.console.layout.FlowChart;
import org.moei.console.layout.Names;
import org.moei.console.layout.Nations;
import org.moei.console.layout.Texts;
import org.moei.console.people.Pairs;
import org.moei.console.people.PersonWords;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.protection.Protection;
import org.moei.protection.people.Entry;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Track;
import org.moei.protection.reception.ListBook;
import org.moei.protection.reception.Reconciliation;
import org.moei.protection.repatriation.Repatriation;
import org.moei.protection.screening.Screening;

/** The operation at a glance, from the rosters, the lists and what was published. */
public final class Command implements HomeView {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);

    private final Protection protection;
    private final Published published;
    private final Names names;
    private final InstantSource clock;
    private final ZoneId zone;
    private final boolean rehearsal;

    public Command(Protection protection, Published published, Names names, InstantSource clock, ZoneId zone, boolean rehearsal) {
        this.protection = protection;
        this.published = published;
        this.names = names;
        this.clock = clock;
        this.zone = zone;
        this.rehearsal = rehearsal;
    }

    private static String t(String key, Object... arguments) {
        return Texts.english().of(key, arguments);
    }

    private LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** Counts of the whole operation, by one pass over the roster. */
    private static final class Counts {
        private long registered;
        private long here;
        private long gone;
        private long unscreened;
        private Optional<Instant> first = Optional.empty();
        private final Map<String, Long> next = new TreeMap<>();
        private final Map<LocalDate, Long> goneByDay = new TreeMap<>();
        private final Map<LocalDate, Long> registeredByDay = new TreeMap<>();
    }

    private Counts count() {
        return protection.roster().count(all -> {
            Counts counts = new Counts();
            for (Entry entry : all) {
                if (entry.kind() != RecordKind.PERSON || entry.state().equals("taken-back")) {
                    continue;
                }
                counts.registered++;
                counts.registeredByDay.merge(day(entry.made()), 1L, Long::sum);
                if (counts.first.isEmpty() || entry.made().isBefore(counts.first.get())) {
                    counts.first = Optional.of(entry.made());
                }
                if (entry.state().equals("here")) {
                    counts.here++;
                    counts.next.merge(PersonWords.firstMissing(entry), 1L, Long::sum);
                } else {
                    counts.gone++;
                    counts.goneByDay.merge(day(entry.since(Track.EXIT)), 1L, Long::sum);
                    counts.unscreened += entry.unscreened().isEmpty() ? 0 : 1;
                }
            }
            return counts;
        });
    }

    @Override
    public Home home(Viewer viewer) {
        Instant now = clock.instant();
        Counts counts = count();
        boolean numbers = viewer.role().permits(Permission.NUMBERS_SEE) || viewer.role().permits(Permission.PERSON_SEE) || viewer.role().permits(Permission.READINESS_SEE);
        String subtitle = counts.first.map(f -> t("home.day", ChronoUnit.DAYS.between(day(f), day(now)) + 1)).orElse(t("home.nobody-yet"));
        List<Bars.Bar> backlog = new ArrayList<>();
        for (String step : PersonWords.STEPS) {
            long people = counts.next.getOrDefault(step, 0L);
            if (people > 0 && numbers) {
                backlog.add(new Bars.Bar(t(step), people, step.equals("next.ready")));
            }
        }
        return new Home(now, subtitle, numbers ? figures(viewer, counts, now) : List.of(), waiting(viewer, now), numbers ? flow(counts, now) : List.of(), note(counts, now), backlog, departure(viewer, now));
    }

    private List<Figure> figures(Viewer viewer, Counts counts, Instant now) {
        List<Figure> figures = new ArrayList<>();
        publishedFigure(figures, t("words.taken-out"), t("home.taken-out"), published.takenOut(), now);
        publishedFigure(figures, t("words.returned"), t("home.returned"), published.returned(), now);
        figures.add(new Figure(t("home.here"), Texts.number(counts.here), "", t("home.here-counts", counts.registered), t("home.this-journal"), t("home.now"), link(viewer, Permission.PERSON_SEE, "/people"), List.of()));
        listAtOdds(viewer, now).ifPresent(figures::add);
        Screening.Counts screening = protection.screening().counts();
        figures.add(new Figure(
                t("words.left-unscreened"), Texts.number(screening.leftUnscreened()), "", t("home.unscreened-counts", counts.gone, screening.waiting()), t("home.this-journal"), t("home.now"), Optional.empty(), List.of()));
        return figures;
    }

    private static Optional<String> link(Viewer viewer, Permission permission, String address) {
        return viewer.role().permits(permission) ? Optional.of(address) : Optional.empty();
    }

    private void publishedFigure(List<Figure> figures, String title, String counts, List<Published.Point> points, Instant now) {
        List<Published.Point> known = points.stream().filter(p -> !p.day().isAfter(day(now))).sorted(Comparator.comparing(Published.Point::day)).toList();
        if (known.isEmpty()) {
            return;
        }
        Published.Point newest = known.getLast();
        List<String> others = new ArrayList<>();
        for (Published.Point other : known) {
            boolean near = Math.abs(ChronoUnit.DAYS.between(other.day(), newest.day())) <= 20;
            boolean falls = other != newest && !other.day().isAfter(newest.day()) && other.people() > newest.people();
            if (near && falls || (other != newest && other.day().equals(newest.day()) && other.people() != newest.people())) {
                others.add(t("home.other-says", DAY.format(other.day()), other.people(), other.source()));
            }
        }
        figures.add(new Figure(title, Texts.number(newest.people()), "", counts, newest.source(), t("home.published-on", DAY.format(newest.day()), ChronoUnit.DAYS.between(newest.day(), day(now))), Optional.empty(), others));
    }

    private Optional<Figure> listAtOdds(Viewer viewer, Instant now) {
        for (ListBook.Version version : protection.reception().lists().list()) {
            List<Reconciliation.Contradiction> odd = Reconciliation.of(version);
            Optional<Reconciliation.Contradiction> sum = odd.stream().filter(c -> c.kind() == Reconciliation.Kind.SUM).findFirst();
            if (sum.isPresent()) {
                return Optional.of(new Figure(
                        t("home.on-list"), Texts.number(sum.get().stated()), "", t("home.on-list-counts", names.of(version.about().party())), t("home.list-version", version.about().name(), version.about().version()),
                        t("page.age-days", Math.max(0, ChronoUnit.DAYS.between(version.date(), day(now)))), link(viewer, Permission.LIST_SEE, "/lists/" + version.id()), List.of(t("home.rows-add-up", sum.get().counted()))));
            }
        }
        return Optional.empty();
    }

    private record Group(String tone, String key, String link, Permission permission, String turn, Predicate<Entry> who) {}

    private static final List<Group> GROUPS = List.of(
            new Group("stop", "stopped", "/people?filter=stopped", Permission.PERSON_SEE, "protection", PersonWords::isStopped),
            new Group("gap", "alone", "/people?filter=alone", Permission.PERSON_SEE, "social", e -> e.isChild()),
            new Group("gap", "urgent", "/people?filter=urgent", Permission.PERSON_SEE, "health", e -> !e.urgent().isEmpty() && !e.urgent().equals("none")),
            new Group("gap", "seat", "/people?filter=seat", Permission.PERSON_SEE, "screening", e -> e.track(Track.SEAT).isSettled() && !e.track(Track.SCREENING).isSettled()),
            new Group("wait", "interview", "/screening", Permission.SCREENING_SEE, "screening", e -> !e.track(Track.SCREENING).isSettled()),
            new Group("wait", "wish", "/people", Permission.CONSENT_RECORD, "case", e -> e.track(Track.SCREENING).isSettled() && !e.declared() && !e.fearsReturn()),
            new Group("wait", "embassy", "/readiness", Permission.READINESS_SEE, "return", e -> e.track(Track.IDENTITY) == Track.State.WAIT));

    private List<Waiting> waiting(Viewer viewer, Instant now) {
        List<Waiting> rows = new ArrayList<>();
        record Sum(long people, Optional<Instant> oldest) {}
        for (Group group : GROUPS) {
            if (!viewer.role().permits(group.permission)) {
                continue;
            }
            Sum sum = protection.roster().over(viewer, all -> {
                long[] people = {0};
                Instant[] oldest = {now};
                all.filter(PersonWords::isHere).filter(group.who).forEach(e -> {
                    people[0]++;
                    Instant since = e.since(Track.REGISTRATION);
                    oldest[0] = since.isBefore(oldest[0]) ? since : oldest[0];
                });
                return new Sum(people[0], people[0] == 0 ? Optional.empty() : Optional.of(oldest[0]));
            });
            if (sum.people > 0) {
                rows.add(new Waiting(group.tone, t("wait." + group.key), group.link, sum.people, sum.oldest.map(o -> PersonWords.age(o, now)).orElse(""), t("turn." + group.turn)));
            }
        }
        if (viewer.role().permits(Permission.PAIR_REVIEW)) {
            long pairs = protection.samePerson().suggestions(viewer, Pairs.MOST).size();
            if (pairs > 0) {
                rows.add(new Waiting("wait", t("wait.pairs"), "/pairs", pairs, "–", t("turn.desk")));
            }
        }
        return rows;
    }

    private List<FlowChart.Series> flow(Counts counts, Instant now) {
        LocalDate today = day(now);
        List<FlowChart.Series> series = new ArrayList<>();
        series.add(new FlowChart.Series(t("words.taken-out"), FlowChart.Kind.PUBLISHED_RING, points(published.takenOut(), today)));
        series.add(new FlowChart.Series(t("words.returned"), FlowChart.Kind.PUBLISHED_DOT, points(published.returned(), today)));
        FlowChart.Kind kind = rehearsal ? FlowChart.Kind.SIMULATED : FlowChart.Kind.COUNTED;
        series.add(new FlowChart.Series(t("home.registered"), kind, cumulated(counts.registeredByDay, t("home.registered"), scale())));
        series.add(new FlowChart.Series(t("home.gone"), kind, cumulated(counts.goneByDay, t("home.gone"), scale())));
        return series;
    }

    private static List<FlowChart.Point> points(List<Published.Point> points, LocalDate today) {
        return points.stream()
                .filter(p -> !p.day().isAfter(today))
                .sorted(Comparator.comparing(Published.Point::day))
                .map(p -> new FlowChart.Point(p.day(), p.people(), Texts.number(p.people())))
                .toList();
    }

    /** A rehearsal of fewer people is drawn as large as what was published, and its note says so. */
    private double scale() {
        return rehearsal ? published.scale() : 1;
    }

    private static List<FlowChart.Point> cumulated(Map<LocalDate, Long> byDay, String name, double scale) {
        List<FlowChart.Point> points = new ArrayList<>();
        long sum = 0;
        for (Map.Entry<LocalDate, Long> day : byDay.entrySet()) {
            sum += day.getValue();
            points.add(new FlowChart.Point(day.getKey(), sum * scale, points.size() == byDay.size() - 1 ? name : ""));
        }
        return points;
    }

    /** Sources, and by how much the simulation is off on the newest published day that it was not fitted to. */
    private String note(Counts counts, Instant now) {
        String base = t(rehearsal ? "home.flow-note-rehearsal" : "home.flow-note");
        Optional<Published.Point> test = published.returned().stream().filter(p -> p.day().isAfter(published.fittedUntil()) && !p.day().isAfter(day(now))).max(Comparator.comparing(Published.Point::day));
        if (!rehearsal || test.isEmpty() || test.get().people() == 0) {
            return base;
        }
        long simulated = Math.round(scale() * counts.goneByDay.entrySet().stream().filter(e -> !e.getKey().isAfter(test.get().day())).mapToLong(Map.Entry::getValue).sum());
        double error = 100.0 * (simulated - test.get().people()) / test.get().people();
        String enlarged = scale() == 1 ? "" : " " + t("home.flow-scale", String.format(Locale.ROOT, "%.1f", scale()));
        return base + enlarged + " " + t("home.flow-error", DAY.format(published.fittedUntil()), DAY.format(test.get().day()), simulated, test.get().people(), String.format(Locale.ROOT, "%+.1f", error));
    }

    private Optional<Departure> departure(Viewer viewer, Instant now) {
        if (!viewer.role().permits(Permission.JOURNEY_SEE)) {
            return Optional.empty();
        }
        LocalDate today = day(now);
        Optional<Repatriation.Journey> next = protection.journeys().list().stream().filter(j -> !j.date().isBefore(today)).min(Comparator.comparing(Repatriation.Journey::date))
                .or(() -> protection.journeys().list().stream().max(Comparator.comparing(Repatriation.Journey::date)));
        return next.map(journey -> {
            List<Entry> on = viewer.role().permits(Permission.PERSON_SEE) ? protection.roster().list(viewer, e -> e.journey().equals(journey.id()), 600) : List.of();
            List<Traveller> travellers = on.stream()
                    .sorted(Comparator.comparing((Entry e) -> PersonWords.open(e).isEmpty()).thenComparing(Entry::token))
                    .limit(6)
                    .map(e -> new Traveller(e.id(), e.token(), PersonWords.from(e), PersonWords.tracks(e, now, false), PersonWords.open(e), PersonWords.isStopped(e)))
                    .toList();
            return new Departure(
                    journey.id(), !journey.date().isBefore(today), t("home.departure", t(mode(journey.mode())), Nations.name(journey.to()), DateTimeFormatter.ofPattern("EEEE d MMMM", Locale.UK).format(journey.date())),
                    t("home.departure-seats", journey.filled(), journey.seats(), journey.objective(), journey.bound()), travellers, Math.max(0, on.size() - travellers.size()));
        });
    }

    private static String mode(String mode) {
        return Texts.english().has("mode." + mode) ? "mode." + mode : "mode.other";
    }

    @Override
    public Numbers numbers(Viewer viewer) {
        protection.foundation().authoriser().require(viewer, Permission.NUMBERS_SEE);
        record Sums(long[] values) {}
        Map<String, Sums> byNationality = protection.roster().count((Collection<Entry> all) -> {
            Map<String, Sums> sums = new TreeMap<>();
            for (Entry entry : all) {
                if (entry.kind() == RecordKind.PERSON && !entry.state().equals("taken-back")) {
                    long[] values = sums.computeIfAbsent(entry.nationality(), n -> new Sums(new long[6])).values;
                    boolean here = entry.state().equals("here");
                    values[0]++;
                    values[1] += here && !entry.track(Track.SCREENING).isSettled() ? 1 : 0;
                    values[2] += entry.track(Track.SCREENING) == Track.State.DONE ? 1 : 0;
                    values[3] += here && PersonWords.firstMissing(entry).equals("next.ready") ? 1 : 0;
                    values[4] += here ? 0 : 1;
                    values[5] += entry.unscreened().isEmpty() ? 0 : 1;
                }
            }
            return sums;
        });
        long[] total = new long[6];
        List<Row> rows = new ArrayList<>();
        byNationality.entrySet().stream().sorted(Comparator.comparing((Map.Entry<String, Sums> e) -> -e.getValue().values[0]).thenComparing(Map.Entry::getKey)).forEach(e -> {
            long[] v = e.getValue().values;
            for (int i = 0; i < 6; i++) {
                total[i] += v[i];
            }
            rows.add(row(Nations.name(e.getKey()), v));
        });
        return new Numbers(clock.instant(), rows, row(t("numbers.all"), total), t("numbers.note"));
    }

    private static Row row(String name, long[] v) {
        return new Row(name, PersonWords.small(v[0]), PersonWords.small(v[1]), PersonWords.small(v[2]), PersonWords.small(v[3]), PersonWords.small(v[4]), PersonWords.small(v[5]));
    }
}
