package org.moei.disruption.observations;

import java.util.Locale;
import java.util.stream.Stream;
import org.moei.base.Problem;
import org.moei.disruption.sharing.TrafficLight;

/**
 * Where all rows of an import come from.
 *
 * @param collection a word of lower-case letters, digits and hyphens, e.g. {@code phone-images}
 * @param source who says it, in words
 * @param grade Admiralty code of the rows that give none of their own, e.g. B2
 * @param part of the rows that give none of their own
 */
public record Provenance(String collection, String source, Process process, String grade, TrafficLight tlp, PermissibleActions pap, Part part) {
    private static final int LONGEST = 200;

    public Provenance {
        if (!collection.matches("[a-z0-9][a-z0-9-]{0,60}")) {
            throw refuse("collection-form", "collection", "The name of the collection is not a word of lower-case letters, digits and hyphens.");
        }
        if (source.isBlank() || source.length() > LONGEST || source.chars().anyMatch(c -> c < ' ')) {
            throw refuse("source-missing", "source", "The import names no source, or one of more than " + LONGEST + " characters.");
        }
        if (!isGrade(grade)) {
            throw refuse("grade-form", "grade", "The grade is not of the Admiralty code, a letter A to F and a digit 1 to 6.");
        }
    }

    static boolean isGrade(String grade) {
        return grade.matches("[A-F][1-6]");
    }

    /** From the words of a form or a command. */
    public static Provenance of(String collection, String source, String process, String grade, String tlp, String pap, String part) {
        return new Provenance(
                collection.strip(), source.strip(),
                Process.find(process).orElseThrow(() -> refuse("process-unknown", "process", "A process is entered, derived or observed.")),
                grade.strip().toUpperCase(Locale.ROOT), light(tlp),
                PermissibleActions.find(pap).orElseThrow(() -> refuse("pap-unknown", "pap", "The permissible actions are PAP:CLEAR, PAP:GREEN, PAP:AMBER or PAP:RED.")),
                Part.find(part).orElseThrow(() -> refuse("part-unknown", "role", "A role is operator, coerced-worker, fraud-target, bystander or unknown.")));
    }

    static TrafficLight light(String label) {
        String word = label.strip().toUpperCase(Locale.ROOT);
        return Stream.of(TrafficLight.values()).filter(light -> light.label().equals(word) || light.label().equals("TLP:" + word)).findFirst()
                .orElseThrow(() -> refuse("tlp-unknown", "tlp", "The traffic light is TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT or TLP:RED."));
    }

    private static RuntimeException refuse(String code, String field, String message) {
        return Problem.of(Problem.Kind.WRONG_USE, code, message).at(Problem.Where.field(field)).asException();
    }
}
