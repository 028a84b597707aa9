package org.moei.disruption.claims;

import java.util.List;
import org.moei.disruption.picture.Shown;

/**
 * All claims of one subject, side by side. There is no total, no mean and no best value here, on purpose.
 *
 * @param definitions the claims by what they define, each list with dated ones first, oldest first
 * @param disagreements where they do not fit together, and why
 */
public record ClaimGroup(String subject, List<Defined> definitions, List<Disagreement> disagreements) {

    /** Claims that define the same thing. */
    public record Defined(String definition, List<Shown<Claim>> claims) {}

    /**
     * A disagreement.
     *
     * @param claims keys of those that disagree
     * @param why a sentence that says what differs
     */
    public record Disagreement(Kind kind, List<String> claims, String why) {}

    public enum Kind {
        /** One definition, figures that cannot both be true. */
        FIGURES_DIFFER,
        /** One definition, figures of different times: the thing itself may have changed. */
        FIGURES_DIFFER_OVER_TIME,
        /** One figure that tellers ascribe to different origins. */
        ORIGIN_DISPUTED,
        /** The claims count different things and can neither be added nor compared. */
        DEFINITIONS_DIFFER
    }

    /** All claims, definition by definition. */
    public List<Shown<Claim>> claims() {
        return definitions.stream().flatMap(defined -> defined.claims().stream()).toList();
    }

    /** Definitions that stand in this subject. */
    public int meanings() {
        return definitions.size();
    }

    /** Different figures that stand in this subject. */
    public long figures() {
        return claims().stream().map(claim -> claim.content().low() + "/" + claim.content().high()).filter(figure -> !figure.equals("/")).distinct().count();
    }
}
