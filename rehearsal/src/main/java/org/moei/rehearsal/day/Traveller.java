package org.moei.rehearsal.day;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.moei.rehearsal.scenario.WayOut;

/**
 * What the day must know of a made person. What the person wants and would say is known here and told only when asked.
 *
 * @param id stable; the order of ids is the order in which ties are settled
 * @param nationality alpha-3 or {@code STATELESS}
 * @param inSeries whether the published series of detained and returned count the person
 * @param takenOutOn day of coming out
 * @param arrivesOn first day on which the person can stand at the desk
 * @param heldAt id of the holding place
 * @param child under 18 when taken out
 * @param passportHeld whether a valid passport is in hand
 * @param travelsWith ids of companions; bound only where all of them, asked apart, want it
 * @param apartFrom ids of people from whom the person is kept
 * @param languages ISO 639-2, the strongest first, at least one
 */
public record Traveller(
        String id,
        String nationality,
        boolean inSeries,
        LocalDate takenOutOn,
        LocalDate arrivesOn,
        String heldAt,
        WayOut wayOut,
        boolean child,
        boolean passportHeld,
        Set<Need> needs,
        Set<String> travelsWith,
        Set<String> apartFrom,
        List<String> languages,
        boolean fearsReturn,
        boolean fearsOwnEmbassy,
        boolean declaresVoluntarily,
        boolean consentsToEmbassy,
        Replies replies) {
    public Traveller {
        needs = Set.copyOf(needs);
        travelsWith = Set.copyOf(travelsWith);
        apartFrom = Set.copyOf(apartFrom);
        languages = List.copyOf(languages);
    }
}
