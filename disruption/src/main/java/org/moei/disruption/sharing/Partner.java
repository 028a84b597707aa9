package org.moei.disruption.sharing;

import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Texts;

/** An office that is told things. @param ceiling the most restricted light under which it is given anything */
public record Partner(String key, String name, String country, TrafficLight ceiling, String text, Basis basis) implements Content {
    public static final EntryType<Partner> TYPE = new EntryType<>("sharing.partner-recorded", 1, Partner.class);

    public Partner {
        key = Texts.orEmpty(key);
        name = Texts.orEmpty(name);
        country = Texts.orEmpty(country);
        text = Texts.orEmpty(text);
    }

    @Override
    public void check() {
        Texts.require("name", name);
        Texts.limit("text", text);
    }
}
