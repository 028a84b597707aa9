package org.moei.rehearsal.scenario;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * A real or imagined operation as data. Every figure names its source.
 *
 * @param name of the folder's operation, in kebab-case
 * @param operation what the facts strip of the console shows
 * @param people all who are detained by the last date, as published; waves in the series add up to it
 * @param sources by id
 */
public record Scenario(
        String name,
        String title,
        String operation,
        LocalDate firstDate,
        LocalDate lastDate,
        Figure people,
        Map<String, Source> sources,
        Parties parties,
        Population population,
        Lists lists,
        Flow flow,
        Capacities capacities,
        List<Embassy> embassies,
        FollowUp followUp,
        Picture picture) {

    /**
     * Reads and checks a folder.
     *
     * @param folder holds {@code scenario.yaml} and the tables that docs/scenarios.md names
     * @throws org.moei.base.ProblemException with file, row and field, if anything is missing, unknown, unsourced, too
     *     large or at odds with another table
     */
    public static Scenario read(Path folder) {
        return new ScenarioReader(folder).read();
    }

    /** The state's way of taking people back; the one for {@code *} where the nationality has no row. */
    public Embassy embassyOf(String nationality) {
        return embassies.stream()
                .filter(embassy -> embassy.nationality().equals(nationality))
                .findFirst()
                .or(() -> embassies.stream().filter(embassy -> embassy.nationality().equals("*")).findFirst())
                .orElseThrow(() -> new IllegalArgumentException("The nationality (" + nationality + ") has no embassy and there is no default."));
    }
}
