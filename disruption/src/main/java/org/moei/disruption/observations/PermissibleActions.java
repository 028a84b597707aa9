package org.moei.disruption.observations;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The Permissible Actions Protocol (MISP's taxonomy PAP): what may be done with a value, from anything to nothing that others could notice. */
public enum PermissibleActions {
    CLEAR,
    GREEN,
    AMBER,
    RED;

    public String label() {
        return "PAP:" + name();
    }

    public static Optional<PermissibleActions> find(String label) {
        String word = label.strip().toUpperCase(Locale.ROOT);
        return Stream.of(values()).filter(pap -> pap.label().equals(word) || pap.name().equals(word)).findFirst();
    }
}
