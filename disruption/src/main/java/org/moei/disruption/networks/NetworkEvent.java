package org.moei.disruption.networks;

import org.moei.disruption.picture.Basis;
import org.moei.disruption.picture.Content;
import org.moei.disruption.picture.EntryType;
import org.moei.disruption.picture.Texts;

/** Something dated that happened to or around a network, so that a page can show what came before and after a sanction. */
public record NetworkEvent(String key, String network, String text, Basis basis) implements Content {
    public static final EntryType<NetworkEvent> TYPE = new EntryType<>("networks.event-recorded", 1, NetworkEvent.class);

    public NetworkEvent {
        key = Texts.orEmpty(key);
        network = Texts.orEmpty(network);
        text = Texts.orEmpty(text);
    }

    @Override
    public void check() {
        Texts.require("network", network);
        Texts.require("text", text);
        if (basis.day().isEmpty()) {
            throw Texts.refuse("date-missing", "date", "The event has no date.", "it is a claim about the network.").asException();
        }
    }
}
