package org.moei.rehearsal.generator;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.moei.rehearsal.scenario.WayOut;

/**
 * Somebody who never lived, with all that the rehearsal knows and the operation must find out.
 *
 * @param index place in {@link Population#people()}, in the order of coming out
 * @param id {@code P000001} and so on, by the index
 * @param key a random-looking UUID that the seed and the index always give
 * @param wave the wave of the scenario that the person came out with
 * @param nationality ISO 3166-1 alpha-3 or {@code STATELESS}
 * @param nickname what friends and family call the person, in the script of the name; may equal a part of it
 * @param document the passport that was issued, wherever it is now
 * @param paper where the passport is now
 * @param nationalId number of the resident's card, for the states whose check digit is known here
 * @param phone of the person, E.164, or empty
 * @param familyPhone of whoever looks for the person, E.164, or empty where nobody does
 * @param languages ISO 639-2 codes, the strongest first
 * @param province where the family lives
 * @param compound id of the compound, or empty where the scenario names none
 * @param heldAt id of the place where the person waited first
 * @param takenOutOn day of coming out
 * @param arrivesOn day at the desk of the reception; the scenario's last day at the latest
 * @param companions those whom the person belongs to, and what they want
 * @param needs what somebody must see to
 * @param says what the person wants and would answer
 */
public record MadePerson(
        int index,
        String id,
        UUID key,
        String wave,
        boolean inSeries,
        String nationality,
        Sex sex,
        BirthDate birth,
        MadeName name,
        String nickname,
        Optional<TravelDocument> document,
        Paper paper,
        String nationalId,
        String phone,
        String familyPhone,
        List<String> languages,
        String province,
        String compound,
        String heldAt,
        LocalDate takenOutOn,
        LocalDate arrivesOn,
        WayOut wayOut,
        Companions companions,
        Needs needs,
        Says says) {

    /** Where the passport is. */
    public enum Paper {
        HELD,
        TAKEN,
        LOST,
        NEVER_HAD
    }

    /**
     * Ties between people, all by index.
     *
     * @param with companions, without the person
     * @param kind what they are to each other
     * @param wantsToTravelTogether asked apart; a group is bound only where all of it want it
     * @param apartFrom people from whom the person must be kept
     * @param guardian of a child
     */
    public record Companions(List<Integer> with, Tie kind, boolean wantsToTravelTogether, Set<Integer> apartFrom, OptionalInt guardian) {
        static final Companions NONE = new Companions(List.of(), Tie.NONE, false, Set.of(), OptionalInt.empty());

        public Companions {
            with = List.copyOf(with);
            apartFrom = Set.copyOf(apartFrom);
        }
    }

    /** What companions are to each other. */
    public enum Tie {
        NONE,
        COUPLE,
        SIBLINGS,
        FRIENDS,
        CHILD_AND_GUARDIAN
    }

    /** What somebody must see to; several illnesses may come together. */
    public record Needs(boolean pregnant, boolean childAlone, boolean tuberculosis, boolean injury, boolean chronicIllness, boolean mentalHealth, boolean disability) {
        /** Whether anything at all. */
        public boolean any() {
            return pregnant || childAlone || tuberculosis || injury || chronicIllness || mentalHealth || disability;
        }
    }

    /**
     * What the person wants and would say.
     *
     * @param sought whether a family looks for the person
     * @param outBefore whether the person was out once and came back, or was brought back
     * @param story known to the generator alone
     */
    public record Says(
            boolean fearsReturn,
            boolean fearsOwnEmbassy,
            boolean declaresVoluntarily,
            boolean consentsToEmbassy,
            boolean consentsToFamilyTold,
            boolean outBefore,
            boolean sought,
            Story story,
            Answers answers) {}

    /** Whether the person is under 18 on the day of coming out. */
    public boolean isChild() {
        return birth.ageOn(takenOutOn) < 18;
    }
}
