package org.moei.console.picture;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.moei.base.Ids;
import org.moei.base.Problem;
import org.moei.console.layout.Figure;
import org.moei.console.layout.Lanes;
import org.moei.console.layout.Nations;
import org.moei.console.layout.Texts;
import org.moei.disruption.Disruption;
import org.moei.disruption.claims.ClaimGroup;
import org.moei.disruption.networks.Networks.NetworkView;
import org.moei.disruption.networks.Networks.SanctionLine;
import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.Shown;
import org.moei.disruption.received.Received;
import org.moei.disruption.sites.Sites.MapLabel;
import org.moei.disruption.sites.Sites.SiteView;
import org.moei.disruption.supplies.Supplies.PointView;
import org.moei.disruption.supplies.Supplies.Segment;
import org.moei.disruption.supplies.Supplies.Step;
import org.moei.disruption.supplies.Supplies.StepKind;
import org.moei.disruption.supplies.Supplies.SuppliesPage;
import org.moei.disruption.supplies.Supply;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Action;
import org.moei.gate.statement.Practice;

/** The disruption wing's picture as its pages show it. */
public final class Board implements PictureView {
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final int WORDS = 62;
    private static final int GATE_STATEMENTS = 3;

    private final Disruption disruption;
    private final Ids ids;
    private final InstantSource clock;
    private final ZoneId zone;

    public Board(Disruption disruption, Ids ids, InstantSource clock, ZoneId zone) {
        this.disruption = disruption;
        this.ids = ids;
        this.clock = clock;
        this.zone = zone;
    }

