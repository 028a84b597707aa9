package org.moei.rehearsal.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what the operation can do in a day. */
final class CapacitiesReader {
    private static final double MOST_PER_DAY = 100_000;

    private final Folder folder;
    private final Set<String> sources;
    private final Set<String> agencies;
    private final Set<String> places;

    CapacitiesReader(Folder folder, Set<String> sources, Set<String> agencies, Set<String> places) {
        this.folder = folder;
        this.sources = sources;
        this.agencies = agencies;
        this.places = places;
    }

    Capacities read(Optional<Capacities.Desk> desk) {
        return new Capacities(desk,
                folder.tableIfThere("screening.csv", sources, CapacitiesReader::phase),
                folder.tableIfThere("teams.csv", sources, fields -> new Capacities.Team(fields.text("name"), fields.reference("agency", agencies, "agency"))),
                folder.tableIfThere("sorting.csv", sources, fields -> new Capacities.SortingStep(fields.whole("order", 1, 20), fields.text("name"),
                        fields.reference("agency", agencies, "agency"), fields.list("groups"), fields.reference("step_source", sources, "source"),
                        fields.figure("people_per_day", 1, MOST_PER_DAY))),
                folder.tableIfThere("unscreened.csv", sources, fields -> new Capacities.UnscreenedPolicy(fields.date("from"), fields.nationalityOrAll("nationality"),
                        fields.text("override_name"), fields.text("answers_for_it"), fields.text("reason"), fields.source())),
                folder.tableIfThere("limits.csv", sources, fields -> new Capacities.Limit(fields.oneOf("limit", Capacities.LimitKind.class),
                        fields.nationalityOrAll("nationality"), fields.date("from"), fields.date("until"), fields.figure("value", 0, MOST_PER_DAY))),
                ScenarioReader.unique("transports.csv", folder.table("transports.csv", sources, this::transport), Capacities.Transport::id),
                folder.table("holding.csv", sources, fields -> new Capacities.HoldingPlace(fields.reference("place", places, "place"), fields.figure("capacity", 1, MOST_PER_DAY),
                        fields.optionalFigure("toilets", 0, 1_000), fields.optionalFigure("meals_low", 0, 5), fields.optionalFigure("meals_high", 0, 5))),
                folder.tableIfThere("shelters.csv", sources, fields -> new Capacities.Shelter(fields.reference("place", places, "place"), fields.figure("beds", 0, MOST_PER_DAY))),
                folder.tableIfThere("interpreters.csv", sources, fields -> new Capacities.Interpreters(fields.text("language"), fields.figure("people", 0, 1_000))),
                folder.table("costs.csv", sources, CapacitiesReader::cost));
    }

    private static Capacities.ScreeningPhase phase(Fields fields) {
        Capacities.ScreeningPhase phase = new Capacities.ScreeningPhase(fields.date("from"), fields.figure("decisions_per_day_low", 0, MOST_PER_DAY),
                fields.figure("decisions_per_day_high", 0, MOST_PER_DAY), fields.figure("legal_days", 1, 365), fields.text("rule_version"));
        if (phase.decisionsPerDayHigh().value() < phase.decisionsPerDayLow().value()) {
            throw fields.refuse("range-order", "decisions_per_day_high", "The upper end is lower than the lower one.", "the two are exchanged.");
        }
        return phase;
    }

    private Capacities.Transport transport(Fields fields) {
        Capacities.Transport transport = new Capacities.Transport(fields.id("id"), fields.nationalityOrAll("nationality"), fields.oneOf("mode", Capacities.Mode.class),
                fields.reference("from", places, "place"), fields.text("to"), fields.date("first_date"), fields.date("last_date"),
                fields.figure("seats_low", 1, 1_000), fields.figure("seats_high", 1, 1_000), fields.figure("vehicles_per_day", 0, 200),
                fields.figure("days_per_round", 1, 1_000), fields.figure("pause_days", 0, 1_000), fields.optionalFigure("hours", 0, 200));
        if (transport.seatsHigh().value() < transport.seatsLow().value() || transport.lastDate().isBefore(transport.firstDate())) {
            throw fields.refuse("range-order", "seats_high", "Seats or dates go from a higher to a lower value.", "the two are exchanged.");
        }
        return transport;
    }

    private static Capacities.Cost cost(Fields fields) {
        String currency = fields.text("currency");
        if (!currency.matches("[A-Z]{3}")) {
            throw fields.refuse("currency", "currency", "The currency (" + currency + ") is not an ISO 4217 code.", "write THB or USD.");
        }
        return new Capacities.Cost(fields.id("item"), fields.id("unit"), currency, fields.figure("low", 0, 1e12), fields.figure("high", 0, 1e12));
    }
}
