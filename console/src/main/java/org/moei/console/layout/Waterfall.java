package org.moei.console.layout;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The weight of each field of a pair, added from top to bottom; one drawing for each row of the table beside it. */
public final class Waterfall {
    private static final double WIDTH = 336;

    private Waterfall() {}

    /** A drawing for each weight, in order. All share one scale; the line stands at nought. */
    public static List<Content> draw(List<Double> weights) {
        double sum = 0;
        double low = 0;
        double high = 0;
        for (double weight : weights) {
            sum += weight;
            low = Math.min(low, sum);
            high = Math.max(high, sum);
        }
        double unit = (WIDTH - 70) / Math.max(1e-9, high - low);
        double zero = 14 - low * unit;
        List<Content> drawings = new ArrayList<>();
        double at = 0;
        for (int i = 0; i < weights.size(); i++) {
            String svg = row(zero, unit, at, weights.get(i), i == 0, i == weights.size() - 1);
            drawings.add(output -> output.writeContent(svg));
            at += weights.get(i);
        }
        return drawings;
    }

    private static String row(double zero, double unit, double before, double weight, boolean first, boolean last) {
        double from = zero + before * unit;
        double to = zero + (before + weight) * unit;
        String words = String.format(Locale.ROOT, "%s%.1f", weight > 0.05 ? "+" : weight < -0.05 ? "−" : "", Math.abs(weight));
        StringBuilder svg = new StringBuilder(600);
        svg.append(String.format(Locale.ROOT, "<svg class=\"chart wf\" viewBox=\"0 0 336 44\" role=\"img\" aria-label=\"weight %s, sum %.1f\">", words, before + weight));
        svg.append(String.format(Locale.ROOT, "<path class=\"grid\" d=\"M%.1f 0V44\"/>", zero));
        svg.append(String.format(Locale.ROOT, "<path class=\"axis\" d=\"%s%s\"/>",
                first ? "" : String.format(Locale.ROOT, "M%.1f 0V15", from), last ? "" : String.format(Locale.ROOT, "M%.1f 29V44", to)));
        double left = Math.min(from, to);
        double width = Math.abs(to - from);
        if (Math.abs(weight) < 0.05) {
            svg.append(String.format(Locale.ROOT, "<circle class=\"dot2\" cx=\"%.1f\" cy=\"22\" r=\"4\"/>", to));
        } else if (weight > 0) {
            svg.append(String.format(Locale.ROOT, "<rect class=\"bar\" x=\"%.1f\" y=\"15\" width=\"%.1f\" height=\"14\"/>", left, Math.max(1.5, width)));
        } else {
            svg.append(String.format(Locale.ROOT, "<rect class=\"ag\" x=\"%.1f\" y=\"15\" width=\"%.1f\" height=\"14\" fill=\"url(#against)\"/>", left, Math.max(1.5, width)));
        }
        double words0 = Math.max(from, to) + 6;
        svg.append(String.format(Locale.ROOT, "<text class=\"halo\" x=\"%.1f\" y=\"27\">%s</text></svg>", words0, words));
        return svg.toString();
    }
}
