package org.moei.disruption.threats;

import java.util.List;
import java.util.Map;
import org.moei.disruption.picture.Entry;
import org.moei.disruption.picture.Picture;
import org.moei.disruption.picture.Shown;
import org.moei.disruption.picture.Source;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.journal.Receipt;

/** Keeps watched indicators and their notices. */
public final class Threats {
    private final Picture picture;

    public Threats(Picture picture) {
        this.picture = picture;
    }

    public Receipt record(Hand hand, WatchItem item, long base) {
        return picture.keep(picture.record(hand, WatchItem.TYPE, item, base));
    }

    public Receipt record(Hand hand, Notice notice, long base) {
        return picture.keep(picture.record(hand, Notice.TYPE, notice, base));
    }

    /** A watched indicator with its notices, in order of key. */
    public record WatchView(Shown<WatchItem> item, List<Shown<Notice>> notices) {}

    /** The page of threats. */
    public List<WatchView> page(Viewer viewer) {
        picture.require(viewer, Permission.NETWORKS_SEE);
        List<Entry<WatchItem>> items = picture.list(WatchItem.class);
        picture.shown(viewer, "threats", items);
        Map<String, Source> sources = picture.sources();
        List<Entry<Notice>> notices = picture.list(Notice.class);
        return items.stream()
                .map(item -> new WatchView(picture.show(item, sources), picture.show(notices.stream().filter(n -> n.content().item().equals(item.key())).toList(), sources)))
                .toList();
    }
}
