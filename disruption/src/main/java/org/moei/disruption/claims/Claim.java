package org.moei.disruption.claims;

import java.text.NumberFormat;
import java.util.Locale;
import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Texts;

/**
 * A statement as it was made.
 *
 * @param subject what it is about; claims of one subject are shown together
 * @param definition what exactly is counted or stated; only claims of one definition can disagree
 * @param country ISO 3166 alpha-3
 * @param low the figure as a plain number, or the lower end of a range; empty where there is none
 * @param high the upper end of a range, else empty
 * @param text what was said, in our words
 * @param said who gives the figure
 * @param attributedTo to whom the teller ascribes it
 * @param about key of a compound or network that is meant, or empty
 */
public record Claim(
        String key,
        String subject,
        Kind kind,
        String definition,
        String country,
        String low,
        String high,
        Bound bound,
        String unit,
        String text,
        String said,
        String attributedTo,
        String about,
        Basis basis)
        implements Content {
    public static final EntryType<Claim> TYPE = new EntryType<>("claims.claim-recorded", 1, Claim.class);
    /** A figure called "about" is taken to be right within a tenth: our convention, told on the page of claims. */
    static final double ABOUT_SHARE = 0.1;

    public enum Kind {
        PEOPLE,
        MONEY,
        GANGS,
        STATES,
        COMPOUNDS,
        BUILDINGS,
        POWER,
        LOCATION,
        OWNERSHIP,
        /** Expected, promised, planned: never in a column of facts. */
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

    public Claim {
        key = Texts.orEmpty(key);
        subject = Texts.orEmpty(subject);
        definition = Texts.orEmpty(definition);
        country = Texts.orEmpty(country);
        low = Texts.orEmpty(low);
        high = Texts.orEmpty(high);
        unit = Texts.orEmpty(unit);
        text = Texts.orEmpty(text);
        said = Texts.orEmpty(said);
        attributedTo = Texts.orEmpty(attributedTo);
        about = Texts.orEmpty(about);
    }

    @Override
    public void check() {
        Texts.require("subject", subject);
        Texts.require("definition", definition);
        Texts.require("text", text);
        Texts.require("said", said);
        Texts.amount("low", low);
        Texts.amount("high", high);
        boolean fits = switch (bound) {
            case NO_FIGURE -> low.isEmpty() && high.isEmpty();
            case RANGE -> !low.isEmpty() && !high.isEmpty() && Double.parseDouble(low) <= Double.parseDouble(high);
            case EXACT, ABOUT, AT_LEAST, AT_MOST -> !low.isEmpty() && high.isEmpty();
        };
        if (!fits) {
            throw Texts.refuse("claim-figure", "bound", "The figures of the claim do not fit how they are meant (" + bound + ").", "a range has a lower and an upper end, no figure has neither, all others one figure.").asException();
        }
    }

    /** Whether it speaks of what is expected; not called {@code isForecast}, which JSON would take for a field. */
    public boolean forecast() {
        return kind == Kind.FORECAST;
    }

    /** The figure as it is meant, e.g. {@code at least 120,000}; empty where there is none. */
    public String figure() {
        return switch (bound) {
            case EXACT -> grouped(low);
            case ABOUT -> "about " + grouped(low);
            case AT_LEAST -> "at least " + grouped(low);
            case AT_MOST -> "up to " + grouped(low);
            case RANGE -> grouped(low) + " to " + grouped(high);
            case NO_FIGURE -> "";
        };
    }

    private static String grouped(String number) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMaximumFractionDigits(6);
        return format.format(Double.parseDouble(number));
    }

    /** Whether both can be true of one moment. A claim without a figure agrees with everything. */
    boolean agreesWith(Claim other) {
        if (bound == Bound.NO_FIGURE || other.bound == Bound.NO_FIGURE || !unit.equals(other.unit)) {
            return true;
        }
        return least() <= other.most() && other.least() <= most();
    }

    private double least() {
        return switch (bound) {
            case EXACT, AT_LEAST, RANGE -> Double.parseDouble(low);
            case ABOUT -> Double.parseDouble(low) * (1 - ABOUT_SHARE);
            case AT_MOST, NO_FIGURE -> 0;
        };
    }

    private double most() {
        return switch (bound) {
            case EXACT, AT_MOST -> Double.parseDouble(low);
            case RANGE -> Double.parseDouble(high);
            case ABOUT -> Double.parseDouble(low) * (1 + ABOUT_SHARE);
            case AT_LEAST, NO_FIGURE -> Double.POSITIVE_INFINITY;
        };
    }
}
