package org.moei.protection.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.moei.foundation.access.Hand;
import org.moei.foundation.journal.Action;

/**
 * Consents, one for each recipient and purpose, recorded as heard, revocable at once. What was consented to is sealed
 * under the person's key; packets and travel check it through the roster. No service depends on a consent.
 */
public final class Consents {
    /** Recipient of what goes to the person's own embassy, or to the organisation that stands in for it. */
    public static final String OWN_EMBASSY = "own-embassy";

    /** Recipient of what is told to the family. */
    public static final String FAMILY = "family";

    /** The purposes that are asked, each with its recipient. */
    public static final List<Map.Entry<String, String>> ASKED = List.of(
            Map.entry("services", "services"),
            Map.entry(FAMILY, "told"),
            Map.entry(OWN_EMBASSY, "packet"),
            Map.entry("tracing", "tracing"),
            Map.entry("statistics", "statistics"),
            Map.entry("evidence", "evidence"),
            Map.entry("gate", "testimony"),
            Map.entry("gate", "contact"),
            Map.entry("transport", "travel"));

    /** What the person said. */
    public enum State {
        GIVEN,
        REFUSED,
        /** Said yes before, takes it back now. */
        REVOKED,
        /** Asked; no answer could be understood. Like no consent. */
        UNANSWERED;

        /** As in the journal, where it ends the action's type. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An answer as heard.
     *
     * @param words the person's own, in any language
     * @param interpreter who interpreted, or empty
     * @param present who else was in the room, or empty
     * @param withholdFrom from whom what is allowed must still be withheld, or empty
     * @param guardian who spoke for a child, or empty
     * @param bestInterest the step of the best-interest procedure on which a child's yes rests, or empty
     */
    public record Answer(State state, String words, String interpreter, String present, String withholdFrom, String guardian, String bestInterest) {
        public static Answer of(State state, String words) {
            return new Answer(state, words, "", "", "", "", "");
        }

        /** The same answer of a child, heard with a guardian. */
        public Answer withGuardian(String who, String step) {
            return new Answer(state, words, interpreter, present, withholdFrom, who, step);
        }

        boolean isGuarded() {
            return !guardian.isBlank() && !bestInterest.isBlank();
        }
    }

    private Consents() {}

    /** The action that keeps an answer; {@link People#consent} asks whether it may. */
    static Action record(Hand hand, UUID person, String recipient, String purpose, Answer answer) {
        return hand.act("consent." + answer.state().id(), 1)
                .touch(person, RecordKind.PERSON.id(), Action.ANY)
                .seal(person, group(recipient, purpose), new Roster.ConsentContent(
                        recipient, purpose, answer.state().id(), answer.words(), answer.interpreter(), answer.present(), answer.withholdFrom(), answer.guardian(), answer.bestInterest()))
                .build();
    }

    /** The group of fields in which a consent stands. */
    public static String group(String recipient, String purpose) {
        return "consent:" + recipient + "/" + purpose;
    }
}
