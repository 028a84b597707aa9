package org.moei.disruption.threats;

import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Texts;

/** A sighting of a watched indicator. @param item key of the {@link WatchItem} */
public record Notice(String key, String item, String text, Basis basis) implements Content {
    public static final EntryType<Notice> TYPE = new EntryType<>("threats.notice-recorded", 1, Notice.class);

    public Notice {
        key = Texts.orEmpty(key);
        item = Texts.orEmpty(item);
        text = Texts.orEmpty(text);
    }

    @Override
    public void check() {
        Texts.require("item", item);
        Texts.require("text", text);
    }
}
