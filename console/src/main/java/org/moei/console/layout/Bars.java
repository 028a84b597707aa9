package org.moei.console.layout;

import gg.jte.Content;
import java.util.List;
import java.util.Locale;

/** Counts as bars with their words before and the number behind; the last may be drawn hollow. */
public final class Bars {
    private Bars() {}

    /** A bar; hollow for what is ready rather than missing. */
    public record Bar(String words, long count, boolean hollow) {}

    public static Content draw(String label, List<Bar> bars) {
        long most = Math.max(1, bars.stream().mapToLong(Bar::count).max().orElse(1));
        StringBuilder svg = new StringBuilder(2048);
        StringBuilder spoken = new StringBuilder(label).append(": ");
        for (Bar bar : bars) {
            spoken.append(bar.words()).append(' ').append(bar.count()).append(", ");
        }
        svg.append(String.format(Locale.ROOT, "<svg class=\"chart\" viewBox=\"0 0 520 %d\" role=\"img\" aria-label=\"%s\">",
                Math.max(1, bars.size()) * 23, Texts.escape(spoken.substring(0, Math.max(0, spoken.length() - 2)))));
        int y = 0;
        for (Bar bar : bars) {
            double width = Math.max(bar.count() == 0 ? 0 : 2, 200.0 * bar.count() / most);
            svg.append(String.format(Locale.ROOT, "<text x=\"232\" y=\"%d\" text-anchor=\"end\">", y + 15)).append(Texts.escape(bar.words())).append("</text>");
            svg.append(String.format(Locale.ROOT, "<rect class=\"%s\" x=\"240\" y=\"%d\" width=\"%.1f\" height=\"15\"/>", bar.hollow() ? "bar2" : "bar", y + 3, width));
            svg.append(String.format(Locale.ROOT, "<text class=\"b\" x=\"%.1f\" y=\"%d\">%s</text>", 246 + width, y + 15, Texts.number(bar.count())));
            y += 23;
        }
        svg.append("</svg>");
        String text = svg.toString();
        return output -> output.writeContent(text);
    }
}
