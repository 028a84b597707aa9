package org.moei.console.layout;

import gg.jte.Content;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * People over time, drawn by the server at real size: published reports as ink with dots, joined only between reports;
 * what did not happen in violet; everything right of today on hatched ground.
 */
public final class FlowChart {
    private static final int WIDTH = 524;
    private static final int HEIGHT = 244;
    private static final double LEFT = 46;
    private static final double RIGHT = 514;
    private static final double TOP = 18;
    private static final double BOTTOM = 218;

    /** How a line is drawn, and with that what it claims. */
    public enum Kind {
        /** A report by the state that counts: ring. */
        PUBLISHED_RING,
        /** A report: dot. */
        PUBLISHED_DOT,
        /** Somebody else's report: square, never joined. */
        OTHER_SQUARE,
        /** Counted in this journal: a plain line. */
        COUNTED,
        /** By rules on capacities: dotted violet. */
        SIMULATED
    }

    /** A value on a day; the label may be empty. */
    public record Point(LocalDate day, double value, String label) {}

    /**
     * A line.
     *
     * @param name for the description and the label at its end
     * @param low with {@code high} a range around a simulated line, or empty
     */
    public record Series(String name, Kind kind, List<Point> points, List<Point> low, List<Point> high) {
        public Series(String name, Kind kind, List<Point> points) {
            this(name, kind, points, List.of(), List.of());
        }
    }

    private final LocalDate first;
    private final LocalDate last;
    private final double top;
    private final StringBuilder svg = new StringBuilder(8192);

    private FlowChart(LocalDate first, LocalDate last, double top) {
        this.first = first;
        this.last = last;
        this.top = top;
    }

    /** Draws the series; empty where no series has a point. */
    public static Optional<Content> draw(String title, LocalDate today, String todayLabel, List<Series> series) {
        List<Point> all = series.stream().flatMap(s -> s.points().stream()).toList();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = all.stream().map(Point::day).min(LocalDate::compareTo).orElseThrow();
        LocalDate last = all.stream().map(Point::day).max(LocalDate::compareTo).orElseThrow();
        first = first.isAfter(today) ? today : first;
        last = last.isBefore(today) ? today : last;
        double most = all.stream().mapToDouble(Point::value).max().orElse(1);
        FlowChart chart = new FlowChart(first, last.plusDays(Math.max(1, ChronoUnit.DAYS.between(first, last) / 12)), nice(most * 1.08));
        String text = chart.render(title, today, todayLabel, series);
        return Optional.of(output -> output.writeContent(text));
    }

    private String render(String title, LocalDate today, String todayLabel, List<Series> series) {
        svg.append(String.format(Locale.ROOT, "<svg class=\"chart\" viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"flow-t flow-d\">", WIDTH, HEIGHT));
        svg.append("<title id=\"flow-t\">").append(Texts.escape(title)).append("</title><desc id=\"flow-d\">").append(Texts.escape(describe(series))).append("</desc>");
        if (today.isBefore(last)) {
            add("<rect fill=\"url(#hatch)\" x=\"%.1f\" y=\"18\" width=\"%.1f\" height=\"200\"/>", x(today), RIGHT - x(today));
        }
        grid();
        for (Series one : series) {
            if (!one.low().isEmpty()) {
                band(one);
            }
        }
        add("<path class=\"axis\" d=\"M%.1f 8V218\"/>", x(today));
        boolean right = x(today) > 400;
        text(todayLabel, right ? x(today) - 5 : x(today) + 5, 14, "b halo", right);
        for (Series one : series) {
            line(one);
        }
        List<double[]> taken = new ArrayList<>();
        taken.add(new double[] {x(today) - (right ? 90 : 0), 2, 95, 14});
        for (Series one : series) {
            boolean marked = one.kind() != Kind.SIMULATED && one.kind() != Kind.COUNTED;
            for (Point p : marked ? one.points() : List.<Point>of()) {
                taken.add(new double[] {x(p.day()) - 5, y(p.value()) - 5, 10, 10});
            }
        }
        series.forEach(one -> taken.addAll(along(one)));
        for (Series one : series) {
            labels(one, taken);
        }
        svg.append("</svg>");
        return svg.toString();
    }

    private void grid() {
        for (int i = 0; i <= 4; i++) {
            double value = top * i / 4;
            add("<path class=\"grid\" d=\"M%.1f %.1fH%.1f\"/>", LEFT, y(value), RIGHT);
            text(Texts.number(Math.round(value)), LEFT - 6, y(value) + 4, "muted", true);
        }
        long days = ChronoUnit.DAYS.between(first, last);
        int every = days > 500 ? 3 : days > 190 ? 2 : 1;
        LocalDate month = first.withDayOfMonth(1);
        if (month.isBefore(first)) {
            month = month.plusMonths(1);
        }
        boolean named = false;
        for (; !month.isAfter(last); month = month.plusMonths(every)) {
            double x = x(month);
            if (x > RIGHT - 20) {
                break;
            }
            add("<path class=\"axis\" d=\"M%.1f 218v5\"/>", x);
            boolean year = !named || month.getMonthValue() <= every;
            text(DateTimeFormatter.ofPattern(year ? "MMM yyyy" : "MMM", Locale.UK).format(month), x + 3, 236, "muted", false);
            named = true;
        }
        add("<path class=\"axis\" d=\"M%.1f 218H%.1f\"/>", LEFT, RIGHT);
    }

