package org.moei.gate.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the other wing did about a recalled statement.
 *
 * @param statement its id on that side
 * @param withdrawn how many entries that stood on it were taken back
 * @param told offices that had something derived and confirmed its recall
 * @param notReached offices that have not confirmed it
 */
public record RecallReport(String statement, int withdrawn, List<String> told, List<String> notReached) {

    public RecallReport(String statement, int withdrawn, @Nullable List<String> told, @Nullable List<String> notReached) {
        this.statement = statement;
        this.withdrawn = withdrawn;
        this.told = told == null ? List.of() : List.copyOf(told);
        this.notReached = notReached == null ? List.of() : List.copyOf(notReached);
    }
}
