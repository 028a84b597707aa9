package org.moei.rehearsal.scenario;

import java.util.List;
import java.util.Optional;

/**
 * A state and how it takes its people back.
 *
 * @param nationality alpha-3, {@code STATELESS}, or {@code *} for states not named
 * @param seat the city from which it acts, empty where it has none
 * @param atBorder whether officials of the state come to the border themselves
 * @param standIn the mandated organisation that acts for it, where one does
 * @param delays what is known of its speed; steps that are absent follow its kind
 */
public record Embassy(
        String nationality,
        String state,
        Kind kind,
        String seat,
        boolean atBorder,
        Optional<String> standIn,
        List<Delay> delays,
        String source) {

    public enum Kind {
        /** A mission in the country of reception. */
        NEAR,
        /** Accredited from elsewhere. */
        FAR,
        /** No mission in the region. */
        NONE,
        /** The people are citizens of the country of reception. */
        OWN
    }

    /** Days that a step takes. */
    public record Delay(Step step, Figure daysLow, Figure daysHigh) {}

    public enum Step {
        /** From the first packet until the state agrees to collect and pay. */
        AGREEMENT,
        IDENTITY,
        DOCUMENT,
        MONEY,
        SEAT
    }
}
