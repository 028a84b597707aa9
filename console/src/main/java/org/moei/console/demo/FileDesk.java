package org.moei.console.demo;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.moei.base.Progress;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.protection.Protection;
import org.moei.protection.reception.ListFile;
import org.moei.protection.reception.ListImport;
import org.moei.rehearsal.lists.Manifest;
import org.moei.rehearsal.scenario.Scenario;

/** Reads the parties' files in through the house's own import, and remembers which record is about whom for the score. */
final class FileDesk {
    private final Protection protection;
    private final Cast cast;
    private final Scenario scenario;
    private final long seed;
    private final Map<Integer, UUID> recordOfPerson = new HashMap<>();
    private final Map<UUID, Integer> personOfRecord = new HashMap<>();
    private final Map<String, List<UUID>> rowsOfList = new HashMap<>();
    private final List<Map<String, Object>> lists = new ArrayList<>();
    private long refused;

    FileDesk(Protection protection, Cast cast, Scenario scenario, long seed) {
        this.protection = protection;
        this.cast = cast;
        this.scenario = scenario;
        this.seed = seed;
    }

    void read(Manifest.ListFile file) {
        Viewer viewer = cast.whoMay(file.kind() == Manifest.Kind.ARRIVALS ? Permission.ARRIVAL_REGISTER : Permission.LIST_IMPORT, file.importedBy());
        var noon = file.arrivesOn().atTime(LocalTime.NOON).toInstant(ZoneOffset.ofHours(7));
        Hand hand = new Hand(viewer, new DayIds(seed, "file " + file.habit() + " " + file.version(), noon), noon, "import");
        OptionalLong stated = file.statedTotal().isBlank() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(file.statedTotal().replaceAll("\\D", "")));
        ListFile about = new ListFile(file.list(), file.party(), file.version(), file.arrivesOn(), stated, place(viewer), nationality(file.habit()), kind(file.kind()));
        ListImport.Result result = protection.reception().imports().run(hand, file.file(), about, file.mapping(), false, Progress.SILENT);
        refused += result.refused();
        remember(file, result);
        if (file.kind() == Manifest.Kind.COUNTS || file.kind() == Manifest.Kind.NAMES) {
            lists.add(Summary.list(file, about, result, protection));
        }
    }

    private String place(Viewer viewer) {
        return cast.viewers().stream()
                .filter(v -> v.account().equals(viewer.account()))
                .flatMap(v -> v.places().stream().sorted())
                .filter(p -> !p.equals(Viewer.EVERYWHERE))
                .findFirst()
                .orElseGet(() -> scenario.parties().places().getFirst().id());
    }

    /** The nationality of everybody on a list whose party writes about one only. */
    private String nationality(String habit) {
        return scenario.lists().habits().stream().filter(h -> h.id().equals(habit)).findFirst().flatMap(h -> h.nationality()).orElse("");
    }

    private static ListFile.Kind kind(Manifest.Kind kind) {
        return switch (kind) {
            case COUNTS -> ListFile.Kind.COUNTS;
            case NAMES -> ListFile.Kind.NAMES;
            case REQUESTS -> ListFile.Kind.REQUESTS;
            case ARRIVALS -> ListFile.Kind.ARRIVALS;
        };
    }

    private void remember(Manifest.ListFile file, ListImport.Result result) {
        List<UUID> rows = new ArrayList<>();
        result.records().forEach((row, record) -> {
            int index = Math.toIntExact(row - 2);
            if (index < 0 || index >= file.persons().size()) {
                return;
            }
            int person = file.persons().get(index);
            personOfRecord.put(record, person);
            rows.add(record);
            if (file.kind() == Manifest.Kind.ARRIVALS) {
                recordOfPerson.putIfAbsent(person, record);
            }
        });
        // Each version of a list of names replaces the one before; the score counts the newest only.
        if (file.kind() == Manifest.Kind.NAMES) {
            rowsOfList.put(file.habit(), rows);
        } else if (file.kind() == Manifest.Kind.ARRIVALS) {
            rowsOfList.computeIfAbsent(file.habit(), h -> new ArrayList<>()).addAll(rows);
        }
    }

    /** The record of somebody at the desk, if there is one yet. */
    java.util.Optional<UUID> findRecord(int person) {
        return java.util.Optional.ofNullable(recordOfPerson.get(person));
    }

    /** Somebody whom the desk entered by hand. */
    void enteredByHand(int person, UUID record) {
        recordOfPerson.put(person, record);
        personOfRecord.put(record, person);
        rowsOfList.computeIfAbsent("by hand", h -> new ArrayList<>()).add(record);
    }

    /** Record → person for the newest version of each list and all arrivals: what linkage is scored on. */
    Map<UUID, Integer> scored() {
        Map<UUID, Integer> scored = new HashMap<>();
        rowsOfList.values().forEach(rows -> rows.forEach(r -> {
            Integer person = personOfRecord.get(r);
            if (person != null) {
                scored.put(r, person);
            }
        }));
        return scored;
    }

    java.util.Optional<Integer> findPerson(UUID record) {
        return java.util.Optional.ofNullable(personOfRecord.get(record));
    }

    List<Map<String, Object>> lists() {
        return lists;
    }

    long refused() {
        return refused;
    }
}
