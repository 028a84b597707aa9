package org.moei.gate.statement;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The ids of all statements that were recalled so far. */
public record RecallList(List<String> recalled) {

    public RecallList(@Nullable List<String> recalled) {
        this.recalled = recalled == null ? List.of() : List.copyOf(recalled);
    }

    public static RecallList of(Set<String> ids) {
        return new RecallList(List.copyOf(new TreeSet<>(ids)));
    }
}
