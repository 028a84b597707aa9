package org.moei.protection.reception;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.moei.foundation.journal.Envelope;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Json;
import org.moei.foundation.journal.Recorded;
import org.moei.foundation.vault.Vault;

/** The versions of lists in memory, in the order in which they were imported. Holds no row of a person. */
public final class ListBook implements Follower {
    private final Vault vault;
    private final Map<UUID, Version> versions = new LinkedHashMap<>();

    /** One version of a list. */
    public record Version(UUID id, LocalDate date, String agency, ListImport.Announcement about) {}

    ListBook(Vault vault) {
        this.vault = vault;
    }

    @Override
    public synchronized void follow(List<Recorded> actions) {
        for (Recorded each : actions) {
            Envelope envelope = each.envelope();
            if (envelope.type().equals("reception.list-imported") && vault.isOpen()) {
                UUID id = UUID.fromString(envelope.clear("list"));
                envelope.findAgencyPart("list")
                        .flatMap(part -> vault.findOpen(part.sealed()))
                        .ifPresent(bytes -> versions.put(
                                id,
                                new Version(id, LocalDate.parse(envelope.clear("date")), envelope.agency(), Json.read(bytes, ListImport.Announcement.class))));
            }
        }
    }

    /** All versions, oldest first. */
    public synchronized List<Version> list() {
        List<Version> all = new ArrayList<>(versions.values());
        all.sort(java.util.Comparator.comparing(Version::date));
        return all;
    }

    public synchronized Optional<Version> find(UUID id) {
        return Optional.ofNullable(versions.get(id));
    }

    /** The versions of one list, oldest first. */
    public List<Version> versionsOf(String name) {
        return list().stream().filter(v -> v.about().name().equals(name)).toList();
    }
}
