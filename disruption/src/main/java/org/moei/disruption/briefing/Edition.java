package org.moei.disruption.briefing;

import java.util.List;
import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Texts;
import org.moei.disruption.sharing.TrafficLight;

/** An edition of the briefing. @param subjects of claims that it shows as they stand, side by side */
public record Edition(String key, String title, TrafficLight light, String text, List<String> subjects, Basis basis) implements Content {
    public static final EntryType<Edition> TYPE = new EntryType<>("briefing.edition-recorded", 1, Edition.class);

    public Edition {
        key = Texts.orEmpty(key);
        title = Texts.orEmpty(title);
        text = Texts.orEmpty(text);
        subjects = Texts.orEmpty(subjects);
    }

    @Override
    public void check() {
        Texts.require("title", title);
        Texts.limit("text", text);
        Texts.limit("subjects", subjects);
    }
}
