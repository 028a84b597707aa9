package org.moei.disruption.supplies;

import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Texts;

/**
 * Something done to a supply on a day.
 *
 * @param point key of a supply point, or empty for a measure that is not bound to one
 * @param by who did it
 * @param amount as a plain number in {@code unit}, or empty
 */
public record Measure(String key, String point, Supply supply, Kind kind, String by, String amount, String unit, String text, Basis basis) implements Content {
    public static final EntryType<Measure> TYPE = new EntryType<>("supplies.measure-recorded", 1, Measure.class);

    public enum Kind {
        CUT("cut"),
        REDUCED("reduced"),
        RESTORED("restored"),
        DISABLED("disabled"),
        SEALED("sealed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As pages write it. */
        public String words() {
            return words;
        }
    }

    public Measure {
        key = Texts.orEmpty(key);
        point = Texts.orEmpty(point);
        by = Texts.orEmpty(by);
        amount = Texts.orEmpty(amount);
        unit = Texts.orEmpty(unit);
        text = Texts.orEmpty(text);
    }

    @Override
    public void check() {
        Texts.require("by", by);
        Texts.require("text", text);
        Texts.amount("amount", amount);
        if (basis.day().isEmpty()) {
            throw Texts.refuse("date-missing", "date", "The measure has no date.", "only the year is known: then it is a claim.").asException();
        }
    }
}
