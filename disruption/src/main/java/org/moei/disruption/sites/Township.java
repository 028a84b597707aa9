package org.moei.disruption.sites;

import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Texts;

/**
 * A township as a label on the map.
 *
 * @param latitude degrees north with at most one decimal place (about 11 km)
 * @param longitude degrees east with at most one decimal place
 */
public record Township(String key, String name, String region, String country, String latitude, String longitude, Basis basis) implements Content {
    public static final EntryType<Township> TYPE = new EntryType<>("sites.township-recorded", 1, Township.class);

    public Township {
        key = Texts.orEmpty(key);
        name = Texts.orEmpty(name);
        region = Texts.orEmpty(region);
        country = Texts.orEmpty(country);
        latitude = Texts.orEmpty(latitude);
        longitude = Texts.orEmpty(longitude);
    }

    /** Whether it is one: a key that ends in {@code -no-place} stands for a country whose sources name no township, and is not drawn. */
    public boolean isPlace() {
        return !key.endsWith("-no-place");
    }

    @Override
    public void check() {
        Texts.require("name", name);
        Texts.require("country", country);
        tenth("latitude", latitude, 90);
        tenth("longitude", longitude, 180);
    }

    private static void tenth(String field, String value, double most) {
        if (!value.matches("-?[0-9]{1,3}(\\.[0-9])?") || Math.abs(Double.parseDouble(value)) > most) {
            throw Texts.refuse("place-too-fine", field, "The " + field + " is not in degrees with at most one decimal place.", "it is that of a compound; write the township's, rounded.").asException();
        }
    }
}
