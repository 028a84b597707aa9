package org.moei.protection.reception;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.moei.foundation.journal.Envelope;
import org.moei.foundation.journal.Json;
import org.moei.foundation.vault.Vault;
import org.moei.linkage.api.PersonRecord;
import org.moei.protection.people.Description;
import org.moei.protection.people.People;
import org.moei.protection.people.RecordKind;
import org.moei.protection.people.Roster;

/** What can be compared, in memory: records as the linkage reads them, and what was decided about pairs of them. Under the lock of its owner. */
final class RecordBook {
    private final Vault vault;
    private final Roster roster;
    private final Map<UUID, PersonRecord> records = new LinkedHashMap<>();
    private final Map<String, UUID> firstOfRow = new HashMap<>();
    private final Map<UUID, UUID> repeats = new LinkedHashMap<>();
    private final Map<String, Integer> seenInVersion = new HashMap<>();
    private final Map<PairOf, Decision> decided = new HashMap<>();

    /** Who said what about a pair last. */
    enum Decision {
        LINKED_AUTOMATICALLY,
        LINKED_BY_A_PERSON,
        KEPT_APART,
        /** A person took a link back: open again, and never automatic. */
        TAKEN_BACK
    }

    /** All of it at one moment. */
    record Snapshot(Map<UUID, PersonRecord> records, Map<UUID, UUID> repeats, Map<PairOf, Decision> decided) {}

    RecordBook(Vault vault, Roster roster) {
        this.vault = vault;
        this.roster = roster;
    }

    Snapshot snapshot() {
        return new Snapshot(new LinkedHashMap<>(records), new LinkedHashMap<>(repeats), new HashMap<>(decided));
    }

    @Nullable PersonRecord find(UUID record) {
        return records.get(record);
    }

    /** Forgets a record for good; a row that repeated it stands for itself no more. */
    void forget(UUID record) {
        records.remove(record);
        repeats.remove(record);
        repeats.values().removeIf(record::equals);
        firstOfRow.values().removeIf(record::equals);
    }

    /** Up to so many records in the order in which they came, from one on. */
    List<PersonRecord> from(int first, int most) {
        return records.values().stream().skip(first).limit(most).toList();
    }

    int size() {
        return records.size();
    }

    boolean isSettled(PairOf pair) {
        Decision decision = decided.get(pair);
        return decision != null && decision != Decision.TAKEN_BACK;
    }

    void decide(Envelope envelope) {
        PairOf pair = new PairOf(envelope.touches().get(0).record(), envelope.touches().get(1).record());
        boolean automatic = envelope.clear("kind").equals("automatic");
        if (envelope.type().equals(People.LINKED)) {
            decided.put(pair, automatic ? Decision.LINKED_AUTOMATICALLY : Decision.LINKED_BY_A_PERSON);
        } else if (envelope.type().equals(People.KEPT_APART)) {
            decided.put(pair, Decision.KEPT_APART);
        } else if (automatic) {
            decided.remove(pair);
        } else {
            decided.put(pair, Decision.TAKEN_BACK);
        }
    }

    void add(Envelope envelope) {
        for (Envelope.SealedPart part : envelope.parts()) {
            if (part.about().isPresent() && part.group().equals("row")) {
                UUID record = part.about().get();
                vault.findOpen(part.sealed()).ifPresent(bytes -> addRow(record, envelope, Json.read(bytes, RowActions.RowContent.class)));
            } else if (part.about().isPresent() && part.group().equals("names") && !records.containsKey(part.about().get())) {
                addDescribed(part.about().get(), envelope);
            }
        }
    }

    private void addRow(UUID record, Envelope envelope, RowActions.RowContent content) {
        if (envelope.findTouched(RecordKind.LIST_ROW.id()).isPresent()) {
            // A row that stands again in the next version of a list, word for word, is that row; a second one within a version is not.
            Map<String, List<String>> values = new TreeMap<>(content.values());
            values.remove("id");
            String row = envelope.agency() + values;
            int occurrence = seenInVersion.merge(envelope.clear("list") + row, 1, Integer::sum);
            UUID first = firstOfRow.putIfAbsent(row + "#" + occurrence, record);
            if (first != null) {
                repeats.put(record, first);
                return;
            }
        }
        Optional<LocalDate> day = Optional.of(LocalDate.parse(content.date()));
        records.put(record, PersonRecord.from(RowActions.raw(record, content), Set.of(), day));
    }

    /** Somebody who was registered by hand: names, births and documents that came in the same action. */
    private void addDescribed(UUID record, Envelope envelope) {
        PersonRecord.Builder builder = PersonRecord.of(record.toString());
        LocalDate day = LocalDate.ofInstant(envelope.happened(), ZoneOffset.UTC);
        envelope.findPart(record, "names")
                .flatMap(p -> vault.findOpen(p.sealed()))
                .ifPresent(b -> Json.read(b, Description.Names.class).names().forEach(n -> builder.name(n.written())));
        envelope.findPart(record, "births").flatMap(p -> vault.findOpen(p.sealed())).ifPresent(b -> Json.read(b, Description.Births.class).births().forEach(birth -> {
            if (birth.kind().equals("age")) {
                builder.age(birth.written(), Optional.of(day));
            } else {
                builder.birthDate(birth.written());
            }
        }));
        envelope.findPart(record, "documents")
                .flatMap(p -> vault.findOpen(p.sealed()))
                .ifPresent(b -> Json.read(b, Description.Documents.class).documents().forEach(d -> builder.document(d.number())));
        roster.system().find(record).ifPresent(entry -> {
            builder.nationality(entry.nationality());
            builder.sex(entry.sex());
        });
        records.put(record, builder.build());
    }
}