    private static String t(String key, Object... arguments) {
        return Texts.english().of(key, arguments);
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    private static String when(Shown<? extends Content> shown) {
        return shown.day().isEmpty() ? t("picture.not-dated") : shown.content().basis().words();
    }

    @Override
    public Home home(Viewer viewer) {
        org.moei.disruption.Home.HomePage page = disruption.home().page(viewer);
        Optional<LocalDate> first = page.supplies().points().stream().flatMap(p -> p.steps(StepKind.MEASURE).stream()).map(Step::day).flatMap(Optional::stream).min(LocalDate::compareTo);
        List<Figure> figures = new ArrayList<>();
        if (!page.supplies().points().isEmpty()) {
            figures.add(new Figure(
                    t("picture.points-cut"), t("picture.of", page.supplies().pointsCut(), page.supplies().points().size()), "", t("picture.points-counts"), page.supplies().points().getFirst().point().sourceTitle(),
                    first.map(day -> t("page.age-days", ChronoUnit.DAYS.between(day, today()))).orElse(""), Optional.of("/supplies"), List.of()));
        }
        long compounds = page.compoundsByCountry().values().stream().mapToLong(Long::longValue).sum();
        figures.add(new Figure(t("picture.compounds"), Texts.number(compounds), "", t("picture.compounds-counts", page.compoundsByCountry().size()), t("picture.this-picture"), "", Optional.of("/sites"), List.of()));
        figures.add(new Figure(t("picture.disputed"), Texts.number(page.disputed().size()), "", t("picture.disputed-counts", page.disputed().size() + page.undisputed().size()), t("picture.this-picture"), "", Optional.of("/claims"), List.of()));
        if (!page.sanctions().isEmpty()) {
            SanctionLine newest = page.sanctions().getFirst();
            figures.add(new Figure(t("picture.sanctions"), Texts.number(page.sanctions().size()), "", t("picture.sanctions-counts", when(newest.sanction())), newest.sanction().sourceTitle(), "", Optional.of("/networks"), List.of()));
        }
        List<Claims> disputed = page.disputed().stream().limit(3).map(this::claims).toList();
        return new Home(
                first.map(day -> t("picture.day", ChronoUnit.DAYS.between(day, today()) + 1)).orElse(""), figures, supplies(page.supplies()), disputed,
                page.sanctions().stream().limit(6).map(Board::dated).toList(), gate(viewer));
    }

    /** The newest statements that stand; none while the recall list is too old to know which do. */
    private Gate gate(Viewer viewer) {
        if (!disruption.foundation().authoriser().permits(viewer, Permission.STATEMENTS_SEE)) {
            return new Gate(t("gate.elsewhere"), List.of());
        }
        Received.StatementsPage page = disruption.received().page(viewer);
        if (!page.fresh()) {
            return new Gate(t(page.listMade().isEmpty() ? "gate.none" : "gate.stale", page.limit().toHours()), List.of());
        }
        List<GateStatement> newest = page.statements().reversed().stream()
                .limit(GATE_STATEMENTS)
                .map(s -> new GateStatement(s.statement().period().toString(), s.statement().compound(), s.statement().practices().stream().map(Practice::words).collect(Collectors.joining(", ")), s.statement().note(), t("gate.until", s.until().toString())))
                .toList();
        return new Gate(t("gate.count", page.statements().size(), page.recalled()), newest);
    }

    private static Dated dated(SanctionLine line) {
        var sanction = line.sanction().content();
        String what = sanction.text().isEmpty() ? sanction.listedName() : sanction.listedName() + ". " + sanction.text();
        return new Dated(when(line.sanction()), line.sanction().content().authority(), what, line.sanction().sourceTitle());
    }

    @Override
    public Sites sites(Viewer viewer) {
        org.moei.disruption.sites.Sites.SitesPage page = disruption.sites().page(viewer);
        Map<String, MapLabel> labels = byTownship(page.labels());
        List<Site> sites = new ArrayList<>();
        page.byCountry().values().forEach(all -> all.forEach(view -> sites.add(site(view, labels))));
        return new Sites(sites, t("sites.note"));
    }

    private static Map<String, MapLabel> byTownship(List<MapLabel> all) {
        Map<String, MapLabel> labels = new HashMap<>();
        all.forEach(label -> labels.put(label.key(), label));
        return labels;
    }

    private static Site site(SiteView view, Map<String, MapLabel> labels) {
        var compound = view.compound().content();
        Optional<MapLabel> label = Optional.ofNullable(labels.get(compound.township()));
        String runs = String.join("; ", view.ties().stream().map(tie -> tie.fromName()).distinct().toList());
        return new Site(
                compound.key(), compound.name(), view.townshipName(), Nations.name(compound.country()), runs, view.activities(), "", compound.status(), label.map(MapLabel::latitude).orElse(0.0),
                label.map(MapLabel::longitude).orElse(0.0), label.isPresent() ? "" : t("sites.unsure"));
    }

    @Override
    public Optional<SitePage> site(Viewer viewer, String site) {
        SiteView view = disruption.sites().site(viewer, site);
        var compound = view.compound().content();
        List<Dated> history = List.of(new Dated(when(view.compound()), view.compound().sourceTitle(), compound.status().isEmpty() ? compound.name() : compound.status(), t("picture.graded", view.compound().grade())));
        List<String> links = new ArrayList<>(view.ties().stream().map(tie -> t("sites.tie", tie.sentence(), tie.tie().sourceTitle())).toList());
        if (!compound.otherNames().isEmpty()) {
            links.add(t("sites.other-names", String.join(", ", compound.otherNames())));
        }
        return Optional.of(new SitePage(site(view, byTownship(disruption.sites().labels())), view.claims().stream().map(this::claims).toList(), links, history));
    }

    @Override
    public Supplies supplies(Viewer viewer) {
        return supplies(disruption.supplies().page(viewer));
    }

    private Supplies supplies(SuppliesPage page) {
        List<Point> points = page.points().stream().map(Board::point).toList();
        List<Lanes.Lane> lanes = new ArrayList<>();
        for (Supply supply : Supply.values()) {
            List<Lanes.Report> cuts = new ArrayList<>();
            Set<String> told = new LinkedHashSet<>();
            page.points().forEach(p -> p.steps(StepKind.MEASURE).forEach(step -> {
                if (step.label().startsWith(supply.words()) && step.day().isPresent() && told.add(step.day().get() + step.label())) {
                    cuts.add(new Lanes.Report(step.day().get(), shorten(SHORT.format(step.day().get()) + ": " + step.label()), Lanes.State.NOT_REPORTED));
                }
            }));
            if (!cuts.isEmpty()) {
                lanes.add(new Lanes.Lane(t("supplies.from-thailand", supply.words()), false, sorted(cuts)));
            }
        }
        page.lanes().forEach(lane -> lanes.add(new Lanes.Lane(capital(lane.label()), false, sorted(lane.segments().stream().map(Board::report).toList()))));
        List<Lanes.Report> harms = page.harms().stream().filter(h -> h.day().isPresent()).map(h -> new Lanes.Report(h.day().orElseThrow(), shorten(h.content().text()), Lanes.State.NOT_REPORTED)).toList();
        if (!harms.isEmpty()) {
            lanes.add(new Lanes.Lane(t("supplies.harm"), true, sorted(harms)));
        }
        List<LocalDate> days = lanes.stream().flatMap(l -> l.reports().stream()).map(Lanes.Report::day).sorted().toList();
        LocalDate last = days.isEmpty() || today().isAfter(days.getLast()) ? today() : days.getLast();
        LocalDate first = days.isEmpty() ? last.minusDays(30) : days.getFirst().minusDays(8);
        return new Supplies(points, first, last.isAfter(first.plusDays(30)) ? last : first.plusDays(30), lanes, "");
    }

    private static Lanes.Report report(Segment segment) {
        Lanes.State state = switch (segment.extent()) {
            case IN_USE -> Lanes.State.IN_USE;
            case LESS -> Lanes.State.LESS;
            case NOT_REPORTED -> Lanes.State.NOT_REPORTED;
        };
        return new Lanes.Report(segment.from(), shorten(segment.text()), state);
    }

    private static List<Lanes.Report> sorted(List<Lanes.Report> reports) {
        return reports.stream().sorted(Comparator.comparing(Lanes.Report::day)).toList();
    }

    /** Labels on a lane are short; the table below holds the whole words. Cut between words only. */
    private static String shorten(String text) {
        if (text.length() <= WORDS) {
            return text;
        }
        int space = text.lastIndexOf(' ', WORDS);
        return text.substring(0, space < 20 ? WORDS : space).replaceAll("[,;:]$", "");
    }

    private static String capital(String text) {
        return text.isEmpty() ? text : text.substring(0, 1).toUpperCase(Locale.UK) + text.substring(1);
    }

    private static Point point(PointView view) {
        var point = view.point().content();
        String measure = words(view.steps(StepKind.MEASURE).stream().map(s -> s.label() + s.day().map(d -> " " + SHORT.format(d)).orElse("")).toList());
        String substitutes = words(view.steps(StepKind.SUBSTITUTE).stream().map(Step::label).distinct().toList());
        String harms = words(view.steps(StepKind.HARM).stream().map(Step::text).distinct().limit(2).toList());
        return new Point((int) Double.parseDouble(point.number()), point.name(), point.feeds().isEmpty() ? "" : t("supplies.leads", capital(point.feeds().replace('-', ' '))), point.buyer(), measure, substitutes, harms, view.point().sourceTitle());
    }

    private static String words(List<String> all) {
        return all.isEmpty() ? t("answer.not-known") : String.join("; ", all);
    }

    @Override
    public Networks networks(Viewer viewer) {
        var page = disruption.networks().page(viewer);
        return new Networks(page.networks().stream().map(Board::network).toList(), page.sanctions().stream().map(Board::dated).toList(), t("networks.note"));
    }

    private static Network network(NetworkView view) {
        var network = view.network().content();
        String ties = String.join("; ", view.ties().stream().map(tie -> tie.sentence()).distinct().limit(6).toList());
        String sanctioned = String.join("; ", view.sanctions().stream().map(s -> t("networks.listed", s.content().authority(), when(s))).toList());
        return new Network(network.key(), network.name(), network.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '), Nations.name(network.country()), ties, sanctioned);
    }

    @Override
    public List<Claims> claims(Viewer viewer) {
        var page = disruption.claims().page(viewer);
        List<Claims> all = new ArrayList<>();
        page.facts().stream().sorted(Comparator.comparing((ClaimGroup g) -> g.disagreements().isEmpty()).thenComparing(ClaimGroup::subject)).forEach(group -> all.add(claims(group)));
        page.forecasts().forEach(group -> all.add(forecast(group)));
        return all;
    }

    private Claims forecast(ClaimGroup group) {
        Claims claims = claims(group);
        return new Claims(claims.key(), claims.question(), t("claims.forecast"), claims.claims());
    }

    private Claims claims(ClaimGroup group) {
        List<Claim> claims = group.claims().stream().map(Board::claim).toList();
        String note = group.disagreements().isEmpty() ? t("claims.agree", claims.size()) : t("claims.disagree", claims.size(), group.figures(), group.meanings(), group.disagreements().getFirst().why());
        return new Claims(group.subject(), capital(disruption.claims().question(group.subject())), note, claims);
    }

    private static Claim claim(Shown<org.moei.disruption.claims.Claim> shown) {
        var claim = shown.content();
        String figure = claim.figure().isEmpty() ? claim.text() : claim.figure() + (claim.unit().isEmpty() ? "" : " " + claim.unit());
        String said = claim.attributedTo().isEmpty() ? claim.said() : t("claims.ascribed", claim.said(), claim.attributedTo());
        String counts = claim.figure().isEmpty() ? claim.definition() : claim.definition() + (claim.text().isEmpty() || claim.text().equals(claim.definition()) ? "" : ". " + claim.text());
        return new Claim(claim.figure().isEmpty() ? t("claims.no-figure") : figure, claim.figure().isEmpty() ? claim.text() : counts, said, when(shown), shown.sourceTitle(), shown.grade(), shown.textRead());
    }

    @Override
    public void claim(Viewer viewer, NewClaim typed) {
        disruption.foundation().authoriser().require(viewer, Permission.PICTURE_EDIT);
        ClaimGroup group = disruption.claims().subject(viewer, typed.subject());
        var like = group.claims().getFirst().content();
        String digits = typed.value().replaceAll("[, ]", "");
        boolean figure = digits.matches("\\d+(\\.\\d+)?");
        if (!typed.when().isEmpty() && !typed.when().matches("\\d{4}-\\d{2}-\\d{2}")) {
            throw Problem.of(Problem.Kind.WRONG_USE, "claim-date", t("claims.date-form")).asException();
        }
        String grade = typed.grade().matches("[A-F]") ? typed.grade() + "6" : "F6";
        var claim = new org.moei.disruption.claims.Claim(
                "claim-" + ids.next(), typed.subject(), like.kind(), typed.counts(), like.country(), figure ? digits : "", "",
                figure ? org.moei.disruption.claims.Claim.Bound.EXACT : org.moei.disruption.claims.Claim.Bound.NO_FIGURE, figure ? like.unit() : "", figure ? typed.counts() : typed.value(), typed.says(), "", like.about(),
                Basis.of(typed.source(), grade, typed.when()));
        disruption.claims().record(new Hand(viewer, ids, clock.instant(), "console"), claim, Action.NEW);
    }
}
