package org.moei.disruption.observations;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How an observation came about. */
public enum Process {
    /** A person wrote it down. */
    ENTERED,
    /** Computed from another observation: looked up, resolved, extracted. */
    DERIVED,
    /** Seen by a machine where it happened: a log, a trap, a feed of such. */
    OBSERVED;

    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Process> find(String word) {
        return Stream.of(values()).filter(process -> process.id().equals(word.strip().toLowerCase(Locale.ROOT))).findFirst();
    }
}
