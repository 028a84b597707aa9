package org.moei.gate.statement;

import java.util.Locale;
import java.util.function.Predicate;

/** The checks that need to know who is there: whether a text names somebody, and whether enough people could have said it. */
public final class Minimisation {
    /** Fewest of those known at the compound through all the weeks who could have said it, the witness among them. */
    public static final int CROWD = 10;

    private final Predicate<String> compounds;
    private final KnownNames names;
    private final Crowd crowd;

    /** @param compounds whether a key is on the list of compounds */
    public Minimisation(Predicate<String> compounds, KnownNames names, Crowd crowd) {
        this.compounds = compounds;
        this.names = names;
        this.crowd = crowd;
    }

    /** The names in the people index. */
    public interface KnownNames {
        /** Whether a text of plain words names somebody who is known. */
        boolean names(String text);
    }

    /** The people known at a compound. */
    public interface Crowd {
        /** How many people are known to have been there through all weeks of the period. */
        long through(String compound, Period period);
    }

    /**
     * Lets a statement pass or refuses it.
     *
     * @throws org.moei.base.ProblemException {@code REFUSED}, with the field
     */
    public void check(Statement statement) {
        statement.check();
        requireCompound(statement.compound());
        requireNobody(statement.note());
        for (SeenIndicator indicator : statement.indicators()) {
            if (indicator.kind().hasWords()) {
                requireNobody(indicator.value().replaceAll("[^A-Za-z]+", " "));
            }
        }
        if (crowd.through(statement.compound(), statement.period()) < CROWD) {
            throw Statement.refuse("crowd-too-small", "period", "Fewer than " + CROWD + " of those known at this compound through these weeks could have said it.",
                    "fewer weeks are enough: name only those in which it was surely so, or wait until more people were heard.");
        }
    }

    /** Whether a question can be worked on; whoever asked is never told. */
    public boolean admits(Question question) {
        try {
            question.check();
        } catch (org.moei.base.ProblemException e) {
            return false;
        }
        return compounds.test(question.compound()) && !names.names(question.note());
    }

    private void requireCompound(String compound) {
        if (!compounds.test(compound)) {
            throw Statement.refuse("compound-unknown", "compound", "The place is not on the list of compounds.", "choose the compound from the list; nothing finer crosses the gate.");
        }
    }

    private void requireNobody(String text) {
        if (names.names(text.toLowerCase(Locale.ROOT))) {
            throw Statement.refuse("name-in-text", "note", "The text holds a word that may be a person's name.", "say the role instead, or another word.");
        }
    }
}
