package org.moei.console.lists;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * their rows. Which fields changed is read from the rows themselves: only when it is asked for, only by one who may see
 * them, each opening logged; nothing of it is kept.
 */
final class Versions {
    /** Rows of both versions together that are opened for one comparison. */
    static final int LONGEST = 20_000;

    private final Protection protection;

    Versions(Protection protection) {
        this.protection = protection;
    }

    List<ListsView.Change> changes(Viewer viewer, ListBook.Version version) {
        boolean opens = protection.foundation().authoriser().permits(viewer, Permission.PERSON_SEE);
        List<ListBook.Version> all = protection.reception().lists().versionsOf(version.about().name());
        List<ListsView.Change> changes = new ArrayList<>();
        for (int i = 1; i < all.size(); i++) {
            if (isOfNames(all.get(i - 1)) && isOfNames(all.get(i))) {
                changes.add(new Pair(all.get(i - 1), all.get(i)).change(opens));
            }
        }
        return changes;
    }

    private static boolean isOfNames(ListBook.Version version) {
        return version.about().counts().isEmpty() && version.about().rows() > 0;
    }

    /**
     * The rows that changed between a version and the one before it, and how often each field did.
     *
     * @return empty where there is no version of names before it, or where both hold more than {@link #LONGEST} rows
     */
    Optional<ListsView.Compared> compare(Viewer viewer, ListBook.Version after) {
        List<ListBook.Version> all = protection.reception().lists().versionsOf(after.about().name());
        int at = all.indexOf(after);
        if (at < 1 || !isOfNames(all.get(at - 1)) || !isOfNames(after)) {
            return Optional.empty();
        }
        Pair pair = new Pair(all.get(at - 1), after);
        return pair.isShort() ? Optional.of(pair.compare(viewer)) : Optional.empty();
    }

    /** Two versions, one after the other. */
    private final class Pair {
        private final ListBook.Version before;
        private final ListBook.Version after;
        private final List<Entry> earlier;
        private final List<Entry> later;
        private final Map<UUID, UUID> stayed;

        Pair(ListBook.Version before, ListBook.Version after) {
            this.before = before;
            this.after = after;
            this.earlier = protection.roster().system().rows(before.id().toString());
            this.later = protection.roster().system().rows(after.id().toString());
            this.stayed = stayed();
        }

        boolean isShort() {
            return earlier.size() + later.size() <= LONGEST;
        }

        ListsView.Change change(boolean opens) {
            long gone = earlier.size() - stayed.values().stream().distinct().count();
            return new ListsView.Change(after.id(), before.about().version(), after.about().version(), later.size() - stayed.size(), gone, opens && isShort() ? stayed.size() : 0);
        }

        ListsView.Compared compare(Viewer viewer) {
            Map<UUID, Map<String, Integer>> old = fields(viewer, stayed.values());
            Map<UUID, Map<String, Integer>> young = fields(viewer, stayed.keySet());
            long read = 0;
            long changed = 0;
            Map<String, Integer> rowsByField = new TreeMap<>();
            for (Map.Entry<UUID, UUID> row : stayed.entrySet()) {
                Map<String, Integer> was = old.get(row.getValue());
                Map<String, Integer> is = young.get(row.getKey());
                if (was == null || is == null) {
                    continue;
                }
                Set<String> differing = differing(was, is);
                read++;
                changed += differing.isEmpty() ? 0 : 1;
                differing.forEach(field -> rowsByField.merge(field, 1, Integer::sum));
            }
            List<String> words = rowsByField.entrySet().stream().map(e -> Texts.english().of("lists.field-changed", field(e.getKey()), e.getValue())).toList();
            return new ListsView.Compared(read, changed, words);
        }

        /** Later row → the earlier row of the same person. */
        private Map<UUID, UUID> stayed() {
            String list = before.id().toString();
            Map<UUID, UUID> both = new LinkedHashMap<>();
            for (Entry row : later) {
                protection.roster().system().cluster(row.id()).stream()
                        .filter(id -> protection.roster().system().find(id).map(e -> e.list().equals(list)).orElse(false))
                        .findFirst()
                        .ifPresent(id -> both.put(row.id(), id));
            }
            return both;
        }
    }

    private static String field(String key) {
        return Texts.english().has("field." + key) ? Texts.english().of("field." + key) : key;
    }

    /** Fields that both rows hold and that read differently; the number of the row itself is no change. */
    private static Set<String> differing(Map<String, Integer> old, Map<String, Integer> young) {
        Set<String> fields = new TreeSet<>(old.keySet());
        fields.addAll(young.keySet());
        fields.remove("id");
        fields.removeIf(field -> old.getOrDefault(field, 0).equals(young.getOrDefault(field, 0)));
        return fields;
    }

    /** Field → hash of its values, for each of the rows that the viewer may see. */
    private Map<UUID, Map<String, Integer>> fields(Viewer viewer, Collection<UUID> rows) {
        Map<UUID, Map<String, Integer>> fields = new HashMap<>();
        protection.people().openAll(viewer, Permission.PERSON_SEE, List.copyOf(rows), "list-versions").forEach((record, open) -> {
            Book.Row row = People.read(open, "row", Book.Row.class, new Book.Row(0, Map.of(), Map.of(), ""));
            Map<String, Integer> hashes = new HashMap<>();
            if (row.values() != null) {
                row.values().forEach((field, values) -> hashes.put(field, values.hashCode()));
            }
            fields.put(record, hashes);
        });
        return fields;
    }
}
