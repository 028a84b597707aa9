package org.moei.disruption.supplies;

import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Texts;

/** What was reported after a measure on those whom it was meant for. After is not because of. @param measure its key */
public record Effect(String key, String measure, String amount, String unit, String text, Basis basis) implements Content {
    public static final EntryType<Effect> TYPE = new EntryType<>("supplies.effect-recorded", 1, Effect.class);

    public Effect {
        key = Texts.orEmpty(key);
        measure = Texts.orEmpty(measure);
        amount = Texts.orEmpty(amount);
        unit = Texts.orEmpty(unit);
        text = Texts.orEmpty(text);
    }

    @Override
    public void check() {
        Texts.require("measure", measure);
        Texts.require("text", text);
        Texts.amount("amount", amount);
    }
}
