package org.moei.console.layout;

import gg.jte.Content;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Dated reports in lanes over time: what was cut, what took its place, and who paid. No line stands for an amount. */
public final class Lanes {
    private static final double LEFT = 208;
    private static final double RIGHT = 1028;

    private Lanes() {}

    /** How a stretch is drawn. */
    public enum State {
        /** Thick: reported in use. */
        IN_USE,
        /** Thin: less of it. */
        LESS,
        /** Dotted: nobody has reported. */
        NOT_REPORTED
    }

    /** From this day on until the next report of the lane. */
    public record Report(LocalDate day, String words, State after) {}

    /** A lane; harm is drawn in amber and without stretches. */
    public record Lane(String name, boolean harm, List<Report> reports) {}

    public static Content draw(String title, LocalDate first, LocalDate last, List<Lane> lanes) {
        StringBuilder svg = new StringBuilder(8192);
        List<List<List<Report>>> rows = new ArrayList<>();
        int height = 10;
        for (Lane lane : lanes) {
            List<List<Report>> split = split(lane, first, last);
            rows.add(split);
            height += 38 * split.size();
        }
        svg.append(String.format(Locale.ROOT, "<svg class=\"chart long\" viewBox=\"0 0 1040 %d\" role=\"img\" aria-labelledby=\"lanes-t\"><title id=\"lanes-t\">", height + 26))
                .append(Texts.escape(title)).append("</title>");
        months(svg, first, last, height);
        int y = 34;
        for (int i = 0; i < lanes.size(); i++) {
            Lane lane = lanes.get(i);
            text(svg, lane.name(), 178, y + 5, lane.harm() ? "b harmtext" : "", "end");
            for (List<Report> row : rows.get(i)) {
                svg.append(String.format(Locale.ROOT, "<path class=\"grid\" d=\"M188 %dH%.0f\"/>", y, RIGHT));
                draw(svg, lane, row, y, first, last);
                y += 38;
            }
        }
        svg.append("</svg>");
        String text = svg.toString();
        return output -> output.writeContent(text);
    }

    /** Reports whose words would run into each other go to a further row. */
    private static List<List<Report>> split(Lane lane, LocalDate first, LocalDate last) {
        List<List<Report>> rows = new ArrayList<>();
        List<Double> ends = new ArrayList<>();
        for (Report report : lane.reports()) {
            double x = x(report.day(), first, last);
            double width = 6.8 * report.words().length();
            double begin = x + width > RIGHT + 8 ? x - width : x;
            int row = 0;
            while (row < rows.size() && ends.get(row) > begin) {
                row++;
            }
            if (row == rows.size()) {
                rows.add(new ArrayList<>());
                ends.add(0.0);
            }
            rows.get(row).add(report);
            ends.set(row, Math.max(x, begin + width) + 10);
        }
        return rows.isEmpty() ? List.of(List.of()) : rows;
    }

    private static void draw(StringBuilder svg, Lane lane, List<Report> row, int y, LocalDate first, LocalDate last) {
        for (int i = 0; i < row.size() && !lane.harm(); i++) {
            double from = x(row.get(i).day(), first, last);
            double to = i + 1 < row.size() ? x(row.get(i + 1).day(), first, last) : RIGHT - 26;
            switch (row.get(i).after()) {
                case IN_USE -> svg.append(String.format(Locale.ROOT, "<rect class=\"bar\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"6\"/>", from, y - 3, Math.max(0, to - from)));
                case LESS -> svg.append(String.format(Locale.ROOT, "<rect class=\"bar\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"2\"/>", from, y - 1, Math.max(0, to - from)));
                case NOT_REPORTED -> svg.append(String.format(Locale.ROOT, "<path class=\"open\" d=\"M%.1f %dH%.1f\"/>", from, y, to));
            }
        }
        for (Report report : row) {
            double x = x(report.day(), first, last);
            svg.append(String.format(Locale.ROOT, "<circle class=\"%s\" cx=\"%.1f\" cy=\"%d\" r=\"5\"/>", lane.harm() ? "harm" : "dot", x, y));
            boolean end = x + 6.8 * report.words().length() > RIGHT + 8;
            text(svg, report.words(), x, y - 10, lane.harm() ? "halo harmtext" : "halo", end ? "end" : "start");
        }
    }

    private static void months(StringBuilder svg, LocalDate first, LocalDate last, int height) {
        int every = ChronoUnit.DAYS.between(first, last) > 500 ? 3 : 1;
        LocalDate month = first.withDayOfMonth(1).isBefore(first) ? first.withDayOfMonth(1).plusMonths(1) : first;
        boolean named = false;
        for (; !month.isAfter(last); month = month.plusMonths(every)) {
            double x = x(month, first, last);
            svg.append(String.format(Locale.ROOT, "<path class=\"grid\" d=\"M%.1f 6V%d\"/>", x, height));
            boolean year = !named || month.getMonthValue() <= every;
            text(svg, DateTimeFormatter.ofPattern(year ? "MMM yyyy" : "MMM", Locale.UK).format(month), x + 4, height + 16, "muted", "start");
            named = true;
        }
    }

    private static double x(LocalDate day, LocalDate first, LocalDate last) {
        LocalDate clamped = day.isBefore(first) ? first : day.isAfter(last) ? last : day;
        return LEFT + (RIGHT - LEFT - 30) * ChronoUnit.DAYS.between(first, clamped) / Math.max(1, ChronoUnit.DAYS.between(first, last));
    }

    private static void text(StringBuilder svg, String words, double x, double y, String kind, String anchor) {
        svg.append(String.format(Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">", kind, x, y, anchor)).append(Texts.escape(words)).append("</text>");
    }
}
