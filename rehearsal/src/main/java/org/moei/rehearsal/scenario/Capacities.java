package org.moei.rehearsal.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the operation can do in a day and what it costs.
 *
 * @param desk the immigration or reception desk; absent where nobody runs one
 * @param screening phases of the teams' work; empty where no state screens
 * @param sorting steps of a sorting of citizens who come home; empty elsewhere
 * @param unscreened policies under which people left without a screening, each with the office that answers for it
 * @param limits of bridges, airports and agreements; a kind that is absent means no limit
 */
public record Capacities(
        Optional<Desk> desk,
        List<ScreeningPhase> screening,
        List<Team> teams,
        List<SortingStep> sorting,
        List<UnscreenedPolicy> unscreened,
        List<Limit> limits,
        List<Transport> transports,
        List<HoldingPlace> holding,
        List<Shelter> shelters,
        List<Interpreters> interpreters,
        List<Cost> costs) {

    public record Desk(String place, LocalDate from, Figure peoplePerDay, Figure minutesPerPerson) {}

    /**
     * Decisions that all teams together take in a day, from a date on.
     *
     * @param legalDays within which a decision is due
     */
    public record ScreeningPhase(
            LocalDate from, Figure decisionsPerDayLow, Figure decisionsPerDayHigh, Figure legalDays, String ruleVersion) {}

    public record Team(String name, String agency) {}

    /**
     * A step of a sorting, in order.
     *
     * @param groups what it sorts into
     * @param stepSource where step and groups come from; the figure has its own source
     */
    public record SortingStep(int order, String name, String agency, List<String> groups, String stepSource, Figure peoplePerDay) {}

    /** From a date on, people of a nationality ({@code *}: all) leave unscreened under this named override. */
    public record UnscreenedPolicy(
            LocalDate from, String nationality, String overrideName, String answersForIt, String reason, String source) {}

    /** A limit in a period. @param nationality alpha-3 or {@code *} */
    public record Limit(LimitKind kind, String nationality, LocalDate from, LocalDate until, Figure value) {}

    public enum LimitKind {
        CROSSINGS_PER_DAY,
        RETURNS_PER_WEEK,
        FLIGHTS_PER_DAY,
        /** Offered by the holder; how many would be let go in a day. */
        OFFERED_PER_DAY
    }

    /**
     * Seats that can be had.
     *
     * @param nationality alpha-3, or {@code *} for those not named
     * @param from a place of the operation
     * @param to where the seats lead, in words
     * @param vehiclesPerDay on a day on which they run
     * @param daysPerRound days on which they run before a pause
     * @param pauseDays days without, before the next round
     */
    public record Transport(
            String id,
            String nationality,
            Mode mode,
            String from,
            String to,
            LocalDate firstDate,
            LocalDate lastDate,
            Figure seatsLow,
            Figure seatsHigh,
            Figure vehiclesPerDay,
            Figure daysPerRound,
            Figure pauseDays,
            Optional<Figure> hours) {}

    public enum Mode {
        CHARTER,
        MILITARY,
        SCHEDULED,
        BUS,
        BOAT,
        ON_FOOT
    }

    /** A place where people wait. @param meals a day */
    public record HoldingPlace(
            String place, Figure capacity, Optional<Figure> toilets, Optional<Figure> mealsLow, Optional<Figure> mealsHigh) {}

    public record Shelter(String place, Figure beds) {}

    /** Interpreters of a language who can be had in a day. @param language ISO 639-2 code */
    public record Interpreters(String language, Figure people) {}

    /** @param currency ISO 4217 @param unit what one amount buys, e.g. {@code person-day} */
    public record Cost(String item, String unit, String currency, Figure low, Figure high) {}
}
