package org.moei.console.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.moei.console.layout.Shown;
import org.moei.console.layout.Written;
import org.moei.foundation.access.Viewer;

/** Two records that may be one person. */
public interface PairsView {

    /**
     * Pairs in the viewer's scope, likeliest first.
     *
     * @param after the pair after which the page begins
     */
    PairsPage pairs(Viewer viewer, Optional<UUID> after);

    Optional<PairPage> pair(Viewer viewer, UUID pair);

    /** Keeps a decision.
     *
     * @return the action to undo
     */
    UUID decide(Viewer viewer, UUID pair, Decision decision);

    void undoPair(Viewer viewer, UUID pair, UUID action);

    /** What a human says of a pair. */
    enum Decision {
        SAME,
        TWO,
        LATER
    }

    /** A pair in the list. */
    record Line(UUID id, String left, String right, String words, String probability) {}

    /** The list. */
    record PairsPage(List<Line> lines, long total, Optional<UUID> next) {}

    /** One side. */
    record Side(String title, Optional<String> link, String source) {}

    /** A field of both, what they share, and its weight in bits. */
    record Field(String name, Written left, String leftNote, Written right, String rightNote, String share, double weight) {}

    /** The pair. */
    record PairPage(
            UUID id,
            int number,
            long total,
            Side left,
            Side right,
            List<Field> fields,
            String frequency,
            String detail,
            String question,
            Optional<UUID> next,
            Optional<UUID> before,
            List<UUID> records) implements Shown {}
}
