package org.moei.foundation.journal;

import java.util.ArrayList;
import java.util.List;

/** Hands the journal to its followers in order and without gaps, whoever appended what. */
final class Followers {
    private static final int PAGE = 2_000;

    private final Journal journal;
    private final List<Follower> followers = new ArrayList<>();
    private long position;

    Followers(Journal journal) {
        this.journal = journal;
    }

    /** A follower that comes late reads what the others have read. */
    synchronized void add(Follower follower) {
        long read = 0;
        while (read < position) {
            List<Recorded> page = journal.read(read, (int) Math.min(PAGE, position - read));
            if (page.isEmpty()) {
                break;
            }
            follower.follow(page);
            read = page.getLast().position();
        }
        followers.add(follower);
    }

    /**
     * After a commit: what was appended, and the highest position that a receipt names (that of a repeated action may
     * lie behind or before what this process has read).
     */
    synchronized void committed(List<Recorded> appended, long highest) {
        if (followers.isEmpty()) {
            return;
        }
        if (!appended.isEmpty() && appended.getFirst().position() == position + 1) {
            hand(appended);
        }
        catchUp(highest);
    }

    synchronized void catchUp(long until) {
        while (position < until && !followers.isEmpty()) {
            List<Recorded> page = journal.read(position, (int) Math.min(PAGE, until - position));
            if (page.isEmpty()) {
                return;
            }
            hand(page);
        }
    }

    private void hand(List<Recorded> actions) {
        for (Follower follower : followers) {
            follower.follow(actions);
        }
        position = actions.getLast().position();
    }
}
