package org.moei.disruption.networks;

import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Texts;

/**
 * A dated entry of a sanctions list. Its day is that of the list; an end, if there is one, that of the removal.
 *
 * @param network key of the network that we take the entry to mean
 * @param reference the list's own number, empty where not seen
 * @param listedName as the list writes it, in the order in which it writes it
 */
public record Sanction(String key, String network, String authority, String programme, String reference, String listedName, String text, Basis basis) implements Content {
    public static final EntryType<Sanction> TYPE = new EntryType<>("networks.sanction-recorded", 1, Sanction.class);

    public Sanction {
        key = Texts.orEmpty(key);
        network = Texts.orEmpty(network);
        authority = Texts.orEmpty(authority);
        programme = Texts.orEmpty(programme);
        reference = Texts.orEmpty(reference);
        listedName = Texts.orEmpty(listedName);
        text = Texts.orEmpty(text);
    }

    @Override
    public void check() {
        Texts.require("network", network);
        Texts.require("authority", authority);
        Texts.require("programme", programme);
        Texts.require("listedName", listedName);
        Texts.limit("text", text);
        if (basis.day().isEmpty()) {
            throw Texts.refuse("date-missing", "date", "The sanction has no date.", "it stands in the list or in the authority's release.").asException();
        }
    }
}