    private void band(Series one) {
        StringBuilder path = new StringBuilder();
        for (Point p : one.low()) {
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f ", path.isEmpty() ? "M" : "L", x(p.day()), y(p.value())));
        }
        for (int i = one.high().size() - 1; i >= 0; i--) {
            path.append(String.format(Locale.ROOT, "L%.1f %.1f ", x(one.high().get(i).day()), y(one.high().get(i).value())));
        }
        svg.append("<path class=\"unc\" d=\"").append(path).append("Z\"/>");
    }

    private void line(Series one) {
        String kind = switch (one.kind()) {
            case PUBLISHED_RING, PUBLISHED_DOT, COUNTED -> "pub";
            case SIMULATED -> "sim";
            case OTHER_SQUARE -> "";
        };
        if (!kind.isEmpty() && one.points().size() > 1) {
            StringBuilder path = new StringBuilder();
            for (Point p : one.points()) {
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f ", path.isEmpty() ? "M" : "L", x(p.day()), y(p.value())));
            }
            svg.append("<path class=\"").append(kind).append("\" d=\"").append(path.toString().strip()).append("\"/>");
        }
        for (Point p : one.points()) {
            switch (one.kind()) {
                case PUBLISHED_RING -> add("<circle class=\"dot2\" cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\"/>", x(p.day()), y(p.value()));
                case PUBLISHED_DOT -> add("<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"4.5\"/>", x(p.day()), y(p.value()));
                case OTHER_SQUARE -> add("<rect class=\"dot2\" x=\"%.1f\" y=\"%.1f\" width=\"8\" height=\"8\"/>", x(p.day()) - 4, y(p.value()) - 4);
                case COUNTED, SIMULATED -> {}
            }
        }
    }

    /** Small boxes along a joined line, so that no label stands on it. */
    private List<double[]> along(Series one) {
        List<double[]> boxes = new ArrayList<>();
        if (one.kind() == Kind.OTHER_SQUARE) {
            return boxes;
        }
        for (int i = 1; i < one.points().size(); i++) {
            Point from = one.points().get(i - 1);
            Point to = one.points().get(i);
            int steps = 1 + (int) (Math.hypot(x(to.day()) - x(from.day()), y(to.value()) - y(from.value())) / 4);
            for (int k = 0; k <= steps; k++) {
                double share = (double) k / steps;
                boxes.add(new double[] {x(from.day()) + share * (x(to.day()) - x(from.day())) - 1, y(from.value()) + share * (y(to.value()) - y(from.value())) - 1, 2, 2});
            }
        }
        return boxes;
    }

    /** A label stands where nothing else stands: left of its point, right of it, above, below, or not at all. */
    private void labels(Series one, List<double[]> taken) {
        for (int i = one.points().size() - 1; i >= 0; i--) {
            Point p = one.points().get(i);
            if (p.label().isEmpty()) {
                continue;
            }
            double width = 7.1 * p.label().length();
            double x = x(p.day());
            double y = y(p.value());
            double[][] tries = {{x - 8 - width, y - 12, 1}, {x + 9, y + 2, 0}, {x - 8 - width, y + 2, 1}, {x + 9, y - 14, 0}, {x - width / 2, y - 22, 2}, {x - width / 2, y + 8, 2}, {x - width - 4, y - 26, 1}, {x + 4, y + 12, 0}};
            for (double[] at : tries) {
                double[] box = {at[0], at[1], width, 15};
                if (box[0] < LEFT + 2 || box[0] + width > RIGHT + 6 || box[1] < 0 || box[1] > BOTTOM - 12 || taken.stream().anyMatch(t -> overlap(t, box))) {
                    continue;
                }
                taken.add(box);
                text(p.label(), box[0], box[1] + 12, (i == one.points().size() - 1 ? "b halo" : "halo") + (one.kind() == Kind.SIMULATED ? " simtext" : ""), false);
                break;
            }
        }
    }

    private static boolean overlap(double[] a, double[] b) {
        return a[0] < b[0] + b[2] && b[0] < a[0] + a[2] && a[1] < b[1] + b[3] && b[1] < a[1] + a[3];
    }

    private static String describe(List<Series> series) {
        StringBuilder text = new StringBuilder();
        for (Series one : series) {
            if (one.points().isEmpty()) {
                continue;
            }
            Point end = one.points().getLast();
            text.append(one.name()).append(": ").append(Texts.number(Math.round(end.value()))).append(", ")
                    .append(DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK).format(end.day())).append(". ");
        }
        return text.toString().strip();
    }

    private double x(LocalDate day) {
        double span = Math.max(1, ChronoUnit.DAYS.between(first, last));
        return LEFT + 4 + (RIGHT - LEFT - 4) * ChronoUnit.DAYS.between(first, day) / span;
    }

    private double y(double value) {
        return BOTTOM - (BOTTOM - TOP) * value / top;
    }

    private void text(String words, double x, double y, String kind, boolean end) {
        svg.append(String.format(Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\"%s>", kind, x, y, end ? " text-anchor=\"end\"" : ""))
                .append(Texts.escape(words)).append("</text>");
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static double nice(double most) {
        double unit = Math.pow(10, Math.floor(Math.log10(Math.max(4, most))));
        for (double step : new double[] {1, 2, 4, 6, 8, 10, 12, 16, 20}) {
            if (unit * step >= most) {
                return unit * step;
            }
        }
        return most;
    }
}
