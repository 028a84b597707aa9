package org.moei.console.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.moei.rehearsal.scenario.Scenario;

/** The summary of a rehearsal for people: what came, what contradicts itself, who waits, who went home, how well lists were linked. */
public final class SummaryText {
    private SummaryText() {}

    /** Lines of text; the numbers are those of the summary. */
    public static String of(Scenario scenario, Map<String, Object> summary) {
        StringBuilder out = new StringBuilder();
        out.append(String.format("%n%s%n", scenario.title()));
        out.append(String.format(Locale.ROOT, "A rehearsal of %,d people, seed %s: nobody in it ever lived; published figures carry their source.%n", number(summary.get("people")), summary.get("seed")));
        out.append(String.format(Locale.ROOT, "%,d actions in the journals, %,d rows of lists refused and named.%n", number(summary.get("actions")), number(summary.get("rows_refused"))));
        List<Map<String, Object>> contradictions = lines(summary, "contradictions");
        out.append(String.format("%nWhat does not add up%n"));
        for (Map<String, Object> each : contradictions) {
            out.append("  ").append(sentence(each)).append(System.lineSeparator());
        }
        Map<String, Object> screening = part(summary, "screening");
        out.append(String.format(Locale.ROOT, "%nScreening: %,d called, %,d interviewed, %,d decided; %,d wait; %,d left unscreened.%n",
                number(screening.get("called")), number(screening.get("interviewed")), number(screening.get("decided")), number(screening.get("waiting")), number(screening.get("left_unscreened"))));
        out.append(String.format("%nReturned        simulated  published   error%n"));
        for (Map<String, Object> row : lines(summary, "returned")) {
            double simulated = number(row.get("simulated"));
            double published = number(row.get("published"));
            out.append(String.format(Locale.ROOT, "  %s %,10.0f %,10.0f  %+5.1f %%  %s%s%n", row.get("date"), simulated, published,
                    published == 0 ? 0 : 100 * (simulated - published) / published, Boolean.TRUE.equals(row.get("fitted")) ? "(fitted) " : "", row.get("source")));
        }
        List<Map<String, Object>> journeys = lines(summary, "journeys");
        out.append(String.format(Locale.ROOT, "%n%,d days with journeys planned; the largest gap to the bound was %.2f %%.%n", journeys.size(),
                100 * journeys.stream().mapToDouble(j -> fraction(j.get("gap"))).max().orElse(0)));
        Map<String, Object> linkage = part(summary, "linkage");
        out.append(String.format(Locale.ROOT, "Same person on several lists: precision %.3f, recall %.3f of %,d true pairs; %,d pairs wait for a person's eyes.%n",
                fraction(linkage.get("precision")), fraction(linkage.get("recall")), number(linkage.get("true_pairs")), number(linkage.get("review_pairs"))));
        Map<String, Object> tracing = part(summary, "tracing");
        out.append(String.format(Locale.ROOT, "Families: %,d requests, %,d linked to somebody, %,d told with that person's consent.%n%nAccounts of this rehearsal:",
                number(tracing.get("requests")), number(tracing.get("found")), number(tracing.get("told"))));
        return out.toString();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> lines(Map<String, Object> summary, String name) {
        Object found = summary.get(name);
        return found instanceof List<?> list ? (List<Map<String, Object>>) list : List.of();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> summary, String name) {
        Object found = summary.get(name);
        return found instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
    }

    private static double fraction(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Number n ? n.doubleValue() : 0;
    }

    private static long number(@org.jspecify.annotations.Nullable Object value) {
        return value instanceof Number n ? n.longValue() : 0;
    }

    private static String sentence(Map<String, Object> each) {
        String list = each.get("list") + ", version " + each.get("version");
        long stated = number(each.get("stated"));
        long counted = number(each.get("counted"));
        return switch (String.valueOf(each.get("kind"))) {
            case "sum" -> String.format(Locale.ROOT, "%s: states %,d, its rows add up to %,d.", list, stated, counted);
            case "row" -> String.format(Locale.ROOT, "%s: %s is printed as %,d, its own men and women are %,d.", list, each.get("row"), stated, counted);
            case "left-over" -> String.format(Locale.ROOT, "%s: %s is printed as %,d; %,d would make the rest add up (inferred).", list, each.get("row"), stated, counted);
            default -> String.format(Locale.ROOT, "%s: states %,d, then %,d.", list, stated, counted);
        };
    }
}
