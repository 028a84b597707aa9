package org.moei.rehearsal.day;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.moei.rehearsal.scenario.WayOut;

/** What happens to one person on a day. Each kind is one action of the house. */
public sealed interface DayEvent {

    /** Came out of a compound. */
    record TakenOut(WayOut wayOut) implements DayEvent {}

    /**
     * Arrived at a place where people wait.
     *
     * @param place id of a holding place or shelter
     * @param overCapacity whether every place was full and this one is now over its capacity
     */
    record ArrivedAtPlace(String place, boolean overCapacity) implements DayEvent {}

    /**
     * Was given a numbered token, before any name.
     *
     * @param number counted from 1 over the operation
     */
    record TokenGiven(int number) implements DayEvent {}

    /** A need that cannot wait was seen when the token was given. */
    record UrgentNeedSeen(Need need) implements DayEvent {}

    /** A guardian was named for a child who is alone; without one the child does not travel. */
    record GuardianNamed() implements DayEvent {}

    /** A health worker said that the person may travel. */
    record FitToTravel() implements DayEvent {}

    /** The person's number was called for an interview. */
    record CalledToInterview() implements DayEvent {}

    /** Did not come when called; is called again. */
    record DidNotCome() implements DayEvent {}

    /**
     * A team listened.
     *
     * @param language ISO 639-2, the language of the interview
     * @param replies to the questions behind the indicators, by code
     */
    record Interviewed(String team, String language, Map<String, Reply> replies) implements DayEvent {}

    /** A named team decided under a named rule version. In the rehearsal it follows {@link TeamJudgement}. */
    record Decided(String team, String ruleVersion, Finding finding) implements DayEvent {}

    /**
     * A step of a sorting of citizens who come home.
     *
     * @param group what the person was sorted into
     */
    record Sorted(String step, String group) implements DayEvent {}

    /** Declared in private, of free will: I want to go home. */
    record DeclarationMade() implements DayEvent {}

    /**
     * Asked in private, did not want to go (yet).
     *
     * @param askedAgainOn when somebody asks again
     */
    record DeclarationDeclined(LocalDate askedAgainOn) implements DayEvent {}

    /**
     * Fears to go back. From here on no contact with the embassy and no travel.
     *
     * @param stage where it was said
     */
    record FearClaimed(Stage stage) implements DayEvent {
        /** Where a fear is said. */
        public enum Stage {
            DECLARATION,
            EXIT
        }
    }

    /**
     * Consents that the own embassy is told.
     *
     * @param recipient who may be told: the embassy, or the organisation that stands in
     */
    record EmbassyConsentGiven(String recipient) implements DayEvent {}

    /** Refuses that. */
    record EmbassyConsentRefused(String recipient) implements DayEvent {}

    /** The minimal consular packet left. */
    record PacketSent(String recipient) implements DayEvent {}

    /** The state did not find the person and asked for more. */
    record IdentityAskedAgain(String recipient) implements DayEvent {}

    /**
     * Identity is certain.
     *
     * @param by the embassy, the organisation that stands in, or {@code passport} where the person holds one and wants no contact
     */
    record IdentityConfirmed(String by) implements DayEvent {}

    record TravelDocumentIssued(String by) implements DayEvent {}

    /**
     * The journey is paid for.
     *
     * @param by who pays
     */
    record MoneyThere(String by) implements DayEvent {}

    /**
     * Has a seat.
     *
     * @param departure id of the departure
     * @param on its day
     */
    record SeatPlanned(String departure, LocalDate on) implements DayEvent {}

    /**
     * Was ready and got no seat; said once for each reason.
     *
     * @param reason from the plan
     */
    record LeftOutOfPlan(String reason) implements DayEvent {}

    /** The exit was cleared at the border. */
    record ExitCleared(String departure) implements DayEvent {}

    /**
     * Left.
     *
     * @param unscreened whether no team had decided
     * @param override there exactly if unscreened: the named policy, and the office that answers for it
     */
    record Departed(String departure, boolean unscreened, Optional<UnscreenedOverride> override) implements DayEvent {}

    /** A named policy and who answers for it. */
    record UnscreenedOverride(String name, String answersForIt) {}

    /** Arrived in the home state. */
    record Landed(String departure) implements DayEvent {}

    /** Reached home. */
    record ReachedHome() implements DayEvent {}

    /** Still there on the last day of the scenario. */
    record LeftBehindAtEnd(WhyStill why) implements DayEvent {}
}
