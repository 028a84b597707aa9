package org.moei.console.layout;

import java.util.List;
import java.util.Map;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.database.Wing;

/** The links of both wings, in the order of the work. A link shows only to those who may follow it. */
public final class Navigation {

    /**
     * A place in the navigation.
     *
     * @param wing whose
     * @param key of its text ({@code nav.KEY}) and of its waiting count
     * @param address its page
     * @param rule the permission it asks for
     * @param letter the key after G
     */
    public record Entry(Wing wing, String key, String address, Permission rule, String letter) {}

    private final List<Entry> entries;

    public Navigation(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    List<Page.Link> of(Viewer viewer, String address, Permissions permissions, Map<String, Long> waiting) {
        return entries.stream()
                .filter(entry -> entry.wing() == viewer.wing() && permissions.permits(viewer, entry.rule()))
                .map(entry -> new Page.Link(
                        entry.key(),
                        entry.address(),
                        Texts.english().of("nav." + entry.key()),
                        address.equals(entry.address()) || address.startsWith(entry.address() + "/"),
                        waiting.getOrDefault(entry.key(), 0L),
                        entry.letter()))
                .toList();
    }
}
