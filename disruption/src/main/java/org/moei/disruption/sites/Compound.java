package org.moei.disruption.sites;

import java.util.List;
import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Texts;

/**
 * A compound, or a cluster that a text does not take apart.
 *
 * @param otherNames spellings and names that other texts use
 * @param township key of a {@link Township}
 * @param country ISO 3166 alpha-3
 * @param activities what it is said to run
 * @param status as last reported, in words with its date
 */
public record Compound(String key, String name, List<String> otherNames, String township, String country, List<Activity> activities, String status, Basis basis) implements Content {
    public static final EntryType<Compound> TYPE = new EntryType<>("sites.compound-recorded", 1, Compound.class);

    public enum Activity {
        CALL_CENTRE("call centre"),
        SOCIAL_ENGINEERING("social engineering"),
        FAKE_GAMING("fake games"),
        FAKE_INVESTMENT("fake investment"),
        CRYPTOMINING("cryptomining"),
        ONLINE_GAMBLING("online gambling"),
        MONEY_LAUNDERING("money laundering"),
        NOT_KNOWN("not known");

        private final String words;

        Activity(String words) {
            this.words = words;
        }

        /** As pages write it. */
        public String words() {
            return words;
        }
    }

    public Compound {
        key = Texts.orEmpty(key);
        name = Texts.orEmpty(name);
        otherNames = Texts.orEmpty(otherNames);
        township = Texts.orEmpty(township);
        country = Texts.orEmpty(country);
        activities = Texts.orEmpty(activities);
        status = Texts.orEmpty(status);
    }

    @Override
    public void check() {
        Texts.require("name", name);
        Texts.require("township", township);
        Texts.require("country", country);
        Texts.limit("otherNames", otherNames);
        Texts.limit("status", status);
    }
}
