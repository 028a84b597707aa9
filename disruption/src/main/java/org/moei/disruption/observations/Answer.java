package org.moei.disruption.observations;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the collections hold for a question.
 *
 * @param more whether there are more rows than were asked for
 */
public record Answer(Question question, List<Row> rows, boolean more) {

    /**
     * One observation with where it comes from.
     *
     * @param collection and what follows: of the import
     * @param grade of the row, else of the import
     * @param position of the import's action in the journal
     * @param line in the file
     * @param original SHA-256 of the file
     * @param detail where in the source; empty where it does not say, and of whoever is no operator
     */
    public record Row(
            String type, String value, Part part, String collection, String source, String process, String grade, String tlp, String pap, Optional<Instant> firstSeen,
            Optional<Instant> lastSeen, long position, long line, String file, String original, String detail) {}
}
