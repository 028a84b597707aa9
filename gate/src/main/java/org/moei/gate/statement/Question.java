package org.moei.gate.statement;

import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an investigator asks of witnesses: a place, weeks, practices, roles and a short text in plain words. It names nobody; the same checks
 * hold as for a statement.
 */
public record Question(String compound, Period period, SortedSet<Practice> practices, SortedSet<SeenRole> roles, String note) {

    public Question(String compound, Period period, @Nullable SortedSet<Practice> practices, @Nullable SortedSet<SeenRole> roles, @Nullable String note) {
        this.compound = compound;
        this.period = period;
        this.practices = practices == null ? new TreeSet<>() : new TreeSet<>(practices);
        this.roles = roles == null ? new TreeSet<>() : new TreeSet<>(roles);
        this.note = note == null ? "" : note.strip();
    }

    /** Checks what needs no knowledge of anybody. */
    public void check() {
        Statement.requireCompound(compound);
        if (practices.isEmpty() && note.isEmpty()) {
            throw Statement.refuse("nothing-asked", "practices", "The question names no practice and has no text.", "say which practice witnesses may have seen.");
        }
        PlainWords.check("note", note);
    }
}
