package org.moei.console.lists;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.moei.console.layout.Texts;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.protection.Protection;
import org.moei.protection.people.Entry;
import org.moei.protection.people.People;
import org.moei.protection.reception.ListBook;

/**
 * What is new, gone and changed between two versions of a list of names. Who stands on both is known by the links between
 * their rows; what changed is read from the rows for one who may see them, and only hashes of fields stay in memory.
 */
final class Versions {
    /** Longer lists are not opened for a count. */
    private static final int LONGEST = 20_000;

    private static final int KEPT = 12;

    private final Protection protection;
    private final Map<UUID, Map<UUID, Map<String, Integer>>> read = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Map<UUID, Map<String, Integer>>> eldest) {
            return size() > KEPT;
        }
    };

    Versions(Protection protection) {
        this.protection = protection;
    }

    List<ListsView.Change> changes(Viewer viewer, ListBook.Version version) {
        List<ListBook.Version> all = protection.reception().lists().versionsOf(version.about().name());
        List<ListsView.Change> changes = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            if (isOfNames(all.get(i - 1)) && isOfNames(all.get(i))) {
                changes.add(change(viewer, all.get(i - 1), all.get(i)));
            }
        }
        return changes;
    }

    private static boolean isOfNames(ListBook.Version version) {
        return version.about().counts().isEmpty() && version.about().rows() > 0;
    }

    private ListsView.Change change(Viewer viewer, ListBook.Version before, ListBook.Version after) {
        List<Entry> earlier = protection.roster().system().rows(before.id().toString());
        List<Entry> later = protection.roster().system().rows(after.id().toString());
        Map<UUID, UUID> stayed = stayed(before, later);
        long gone = earlier.size() - stayed.values().stream().distinct().count();
        boolean opens = protection.foundation().authoriser().permits(viewer, Permission.PERSON_SEE) && earlier.size() + later.size() <= LONGEST;
        if (!opens) {
            return new ListsView.Change(before.about().version(), after.about().version(), later.size() - stayed.size(), gone, OptionalLong.empty(), List.of());
        }
        Map<UUID, Map<String, Integer>> old = fields(viewer, before, earlier);
        Map<UUID, Map<String, Integer>> young = fields(viewer, after, later);
        long changed = 0;
        Map<String, Integer> rowsByField = new TreeMap<>();
        for (Map.Entry<UUID, UUID> row : stayed.entrySet()) {
            Set<String> differing = differing(old.getOrDefault(row.getValue(), Map.of()), young.getOrDefault(row.getKey(), Map.of()));
            changed += differing.isEmpty() ? 0 : 1;
            differing.forEach(field -> rowsByField.merge(field, 1, Integer::sum));
        }
        List<String> words = rowsByField.entrySet().stream().map(e -> Texts.english().of("lists.field-changed", field(e.getKey()), e.getValue())).toList();
        return new ListsView.Change(before.about().version(), after.about().version(), later.size() - stayed.size(), gone, OptionalLong.of(changed), words);
    }

    private static String field(String key) {
        return Texts.english().has("field." + key) ? Texts.english().of("field." + key) : key;
    }

    /** Later row → the earlier row of the same person. */
    private Map<UUID, UUID> stayed(ListBook.Version before, List<Entry> later) {
        String list = before.id().toString();
        Map<UUID, UUID> stayed = new LinkedHashMap<>();
        for (Entry row : later) {
            protection.roster().system().cluster(row.id()).stream()
                    .filter(id -> protection.roster().system().find(id).map(e -> e.list().equals(list)).orElse(false))
                    .findFirst()
                    .ifPresent(earlier -> stayed.put(row.id(), earlier));
        }
        return stayed;
    }

    /** Fields that both rows hold and that read differently; the number of the row itself is no change. */
    private static Set<String> differing(Map<String, Integer> old, Map<String, Integer> young) {
        Set<String> fields = new TreeSet<>(old.keySet());
        fields.addAll(young.keySet());
        fields.remove("id");
        fields.removeIf(field -> old.getOrDefault(field, 0).equals(young.getOrDefault(field, 0)));
        return fields;
    }

    private Map<UUID, Map<String, Integer>> fields(Viewer viewer, ListBook.Version version, List<Entry> rows) {
        synchronized (read) {
            Map<UUID, Map<String, Integer>> known = read.get(version.id());
            if (known != null) {
                return known;
            }
        }
        Map<UUID, Map<String, Integer>> fields = new HashMap<>();
        protection.people().openAll(viewer, Permission.PERSON_SEE, rows.stream().map(Entry::id).toList(), "list-versions").forEach((record, open) -> {
            Book.Row row = People.read(open, "row", Book.Row.class, new Book.Row(0, Map.of(), Map.of(), ""));
            Map<String, Integer> hashes = new HashMap<>();
            if (row.values() != null) {
                row.values().forEach((field, values) -> hashes.put(field, values.hashCode()));
            }
            fields.put(record, hashes);
        });
        synchronized (read) {
            if (fields.size() == rows.size()) {
                read.put(version.id(), fields);
            }
        }
        return fields;
    }
}
