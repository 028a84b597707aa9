package org.moei.rehearsal.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is known, or said, about the compounds, what feeds them and who runs them: the disruption wing's side. Names are
 * those of offices and of what a sanctions list publishes; claims stand side by side and are never merged. Dates given as texts are
 * ISO days, or months where the source gives no day.
 */
public record Picture(
        List<Compound> compounds,
        List<SupplyPoint> supplyPoints,
        List<Measure> measures,
        List<Effect> effects,
        List<Substitute> substitutes,
        List<Harm> harms,
        List<Network> networks,
        List<NetworkLink> links,
        List<Sanction> sanctions,
        List<NetworkEvent> events,
        List<Subject> subjects,
        List<Claim> claims) {

    /** A compound or cluster. @param activities what it is said to run @param status as last reported */
    public record Compound(
            String id,
            String name,
            List<String> otherNames,
            String township,
            String country,
            Set<Activity> activities,
            String status,
            String grade,
            String source) {}

    public enum Activity {
        CALL_CENTRE,
        SOCIAL_ENGINEERING,
        FAKE_GAMING,
        FAKE_INVESTMENT,
        CRYPTOMINING,
        ONLINE_GAMBLING,
        MONEY_LAUNDERING,
        NOT_KNOWN
    }

    /** Where electricity, a link or fuel crosses. @param feeds the township behind it */
    public record SupplyPoint(
            String id, int number, String name, String township, String feeds, String buyer, Set<Supply> supplies, String grade, String source) {}

    public enum Supply {
        ELECTRICITY,
        INTERNET,
        FUEL
    }

    /** Something done to a supply. @param point a supply point, or empty for a measure elsewhere @param until empty while it holds */
    public record Measure(
            String id,
            Optional<String> point,
            Supply supply,
            MeasureKind kind,
            LocalDate date,
            Optional<LocalDate> until,
            String by,
            Optional<Figure> amount,
            String unit,
            String text,
            String grade,
            String source) {}

    public enum MeasureKind {
        CUT,
        REDUCED,
        RESTORED,
        DISABLED,
        SEALED
    }

    /** What a measure did to those it was meant for. */
    public record Effect(
            String id, String measure, String date, Optional<Figure> amount, String unit, String text, String grade, String source) {}

    /** What took the place of a supply. @param extent as reported, no line stands for a measured amount */
    public record Substitute(
            String id,
            Supply supply,
            SubstituteKind kind,
            List<String> points,
            String from,
            Optional<String> until,
            Extent extent,
            String text,
            String grade,
            String source) {}

    public enum SubstituteKind {
        GENERATOR,
        SOLAR,
        NEIGHBOUR_GRID,
        SATELLITE,
        SMUGGLED_FUEL
    }

    public enum Extent {
        IN_USE,
        LESS,
        NOT_REPORTED
    }

    /** What it cost people who run no scam. */
    public record Harm(
            String id,
            HarmKind kind,
            String township,
            List<String> points,
            String date,
            Optional<String> until,
            Optional<Figure> amount,
            String unit,
            String text,
            String grade,
            String source) {}

    public enum HarmKind {
        POWER,
        FUEL_PRICE,
        HEALTH_CARE,
        COMMUNICATION,
        DISPLACEMENT,
        PEOPLE_WAITING,
        DROWNING
    }

    /** A gang, armed group or group of companies. Persons only where a sanctions list publishes them. */
    public record Network(
            String id, String name, List<String> otherNames, NetworkKind kind, String country, String text, String grade, String source) {}

    public enum NetworkKind {
        GANG,
        ARMED_GROUP,
        COMPANY_GROUP,
        LISTED_PERSON,
        OFFICE
    }

    /** A tie that somebody states. @param to a network or a compound */
    public record NetworkLink(
            String id, String from, LinkKind kind, String to, String date, String saidBy, String text, String grade, String source) {}

    public enum LinkKind {
        OWNS,
        OPERATES,
        PROTECTS,
        LEADS,
        SUPPLIES,
        LEASES_LAND_TO,
        NAMED_WITH
    }

    /** An entry of a sanctions list. @param reference the list's own number, empty where not seen */
    public record Sanction(
            String id,
            String network,
            LocalDate date,
            String authority,
            String programme,
            String reference,
            String listedName,
            String text,
            String grade,
            String source) {}

    /** What happened to or around a network on a day, so that a page can show what changed after a sanction. */
    public record NetworkEvent(String id, String network, String date, String text, String grade, String source) {}

    /** What claims are about, as a question. */
    public record Subject(String id, String question) {}

    /**
     * A statement with a figure, kept as it was made.
     *
     * @param subject what it is about; claims with one subject and one definition can disagree, others cannot
     * @param kind what sort of quantity it is
     * @param definition what exactly is counted, in words
     * @param low the figure, or the lower end
     * @param high the upper end of a range
     * @param said by whom the figure is given
     * @param attributedTo to whom the teller ascribes it, where that is disputed
     * @param date when it was said, empty where the text is not dated
     * @param network or compound that it is about, where one is meant
     */
    public record Claim(
            String id,
            String subject,
            ClaimKind kind,
            String definition,
            String country,
            Optional<Figure> low,
            Optional<Figure> high,
            Bound bound,
            String unit,
            String text,
            String said,
            String attributedTo,
            Optional<String> date,
            Optional<String> about,
            String grade,
            String source) {}

    public enum ClaimKind {
        PEOPLE,
        MONEY,
        GANGS,
        STATES,
        COMPOUNDS,
        BUILDINGS,
        POWER,
        LOCATION,
        OWNERSHIP,
        FORECAST,
        LAND,
        EQUIPMENT
    }

    /** How a figure is meant. */
    public enum Bound {
        EXACT,
        ABOUT,
        AT_LEAST,
        AT_MOST,
        RANGE,
        NO_FIGURE
    }
}
