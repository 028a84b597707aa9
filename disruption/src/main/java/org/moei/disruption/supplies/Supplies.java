package org.moei.disruption.supplies;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.Entry;
import org.moei.disruption.picture.Picture;
import org.moei.disruption.picture.Shown;
import org.moei.disruption.picture.Source;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Receipt;

/** Keeps supply points and their timeline: measure, effect, substitute, harm. */
public final class Supplies {
    private final Picture picture;

    public Supplies(Picture picture) {
        this.picture = picture;
    }

    public Receipt record(Hand hand, SupplyPoint point, long base) {
        return picture.keep(picture.record(hand, SupplyPoint.TYPE, point, base));
    }

    public Receipt record(Hand hand, Measure measure, long base) {
        return picture.keep(picture.record(hand, Measure.TYPE, measure, base));
    }

    public Receipt record(Hand hand, Effect effect, long base) {
        return picture.keep(picture.record(hand, Effect.TYPE, effect, base));
    }

    public Receipt record(Hand hand, Substitute substitute, long base) {
        return picture.keep(picture.record(hand, Substitute.TYPE, substitute, base));
    }

    public Receipt record(Hand hand, Harm harm, long base) {
        return picture.keep(picture.record(hand, Harm.TYPE, harm, base));
    }

    /** What a step of a timeline is. */
    public enum StepKind {
        MEASURE,
        EFFECT,
        SUBSTITUTE,
        HARM
    }

    /**
     * A step of a point's timeline.
     *
     * @param label e.g. {@code electricity cut}, {@code solar}, {@code fuel}
     * @param days after the point's first measure; empty without a day or a measure
     */
    public record Step(StepKind kind, String label, Shown<? extends Content> shown, String text, OptionalLong days) {
        public Optional<LocalDate> day() {
            return shown.day();
        }

        public Optional<LocalDate> until() {
            return shown.content().basis().lastDay();
        }
    }

    /**
     * A point with its timeline, oldest first.
     *
     * @param cut supplies whose newest measure leaves them cut, reduced, sealed or disabled
     */
    public record PointView(Shown<SupplyPoint> point, List<Supply> cut, List<Step> steps) {

        public List<Step> steps(StepKind kind) {
            return steps.stream().filter(step -> step.kind() == kind).toList();
        }
    }

    /** A stretch of time on a lane. @param until empty while it goes on, or while nobody says that it ended */
    public record Segment(LocalDate from, Optional<LocalDate> until, Substitute.Extent extent, String text, String sourceTitle) {}

    /** A lane of the picture "what took the place of the supplies". */
    public record Lane(Supply supply, String label, List<Segment> segments) {}

    /**
     * The page of supplies.
     *
     * @param points in order of number
     * @param elsewhere measures that are not bound to a point, with their effects, oldest first
     * @param lanes what took the place
     * @param harms who paid, oldest first
     */
    public record SuppliesPage(List<PointView> points, List<Step> elsewhere, List<Lane> lanes, List<Shown<Harm>> harms) {

        /** Points at which at least one supply is cut. */
        public long pointsCut() {
            return points.stream().filter(point -> !point.cut().isEmpty()).count();
        }
    }

    /** The page of supplies. */
    public SuppliesPage page(Viewer viewer) {
        picture.require(viewer, Permission.SUPPLIES_SEE);
        picture.shown(viewer, "supplies", picture.list(SupplyPoint.class));
        return page();
    }

    /** One point. @throws org.moei.base.ProblemException {@code DENIED} where there is none, in the words of every denial */
    public PointView point(Viewer viewer, String key) {
        picture.require(viewer, Permission.SUPPLIES_SEE);
        Entry<SupplyPoint> point = picture.get(SupplyPoint.class, key);
        picture.shown(viewer, "supply-point", List.of(point));
        return view(point, picture.sources());
    }

    /** For pages that show it beside something else; whoever calls has asked and logs. */
    public SuppliesPage page() {
        Map<String, Source> sources = picture.sources();
        List<PointView> points = picture.list(SupplyPoint.class).stream()
                .sorted(Comparator.comparing((Entry<SupplyPoint> point) -> Double.parseDouble(point.content().number())))
                .map(point -> view(point, sources))
                .toList();
        return new SuppliesPage(points, elsewhere(sources), lanes(sources), picture.show(picture.list(Harm.class).stream().sorted(OLDEST_FIRST).toList(), sources));
    }

