package org.moei.foundation.journal;

import java.util.Set;
import org.moei.base.Problem;

/**
 * The clear fields of an envelope, all of them. The list is a decision (docs/decisions/001-clear-fields.md): what the
 * wall and the counts need and nothing else. Words of closed lists, counts, dates and random ids; never a name, a free
 * text, a document.
 */
public final class ClearFields {
    /** Longest value, in characters. */
    public static final int MAXIMUM = 120;

    private static final Set<String> NAMES = Set.of(
            // whom the wall lets in
            "agency", "place", "purpose", "holder-agency", "holder-place", "holder-purpose", "from-agency",
            // what the counts need
            "nationality", "sex", "age-band", "how-out", "kind", "language",
            // the nine tracks and other states
            "registration", "screening", "custody", "health", "identity", "document", "money", "seat", "exit",
            "state", "step", "urgent", "unscreened",
            // times, numbers and random ids
            "date", "until", "token", "number", "row", "count", "stated", "seats", "version-name", "list", "group",
            "link", "pair", "journey", "request", "other", "site", "claim", "measure", "entry", "account", "role",
            "digest", "bound", "objective", "rule", "team", "probability", "mode", "to", "stage");

    private ClearFields() {}

    static void check(String name, String value) {
        if (!NAMES.contains(name)) {
            throw Problem.of(Problem.Kind.WRONG_USE, "clear-field", "The field (" + name + ") is not on the list of clear fields.")
                    .withAdvice("it belongs into a sealed part.")
                    .asException();
        }
        if (value.length() > MAXIMUM) {
            throw Problem.of(Problem.Kind.WRONG_USE, "clear-field-long", "The clear field (" + name + ") is longer than " + MAXIMUM + " characters.").asException();
        }
    }
}
