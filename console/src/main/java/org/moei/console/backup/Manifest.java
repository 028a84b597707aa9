package org.moei.console.backup;

import java.util.List;
import java.util.Optional;
import org.moei.base.Problem;
import org.moei.console.command.Installation;

/**
 * The last entry of a backup: what else is in it, so that a backup that lacks something is not mistaken for a whole one.
 *
 * @param version of the backup's form
 * @param about what the data folder held
 * @param made when the backup was begun, ISO 8601 in UTC
 * @param erasures how many records were erased when it was made
 */
record Manifest(int version, Installation.About about, String made, List<OfWing> wings, List<Entry> entries, int erasures) {
    static final String NAME = "manifest.json";
    static final int VERSION = 1;

    /**
     * One wing's journal.
     *
     * @param root of the tree over its actions, in hexadecimal
     * @param sealedDigest over the projections, empty where actions were appended meanwhile
     */
    record OfWing(String wing, long actions, String root, Optional<String> sealedDigest) {}

    /** One file of the backup. */
    record Entry(String name, long bytes, String sha256) {}

    OfWing of(String wing) {
        return wings.stream().filter(w -> w.wing().equals(wing)).findFirst().orElseThrow(() -> damaged("The backup holds no journal of the wing " + wing + "."));
    }

    Optional<Entry> find(String name) {
        return entries.stream().filter(e -> e.name().equals(name)).findFirst();
    }

    static RuntimeException damaged(String message) {
        return Problem.of(Problem.Kind.COULD_NOT_RUN, "backup-not-right", message)
                .withAdvice("another backup is whole; nothing was put back.")
                .asException();
    }
}