    private PointView view(Entry<SupplyPoint> point, Map<String, Source> sources) {
        List<Entry<Measure>> measures = picture.list(Measure.class).stream().filter(measure -> measure.content().point().equals(point.key())).sorted(OLDEST_FIRST).toList();
        Optional<LocalDate> first = measures.stream().map(measure -> measure.content().basis().day()).flatMap(Optional::stream).findFirst();
        List<Step> steps = new ArrayList<>(steps(measures, sources, first));
        for (Entry<Substitute> substitute : picture.list(Substitute.class)) {
            if (substitute.content().points().contains(point.key())) {
                steps.add(step(StepKind.SUBSTITUTE, substitute.content().kind().words(), picture.show(substitute, sources), substitute.content().text(), first));
            }
        }
        for (Entry<Harm> harm : picture.list(Harm.class)) {
            if (harm.content().points().contains(point.key())) {
                steps.add(step(StepKind.HARM, harm.content().kind().words(), picture.show(harm, sources), harm.content().text(), first));
            }
        }
        steps.sort(STEPS);
        return new PointView(picture.show(point, sources), cut(measures), List.copyOf(steps));
    }

    private List<Step> elsewhere(Map<String, Source> sources) {
        List<Entry<Measure>> measures = picture.list(Measure.class).stream().filter(measure -> measure.content().point().isEmpty()).sorted(OLDEST_FIRST).toList();
        Optional<LocalDate> first = measures.stream().map(measure -> measure.content().basis().day()).flatMap(Optional::stream).findFirst();
        return steps(measures, sources, first).stream().sorted(STEPS).toList();
    }

    /** Measures, each with its effects. */
    private List<Step> steps(List<Entry<Measure>> measures, Map<String, Source> sources, Optional<LocalDate> first) {
        List<Step> steps = new ArrayList<>();
        for (Entry<Measure> measure : measures) {
            Measure content = measure.content();
            steps.add(step(StepKind.MEASURE, content.supply().words() + " " + content.kind().words(), picture.show(measure, sources), content.text(), first));
            for (Entry<Effect> effect : picture.list(Effect.class)) {
                if (effect.content().measure().equals(measure.key())) {
                    steps.add(step(StepKind.EFFECT, "after " + content.supply().words() + " " + content.kind().words(), picture.show(effect, sources), effect.content().text(), first));
                }
            }
        }
        return steps;
    }

    private static Step step(StepKind kind, String label, Shown<? extends Content> shown, String text, Optional<LocalDate> first) {
        OptionalLong days = first.isPresent() && shown.day().isPresent() ? OptionalLong.of(ChronoUnit.DAYS.between(first.get(), shown.day().get())) : OptionalLong.empty();
        return new Step(kind, label, shown, text, days);
    }

    /** Supplies whose newest measure is not a restoration. */
    private static List<Supply> cut(List<Entry<Measure>> oldestFirst) {
        Map<Supply, Boolean> cut = new TreeMap<>();
        for (Entry<Measure> measure : oldestFirst) {
            boolean ended = measure.content().basis().lastDay().isPresent();
            cut.put(measure.content().supply(), switch (measure.content().kind()) {
                case CUT, REDUCED, DISABLED, SEALED -> !ended;
                case RESTORED -> false;
            });
        }
        return cut.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
    }

    private List<Lane> lanes(Map<String, Source> sources) {
        record Key(Supply supply, Substitute.Kind kind) {}
        Map<Key, List<Segment>> lanes = new TreeMap<>(Comparator.comparing(Key::supply).thenComparing(Key::kind));
        for (Entry<Substitute> entry : picture.list(Substitute.class).stream().sorted(OLDEST_FIRST).toList()) {
            Shown<Substitute> shown = picture.show(entry, sources);
            shown.day().ifPresent(from -> lanes
                    .computeIfAbsent(new Key(entry.content().supply(), entry.content().kind()), key -> new ArrayList<>())
                    .add(new Segment(from, entry.content().basis().lastDay(), entry.content().extent(), entry.content().text(), shown.sourceTitle())));
        }
        List<Lane> result = new ArrayList<>();
        lanes.forEach((key, segments) -> result.add(new Lane(key.supply(), key.kind().words(), List.copyOf(segments))));
        return List.copyOf(result);
    }

    private static final Comparator<Entry<? extends Content>> OLDEST_FIRST =
            Comparator.comparing((Entry<? extends Content> entry) -> entry.content().basis().day().orElse(LocalDate.MAX)).thenComparing(Entry::key);
    private static final Comparator<Step> STEPS =
            Comparator.comparing((Step step) -> step.day().orElse(LocalDate.MAX)).thenComparing(Step::kind).thenComparing(step -> step.shown().key());
}
