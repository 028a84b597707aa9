package org.moei.protection.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.moei.base.Problem;
import org.moei.foundation.WingFoundation;
import org.moei.foundation.access.Hand;
import org.moei.foundation.access.Holding;
import org.moei.foundation.access.Permission;
import org.moei.foundation.journal.Action;

/**
 * Moves somebody's case from the agency that holds it to another one, with that person's consent and no other way. The key of the
 * record moves too, so that the older agency's keys can be destroyed without this person.
 */
public final class Custody {
    /** Purpose of the consent; its recipient is {@link #recipient}. */
    public static final String PURPOSE = "custody";

    private final WingFoundation foundation;
    private final Held held;

    public Custody(WingFoundation foundation, Roster roster) {
        this.foundation = foundation;
        this.held = new Held(foundation, roster);
    }

    /** To whom the consent is given. */
    public static String recipient(String agency) {
        return "agency:" + agency;
    }

    /**
     * Moves the case; what the agency holds of it for any purpose at any place is the other one's from now on, and stands in one request.
     *
     * @throws org.moei.base.ProblemException {@code DENIED} where the viewer does not hold the person; {@code consent-missing} where
     *     the person did not consent to this agency; {@code SEALED} while the keys are locked
     */
    public void move(Hand hand, UUID person, String agency) {
        Entry entry = held.require(hand.viewer(), Permission.CASE_MOVE, person);
        String from = hand.viewer().agency();
        if (agency.isBlank() || agency.equals(from)) {
            throw Problem.of(Problem.Kind.WRONG_USE, "custody", "The case has to move to another agency.").asException();
        }
        if (entry.kind() != RecordKind.PERSON || !entry.hasConsent(recipient(agency), PURPOSE)) {
            throw Problem.of(Problem.Kind.REFUSED, "consent-missing", "The person did not consent that this agency takes the case over.")
                    .withAdvice("ask in private, in the person's language, and record the answer as heard.")
                    .asException();
        }
        List<Action> actions = new ArrayList<>();
        for (Holding holding : entry.holdings()) {
            if (holding.agency().equals(from)) {
                actions.add(change(hand, PeopleProjector.HELD, person, holding, agency));
                actions.add(change(hand, PeopleProjector.RELEASED, person, holding, from));
            }
        }
        // The key first: where the actions do not follow, it opens as before.
        foundation.vault().moveRecord(person, agency);
        foundation.journal().append(actions);
    }

    private static Action change(Hand hand, String type, UUID person, Holding holding, String holder) {
        return hand.act(type, 1)
                .touch(person, RecordKind.PERSON.id(), Action.ANY)
                .clear("holder-agency", holder)
                .clear("holder-place", holding.place())
                .clear("holder-purpose", holding.purpose())
                .clear("from-agency", hand.viewer().agency())
                .build();
    }
}
