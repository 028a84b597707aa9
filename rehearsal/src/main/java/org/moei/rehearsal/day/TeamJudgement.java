package org.moei.rehearsal.day;

import java.util.Map;

/**
 * How the teams of a rehearsal decide, so that there is something to decide about: coarser than the rule that the screening
 * module shows them, and never a model of what real teams do.
 *
 * <p>A dimension counts from two yeses on. Exploitation and coercion at destination together are grounds, however the person came (held by
 * force after coming willingly is forced labour too: ILO Convention 29; Palermo Protocol, Article 3, harbouring); for a child exploitation alone
 * is (Article 3 c). Unknown replies are read both ways; where that matters, questions stay open.
 */
final class TeamJudgement {
    private static final int POSITIVE = 2;

    private TeamJudgement() {}

    static Finding of(Map<String, Reply> replies, boolean child) {
        boolean lower = grounds(replies, child, false);
        boolean upper = grounds(replies, child, true);
        return lower ? Finding.GROUNDS_FOUND : upper ? Finding.OPEN_QUESTIONS : Finding.NO_GROUNDS_FOUND;
    }

    private static boolean grounds(Map<String, Reply> replies, boolean child, boolean unknownIsYes) {
        boolean exploited = count(replies, "EX", unknownIsYes) >= POSITIVE;
        boolean coerced = count(replies, "CD", unknownIsYes) >= POSITIVE;
        return exploited && (coerced || child);
    }

    private static int count(Map<String, Reply> replies, String dimension, boolean unknownIsYes) {
        int yes = 0;
        for (Map.Entry<String, Reply> entry : replies.entrySet()) {
            boolean counts = entry.getValue() == Reply.YES || (unknownIsYes && entry.getValue() == Reply.UNKNOWN);
            yes += counts && entry.getKey().startsWith(dimension) ? 1 : 0;
        }
        return yes;
    }
}
