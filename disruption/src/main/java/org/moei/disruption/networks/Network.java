package org.moei.disruption.networks;

import java.util.List;
import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Texts;

/** A gang, armed group or group of companies. Persons only as a sanctions list publishes them. @param country ISO 3166 alpha-3 */
public record Network(String key, String name, List<String> otherNames, Kind kind, String country, String text, Basis basis) implements Content {
    public static final EntryType<Network> TYPE = new EntryType<>("networks.network-recorded", 1, Network.class);

    public enum Kind {
        GANG,
        ARMED_GROUP,
        COMPANY_GROUP,
        LISTED_PERSON,
        OFFICE
    }

    public Network {
        key = Texts.orEmpty(key);
        name = Texts.orEmpty(name);
        otherNames = Texts.orEmpty(otherNames);
        country = Texts.orEmpty(country);
        text = Texts.orEmpty(text);
    }

    @Override
    public void check() {
        Texts.require("name", name);
        Texts.limit("otherNames", otherNames);
        Texts.limit("text", text);
    }
}
