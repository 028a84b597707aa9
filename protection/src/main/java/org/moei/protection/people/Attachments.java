package org.moei.protection.people;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Authoriser;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Permission;
import org.moei.foundation.access.Viewer;
import org.moei.foundation.files.FileType;
import org.moei.foundation.files.SealedFiles;
import org.moei.foundation.journal.Action;
import org.moei.foundation.journal.Envelope;
import org.moei.foundation.journal.Finding;
import org.moei.foundation.journal.Follower;
import org.moei.foundation.journal.Json;
import org.moei.foundation.journal.Recorded;
import org.moei.foundation.vault.Vault;

/**
 * Photos, scans and recorded consents of a person: sealed files under that person's key. The action that adds one holds the digest of
 * the sealed bytes, so that the tree covers the file; an erasure removes it, and its key with the person's.
 */
public final class Attachments implements Follower {
    private static final String ADDED = "people.file-added";
    private static final int LONGEST_TITLE = 200;
    private static final int MOST = 200;

    private final WingFoundation foundation;
    private final Held held;
    private final Optional<SealedFiles> files;
    private final Map<UUID, List<Added>> byPerson = new ConcurrentHashMap<>();

    /**
     * What somebody wrote about a file.
     *
     * @param metadata {@code removed} where what the file said of place, time and device was taken out; empty where it is as it came
     */
    private record Content(String title, String type, long bytes, String metadata) {
        private static final String REMOVED = "removed";

        /** Files kept before photos were stripped have no word on it. */
        Content {
            metadata = metadata == null ? "" : metadata;
        }
    }

    private record Added(UUID file, UUID person, String kind, String digest, long position) {}

    /**
     * A file as it is listed.
     *
     * @param asItCame whether it may still say where, when and by which device it was made
     */
    public record Shown(UUID file, String kind, String title, FileType type, long bytes, boolean asItCame) {}

    /** A file as it is sent. */
    public record Opened(FileType type, byte[] content) {}

    public Attachments(WingFoundation foundation, Roster roster, Optional<SealedFiles> files) {
        this.foundation = foundation;
        this.held = new Held(foundation, roster);
        this.files = files;
    }

    private SealedFiles store() {
        return files.orElseThrow(() -> Problem.of(Problem.Kind.COULD_NOT_RUN, "no-files", "This installation has no folder for files.").asException());
    }

    /**
     * Keeps a file and the action that names it.
     *
     * @param kind {@code photo}, {@code scan} or {@code consent}
     * @param title in words, sealed
     * @throws org.moei.base.ProblemException as {@link SealedFiles#keep}; {@code DENIED} where the viewer does not hold the person
     */
    public UUID add(Hand hand, UUID person, String kind, String title, InputStream content) {
        Entry entry = held.require(hand.viewer(), Permission.PERSON_EDIT, person);
        if (!List.of("photo", "scan", "consent").contains(kind) || title.length() > LONGEST_TITLE || byPerson.getOrDefault(person, List.of()).size() >= MOST) {
            throw Problem.of(Problem.Kind.WRONG_USE, "file", "A file is a photo, a scan or a recorded consent, with a title of at most " + LONGEST_TITLE + " characters; a person has at most " + MOST + ".").asException();
        }
        UUID file = hand.ids().next();
        SealedFiles.Kept kept = store().keep(person, hand.viewer().agency(), file, content);
        Action action = hand.act(ADDED, 1)
                .touch(person, entry.kind().id(), Action.ANY)
                .clear("kind", kind)
                .clear("entry", file.toString())
                .clear("digest", kept.digest())
                .seal(person, "file:" + file, new Content(title, kept.type().name(), kept.bytes(), kept.type().isStripped() ? Content.REMOVED : ""))
                .build();
        foundation.journal().append(action);
        return file;
    }

    /** The person's files, for whoever may see the person; the reading is logged. */
    public List<Shown> list(Viewer viewer, UUID person) {
        held.require(viewer, Permission.PERSON_SEE, person);
        foundation.accessLog().read(viewer, "files", List.of(person));
        List<Shown> shown = new ArrayList<>();
        for (Added added : byPerson.getOrDefault(person, List.of())) {
            content(added).ifPresent(c -> shown.add(new Shown(added.file(), added.kind(), c.title(), FileType.valueOf(c.type()), c.bytes(), !c.metadata().equals(Content.REMOVED))));
        }
        return shown;
    }

    private Optional<Content> content(Added added) {
        Vault vault = foundation.vault();
        return foundation.journal().read(added.position() - 1, 1).stream()
                .map(Recorded::envelope)
                .flatMap(e -> e.findPart(added.person(), "file:" + added.file()).stream())
                .flatMap(part -> vault.findOpen(part.sealed()).stream())
                .map(bytes -> Json.read(bytes, Content.class))
                .findFirst();
    }

    /** One file; the reading is logged before it returns.
     *
     * @throws org.moei.base.ProblemException {@code DENIED} in the same words for a person or file that is not there or not the viewer's
     */
    public Opened open(Viewer viewer, UUID person, UUID file) {
        held.require(viewer, Permission.PERSON_SEE, person);
        Added added = byPerson.getOrDefault(person, List.of()).stream().filter(a -> a.file().equals(file)).findFirst().orElseThrow(Authoriser::denied);
        Content content = content(added).orElseThrow(Authoriser::denied);
        foundation.accessLog().read(viewer, "file", List.of(person));
        return new Opened(FileType.valueOf(content.type()), store().open(person, file, added.digest()));
    }

    @Override
    public void follow(List<Recorded> actions) {
        for (Recorded each : actions) {
            Envelope envelope = each.envelope();
            if (envelope.type().equals(ADDED)) {
                UUID person = envelope.touches().getFirst().record();
                Added added = new Added(UUID.fromString(envelope.clear("entry")), person, envelope.clear("kind"), envelope.clear("digest"), each.position());
                byPerson.merge(person, List.of(added), (before, more) -> {
                    List<Added> both = new ArrayList<>(before);
                    both.addAll(more);
                    return List.copyOf(both);
                });
            } else if (envelope.type().equals(Erasure.ERASED)) {
                envelope.touches().forEach(touch -> {
                    List<Added> gone = byPerson.remove(touch.record());
                    if (gone != null) {
                        files.ifPresent(store -> gone.forEach(added -> store.remove(added.file())));
                    }
                });
            }
        }
    }

    /** Files that are missing or changed against what the journal names; needs no key. */
    public List<Finding> verify() {
        List<Finding> findings = new ArrayList<>();
        files.ifPresent(store -> byPerson.values().forEach(all -> all.stream()
                .filter(added -> !store.isRight(added.file(), added.digest()))
                .forEach(added -> findings.add(new Finding("file", added.position(), "The file of this action is missing or was changed.")))));
        return findings;
    }
}
