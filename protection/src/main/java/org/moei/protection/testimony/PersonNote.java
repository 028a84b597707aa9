package org.moei.protection.testimony;

import java.util.UUID;
import org.moei.foundation.access.Hand;
import org.moei.foundation.journal.Action;
import org.moei.protection.people.RecordKind;

/**
 * What was said with a person about somebody who asks: sealed under the person's key. All of it is one type of action with nothing clear in it, so that the journal's
 * rows do not tell who was asked for, who was told of an investigator's question and who speaks with one.
 *
 * @param about id of the question or enquiry
 * @param counsel who was beside the person, or empty
 * @param wish what the person wants, or empty
 */
record PersonNote(Kind kind, String about, String counsel, String wish, String words) {
    private static final String NOTED = "testimony.person-noted";

    enum Kind {
        QUESTION_TOLD,
        CONTACT_ARRANGED,
        ASKER_TOLD
    }

    /** The action that keeps it, in a group of its own that names nothing. */
    Action keep(Hand hand, UUID person) {
        return hand.act(NOTED, 1).touch(person, RecordKind.PERSON.id(), Action.ANY).seal(person, "note:" + hand.ids().next(), this).build();
    }
}
