package org.moei.rehearsal.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Who the people are, before anybody has invented one.
 *
 * @param waves the groups that come out; those in the series add up to the scenario's people
 * @param mixes nationality and sex of a wave, by the name that waves use
 * @param rates shares of people to whom something applies
 * @param ages shares of ages, by sex
 * @param languages what a nationality speaks
 */
public record Population(
        List<Wave> waves, Map<String, List<MixRow>> mixes, List<Rate> rates, List<AgeBand> ages, List<LanguageShare> languages) {

    /**
     * A group that comes out between two days.
     *
     * @param holder the agency that holds or held them
     * @param place the holding place where they wait first
     * @param people as published or inferred
     * @param mix a key of {@link Population#mixes()}
     * @param inSeries whether the published series of detained and returned count them
     * @param scales whether their number follows the number of people asked for, or always stays as published
     * @param waysOut how they came out; the shares add up to 1
     */
    public record Wave(
            String id,
            String title,
            String holder,
            String place,
            LocalDate from,
            LocalDate until,
            Figure people,
            String mix,
            boolean inSeries,
            boolean scales,
            Map<WayOut, Figure> waysOut) {}

    /**
     * Weights of one nationality in a mix.
     *
     * @param nationality ISO 3166 alpha-3, or {@code STATELESS}
     * @param unknownSex people whose sex the source leaves open
     */
    public record MixRow(String nationality, Figure male, Figure female, Figure unknownSex) {
        /** The sum of the three. */
        public double weight() {
            return male.value() + female.value() + unknownSex.value();
        }
    }

    /** A share. @param nationality alpha-3, or {@code *} for those not named */
    public record Rate(RateKind kind, String nationality, Figure share) {}

    /** What a rate is a share of: of all people, unless the name says otherwise. */
    public enum RateKind {
        /** Of women. */
        PREGNANT,
        CHILD_ALONE,
        CHILD_WITH_GUARDIAN,
        /** Came out with somebody they belong to. */
        COMPANION,
        /** Of companions: wants, asked apart, to travel with them. */
        WANTS_TO_TRAVEL_TOGETHER,
        KEEP_APART,
        TUBERCULOSIS,
        INJURY,
        CHRONIC_ILLNESS,
        MENTAL_HEALTH_NEED,
        DISABILITY,
        DOCUMENT_HELD,
        DOCUMENT_TAKEN,
        DOCUMENT_LOST,
        /** Of people: the birth date is known to the day. */
        BIRTH_DATE_WHOLE,
        PHONE_OWN,
        FEARS_RETURN,
        FEARS_OWN_EMBASSY,
        DECLARES_VOLUNTARILY,
        CONSENTS_TO_EMBASSY,
        CONSENTS_TO_FAMILY_TOLD,
        /** Was out before and came back, or was brought back. */
        OUT_BEFORE,
        SOUGHT_BY_FAMILY,
        RECRUITED_BY_DECEPTION,
        WILLING_THEN_HELD,
        BOUGHT_OR_SOLD
    }

    /** Ages from low to high years, both inclusive. @param sex {@code m}, {@code f} or {@code *} */
    public record AgeBand(String sex, int low, int high, Figure share) {}

    /** A language that a share of a nationality speaks. @param language ISO 639-2 code @param script ISO 15924 code */
    public record LanguageShare(String nationality, String language, String name, String script, Figure share) {}
}
