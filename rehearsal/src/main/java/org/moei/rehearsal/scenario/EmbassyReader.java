package org.moei.rehearsal.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the states and how long each takes for a step. */
final class EmbassyReader {
    private static final double MOST_DAYS = 1_000;

    private final Folder folder;
    private final Set<String> sources;
    private final Set<String> agencies;

    EmbassyReader(Folder folder, Set<String> sources, Set<String> agencies) {
        this.folder = folder;
        this.sources = sources;
        this.agencies = agencies;
    }

    List<Embassy> read() {
        Map<String, List<Embassy.Delay>> delays = delays();
        List<Embassy> embassies = folder.table("embassies.csv", sources, fields -> {
            Embassy.Kind kind = fields.oneOf("kind", Embassy.Kind.class);
            String nationality = fields.nationalityOrAll("nationality");
            Embassy embassy = new Embassy(nationality, fields.text("state"), kind, fields.textOrEmpty("seat"), fields.yes("at_border"),
                    fields.optionalReference("stand_in", agencies, "agency"), List.copyOf(delays.getOrDefault(nationality, List.of())), fields.source());
            if (kind == Embassy.Kind.FAR && embassy.seat().isEmpty()) {
                throw fields.refuse("seat-missing", "seat", "The embassy of " + embassy.state() + " is far and has no seat.", "it has none: write none as its kind.");
            }
            return embassy;
        });
        ScenarioReader.unique("embassies.csv", embassies, Embassy::nationality);
        if (embassies.stream().noneMatch(embassy -> embassy.nationality().equals("*"))) {
            throw Folder.problem("default-missing", "embassies.csv", 0, "There is no row for the nationality *.", "states that have no row behave like one kind: say which.");
        }
        for (String nationality : delays.keySet()) {
            if (embassies.stream().noneMatch(embassy -> embassy.nationality().equals(nationality))) {
                throw Folder.problem("reference-unknown", "embassy-delays.csv", 0, "The nationality (" + nationality + ") has delays and no row in embassies.csv.", "it is misspelt.");
            }
        }
        return embassies;
    }

    private Map<String, List<Embassy.Delay>> delays() {
        Map<String, List<Embassy.Delay>> delays = new LinkedHashMap<>();
        folder.tableIfThere("embassy-delays.csv", sources, fields -> {
            Embassy.Delay delay = new Embassy.Delay(fields.oneOf("step", Embassy.Step.class), fields.figure("days_low", 0, MOST_DAYS), fields.figure("days_high", 0, MOST_DAYS));
            if (delay.daysHigh().value() < delay.daysLow().value()) {
                throw fields.refuse("range-order", "days_high", "The step takes " + delay.daysHigh().value() + " days at most and more at least.", "the two are exchanged.");
            }
            delays.computeIfAbsent(fields.nationalityOrAll("nationality"), ignored -> new ArrayList<>()).add(delay);
            return delay;
        });
        return delays;
    }
}
