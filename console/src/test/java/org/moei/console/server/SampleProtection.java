package org.moei.console.server;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.moei.base.Problem;
import org.moei.console.home.HomeView;
import org.moei.console.layout.Bars;
import org.moei.console.layout.Figure;
import org.moei.console.layout.FlowChart;
import org.moei.console.layout.Track;
import org.moei.console.layout.Written;
import org.moei.console.returning.ReturningView;
import org.moei.console.screening.ScreeningView;
import org.moei.console.tracing.TracingView;
import org.moei.foundation.access.Role;
import org.moei.foundation.access.Viewer;

/** Home, screening, return and tracing of a few invented people in memory, enough to look at each page and to act on it. */
final class SampleProtection implements HomeView, ScreeningView, ReturningView, TracingView {
    static final UUID FIRST = new UUID(0x7000L, 1);
    static final UUID OTHER_AGENCY = new UUID(0x7000L, 99);
    private static final Instant NOW = SampleHouse.NOW;

    private final Map<String, String> answers = new LinkedHashMap<>();
    private final List<Past> past = new ArrayList<>();
    private final List<ReturningView.JourneyPage> planned = new ArrayList<>();
    private long counter = 1000;

    static List<Track> tracks(String... states) {
        List<Track> tracks = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            tracks.add(new Track(Track.KEYS.get(i), i < states.length ? states[i] : "done", "", ""));
        }
        return tracks;
    }

    @Override
    public HomeView.Home home(Viewer viewer) {
        return new HomeView.Home(
                NOW,
                "day 50 since the first hand-over",
                List.of(
                        new Figure("Taken out", "8,724", "", "of the compounds since 30 January, 33 countries", "Myanmar state count", "today", Optional.empty(), List.of("12 March: Border Guard Force 7,523, the state 5,446 a day before")),
                        new Figure("Returned", "7,065", "", "left through Thailand for home", "Myanmar state count", "today", Optional.empty(), List.of("14 March: the force said 7,968; it may mean “taken out”")),
                        new Figure("Waiting", "1,659", "", "taken out, not yet returned", "8,724 − 7,065", "today", Optional.empty(), List.of()),
                        new Figure("On the list of the force", "7,141", "", "as the list states it", "List 4, version 1", "36 days", Optional.of("/lists/" + new UUID(0x7100L, 1)), List.of("its rows add up to 7,158")),
                        new Figure("Left unscreened", "2,060", "or more", "Chinese nationals by 9 March, no interview here", "Governor of Tak; our sum", "25 days", Optional.empty(), List.of())),
                List.of(
                        new Waiting("stop", "Fears embassy or return: no contact", "/people?filter=fear", 3, "2 days", "Protection"),
                        new Waiting("gap", "Child alone, no guardian named", "/people?filter=alone", 2, "5 hours", "Social worker"),
                        new Waiting("gap", "Seat booked, not screened", "/people?filter=seat", 14, "18 hours left", "Team A"),
                        new Waiting("wait", "Embassy silent for over 7 days", "/readiness", 83, "23 days", "Return desk")),
                List.of(
                        new FlowChart.Series("Taken out", FlowChart.Kind.PUBLISHED_RING, List.of(point(2025, 3, 11, 5446), point(2025, 3, 18, 7107), point(2025, 4, 3, 8724))),
                        new FlowChart.Series("Returned", FlowChart.Kind.PUBLISHED_DOT, List.of(point(2025, 3, 11, 2763), point(2025, 3, 21, 4895), point(2025, 4, 3, 7065))),
                        new FlowChart.Series("Border Guard Force", FlowChart.Kind.OTHER_SQUARE, List.of(new FlowChart.Point(LocalDate.of(2025, 3, 12), 7523, "BGF 7,523"))),
                        new FlowChart.Series("Simulated", FlowChart.Kind.SIMULATED, List.of(plain(2025, 2, 20, 0), plain(2025, 3, 1, 800), plain(2025, 3, 11, 2800), plain(2025, 3, 21, 5000), plain(2025, 4, 3, 7270), plain(2025, 6, 17, 8700)))),
                "○ taken out, ● returned: Myanmar state count. Violet did not happen.",
                List.of(new Bars.Bar("Identity", 95, false), new Bars.Bar("Travel paper", 93, false), new Bars.Bar("Nothing: ready to go", 35, true)),
                Optional.of(new Departure("J1", true, "bus to Don Mueang, Friday 4 April, 06:00", "38 of 44 seats", List.of(
                        new Traveller(FIRST, "R-4417-K", "PAK · Urdu", tracks("done", "gap", "part", "wait", "unk", "gap", "unk", "done", "open"), "Not screened, no paper, wish not asked", false),
                        new Traveller(new UUID(0x7000L, 2), "R-4440-X", "UGA · Luganda", tracks("done", "stop", "stop", "stop", "done", "done", "done", "done", "open"), "Fears return: release seat, no embassy", true)), 36)));
    }

    private static FlowChart.Point point(int year, int month, int day, double value) {
        return new FlowChart.Point(LocalDate.of(year, month, day), value, String.format("%,d", (long) value));
    }

    private static FlowChart.Point plain(int year, int month, int day, double value) {
        return new FlowChart.Point(LocalDate.of(year, month, day), value, "");
    }

    @Override
    public Numbers numbers(Viewer viewer) {
        Row row = new Row("Ethiopia", "430", "214", "180", "12", "75", "under 10");
        return new Numbers(NOW, List.of(row, new Row("Pakistan", "68", "61", "48", "under 10", "–", "–")), new Row("All", "1,659", "412", "300", "35", "7,065", "2,060"), "Counts under 10 read “under 10”.");
    }

    @Override
    public QueuePage queue(Viewer viewer, String after) {
        return new QueuePage(List.of(new ScreeningView.Line(FIRST, "R-4417-K", "PAK", "Urdu", "12 days", "6 April, in 3 days", true, past.isEmpty() ? "waits" : "decided", "")), 412, 300, 280, 2060, "12 days", "", "Teams decide 17 to 31 a day, all together.");
    }

    @Override
    public Optional<CasePage> screening(Viewer viewer, UUID person) {
        if (!person.equals(FIRST)) {
            return Optional.empty();
        }
        return Optional.of(new CasePage(person, "R-4417-K", "man, 24 · Pakistan · speaks Urdu", "ILO 2009, version 3",
                List.of(new Dimension("Deceptive recruitment", "met", List.of(question("DR1", "Deceived about the nature of the job, location or employer", "strong"), question("DR2", "Deceived about conditions of work", "medium"))),
                        new Dimension("Coercion at destination", "not asked", List.of(question("CD1", "Confiscation of documents", "strong")))),
                "Two indications are met so far.", "One question is not known.", "An answer on the confiscation of documents would change what is met.", List.copyOf(past),
                List.of(new ScreeningView.Choice("identified", "identified as a victim of trafficking"), new ScreeningView.Choice("not-identified", "not identified; may be reopened")), List.of(new ScreeningView.Choice("team-a", "Team A: social ministry, police, an interpreter")),
                viewer.role() == Role.SCREENER, viewer.role() == Role.SCREENER));
    }

    private Question question(String indicator, String words, String strength) {
        return new Question(indicator, words, answers.getOrDefault(indicator, "not-asked"), indicator.equals("CD1"), strength);
    }

    @Override
    public void answer(Viewer viewer, UUID person, String indicator, String answer) {
        answers.put(indicator, answer);
    }

    @Override
    public void decide(Viewer viewer, UUID person, ScreeningView.Decision decision) {
        past.add(new Past(NOW, decision.team(), decision.outcome(), "ILO 2009, version 3", decision.reasons()));
    }

    @Override
    public boolean mustSayInterest(Viewer viewer, UUID person) {
        return false;
    }

    @Override
    public void reopen(Viewer viewer, UUID person, String reason) {}

    @Override
    public Readiness readiness(Viewer viewer) {
        Step step = new Step("96", .45, "23 days", true);
        Step quick = new Step("180", .84, "2 hours", false);
        return new Readiness(407, List.of(new State("Ethiopia", "none in Bangkok; New Delhi and Tokyo answer", "75", "214", List.of(quick, quick, step, step, quick, quick), "50 days", "Call New Delhi: 75 asked on 11 March, silent", false), new State("China", "screens its own", "3,254", "–", List.of(), "–", "Not received here", false)),
                List.of(new Bars.Bar("Identity: the embassy’s answer", 95, false), new Bars.Bar("Nothing: ready to go", 35, true)), List.of(new Answer("2 April 14:10", "Ethiopia, New Delhi", "on packet 7: 21 confirmed", "signature good", false)), "Counted in this journal.");
    }

    @Override
    public Journeys journeys(Viewer viewer) {
        return new Journeys(planned.stream().map(j -> new ReturningView.Line(j.id(), j.title(), "4 April", j.filled() + " of " + j.capacity(), j.bound(), j.kept() ? "kept" : "planned")).toList(), viewer.role() == Role.REPATRIATION ? List.of("bus", "charter") : List.of(), List.of(new ReturningView.Choice("ETH", "Ethiopia", 12)), LocalDate.of(2025, 4, 4));
    }

    @Override
    public Optional<JourneyPage> journey(Viewer viewer, String journey) {
        return planned.stream().filter(j -> j.id().equals(journey)).findFirst();
    }

    @Override
    public String plan(Viewer viewer, Request request) {
        if (request.seats() > 600) {
            throw Problem.of(Problem.Kind.WRONG_USE, "seats", "Too many seats.").asException();
        }
        String id = "J" + ++counter;
        planned.add(new JourneyPage(id, request.mode() + " to " + request.to(), "leaves tomorrow", request.seats(), 38, "38", "0", "112.4", "111.9", List.of(new Seat(FIRST, "R-4417-K", "PAK", tracks(), "", false)), List.of(new Left(new UUID(0x7000L, 2), "R-4390-T", "ETH", "kept apart from R-4417-K", true)), false, true, ""));
        return id;
    }

    @Override
    public void keep(Viewer viewer, String journey) {
        planned.replaceAll(j -> j.id().equals(journey) ? new JourneyPage(j.id(), j.title(), j.when(), j.capacity(), j.filled(), j.bound(), j.gap(), j.objective(), j.costBound(), j.seats(), j.left(), true, false, "") : j);
    }

    @Override
    public Requests requests(Viewer viewer, String after) {
        return new Requests(List.of(new TracingView.Line(new UUID(0x7800L, 1), "F-101", "9 January", "China", "one may be the person", "84 days")), 1, 1, 0, "");
    }

    @Override
    public Optional<RequestPage> request(Viewer viewer, UUID request) {
        return request.equals(new UUID(0x7800L, 1))
                ? Optional.of(new RequestPage(request, "F-101", Written.of("林志远"), List.of("born 1999", "last heard of in Mae Sot"), "mother", List.of(new Candidate(FIRST, "R-4473-W", "name and birth year", "91", "not-asked", false, false)), "The person is asked first."))
                : Optional.empty();
    }

    @Override
    public void tell(Viewer viewer, UUID request, UUID person) {}
}
