package org.moei.disruption.networks;

import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Texts;

/**
 * A tie that somebody states: ownership is a claim like any other.
 *
 * @param from key of a network
 * @param to key of a network or compound
 * @param said who states it
 */
public record Tie(String key, String from, Kind kind, String to, String said, String text, Basis basis) implements Content {
    public static final EntryType<Tie> TYPE = new EntryType<>("networks.tie-recorded", 1, Tie.class);

    public enum Kind {
        OWNS("owns"),
        OPERATES("operates"),
        PROTECTS("protects"),
        LEADS("leads"),
        SUPPLIES("supplies"),
        LEASES_LAND_TO("leases land to"),
        NAMED_WITH("is named with");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As it stands between the two names. */
        public String words() {
            return words;
        }
    }

    public Tie {
        key = Texts.orEmpty(key);
        from = Texts.orEmpty(from);
        to = Texts.orEmpty(to);
        said = Texts.orEmpty(said);
        text = Texts.orEmpty(text);
    }

    @Override
    public void check() {
        Texts.require("from", from);
        Texts.require("to", to);
        Texts.require("said", said);
        Texts.limit("text", text);
    }
}
