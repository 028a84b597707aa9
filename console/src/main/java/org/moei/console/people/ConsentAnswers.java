package org.moei.console.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.moei.console.layout.Nations;
import org.moei.console.layout.Texts;
import org.moei.protection.people.Consents;
import org.moei.protection.people.Entry;
import org.moei.protection.people.People;
import org.moei.protection.people.Roster;

/** The answers to the questions of consent, as a page shows them. */
final class ConsentAnswers {
    /** Not on the slip: whoever finds it must not learn that somebody may speak about what was seen. */
    private static final Set<String> NEVER_ON_PAPER = Set.of("testimony", "contact", "evidence");

    static List<PeopleView.Consent> of(Entry entry, Map<String, byte[]> open) {
        List<PeopleView.Consent> answers = new ArrayList<>();
        for (Map.Entry<String, String> asked : Consents.ASKED) {
            String key = Consents.group(asked.getKey(), asked.getValue());
            Roster.ConsentContent none = new Roster.ConsentContent(asked.getKey(), asked.getValue(), "", "", "", "", "", "", "");
            Roster.ConsentContent content = People.read(open, key, Roster.ConsentContent.class, none);
            String answer = switch (content.state()) {
                case "given" -> "yes";
                case "refused", "revoked" -> "no";
                case "unanswered" -> "not-known";
                default -> "not-asked";
            };
            answers.add(new PeopleView.Consent(asked.getValue(), recipient(asked.getKey(), entry), answer, content.words(), heard(content), !NEVER_ON_PAPER.contains(asked.getValue())));
        }
        return answers;
    }

    /** How it was heard, in one line. */
    private static String heard(Roster.ConsentContent content) {
        List<String> parts = new ArrayList<>();
        part(parts, "consent.by-interpreter", content.interpreter());
        part(parts, "consent.by-present", content.present());
        part(parts, "consent.by-withhold", content.withholdFrom());
        part(parts, "consent.by-guardian", content.guardian());
        part(parts, "consent.by-step", content.bestInterest());
        return String.join("; ", parts);
    }

    private static void part(List<String> parts, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            parts.add(Texts.english().of(key, value));
        }
    }

    private static String recipient(String key, Entry entry) {
        if (!key.equals(Consents.OWN_EMBASSY)) {
            return "";
        }
        return entry.nationality().isEmpty() ? Texts.english().of("people.own-state") : Nations.name(entry.nationality());
    }

    private ConsentAnswers() {}
}
