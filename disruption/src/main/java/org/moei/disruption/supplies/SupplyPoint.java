package org.moei.disruption.supplies;

import java.util.List;
import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Texts;

/**
 * Where supplies cross.
 *
 * @param number on the list of points, as a plain number
 * @param township key of the township on this side
 * @param feeds key of the township behind it
 * @param buyer who bought there, as published
 */
public record SupplyPoint(String key, String number, String name, String township, String feeds, String buyer, List<Supply> supplies, Basis basis) implements Content {
    public static final EntryType<SupplyPoint> TYPE = new EntryType<>("supplies.point-recorded", 1, SupplyPoint.class);

    public SupplyPoint {
        key = Texts.orEmpty(key);
        number = Texts.orEmpty(number);
        name = Texts.orEmpty(name);
        township = Texts.orEmpty(township);
        feeds = Texts.orEmpty(feeds);
        buyer = Texts.orEmpty(buyer);
        supplies = Texts.orEmpty(supplies);
    }

    @Override
    public void check() {
        Texts.amount("number", number);
        Texts.require("number", number);
        Texts.require("name", name);
        Texts.require("township", township);
        Texts.require("feeds", feeds);
        Texts.limit("buyer", buyer);
    }
}
