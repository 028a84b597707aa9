package org.moei.disruption.threats;

import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Texts;

/** An indicator that somebody wants to be told about. @param type as {@code ./moei extract} names it @param value in its normal form @param about key of a network or compound, or empty */
public record WatchItem(String key, String type, String value, String about, String text, Basis basis) implements Content {
    public static final EntryType<WatchItem> TYPE = new EntryType<>("threats.watch-item-recorded", 1, WatchItem.class);

    public WatchItem {
        key = Texts.orEmpty(key);
        type = Texts.orEmpty(type);
        value = Texts.orEmpty(value);
        about = Texts.orEmpty(about);
        text = Texts.orEmpty(text);
    }

    @Override
    public void check() {
        Texts.require("value", value);
        Texts.limit("text", text);
        if (!type.matches("[a-z][a-z0-9_]{1,40}")) {
            throw Texts.refuse("type-form", "type", "The type of the indicator is not one that extraction names.", "it is domain, url, ipv4 or the like.").asException();
        }
    }
}
