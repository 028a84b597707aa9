package org.moei.rehearsal.scenario;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads waves, mixes, ways out, rates, ages and languages. */
final class PopulationReader {
    private static final double ROUNDING = 0.0005;

    private final Folder folder;
    private final Set<String> sources;
    private final Set<String> agencies;
    private final Set<String> places;

    PopulationReader(Folder folder, Set<String> sources, Set<String> agencies, Set<String> places) {
        this.folder = folder;
        this.sources = sources;
        this.agencies = agencies;
        this.places = places;
    }

    Population read() {
        Map<String, List<Population.MixRow>> mixes = mixes();
        Map<String, Map<WayOut, Figure>> ways = waysOut();
        List<Population.Wave> waves = ScenarioReader.unique("waves.csv", folder.table("waves.csv", sources, fields -> {
            String id = fields.id("id");
            Map<WayOut, Figure> out = ways.get(id);
            if (out == null) {
                throw fields.refuse("ways-out-missing", "id", "The wave (" + id + ") has no row in ways-out.csv.", "it was released: write released with share 1.");
            }
            if (fields.date("until").isBefore(fields.date("from"))) {
                throw fields.refuse("date-order", "until", "The wave (" + id + ") ends before it begins.", "the two are exchanged.");
            }
            return new Population.Wave(id, fields.text("title"), fields.reference("holder", agencies, "agency"), fields.reference("place", places, "place"),
                    fields.date("from"), fields.date("until"), fields.figure("people", 1, ScenarioReader.MOST_PEOPLE),
                    fields.reference("mix", mixes.keySet(), "mix"), fields.yes("in_series"), fields.yes("scales"), out);
        }), Population.Wave::id);
        List<Population.Rate> rates = folder.tableIfThere("rates.csv", sources, fields -> new Population.Rate(
                fields.oneOf("rate", Population.RateKind.class), fields.nationalityOrAll("nationality"), fields.share("share")));
        return new Population(waves, mixes, rates, ages(), languages());
    }

    private Map<String, List<Population.MixRow>> mixes() {
        Map<String, List<Population.MixRow>> mixes = new TreeMap<>();
        folder.table("mixes.csv", sources, fields -> {
            Population.MixRow row = new Population.MixRow(fields.nationality("nationality"), weight(fields, "male"), weight(fields, "female"), weight(fields, "unknown_sex"));
            if (row.weight() == 0) {
                throw fields.refuse("mix-empty", "male", "The nationality (" + row.nationality() + ") weighs nothing.", "the row is not needed.");
            }
            List<Population.MixRow> mix = mixes.computeIfAbsent(fields.id("mix"), ignored -> new ArrayList<>());
            if (mix.stream().anyMatch(other -> other.nationality().equals(row.nationality()))) {
                throw fields.refuse("mix-twice", "nationality", "The nationality (" + row.nationality() + ") stands twice in the mix.", "add the two rows.");
            }
            mix.add(row);
            return row;
        });
        mixes.replaceAll((name, rows) -> List.copyOf(rows));
        return Map.copyOf(mixes);
    }

    /** An empty cell weighs nothing. */
    private static Figure weight(Fields fields, String field) {
        return fields.optionalFigure(field, 0, ScenarioReader.MOST_PEOPLE).orElseGet(() -> new Figure(0, fields.source()));
    }

    private Map<String, Map<WayOut, Figure>> waysOut() {
        Map<String, Map<WayOut, Figure>> ways = new LinkedHashMap<>();
        folder.table("ways-out.csv", sources, fields -> {
            Figure share = fields.share("share");
            ways.computeIfAbsent(fields.id("wave"), ignored -> new EnumMap<>(WayOut.class)).put(fields.oneOf("way", WayOut.class), share);
            return share;
        });
        ways.forEach((wave, shares) -> checkWhole("ways-out.csv", "wave (" + wave + ")", shares.values().stream().mapToDouble(Figure::value).sum()));
        ways.replaceAll((wave, shares) -> Map.copyOf(shares));
        return ways;
    }

    private List<Population.AgeBand> ages() {
        Map<String, Double> sums = new TreeMap<>();
        List<Population.AgeBand> ages = folder.table("ages.csv", sources, fields -> {
            Population.AgeBand band = new Population.AgeBand(fields.text("sex"), fields.whole("low", 0, 110), fields.whole("high", 0, 110), fields.share("share"));
            if (!band.sex().matches("[mf*]") || band.high() < band.low()) {
                throw fields.refuse("age-band", "sex", "The band is not one of m, f or *, from a lower to a higher age.", "the two ages are exchanged.");
            }
            sums.merge(band.sex(), band.share().value(), Double::sum);
            return band;
        });
        sums.forEach((sex, sum) -> checkWhole("ages.csv", "sex (" + sex + ")", sum));
        return ages;
    }

    private List<Population.LanguageShare> languages() {
        Map<String, Double> sums = new TreeMap<>();
        List<Population.LanguageShare> languages = folder.table("languages.csv", sources, fields -> {
            Population.LanguageShare share = new Population.LanguageShare(fields.nationalityOrAll("nationality"), fields.text("language"), fields.text("name"),
                    fields.text("script"), fields.share("share"));
            if (!share.language().matches("[a-z]{3}") || !share.script().matches("[A-Z][a-z]{3}")) {
                throw fields.refuse("language-code", "language", "The language (" + share.language() + ", " + share.script() + ") is not of ISO 639-2 and ISO 15924.", "write khm and Khmr.");
            }
            sums.merge(share.nationality(), share.share().value(), Double::sum);
            return share;
        });
        sums.forEach((nationality, sum) -> checkWhole("languages.csv", "nationality (" + nationality + ")", sum));
        return languages;
    }

    private static void checkWhole(String file, String what, double sum) {
        if (Math.abs(sum - 1) > ROUNDING) {
            throw Folder.problem("shares-sum", file, 0, "The shares of the " + what + " add up to " + sum + ".", "one is missing, or written in per cent: they add up to 1.");
        }
    }
}
