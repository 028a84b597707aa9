package org.moei.disruption.supplies;

import java.util.List;
import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Texts;

/** What it cost people who run no scam. @param township its key @param points keys of the supply points that are near */
public record Harm(String key, Kind kind, String township, List<String> points, String amount, String unit, String text, Basis basis) implements Content {
    public static final EntryType<Harm> TYPE = new EntryType<>("supplies.harm-recorded", 1, Harm.class);

    public enum Kind {
        POWER("power"),
        FUEL_PRICE("fuel"),
        HEALTH_CARE("health care"),
        COMMUNICATION("communication"),
        DISPLACEMENT("displacement"),
        PEOPLE_WAITING("people who wait"),
        DROWNING("drowning");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As pages write it. */
        public String words() {
            return words;
        }
    }

    public Harm {
        key = Texts.orEmpty(key);
        township = Texts.orEmpty(township);
        points = Texts.orEmpty(points);
        amount = Texts.orEmpty(amount);
        unit = Texts.orEmpty(unit);
        text = Texts.orEmpty(text);
    }

    @Override
    public void check() {
        Texts.require("township", township);
        Texts.limit("points", points);
        Texts.require("text", text);
        Texts.amount("amount", amount);
    }
}
