package org.moei.gate.statement;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.moei.base.Problem;

/**
 * What was seen at a compound: place, period, practices, roles, indicators. It has no field for a person, a day or a room, so that it is
 * minimised by construction; what its one short text holds is checked by {@link Minimisation}.
 *
 * @param compound key of a compound; nothing finer
 * @param period whole weeks in which it was so
 * @param note at most {@link PlainWords#LONGEST} characters of plain words, or empty
 * @param grade Admiralty code as the proposer gives it, e.g. {@code B3}; F6 cannot be judged
 */
public record Statement(
        String compound, Period period, SortedSet<Practice> practices, SortedSet<SeenRole> roles, List<SeenIndicator> indicators, String note, String grade) {
    /** Most indicators of one statement. */
    public static final int MOST_INDICATORS = 20;

    public Statement(
            String compound,
            Period period,
            @Nullable SortedSet<Practice> practices,
            @Nullable SortedSet<SeenRole> roles,
            @Nullable List<SeenIndicator> indicators,
            @Nullable String note,
            String grade) {
        this.compound = compound;
        this.period = period;
        this.practices = practices == null ? new TreeSet<>() : new TreeSet<>(practices);
        this.roles = roles == null ? new TreeSet<>() : new TreeSet<>(roles);
        this.indicators = indicators == null ? List.of() : List.copyOf(indicators);
        this.note = note == null ? "" : note.strip();
        this.grade = grade;
    }

    /** Checks what needs no knowledge of anybody: forms, limits, plain words. */
    public void check() {
        requireCompound(compound);
        if (!grade.matches("[A-F][1-6]")) {
            throw refuse("grade-form", "grade", "The grade is not of the Admiralty code.", "it is a letter A to F and a digit 1 to 6; F6 says that it cannot be judged.");
        }
        if (practices.isEmpty() && indicators.isEmpty()) {
            throw refuse("nothing-seen", "practices", "The statement names no practice and no indicator.", "choose what was seen from the list; a note alone does not cross the gate.");
        }
        if (indicators.size() > MOST_INDICATORS) {
            throw refuse("too-many-indicators", "indicators", "A statement has at most " + MOST_INDICATORS + " indicators.", "these are several statements.");
        }
        PlainWords.check("note", note);
    }

    static void requireCompound(String compound) {
        if (!compound.matches("[a-z0-9]+(-[a-z0-9]+)*") || compound.length() > 64) {
            throw refuse("compound-form", "compound", "The place is not the key of a compound.", "choose the compound from the list; nothing finer crosses the gate.");
        }
    }

    static RuntimeException refuse(String code, String field, String message, String advice) {
        return Problem.of(Problem.Kind.REFUSED, code, message).at(Problem.Where.field(field)).withAdvice(advice).asException();
    }
}
