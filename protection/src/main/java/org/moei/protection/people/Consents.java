package org.moei.protection.people;

import java.util.List;
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
            Map.entry("transport", "travel"));

    private Consents() {}

    /** The action that keeps an answer; {@link People#consent} asks whether it may. */
    static Action record(
            Hand hand, UUID person, String recipient, String purpose, String state, String words, String interpreter, String present, String withholdFrom) {
        return hand.act("consent." + state, 1)
                .touch(person, RecordKind.PERSON.id(), Action.ANY)
                .seal(person, group(recipient, purpose), new Roster.ConsentContent(recipient, purpose, state, words, interpreter, present, withholdFrom))
                .build();
    }

    /** The group of fields in which a consent stands. */
    public static String group(String recipient, String purpose) {
        return "consent:" + recipient + "/" + purpose;
    }

}
